// The page in motion: whatever changes the address (a link, a filter, the history) draws the page anew from it.

import { byId, element } from './elements.js';
import { entryPage } from './finding.js';
import { drawList, drawSlice, passingEntries, searchFindings, showChosen } from './list.js';
import { choose, chosenLevels, isEnglish, ruleTitle, said, state } from './state.js';
import { entries, entryOf, openedOf, words } from './store.js';

const filters = document.querySelector('.filters');
/** Milliseconds between the last letter of a search and its effect. */
const PAUSE = 180;
let drawnDetail = '';

function draw() {
  document.documentElement.lang = isEnglish() ? 'en' : 'zh-Hans';
  document.title = said(['核表 · 核对结果', 'Hebiao · What was found']);
  fillFilters();
  markLevels();
  drawList(null);
  const chosen = entryOf.get(state().form) ?? passingEntries()[0] ?? null;
  drawList(chosen);
  showChosen();
  void drawDetail(chosen);
  void searchFindings(state().q, draw);
}

async function drawDetail(entry) {
  const { form, finding, level, rule, lang } = state();
  const wanted = JSON.stringify([entry?.id, level, rule, lang, passingEntries().length]);
  if (wanted !== drawnDetail) {
    drawnDetail = wanted;
    const opened = entry === null ? null : await openedOf(entry);
    if (wanted !== drawnDetail) return;
    const at = passingEntries().indexOf(entry);
    const neighbours = {
      before: passingEntries()[at - 1],
      after: at < 0 ? undefined : passingEntries()[at + 1],
    };
    byId('detail').replaceChildren(...(entry === null ? [] : entryPage(entry, opened, neighbours)));
  }
  if (finding !== '') goTo(byId(`finding-${finding}`));
  else if (form !== '') reveal(byId('detail'));
}

/** Another form begins at its top, wherever one had read to in the last; nothing moves where its top is in sight. */
function reveal(detail) {
  const { top } = detail.getBoundingClientRect();
  if (top < 0 || top > innerHeight - 200) detail.scrollIntoView({ block: 'start', behavior: 'instant' });
}

function goTo(article) {
  for (const other of document.querySelectorAll('.finding.chosen')) other.classList.remove('chosen');
  article?.classList.add('chosen');
  article?.scrollIntoView({ block: 'start' });
}

function fillFilters() {
  const { q, rule, class: kind, year, order } = state();
  if (filters.q.value !== q) filters.q.value = q;
  filters.q.placeholder = said(['项目、单位、文件、数字…', 'project, body, file, number…']);
  const codes = [...new Set(entries.flatMap(({ found }) => found.map(([, code]) => code)))];
  fill(filters.rule, rule, [
    ['', said(['全部规则', 'All rules'])],
    ...codes.map((code) => [code, ruleTitle(code)]),
  ]);
  const kinds = valuesOf('class').map((each) => [each, said(words.classes[each])]);
  fill(filters.class, kind, [['', said(['全部', 'All'])], ...kinds]);
  fill(filters.year, year, [
    ['', said(['全部', 'All'])],
    ...valuesOf('year').map((each) => [String(each), String(each)]),
  ]);
  fill(
    filters.order,
    order,
    ORDER_WORDS.map(([name, words]) => [name, said(words)]),
  );
}

const ORDER_WORDS = [
  ['', ['最严重在前', 'Worst first']],
  ['rate', ['执行率从低到高', 'Execution rate, lowest first']],
  ['score', ['得分从低到高', 'Score, lowest first']],
  ['name', ['文件名', 'File name']],
];

function valuesOf(name) {
  return [...new Set(entries.map((entry) => entry[name]))].filter((value) => value !== null).sort();
}

function fill(select, chosen, choices) {
  select.replaceChildren(
    ...choices.map(([value, words]) => element('option', { value, selected: value === chosen }, words)),
  );
  select.value = chosen;
}

function markLevels() {
  const levels = chosenLevels();
  for (const tile of document.querySelectorAll('button.level')) {
    tile.setAttribute('aria-pressed', String(levels.includes(tile.dataset.level)));
  }
}

function toggleLevel(level) {
  const levels = chosenLevels();
  const others = levels.filter((each) => each !== level);
  choose({
    level: (others.length === levels.length ? [...levels, level] : others).join(','),
    form: '',
    finding: '',
  });
}

/** A filter chosen by hand shows the first form that passes it. */
function filterBy({ name, value }) {
  choose({ [name]: value, form: '', finding: '' }, true);
}

let pause = 0;
filters.addEventListener('input', ({ target }) => {
  clearTimeout(pause);
  pause = setTimeout(() => filterBy(target), target.name === 'q' ? PAUSE : 0);
});
filters.addEventListener('submit', (event) => event.preventDefault());
filters.addEventListener('reset', (event) => {
  event.preventDefault();
  choose({ q: '', level: '', rule: '', class: '', year: '', order: '', form: '', finding: '' });
});
for (const tile of document.querySelectorAll('button.level')) {
  tile.addEventListener('click', () => toggleLevel(tile.dataset.level));
}
for (const link of document.querySelectorAll('.bars a')) {
  const rule = new URLSearchParams(link.hash.slice(1)).get('rule');
  link.addEventListener('click', (event) => {
    event.preventDefault();
    choose({ rule, form: '', finding: '' });
    document.querySelector('main').scrollIntoView();
  });
}
for (const dot of document.querySelectorAll('.dot')) {
  dot.addEventListener('click', () => choose({ form: dot.dataset.form, finding: '' }));
}
byId('language').addEventListener('click', () => choose({ lang: isEnglish() ? 'zh' : 'en' }, true));
byId('more').addEventListener('click', drawSlice);
byId('list').addEventListener('click', (event) => {
  const link = event.target.closest('a');
  if (link === null) return;
  event.preventDefault();
  choose({ form: link.parentElement.dataset.id, finding: '' });
  byId('detail').focus({ preventScroll: true });
});
addEventListener('hashchange', draw);
draw();
