// The page is drawn: all of it for another view, and only what a choice changes for another choice.
// Surprise: who had the keyboard keeps it, though the button that had it was made anew.

import { isEnglish, said } from './address.js';
import { drawCard } from './card.js';
import { byId, make } from './make.js';
import { light } from './panes.js';
import { drawPaper } from './paper.js';
import { drawRecord } from './record.js';
import { sitting } from './sitting.js';
import { drawStops, markStop } from './stops.js';
import { words } from './words.js';
import { zoomAfresh } from './zoom.js';

/** What the buttons set off, by the name of the deed. */
let does = {};

export function setOff(deeds) {
  does = deeds;
}

/** Everything of the open form; who had the keyboard keeps it. */
export function drawView() {
  const focused = nameOfFocus();
  drawHead();
  drawPaper();
  zoomAfresh();
  drawRecord();
  drawStops(does.take);
  drawCard(does);
  light();
  refocus(focused);
}

function nameOfFocus() {
  const { place, field } = document.activeElement?.dataset ?? {};
  if (place !== undefined) return `[data-place="${CSS.escape(place)}"]`;
  return field === undefined ? null : `[data-field="${CSS.escape(field)}"]`;
}

function refocus(selector) {
  if (sitting.mode === 'edit') return byId('typed')?.focus();
  if (sitting.mode === 'bind') return focusPaper();
  const same = selector === null ? null : document.querySelector(selector);
  if (same !== null) same.focus({ preventScroll: true });
  else if (document.activeElement === document.body) byId('card').focus({ preventScroll: true });
}

export function drawHead() {
  const { sitting: about } = words;
  document.documentElement.lang = isEnglish() ? 'en' : 'zh-Hans';
  document.title = said(['核表 · 复核', 'Hebiao · Review']);
  byId('results').textContent = about.results;
  byId('by').textContent = about.readOnly
    ? said(['只读', 'Read-only'])
    : said([`更正人 ${about.by}`, `Corrected by ${about.by}`]);
  byId('language').textContent = said(['English', '中文']);
  byId('open-help').replaceChildren(said(['键盘', 'Keys']), make('kbd', {}, '?'));
  byId('skip').textContent = said(['跳到待处理的值', 'Skip to the value in hand']);
  for (const [id, pair] of PANES) byId(id).setAttribute('aria-label', said(pair));
}

const PANES = [
  ['queue', ['队列', 'Queue']],
  ['forms', ['表', 'Forms']],
  ['paper', ['纸面', 'Paper']],
  ['record', ['记录', 'Record']],
  ['card', ['手上的值', 'The value in hand']],
];

/** After a choice: nothing is built anew but the card. */
export function drawChoice(from = null) {
  drawCard(does);
  markStop();
  light(from);
}

export function focusPaper() {
  const paper = byId('paper');
  (paper.querySelector('.cell.chosen') ?? paper.querySelector('.cell'))?.focus();
}
