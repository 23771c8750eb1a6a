// Every key of the page, what it does, and the overlay that says so. A key without a modifier never works while somebody types.
// Surprise: Enter on a button is that button's; only elsewhere does it confirm the reading.

import { said } from './address.js';
import { byId, make } from './make.js';
import { sitting } from './sitting.js';

const KEYS = [
  ['J / K', '下一处、上一处', 'next, previous thing to settle'],
  ['Enter / A', '确认读法无误', 'confirm the reading'],
  ['1 – 9', '选第几个读法', 'choose the reading of that number'],
  ['E', '改这一格的文字', 'edit the text of the cell'],
  ['B', '改指：此值印在另一格', 'bind: another cell states this value'],
  ['U', '撤销上一次更正', 'undo the last correction'],
  ['] / [', '下一张、上一张表', 'next, previous form'],
  ['/', '搜索', 'search'],
  ['G', '在队列、待看、纸面、记录之间移动', 'go round: queue, findings, paper, record'],
  ['← ↑ ↓ →', '在纸面或记录里移动', 'move within paper or record'],
  ['+ − 0', '放大、缩小、适合宽度', 'larger, smaller, fit the width'],
  ['Shift + ← ↑ ↓ →', '移动纸面', 'move the paper'],
  ['R', '重试没有送达的更正', 'send again what was not delivered'],
  ['L', 'English', '中文'],
  ['?', '本说明', 'this help'],
  ['Esc', '放弃、关闭', 'leave, close'],
];

export function drawHelp() {
  const rows = KEYS.map(([key, zh, en]) =>
    make('tr', {}, make('th', { scope: 'row' }, make('kbd', {}, key)), make('td', {}, said([zh, en]))),
  );
  const close = make(
    'button',
    { type: 'button', click: () => byId('help').close() },
    said(['关闭', 'Close']),
    make('kbd', {}, 'Esc'),
  );
  byId('help').replaceChildren(
    make('h2', { id: 'help-title' }, said(['键盘', 'Keys'])),
    make('table', {}, make('tbody', {}, rows)),
    make(
      'p',
      { class: 'aside' },
      said([
        '更正只有两种：一格印着什么，哪一格说明一个值。其余都由程序重新算出。',
        'A correction says one of two things: what a cell prints, or which cell states a value. All else is worked out anew.',
      ]),
    ),
    close,
  );
}

export function openHelp() {
  drawHelp();
  byId('help').showModal();
}

/** `deeds`: what a key does, by its name. */
export function wireKeys(deeds) {
  addEventListener('keydown', (event) => {
    const deed = deedFor(event, deeds);
    if (deed === null) return;
    event.preventDefault();
    deed();
  });
}

function deedFor(event, deeds) {
  if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing || byId('help').open) return null;
  const { target, key } = event;
  if (isTyped(target)) return key === 'Escape' ? () => target.blur() : null;
  if (key.startsWith('Arrow')) return arrowDeed(event, deeds);
  if (sitting.mode === 'bind') return bindDeed(event, deeds);
  if (key === 'Enter' && target.closest('button, a, summary, select') && !target.matches('.cell, .value'))
    return null;
  if (/^[1-9]$/.test(key)) return () => deeds.candidate(Number(key) - 1);
  return deeds.keys[key.length === 1 ? key.toLowerCase() : key] ?? null;
}

function isTyped(target) {
  return target.matches('input, textarea, select');
}

function arrowDeed({ target, key, shiftKey }, deeds) {
  if (shiftKey) return () => deeds.pan(key);
  const pane = target.closest('#paper, #record, #forms, #stops')?.id;
  return pane === undefined ? null : () => deeds.move(pane, target, key);
}

/** While a cell is being picked the other letters rest, except those that move the paper. */
function bindDeed({ target, key }, deeds) {
  const place = target.closest('.cell')?.dataset.place;
  if (key === 'Escape') return deeds.leave;
  if (key === 'Delete' || key === 'Backspace') return deeds.bindNone;
  if (place !== undefined && key === 'Enter') return () => deeds.pick(place);
  if (place !== undefined && key === ' ') return () => deeds.pickMore(place);
  return ['+', '=', '-', '0', '?'].includes(key) ? (deeds.keys[key] ?? null) : null;
}
