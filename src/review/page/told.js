// What is told in passing: what a correction changed (politely), and what went wrong (until it is set right).

import { said } from './address.js';
import { byId, make } from './make.js';

/** Milliseconds: long enough to read two lines. */
const SHOWN = 6_000;
let timer = 0;

export function say(text) {
  byId('trouble').replaceChildren();
  const status = byId('status');
  status.textContent = text;
  status.classList.add('fresh');
  clearTimeout(timer);
  timer = setTimeout(() => status.classList.remove('fresh'), SHOWN);
}

export function warn(text, canRetry) {
  const button = canRetry
    ? make(
        'button',
        { type: 'button', id: 'retry', click: () => dispatchEvent(new CustomEvent('retry')) },
        said(['重试', 'Retry']),
        make('kbd', {}, 'R'),
      )
    : null;
  const close = make(
    'button',
    { type: 'button', click: hush, 'aria-label': said(['关闭提示', 'Close this message']) },
    '×',
  );
  byId('trouble').replaceChildren(make('p', {}, text), ...[button, close].filter((part) => part !== null));
}

function hush() {
  byId('trouble').replaceChildren();
}
