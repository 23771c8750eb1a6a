// What is still to look at in the open form, doubts first: the list under the queue.

import { said } from './address.js';
import { byId, make } from './make.js';
import { fieldNameOf, sitting } from './sitting.js';
import { levelWord, ruleTitle } from './words.js';

export function drawStops(take) {
  const { stops } = sitting;
  byId('stops-title').textContent = said([`本表待看 ${stops.length}`, `In this form: ${stops.length}`]);
  byId('stops').replaceChildren(
    ...stops.map((stop, at) =>
      make(
        'li',
        {},
        stopButton(stop, () => take(at)),
      ),
    ),
  );
  markStop();
}

function stopButton({ diagnostic, field }, click) {
  const { level, code } = diagnostic;
  return make(
    'button',
    { type: 'button', class: `stop ${level}`, tabindex: '-1', click },
    make('span', { class: 'pill' }, said(levelWord(level))),
    make('span', { class: 'rule' }, said(ruleTitle(code))),
    field === null || field === '/' ? null : make('span', { class: 'where' }, fieldNameOf(field)),
  );
}

export function markStop() {
  const buttons = [...document.querySelectorAll('#stops button')];
  const current = sitting.stops.findIndex(({ key }) => key === sitting.hand?.key);
  for (const [at, button] of buttons.entries()) {
    if (at === current) button.setAttribute('aria-current', 'true');
    else button.removeAttribute('aria-current');
    button.tabIndex = at === Math.max(0, current) ? 0 : -1;
  }
  buttons[current]?.scrollIntoView({ block: 'nearest' });
}
