// The paper: each page as a picture or drawn from its cells, and over it a button for every cell.
// Surprise: a table that goes on over the page break is one block, so cells are put on the page that their own place names.

import { said } from './address.js';
import { byId, make, shape, styled } from './make.js';
import { confidenceText } from './marks.js';
import { cellAt, cellsIn, sitting } from './sitting.js';

/** Buttons that a browser still moves among quickly; more than a form has in any known document. */
const MOST_CELLS = 6_000;

export function drawPaper() {
  const paper = byId('paper');
  const [left, top] = [paper.scrollLeft, paper.scrollTop];
  paper.replaceChildren(...pagesOf(sitting.view));
  paper.scrollTo(left, top);
}

function pagesOf(view) {
  if (view === null) return [];
  if (view.pages.length === 0) return [make('p', { class: 'empty' }, said(NO_PAGES))];
  const onPage = Map.groupBy(cellsIn(view), ({ origin }) => (origin.on === 'page' ? origin.page : 0));
  let left = MOST_CELLS;
  return view.pages.map((page) => {
    const cells = onPage.get(page.number) ?? page.blocks.flatMap((block) => block.cells);
    const isShown = left > 0;
    left -= cells.length;
    if (!isShown) return notShown(page);
    return page.width > 0 ? sheetOf(view, page, cells) : gridsOf(page);
  });
}

function notShown({ number }) {
  return make('p', { class: 'empty' }, said([`第 ${number} 页未显示`, `Page ${number} is not shown`]));
}

const NO_PAGES = ['没有可以显示的页面', 'There is no page to show'];

function sheetOf(view, page, cells) {
  const { number, width, height, rulings } = page;
  const sheet = make(
    'div',
    { class: page.picture ? 'sheet pictured' : 'sheet drawn', role: 'group', 'aria-label': pageName(number) },
    page.picture ? pictureOf(view, number) : rulingsOf(page, rulings),
    cells.filter(({ box }) => box !== null).map((cell) => placed(cellButton(cell), cell, page)),
  );
  return styled(sheet, { 'aspect-ratio': `${width} / ${height}`, '--points': width });
}

function pageName(number) {
  return said([`第 ${number} 页`, `Page ${number}`]);
}

export function pictureAddress(id, number) {
  return `sources/${id}/pages/${number}`;
}

function pictureOf({ id }, number) {
  return make('img', { src: pictureAddress(id, number), alt: '', draggable: 'false' });
}

function rulingsOf({ width, height }, rulings) {
  const svg = shape('svg', { viewBox: `0 0 ${width} ${height}`, 'aria-hidden': 'true' });
  for (const { x0, y0, x1, y1 } of rulings) svg.append(shape('line', { x1: x0, y1: y0, x2: x1, y2: y1 }));
  return svg;
}

const percent = (part, whole) => `${((100 * part) / whole).toFixed(3)}%`;

function placed(button, { box: [x0, y0, x1, y1], text }, { width, height }) {
  return styled(button, {
    left: percent(x0, width),
    top: percent(y0, height),
    width: percent(Math.max(2, x1 - x0), width),
    height: percent(Math.max(2, y1 - y0), height),
    '--letter': letterHeight(text, x1 - x0, y1 - y0).toFixed(2),
  });
}

const [SMALLEST, LARGEST, LEADING] = [3.5, 10.5, 1.3];

/** Points: with which the text about fills its cell. A Chinese letter is as wide as high, a Latin one about half. */
function letterHeight(text, width, height) {
  const ems = [...text].reduce((sum, letter) => sum + (letter > '\u2000' ? 1 : 0.55), 0);
  const fitting = Math.sqrt((width * height) / (Math.max(1, ems) * LEADING * 1.12));
  return Math.max(SMALLEST, Math.min(LARGEST, height / LEADING, fitting));
}

function cellButton(cell) {
  const { place, text, confidence, read } = cell;
  const told = [
    text || said(['空白', 'blank']),
    confidenceText(confidence),
    read === null ? '' : said(['已更正', 'corrected']),
  ];
  return make(
    'button',
    {
      type: 'button',
      class: 'cell',
      tabindex: '-1',
      'data-place': place,
      'aria-label': told.filter(Boolean).join(', '),
    },
    make('span', {}, text),
  );
}

function gridsOf({ number, blocks }) {
  const parts = blocks.map((block) => (block.type === 'line' ? lineOf(block) : gridOf(block)));
  return make('div', { class: 'flow', role: 'group', 'aria-label': pageName(number) }, parts);
}

function lineOf({ cells }) {
  return make('p', {}, cells.map(cellButton));
}

function gridOf({ rows, cells }) {
  const inRow = Map.groupBy(cells, ({ row }) => row);
  const lines = Array.from({ length: rows }, (_, row) =>
    make(
      'tr',
      {},
      (inRow.get(row) ?? []).map((cell) =>
        make('td', { rowspan: cell.rowSpan, colspan: cell.columnSpan }, cellButton(cell)),
      ),
    ),
  );
  return make('table', { role: 'presentation' }, make('tbody', {}, lines));
}

/** A cell cut out of the picture of its page; null where there is none. */
export function cropOf(place) {
  const cell = cellAt(place);
  const page = sitting.view.pages.find(({ number }) => number === cell?.origin.page);
  if (!page?.picture || cell?.box === null || cell === null) return null;
  const picture = make('img', {
    src: pictureAddress(sitting.view.id, page.number),
    alt: said(['扫描件上的这一格', 'the cell as scanned']),
  });
  const [x0, y0, x1, y1] = grown(cell.box, page);
  const [width, height] = [x1 - x0, y1 - y0];
  styled(picture, {
    width: percent(page.width, width),
    left: percent(-x0, width),
    top: percent(-y0, height),
  });
  return styled(make('div', { class: 'crop-window' }, picture), {
    'aspect-ratio': `${width} / ${height}`,
    '--wide': width.toFixed(1),
    '--high': height.toFixed(1),
  });
}

/** Points around the cell: its rulings stay in sight. */
const AROUND = 3;

function grown([x0, y0, x1, y1], { width, height }) {
  return [
    Math.max(0, x0 - AROUND),
    Math.max(0, y0 - AROUND),
    Math.min(width, x1 + AROUND),
    Math.min(height, y1 + AROUND),
  ];
}
