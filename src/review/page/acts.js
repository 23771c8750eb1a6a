// From one value to the next, and into a mode and out of it: what keys and clicks mean before anything is sent.
// Surprise: to move within a pane is to take up what is there, on both sides; only while a cell is being picked it is not.

import { chosen, said } from './address.js';
import { accept, bindTo, saveText, takeCandidate, undo } from './deeds.js';
import { dropDraft } from './drafts.js';
import { byId } from './make.js';
import { nextButton, pointAt } from './panes.js';
import { drawChoice, focusPaper } from './show.js';
import { isBindable, placeInHand, sitting, takeField, takePlace, takeStop } from './sitting.js';
import { say } from './told.js';

export const does = {
  accept,
  undo,
  candidate: takeCandidate,
  edit: () => enter('edit'),
  bind: () => enter('bind'),
  save: () => saveText(byId('typed').value),
  leave,
  bindNone: () => bindTo([]),
  part(at) {
    sitting.hand.active = at;
    drawChoice('record');
  },
  take: takeAt,
  look: pointAt,
};

function takeAt(at) {
  sitting.mode = 'look';
  takeStop(at);
  drawChoice();
  byId('card').focus({ preventScroll: true });
}

export function step(by) {
  const at = sitting.at + by;
  if (at >= 0 && at < sitting.stops.length) return takeAt(at);
  say(
    said(
      by > 0
        ? ['这是最后一处；按 ] 看下一张表', 'That was the last one; ] leads to the next form']
        : ['这是第一处', 'That was the first one'],
    ),
  );
}

/** What was typed is given up on purpose. */
function leave() {
  if (sitting.mode === 'edit') dropDraft(chosen().form, placeInHand());
  enter('look');
}

export function enter(mode) {
  if (sitting.hand === null || (mode !== 'look' && !sitting.view.editable)) return;
  if (mode === 'bind' && !isBindable(sitting.hand.field)) return;
  sitting.mode = mode;
  sitting.picked = [];
  document.body.dataset.mode = mode;
  drawChoice();
  if (mode === 'edit') byId('typed')?.select();
  else if (mode === 'bind') focusPaper();
  else byId('card').focus({ preventScroll: true });
}

export function pick(place) {
  const { picked } = sitting;
  return bindTo(
    picked.includes(place) || picked.length === 0
      ? picked.length === 0
        ? [place]
        : picked
      : [...picked, place],
  );
}

export function pickMore(place) {
  const { picked } = sitting;
  sitting.picked = picked.includes(place) ? picked.filter((each) => each !== place) : [...picked, place];
  drawChoice('paper');
}

export function move(pane, from, key) {
  if (pane === 'forms' || pane === 'stops') return moveInList(pane, from, key);
  const to = nextButton(pane, from, key);
  if (to === null) return;
  to.focus();
  if (sitting.mode === 'bind') return;
  takeButton(to);
}

function moveInList(pane, from, key) {
  const all = [...byId(pane).querySelectorAll('a, button')];
  const to =
    all[all.indexOf(from.closest('a, button')) + (key === 'ArrowDown' || key === 'ArrowRight' ? 1 : -1)];
  to?.focus();
}

function takeButton({ dataset }) {
  if (dataset.place !== undefined) {
    takePlace(dataset.place);
    drawChoice('paper');
  } else {
    takeField(dataset.field);
    drawChoice('record');
  }
}

export function onPaperClick({ target }) {
  const cell = target.closest('.cell');
  if (cell === null || byId('paper').classList.contains('dragged')) return;
  if (sitting.mode === 'bind') return void pick(cell.dataset.place);
  leaveMode();
  takeButton(cell);
}

export function onRecordClick({ target }) {
  const value = target.closest('.value');
  if (value === null) return;
  leaveMode();
  takeButton(value);
}

function leaveMode() {
  sitting.mode = 'look';
  sitting.picked = [];
  document.body.dataset.mode = 'look';
}

/** The paper moves by half of what is seen of it. */
export function pan(key) {
  const paper = byId('paper');
  const [x, y] = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[key];
  paper.scrollBy((x * paper.clientWidth) / 3, (y * paper.clientHeight) / 3);
}
