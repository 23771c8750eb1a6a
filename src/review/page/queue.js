// The queue: forms by need, page by page as far as one scrolls; filters, search and progress above it.
// Surprise: while one works the order stands still; a settled form stays in its place, with its new counts, until the filters change.

import { addressWith, choose, chosen, FILTERS, nameOf, said } from './address.js';
import { byId, make } from './make.js';
import { countsOf, sitting } from './sitting.js';
import { ask } from './talk.js';
import { levelWord, NEEDS, needWord, ruleTitle, words } from './words.js';

/** Entries asked for at a time: about three screens. */
const AT_A_TIME = 60;
let listing = { total: 0, settled: 0, matching: 0, entries: [] };
let asked = null;

export function entries() {
  return listing.entries;
}

/** Draws what is there; asks first where the filters are others. */
export async function showQueue() {
  const query = queryText();
  if (query !== asked) {
    asked = query;
    const answer = await ask(`forms.json?${query}&limit=${AT_A_TIME}`);
    if (query !== asked) return;
    listing = answer;
    byId('forms').scrollTop = 0;
  }
  drawQueue();
}

function queryText() {
  const given = FILTERS.map((name) => [name, chosen()[name]]).filter(
    ([name, value]) => value !== '' && (name !== 'year' || /^\d{4}$/.test(value)),
  );
  return new URLSearchParams(given).toString();
}

let isLoading = false;

export async function loadMore() {
  if (isLoading || listing.entries.length >= listing.matching) return;
  isLoading = true;
  try {
    const query = asked;
    const more = await ask(`forms.json?${query}&limit=${AT_A_TIME}&offset=${listing.entries.length}`);
    const known = new Set(listing.entries.map(nameOf));
    const fresh = more.entries.filter((entry) => !known.has(nameOf(entry)));
    if (query === asked && fresh.length > 0) listing = { ...more, entries: [...listing.entries, ...fresh] };
    else listing = { ...listing, matching: listing.entries.length };
    drawQueue();
  } finally {
    isLoading = false;
  }
}

/** After a correction: the form's own line and the progress of all. */
export async function freshenQueue() {
  const { view } = sitting;
  const ofView = ({ id }) => id === view?.id;
  listing = {
    ...listing,
    entries: listing.entries.map((entry) =>
      ofView(entry)
        ? { ...entry, counts: countsOf(view, entry.form), corrected: view.corrections.length }
        : entry,
    ),
  };
  const { total, settled } = await ask('forms.json?limit=0');
  listing = { ...listing, total, settled };
  drawQueue();
}

function drawQueue() {
  drawProgress();
  drawFilters();
  const list = byId('forms');
  const { scrollTop } = list;
  const hadFocus = list.contains(document.activeElement);
  list.replaceChildren(...listing.entries.map(itemOf), moreButton());
  list.scrollTop = scrollTop;
  markCurrent(hadFocus);
}

/** The chosen form's line is the one that Tab reaches. */
export function markCurrent(takeFocus = false) {
  const { form } = chosen();
  const links = [...document.querySelectorAll('#forms a')];
  const current = links.find((link) => link.dataset.form === form);
  for (const link of links) {
    link.toggleAttribute('aria-current', link === current);
    link.tabIndex = link === (current ?? links[0]) ? 0 : -1;
  }
  current?.scrollIntoView({ block: 'nearest' });
  if (takeFocus) current?.focus({ preventScroll: true });
}

function drawProgress() {
  const { total, settled } = listing;
  const bar = byId('progress');
  bar.max = Math.max(1, total);
  bar.value = settled;
  byId('progress-text').textContent = said([
    `已处理 ${settled} / ${total}`,
    `${settled} of ${total} settled`,
  ]);
  bar.setAttribute('aria-label', said(['进度', 'Progress']));
}

function itemOf(entry) {
  const name = nameOf(entry);
  return make(
    'li',
    {},
    make(
      'a',
      {
        class: `item ${needOf(entry.counts)}`,
        href: addressWith({ form: name }),
        'data-form': name,
        tabindex: '-1',
      },
      make('span', { class: 'title' }, entry.projectName ?? entry.title ?? entry.name),
      make('span', { class: 'file' }, entry.name),
      make('span', { class: 'marks' }, pillsOf(entry)),
    ),
  );
}

export function needOf(counts) {
  return NEEDS.find((need) => counts[need] > 0) ?? 'fine';
}

function pillsOf({ counts, corrected }) {
  const levels = ['fatal', 'doubt', 'error', 'warning'].filter((level) => counts[level] > 0);
  const pills = levels.map((level) =>
    make('span', { class: `pill ${level}` }, `${said(levelWord(level))} ${counts[level]}`),
  );
  if (levels.length === 0) pills.push(make('span', { class: 'pill fine' }, said(['无问题', 'Fine'])));
  return corrected > 0
    ? [...pills, make('span', { class: 'did corrected' }, said(['已改', 'corrected']))]
    : pills;
}

function moreButton() {
  const left = listing.matching - listing.entries.length;
  const told =
    listing.matching === 0 ? make('p', { class: 'empty' }, said(['没有符合条件的表', 'No form fits'])) : null;
  const button = make(
    'button',
    { type: 'button', id: 'more', click: () => loadMore() },
    said([`再显示（还有 ${left}）`, `Show more (${left} left)`]),
  );
  return make('li', { class: 'rest' }, left > 0 ? button : told);
}

function drawFilters() {
  const filters = byId('filters');
  const { need, code, class: kind, year, q } = chosen();
  for (const button of filters.querySelectorAll('button[data-need]')) {
    button.textContent = said(needWord(button.dataset.need));
    button.setAttribute('aria-pressed', String(button.dataset.need === need));
  }
  fill(
    filters.code,
    code,
    ['全部规则', 'All rules'],
    Object.keys(words.rules).map((each) => [each, said(ruleTitle(each))]),
  );
  fill(
    filters.class,
    kind,
    ['全部表类', 'All classes'],
    Object.entries(words.classes).map(([each, pair]) => [each, said(pair)]),
  );
  setValue(filters.year, year, ['年度', 'Year']);
  setValue(filters.q, q, ['搜索项目、文件…  /', 'Search project, file…  /']);
  byId('count').textContent = said([
    `${listing.matching} 张表`,
    `${listing.matching} ${listing.matching === 1 ? 'form' : 'forms'}`,
  ]);
}

function fill(select, value, all, choices) {
  const options = [['', said(all)], ...choices];
  select.replaceChildren(...options.map(([each, name]) => make('option', { value: each }, name)));
  select.value = value;
  select.setAttribute('aria-label', said(all));
}

function setValue(input, value, name) {
  if (input !== document.activeElement) input.value = value;
  input.placeholder = said(name);
  input.setAttribute('aria-label', said(name).replace(/…? {2}\/$/, ''));
}

/** Milliseconds between the last letter of a search and its effect. */
const PAUSE = 180;

export function wireQueue() {
  let pause = 0;
  let changes = {};
  const filters = byId('filters');
  // Changes that come while others wait take effect together with them: who chooses a rule and types on loses neither.
  const change = () => {
    const all = changes;
    changes = {};
    choose(all);
  };
  filters.addEventListener('input', ({ target }) => {
    clearTimeout(pause);
    changes[target.name] = target.value.trim();
    pause = setTimeout(change, target.tagName === 'INPUT' ? PAUSE : 0);
  });
  filters.addEventListener('submit', (event) => event.preventDefault());
  filters.addEventListener('click', ({ target }) => {
    const { need } = target.dataset ?? {};
    if (need !== undefined) choose({ need: chosen().need === need ? '' : need });
  });
  byId('forms').addEventListener('click', (event) => {
    const link = event.target.closest('a');
    if (link === null || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    choose({ form: link.dataset.form });
    byId('card').focus();
  });
  byId('forms').addEventListener('scroll', ({ target }) => {
    if (target.scrollTop + 2 * target.clientHeight > target.scrollHeight) void loadMore();
  });
}

/** The form `step` further in the queue; null at its ends. */
export async function neighbour(step) {
  const at = listing.entries.findIndex((entry) => nameOf(entry) === chosen().form);
  if (at + step >= listing.entries.length) await loadMore();
  const entry = listing.entries[at + step];
  return entry === undefined ? null : nameOf(entry);
}

export function firstForm() {
  const first = listing.entries[0];
  return first === undefined ? null : nameOf(first);
}
