// The entries that pass the filters, worst first, drawn in slices: ten thousand forms are a list like any other.
// Surprise: a search looks first at what the list holds, then through all findings, chunk by chunk, while the page stays usable.

import { byId, element } from './elements.js';
import { addressWith, chosenLevels, isEnglish, levelName, levelWord, said, state } from './state.js';
import { chunkOf, entries, entriesByChunk, words } from './store.js';

const SLICE = 60;
let passing = [];
let shown = 0;
let filtersDrawn = null;
/** The entries in whose findings the words of `query` stand. */
let deep = { query: '', ids: new Set() };

export function passingEntries() {
  return passing;
}

/** Draws the list anew where the filters, the language or the deep search have changed, and marks the chosen entry. */
export function drawList(chosen) {
  const { q, level, rule, class: kind, year, order, lang } = state();
  const filters = JSON.stringify([q, level, rule, kind, year, order, lang, deep.ids.size, deep.query]);
  if (filters !== filtersDrawn) redraw();
  filtersDrawn = filters;
  reach(chosen);
  for (const item of byId('list').children) {
    const isChosen = item.dataset.id === chosen?.id;
    item.firstChild.toggleAttribute('aria-current', isChosen);
    if (isChosen) item.firstChild.setAttribute('aria-current', 'true');
  }
}

/** A link may lead to a form far down; the list is drawn as far as that, within reason. */
const FARTHEST = 3000;

function reach(chosen) {
  const at = passing.indexOf(chosen);
  while (at >= shown && at < FARTHEST) drawSlice();
}

/** Within the list only: the page itself stays where it is. */
export function showChosen() {
  const pane = document.querySelector('.list');
  const link = pane.querySelector('[aria-current]');
  if (link === null) return;
  const [top, bottom] = [
    link.offsetTop - pane.offsetTop,
    link.offsetTop - pane.offsetTop + link.offsetHeight,
  ];
  if (top < pane.scrollTop || bottom > pane.scrollTop + pane.clientHeight)
    pane.scrollTop = top - pane.clientHeight / 3;
}

function redraw() {
  passing = entries.filter(passes).sort(ORDERS[state().order] ?? ORDERS.worst);
  shown = 0;
  byId('list').replaceChildren();
  document.querySelector('.count').textContent = countText();
  drawSlice();
}

/** Stable: entries that are equal stay worst first. */
const ORDERS = {
  worst: () => 0,
  rate: (a, b) => (a.rate ?? Infinity) - (b.rate ?? Infinity),
  score: (a, b) => (a.score ?? Infinity) - (b.score ?? Infinity),
  name: (a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0),
};

function passes(entry) {
  const { class: kind, year, q } = state();
  if (kind !== '' && entry.class !== kind) return false;
  if (year !== '' && String(entry.year) !== year) return false;
  return passesFindings(entry) && (q === '' || passesSearch(entry, q));
}

function passesFindings({ found }) {
  const levels = chosenLevels();
  const { rule } = state();
  if (levels.length === 0 && rule === '') return true;
  return found.some(([level, code]) => isWanted({ level, code }, levels, rule));
}

export function isWanted({ level, code }, levels = chosenLevels(), rule = state().rule) {
  return (levels.length === 0 || levels.includes(level)) && (rule === '' || rule === code);
}

function passesSearch(entry, query) {
  const { name, title, project, body, id, found } = entry;
  const rules = found.flatMap(([, code]) => [code, ...words.rules[code].title]);
  const text = [name, title, project, body, id, ...rules].join('\n').toLowerCase();
  if (wordsIn(query).every((word) => text.includes(word))) return true;
  return deep.query === query && deep.ids.has(id);
}

function wordsIn(query) {
  return query.toLowerCase().split(/\s+/).filter(Boolean);
}

export async function searchFindings(query, draw) {
  if (query === deep.query) return;
  const mine = { query, ids: new Set() };
  deep = mine;
  if (query === '') return;
  document.querySelector('.count').append(said(['；正在查找全部发现……', '; searching all findings…']));
  for (const [number, held] of entriesByChunk) {
    const chunk = await chunkOf(number);
    if (deep !== mine) return;
    for (const entry of held) if (standsIn(chunk[entry.berth.at], query)) mine.ids.add(entry.id);
  }
  document.querySelector('.count').textContent = countText();
  draw();
}

function standsIn({ findings }, query) {
  const text = JSON.stringify(
    findings.map(({ message, stated, computed, grounds }) => [message, stated, computed, grounds]),
  );
  const lower = text.toLowerCase();
  return wordsIn(query).every((word) => lower.includes(word));
}

export function drawSlice() {
  const slice = passing.slice(shown, shown + SLICE);
  byId('list').append(...slice.map(itemFor));
  shown += slice.length;
  const left = passing.length - shown;
  const next = Math.min(SLICE, left);
  byId('more').hidden = left === 0;
  byId('more').replaceChildren(
    element('span', { class: 'act' }, said([`再显示 ${next} 项 · `, `Show ${next} more · `])),
    said([`还有 ${left} 项未列出`, `${left} not listed yet`]),
  );
}

function countText() {
  const all = entries.length;
  if (passing.length === 0) return said(['没有符合条件的表', 'No form passes the filters']);
  if (passing.length === all)
    return said([`共 ${all} 项，最需要看的在前`, `${all} entries, the worst first`]);
  return said([`${passing.length} / ${all} 项符合条件`, `${passing.length} of ${all} entries pass`]);
}

function itemFor(entry) {
  const link = element(
    'a',
    { href: addressWith({ form: entry.id, finding: '' }), class: `item ${worstLevel(entry)}` },
    element('span', { class: 'title' }, headingOf(entry)),
    entry.kind === 'source' ? null : element('span', { class: 'file' }, entry.name),
    element('span', { class: 'marks' }, pillsOf(entry)),
    figuresOf(entry),
  );
  const item = element('li', {}, link);
  item.dataset.id = entry.id;
  return item;
}

function worstLevel({ found }) {
  return found[0]?.[0] ?? 'fine';
}

export function headingOf({ kind, project, title, name }) {
  if (kind === 'source') return said(['整份文件：', 'The document: ']) + name;
  return project ?? title ?? said(['（无标题）', '(untitled)']);
}

/** How many findings of each level, as coloured numbers. */
export function pillsOf({ found }) {
  const levels = words.levels.map(({ name }) => [name, sumOf(found, name)]).filter(([, count]) => count > 0);
  if (levels.length === 0)
    return [element('span', { class: 'pill fine' }, said(['没有发现问题', 'Nothing found']))];
  return levels.map(([level, count]) =>
    element(
      'span',
      { class: `pill ${level}` },
      `${count === 1 ? levelName(level) : levelWord(level)} ${count}`,
    ),
  );
}

function sumOf(found, wanted) {
  return found.reduce((sum, [level, , count]) => sum + (level === wanted ? count : 0), 0);
}

function figuresOf({ year, rate, score }) {
  const parts = [
    year === null ? null : `${year}${isEnglish() ? '' : '年'}`,
    rate === null ? null : `${said(['执行率', 'rate'])} ${rate}%`,
    score === null ? null : `${said(['得分率', 'score'])} ${score}%`,
  ];
  return element('span', { class: 'figures' }, parts.filter((part) => part !== null).join(' · '));
}
