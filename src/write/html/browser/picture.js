// A finding's place → something to look at: a band of the page with its cells, the printed rows as tables, the words in their prose.
// Surprise: letters are set by estimate (a Chinese one is as wide as high, a Latin one about half), small enough to fit; it is a map, not a facsimile.

import { element, shape } from './elements.js';
import { said } from './state.js';
import { words } from './store.js';

export function picturesOf(finding, opened) {
  const drawn = finding.crop === null ? null : cropFigure(finding, opened.cells);
  const isAllDrawn = drawn !== null && finding.crop.wrong !== null && finding.quotes.length === 0;
  const tables = isAllDrawn ? [] : tablesOf(finding, opened);
  return [drawn, ...tables, ...finding.quotes.map(quoteFigure)].filter((each) => each !== null);
}

/** Points: an A4 page, upright or lying, unless the table is larger. */
const [SHORT_EDGE, LONG_EDGE] = [595, 842];

function cropFigure({ crop, photo }, cells) {
  const caption = said([`第 ${crop.page} 页`, `Page ${crop.page}`]);
  const legend =
    crop.wrong === null
      ? said([
          '所缺之处没有文字；蓝框：依据',
          'Nothing is printed in the place meant; blue: what stands beside it',
        ])
      : said(['红框：不符之处；蓝框：依据', 'Red: where it is wrong; blue: what it rests on']);
  return element(
    'figure',
    { class: 'crop' },
    element('div', { class: 'paper' }, bandDrawing(crop, cells, photo), pageMap(crop, cells)),
    element('figcaption', {}, enlargement(), ` ${caption} · ${legend}`),
  );
}

function enlargement() {
  const button = element('button', { type: 'button', 'aria-pressed': 'false' }, said(['放大', 'Enlarge']));
  button.addEventListener('click', () => {
    const isLarge = button.closest('figure').classList.toggle('large');
    button.setAttribute('aria-pressed', String(isLarge));
  });
  return button;
}

/** With a photograph only the marks are drawn upon it. */
function bandDrawing({ page, box, marks, wrong }, cells, photo) {
  const [x0, y0, x1, y1] = box;
  const seen = cells
    .map((cell, index) => ({ ...cell, index }))
    .filter((cell) => cell.page === page && overlaps(cell.box, box));
  const order = [
    ...seen.filter(({ index }) => !marks.includes(index)),
    ...seen.filter(({ index }) => marks.includes(index)),
  ];
  return shape(
    'svg',
    {
      class: photo === null ? 'band' : 'band photo',
      viewBox: `${x0} ${y0} ${x1 - x0} ${y1 - y0}`,
      role: 'img',
      'aria-label': said(['页面上的位置', 'The place on the page']),
    },
    photo === null ? null : photograph(photo, box),
    order.map((cell) => cellDrawing(cell, box, markKind(cell.index, { marks, wrong }))),
  );
}

function photograph(photo, [x0, y0, x1, y1]) {
  return shape('image', {
    href: photo,
    x: x0,
    y: y0,
    width: x1 - x0,
    height: y1 - y0,
    preserveAspectRatio: 'none',
  });
}

function overlaps(a, b) {
  return a[3] > b[1] && a[1] < b[3];
}

function markKind(index, { marks, wrong }) {
  if (index === wrong) return 'wrong';
  return marks.includes(index) ? 'ground' : 'plain';
}

function cellDrawing({ box: [x0, y0, x1, y1], text }, band, kind) {
  const visible = [x0, Math.max(y0, band[1]), x1, Math.min(y1, band[3])];
  return shape(
    'g',
    { class: `cell ${kind}` },
    shape('title', {}, text),
    shape('rect', { x: x0, y: y0, width: Math.max(1, x1 - x0), height: Math.max(1, y1 - y0) }),
    ...lettersIn(text, visible),
  );
}

const LARGEST = 9;
const SMALLEST = 4;
const LEADING = 1.25;

function lettersIn(text, [x0, y0, x1, y1]) {
  const [width, height] = [x1 - x0 - 4, y1 - y0 - 2];
  if (text === '' || width <= 0 || height < SMALLEST) return [];
  const { lines, size } = fitted(text.replace(/\s+/g, ' '), width, height);
  const top = (y0 + y1) / 2 - (lines.length * size * LEADING) / 2 + size;
  const centre = (x0 + x1) / 2;
  return lines.map((line, index) =>
    shape(
      'text',
      { x: centre.toFixed(1), y: (top + index * size * LEADING).toFixed(1), 'font-size': size },
      line,
    ),
  );
}

/** The largest letters with which the text fits; what does not fit even with the smallest is cut. */
function fitted(text, width, height) {
  for (let size = LARGEST; size > SMALLEST; size -= 0.5) {
    const lines = linesOf(text, width / size);
    if (lines.length * size * LEADING <= height) return { lines, size };
  }
  const room = Math.max(1, Math.floor(height / (SMALLEST * LEADING)));
  const lines = linesOf(text, width / SMALLEST);
  const kept = lines.slice(0, room);
  if (lines.length > room) kept[room - 1] = `${kept[room - 1].slice(0, -1)}…`;
  return { lines: kept, size: SMALLEST };
}

/** `room` is the width of a line in letters' heights. */
function linesOf(text, room) {
  const lines = [''];
  let used = 0;
  for (const letter of text) {
    const wide = letter.codePointAt(0) > 0x2000 ? 1 : 0.55;
    if (used + wide > room && used > 0) {
      lines.push('');
      used = 0;
    }
    lines[lines.length - 1] += letter;
    used += wide;
  }
  return lines;
}

/** The whole page, small: where on it the band and the marked cells are. */
function pageMap({ page, box, marks, wrong }, cells) {
  const onPage = cells.filter((cell) => cell.page === page);
  const right = Math.max(...onPage.map((cell) => cell.box[2]));
  const bottom = Math.max(...onPage.map((cell) => cell.box[3]));
  const lying = right > SHORT_EDGE;
  const width = Math.max(lying ? LONG_EDGE : SHORT_EDGE, right + 20);
  const height = Math.max(lying ? SHORT_EDGE : LONG_EDGE, bottom + 20);
  const spots = marks.filter((mark) => cells[mark].page === page).reverse();
  return shape(
    'svg',
    { class: 'map', viewBox: `0 0 ${width} ${height}`, 'aria-hidden': 'true' },
    shape('rect', { class: 'sheet', x: 1, y: 1, width: width - 2, height: height - 2 }),
    shape('rect', { class: 'window', x: box[0], y: box[1], width: box[2] - box[0], height: box[3] - box[1] }),
    spots.map((mark) => spot(cells[mark].box, mark === wrong)),
  );
}

function spot([x0, y0, x1, y1], isFirst) {
  return shape('rect', {
    class: isFirst ? 'wrong' : 'ground',
    x: x0,
    y: y0,
    width: Math.max(8, x1 - x0),
    height: Math.max(8, y1 - y0),
  });
}

/** Rows of one kind are one table. */
function tablesOf({ rows, marks, moreRows }, opened) {
  const kinds = [...new Set(rows.map((key) => opened.rows[key].kind))];
  const tables = kinds.map((kind) =>
    rowTable(
      kind,
      rows.map((key) => opened.rows[key]).filter((row) => row.kind === kind),
      marks,
    ),
  );
  const left = said([`另有 ${moreRows} 行，见“依据”`, `${moreRows} more rows; see the grounds`]);
  return moreRows > 0 ? [...tables, element('p', { class: 'aside' }, left)] : tables;
}

function rowTable(kind, rows, marks) {
  const columns = words.columns[kind].map((name, at) => ({ name, at }));
  const used = columns.filter(({ at }) =>
    rows.some(({ cells }) => cells[at][1] !== '' || marks.includes(cells[at][0])),
  );
  const head = element(
    'tr',
    {},
    used.map(({ name }) => element('th', { scope: 'col' }, said(name))),
  );
  const body = rows.map(({ cells }) =>
    element(
      'tr',
      {},
      used.map(({ at }) => tableCell(cells[at], marks)),
    ),
  );
  const table = element('table', {}, element('thead', {}, head), element('tbody', {}, body));
  return element(
    'div',
    {
      class: `rows ${kind}`,
      tabindex: '0',
      role: 'group',
      'aria-label': said(['所在的行', 'The printed rows']),
    },
    table,
  );
}

function tableCell([pointer, text], marks) {
  const blank = text === '' && marks.includes(pointer);
  const kind = blank || pointer === marks[0] ? 'wrong' : marks.includes(pointer) ? 'ground' : null;
  const shown = blank ? said(['（空白）', '(blank)']) : text;
  const number = /^[-+]?[\d.,]+%?$/.test(text) ? 'number' : '';
  return element(
    'td',
    { class: [kind, number].filter(Boolean).join(' ') || null },
    kind === null ? shown : element('mark', {}, shown),
  );
}

function quoteFigure({ name, before, hit, after }) {
  return element(
    'figure',
    { class: 'quote' },
    element('figcaption', {}, said(name)),
    element('blockquote', {}, before, hit === '' ? null : element('mark', {}, hit), after),
  );
}
