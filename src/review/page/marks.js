// How sure a reading is and what a person did to it, in words and in classes: colour is never the only sign.

import { said } from './address.js';
import { make } from './make.js';

/** From here on a reading is hardly ever wrong; below the lower one about every tenth is. */
const [SURE, LIKELY] = [0.985, 0.9];

export function confidenceText(confidence) {
  return confidence >= 1
    ? ''
    : said([`可信度 ${percentOf(confidence)}`, `confidence ${percentOf(confidence)}`]);
}

/** Never rounded up to what is certain. */
export function percentOf(share) {
  return share < 0.01 ? '<1%' : `${Math.min(99, Math.round(100 * share))}%`;
}

export function bandOf(confidence) {
  if (confidence >= SURE) return 'sure';
  return confidence >= LIKELY ? 'likely' : 'unsure';
}

export function confidenceMark(confidence) {
  return make(
    'span',
    { class: `confidence ${bandOf(confidence)}` },
    confidence >= 1 ? '100%' : percentOf(confidence),
  );
}

const KINDS = {
  corrected: ['已改', 'corrected'],
  confirmed: ['已核', 'confirmed'],
  bound: ['改指', 'moved'],
};

export function kindWord(kind) {
  return said(KINDS[kind]);
}

export function kindMark(kind) {
  return kind === undefined ? null : make('span', { class: `did ${kind}` }, kindWord(kind));
}

/** What people did, by cell (`places`) and by field of each evaluation (`fields`); what was withdrawn does not count. */
export function deedsOf(view) {
  const holding = holdingIn(view.corrections);
  const byOrigin = new Map(
    holding.filter(({ kind }) => kind === 'text').map((each) => [originKey(each.place), each]),
  );
  const cells = view.pages.flatMap(({ blocks }) => blocks.flatMap((block) => block.cells));
  const places = cells.flatMap((cell) => {
    const said = byOrigin.get(originKey(cell.origin));
    if (cell.read !== null) return [[cell.place, 'corrected']];
    return said === undefined ? [] : [[cell.place, 'confirmed']];
  });
  const bound = holding
    .filter(({ kind }) => kind === 'binding')
    .map(({ evaluation, field }) => `${evaluation}${field}`);
  return { places: new Map(places), fields: new Set(bound) };
}

/** With their numbers in the file, in its order. From the last to the first: a withdrawal can be withdrawn. */
export function holdingIn(corrections) {
  const withdrawn = new Set();
  for (const [at, { kind, of }] of [...corrections.entries()].reverse()) {
    if (kind === 'withdrawal' && !withdrawn.has(at)) withdrawn.add(of);
  }
  return corrections
    .map((correction, at) => ({ ...correction, at }))
    .filter(({ kind, at }) => kind !== 'withdrawal' && !withdrawn.has(at));
}

function originKey({ on, line, column, page, box, sheet, cell, path }) {
  return [on, line, column, page, box, sheet, cell, path].join('|');
}
