// What a person does about the value in hand → corrections, sent at once; and what became of them, told in words.
// Surprise: nothing is changed here before the server has it; what it answers is what is shown.

import { chosen, said } from './address.js';
import { candidatesOf } from './card.js';
import { dropDraft } from './drafts.js';
import { holdingIn } from './marks.js';
import { cellAt, countsOf, layOpen, placeInHand, sitting, stopInHand, takeStop } from './sitting.js';
import { Changed, post, Unreachable } from './talk.js';
import { say, warn } from './told.js';
import { levelWord } from './words.js';

/** Edits that did not reach the server, to be sent again by hand. */
let unsent = null;

/** The reading is right: every cell of the value is confirmed. */
export function accept() {
  const { places } = sitting.hand ?? { places: [] };
  const edits = places.map((place) => ({ kind: 'text', place, to: cellAt(place)?.text ?? '' }));
  return edits.length === 0 ? Promise.resolve(false) : send(edits, { goOn: true });
}

export function takeCandidate(at) {
  const place = placeInHand();
  const candidate = place === null ? undefined : candidatesOf(cellAt(place))[at];
  if (candidate === undefined) return Promise.resolve(false);
  return send([{ kind: 'text', place, to: candidate.text }], { goOn: true });
}

export async function saveText(text) {
  const place = placeInHand();
  const { form } = chosen();
  const isSaved = await send([{ kind: 'text', place, to: text }], { goOn: false });
  if (isSaved) dropDraft(form, place);
  return isSaved;
}

export function bindTo(places) {
  const { field } = sitting.hand;
  return send([{ kind: 'binding', evaluation: sitting.form, field, to: places }], { goOn: false });
}

/** Takes back the last correction that still holds. */
export function undo() {
  const last = holdingIn(sitting.view.corrections).at(-1);
  if (last === undefined) {
    say(said(['没有可以撤销的更正', 'There is nothing to undo']));
    return Promise.resolve(false);
  }
  return send([{ kind: 'withdrawal', of: last.at }], { goOn: false });
}

export function retry() {
  return unsent === null ? Promise.resolve(false) : send(unsent.edits, unsent.then);
}

/** Whether the server has it. One at a time: the next is made on what the last came to. */
async function send(edits, then) {
  if (sitting.isSending || !sitting.view?.editable) return false;
  sitting.isSending = true;
  try {
    const { id, version } = sitting.view;
    await received(await post(`sources/${id}/edits`, { version, edits }), then);
    unsent = null;
    return true;
  } catch (error) {
    failed(error, edits, then);
    return false;
  } finally {
    sitting.isSending = false;
  }
}

function received(view, { goOn }) {
  const [before, former] = [countsOf(sitting.view, sitting.form), stopInHand()?.key];
  sitting.mode = 'look';
  sitting.picked = [];
  layOpen(view);
  const isSettled = former !== undefined && stopInHand() === null;
  if (goOn && sitting.stops.length > 0) takeStop(nextAt(isSettled));
  say(changesTold(before, countsOf(view, sitting.form)));
  dispatchEvent(new CustomEvent('corrected'));
}

/** What was settled is gone from the list, so that its place is the next one's. */
function nextAt(isSettled) {
  const at = sitting.at + 1;
  if (at < sitting.stops.length) return at;
  return isSettled ? 0 : sitting.stops.length - 1;
}

/** `errors 3 → 2`, for eyes and for screen readers. */
function changesTold(before, after) {
  const changes = Object.keys(before)
    .filter((level) => before[level] !== after[level])
    .map((level) => `${said(levelWord(level))} ${before[level]} → ${after[level]}`);
  const what =
    changes.length === 0 ? said(['发现没有变化', 'no finding changed']) : changes.join(said(['，', ', ']));
  return said([`已记录：${what}`, `Recorded: ${what}`]);
}

function failed(error, edits, then) {
  if (error instanceof Changed) return overtaken(error.view);
  unsent = error instanceof Unreachable ? { edits, then } : null;
  const told =
    error instanceof Unreachable
      ? UNREACHABLE
      : [`没有保存：${error.message}`, `Not saved: ${error.message}`];
  warn(said(told), unsent !== null);
}

const UNREACHABLE = [
  '没有保存：服务器没有回应。输入的内容还在；恢复后按 R 或点“重试”。若服务器已用新地址重新启动，请打开新地址。',
  'Not saved: the server does not answer. What you typed is kept; press R or Retry when it is back. If it was started anew, open its new address.',
];

/** Two tabs, or two people: what is there by now is shown, and the person decides again. */
function overtaken(view) {
  const { mode } = sitting;
  unsent = null;
  layOpen(view);
  sitting.mode = mode;
  warn(
    said([
      '没有保存：此表刚在别处被更正，已载入最新内容。请再看一眼，然后重新提交；输入的文字还在。',
      'Not saved: this form was just corrected elsewhere, and is shown as it is now. Look again, then repeat; what you typed is kept.',
    ]),
    false,
  );
  dispatchEvent(new CustomEvent('corrected'));
}
