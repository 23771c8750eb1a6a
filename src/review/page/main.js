// The page in motion: the address says which form is open; keys and clicks take up values; corrections go to the server and come back as a new view.

import { does, move, onPaperClick, onRecordClick, pan, pick, pickMore, step } from './acts.js';
import { choose, chosen, formOf, isEnglish, said } from './address.js';
import { accept, retry } from './deeds.js';
import { dropDraftsOf, waitingDraft } from './drafts.js';
import { drawHelp, openHelp, wireKeys } from './keys.js';
import { byId } from './make.js';
import { firstForm, freshenQueue, markCurrent, neighbour, showQueue, wireQueue } from './queue.js';
import { drawHead, drawView, setOff } from './show.js';
import { layOpen, sitting, takePlace, takeStop } from './sitting.js';
import { ask, Refused } from './talk.js';
import { say, warn } from './told.js';
import { wireZoom, zoomBy, zoomToFit } from './zoom.js';

async function goToForm(by) {
  const name = await neighbour(by);
  if (name !== null) choose({ form: name });
  else
    say(
      said(by > 0 ? ['队列到此为止', 'That was the last form'] : ['这是第一张表', 'That was the first form']),
    );
}

const ROUND = [
  '#forms [tabindex="0"]',
  '#stops [tabindex="0"]',
  '#paper [tabindex="0"]',
  '#record [tabindex="0"]',
];

function goRound() {
  const at = ROUND.findIndex((selector) => document.activeElement?.closest(selector.split(' ')[0]));
  const next = [...ROUND.slice(at + 1), ...ROUND]
    .map((selector) => document.querySelector(selector))
    .find((each) => each !== null);
  next?.focus();
}

function switchLanguage() {
  choose({ lang: isEnglish() ? 'zh' : 'en' });
}

const KEYS = {
  j: () => step(1),
  k: () => step(-1),
  a: accept,
  Enter: accept,
  e: does.edit,
  b: does.bind,
  u: does.undo,
  ']': () => goToForm(1),
  '[': () => goToForm(-1),
  '/': () => byId('filters').q.focus(),
  g: goRound,
  '+': () => zoomBy(1),
  '=': () => zoomBy(1),
  '-': () => zoomBy(-1),
  0: zoomToFit,
  r: retry,
  l: switchLanguage,
  '?': openHelp,
  Escape: does.leave,
};

let shown = { form: null, lang: null };

/** Draws anew as much as the address asks for. */
async function follow() {
  const { form, lang } = chosen();
  await showQueue();
  if (form === '' && firstForm() !== null) return choose({ form: await formToBegin() });
  const { id } = formOf(form);
  if (form !== shown.form) {
    const view = id === '' ? null : id === sitting.view?.id ? sitting.view : await ask(`sources/${id}`);
    if (form !== chosen().form) return;
    layOpen(view);
    byId('paper').scrollTo(0, 0);
    byId('record').scrollTo(0, 0);
    takeUpWaiting();
  }
  if (form !== shown.form || lang !== shown.lang) drawView();
  shown = { form, lang };
  markCurrent();
}

/** Where something was typed and not saved, there; else the one that needs a person most. */
async function formToBegin() {
  const waiting = waitingDraft();
  if (waiting === null) return firstForm();
  try {
    await ask(`sources/${formOf(waiting.form).id}`);
    return waiting.form;
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    dropDraftsOf(waiting.form);
    return firstForm();
  }
}

/** A form is opened at its first doubt, or at the text that was typed and not saved. */
function takeUpWaiting() {
  const waiting = sitting.view === null ? null : waitingDraft(chosen().form);
  if (waiting !== null) {
    takePlace(waiting.place);
    sitting.mode = sitting.view.editable ? 'edit' : 'look';
  } else if (sitting.stops.length > 0) takeStop(0);
}

/** Another tab may have corrected meanwhile. */
async function freshen() {
  const { view, mode } = sitting;
  if (document.visibilityState !== 'visible' || view === null || mode !== 'look') return;
  const now = await ask(`sources/${view.id}`);
  if (now.version === sitting.view?.version || now.id !== sitting.view?.id) return;
  layOpen(now);
  drawView();
  void freshenQueue();
  say(
    said(['此表在别处被更正，已载入最新内容', 'This form was corrected elsewhere; it is shown as it is now']),
  );
}

function tellFailure(error) {
  warn(said([`没有载入：${error.message}`, `Not loaded: ${error.message}`]), false);
}

const guarded = (act) => () => act().catch(tellFailure);

addEventListener('hashchange', guarded(follow));
addEventListener('visibilitychange', guarded(freshen));
addEventListener('focus', guarded(freshen));
addEventListener('retry', retry);
addEventListener('corrected', () => {
  document.body.dataset.mode = sitting.mode;
  drawView();
  freshenQueue().catch(tellFailure);
});
byId('paper').addEventListener('click', onPaperClick);
byId('record').addEventListener('click', onRecordClick);
byId('skip').addEventListener('click', (event) => {
  event.preventDefault();
  byId('card').focus();
});
byId('language').addEventListener('click', switchLanguage);
byId('open-help').addEventListener('click', openHelp);
setOff(does);
wireQueue();
wireZoom();
wireKeys({ ...does, keys: KEYS, pick, pickMore, move, pan });
drawHead();
drawHelp();
await guarded(follow)();
