// The two panes of buttons, paper and record: which are lit, which one Tab reaches, and where an arrow key leads.
// Surprise: arrows go by what stands where on the screen, so that merged cells and slipped rows need no rules of their own.

import { byId } from './make.js';
import { placeInHand, placesOf, sitting, stopInHand } from './sitting.js';

/** After a choice: lights on both sides, and both sides in sight. `from` is the pane that was clicked: it does not move. */
export function light(from = null) {
  lightPaper();
  lightRecord();
  if (from !== 'paper') bringUp('paper');
  if (from !== 'record') bringUp('record');
}

function lightPaper() {
  const { hand, picked, stops } = sitting;
  const doubted = new Set(
    stops
      .filter(({ diagnostic }) => diagnostic.level === 'doubt')
      .flatMap(({ field, places }) => places ?? placesOf(field)),
  );
  const grounds = new Set(groundFields().flatMap(placesOf));
  const cells = byId('paper').querySelectorAll('.cell');
  for (const cell of cells) {
    const { place } = cell.dataset;
    cell.classList.toggle('doubted', doubted.has(place));
    cell.classList.toggle('ground', grounds.has(place));
    cell.classList.toggle('picked', picked.includes(place));
    cell.classList.toggle('chosen', hand?.places.includes(place) ?? false);
    cell.classList.remove('pointed');
  }
  rove(cells, (cell) => cell.dataset.place === placeInHand());
}

function lightRecord() {
  const { hand } = sitting;
  const grounds = new Set(groundFields());
  const values = byId('record').querySelectorAll('.value');
  const isSame = sameCell(hand);
  for (const value of values) {
    const { field } = value.dataset;
    value.classList.toggle('ground', grounds.has(field));
    value.classList.toggle('chosen', isSame(field));
    value.classList.remove('pointed');
  }
  rove(values, (value) => isSame(value.dataset.field));
}

/** A merged cell's value has one button, and states a field for each row that it covers. */
function sameCell(hand) {
  if (hand === null || hand.field === null) return () => false;
  const places = placesOf(hand.field).join();
  const column = hand.field.split('/').at(-1);
  return (field) =>
    field === hand.field ||
    (places !== '' && placesOf(field).join() === places && field.endsWith(`/${column}`));
}

function groundFields() {
  const stop = stopInHand();
  if (stop === null) return [];
  const { because, fields } = stop.diagnostic;
  return [...because.map(({ field }) => field), ...fields.slice(1)];
}

/** One button of a pane is reached by Tab; the arrows lead to the others. */
function rove(buttons, isWanted) {
  const all = [...buttons];
  const wanted = all.find(isWanted) ?? all.find(({ tabIndex }) => tabIndex === 0) ?? all[0];
  for (const button of all) button.tabIndex = button === wanted ? 0 : -1;
}

function bringUp(pane) {
  bringTo(byId(pane), byId(pane).querySelector('.chosen'));
}

/** Into the middle where it is not in sight; what is wider than the pane begins at its left edge. */
function bringTo(pane, node) {
  if (!node) return;
  const [seen, box] = [pane.getBoundingClientRect(), node.getBoundingClientRect()];
  const isSeen =
    box.left >= seen.left && box.right <= seen.right && box.top >= seen.top && box.bottom <= seen.bottom;
  if (isSeen) return;
  const aside = box.width > seen.width ? 0 : (seen.width - box.width) / 2;
  pane.scrollBy(box.left - seen.left - aside, box.top - seen.top - (seen.height - box.height) / 2);
}

/** What a finding rests on, shown on both sides without putting the value in hand away. */
export function pointAt(field) {
  const places = placesOf(field);
  const value = [...byId('record').querySelectorAll('.value')].find((each) =>
    sameCell({ field })(each.dataset.field),
  );
  const cells = [...byId('paper').querySelectorAll('.cell')].filter((each) =>
    places.includes(each.dataset.place),
  );
  for (const each of document.querySelectorAll('.pointed')) each.classList.remove('pointed');
  bringTo(byId('record'), value);
  bringTo(byId('paper'), cells[0]);
  for (const each of [value, ...cells]) each?.classList.add('pointed');
}

const DIRECTIONS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

/** The button to which an arrow key leads from `from`; null at the edge. */
export function nextButton(pane, from, key) {
  const direction = DIRECTIONS[key];
  if (direction === undefined) return null;
  const start = from.getBoundingClientRect();
  let best = { button: null, cost: Infinity };
  for (const button of byId(pane).querySelectorAll('.cell, .value')) {
    const cost = button === from ? Infinity : costOf(start, button.getBoundingClientRect(), direction);
    if (cost < best.cost) best = { button, cost };
  }
  return best.button;
}

/** Aside is dearer than ahead: the next cell of the row goes before a nearer one of the row below. */
const ASIDE = 8;

function costOf(a, b, [dx, dy]) {
  const [across, down] = [spanOf(a, b, 'left', 'right'), spanOf(a, b, 'top', 'bottom')];
  const ahead = dx === 0 ? distanceAhead(down, dy) : distanceAhead(across, dx);
  const [aside, offset] = dx === 0 ? [gapOf(across), a.left - b.left] : [gapOf(down), a.top - b.top];
  return ahead + ASIDE * aside + Math.abs(offset) / 1000;
}

/** Both boxes along one direction. */
function spanOf(a, b, start, end) {
  return { from: [a[start], a[end]], to: [b[start], b[end]] };
}

/** How far the near edge of the other is ahead; infinite where it is not ahead at all. Cells may touch. */
function distanceAhead({ from, to }, step) {
  const middle = (to[0] + to[1] - from[0] - from[1]) / 2;
  if (step * middle <= 1) return Infinity;
  return Math.max(0, step > 0 ? to[0] - from[1] : from[0] - to[1]);
}

function gapOf({ from, to }) {
  return Math.max(0, to[0] - from[1], from[0] - to[1]);
}
