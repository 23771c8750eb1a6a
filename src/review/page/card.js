// The value in hand: what the paper shows there, what was read, the other likely readings, what was found, and what can be done about it.
// Surprise: it is drawn anew with each choice, but never while somebody types in it.

import { said } from './address.js';
import { editorOf } from './editor.js';
import { findingOf } from './finding.js';
import { byId, make } from './make.js';
import { confidenceMark, kindMark, percentOf } from './marks.js';
import { cropOf } from './paper.js';
import { cellAt, fieldNameOf, isBindable, placeInHand, sitting, stopInHand } from './sitting.js';
import { levelWord } from './words.js';

/** `does` is what the buttons set off, by the name of the deed. */
export function drawCard(does) {
  const card = byId('card');
  if (sitting.hand === null) return card.replaceChildren(idle());
  const stop = stopInHand();
  card.replaceChildren(
    ...[
      headOf(stop),
      sitting.hand.places.length > 1 ? placeTabs(does) : null,
      sitting.mode === 'bind' ? bindHelp(does) : readingOf(does),
      stop === null ? null : findingOf(stop.diagnostic, does),
    ].filter((part) => part !== null),
  );
}

function idle() {
  if (sitting.view === null) return make('p', { class: 'empty' }, '');
  const doubts = sitting.stops.filter(({ diagnostic }) => diagnostic.level === 'doubt').length;
  const told =
    sitting.stops.length === 0
      ? [
          '这张表没有待处理的问题。按 ] 看下一张。',
          'Nothing is left to settle in this form. Press ] for the next.',
        ]
      : [
          `存疑 ${doubts} 处，共 ${sitting.stops.length} 处待看。按 J 开始。`,
          `${doubts} doubts, ${sitting.stops.length} things to look at. Press J to begin.`,
        ];
  return make('p', { class: 'empty' }, said(told));
}

function headOf(stop) {
  const { field } = sitting.hand;
  const level = stop?.diagnostic.level;
  const turn = stop === null ? '' : `${sitting.at + 1} / ${sitting.stops.length}`;
  return make(
    'header',
    {},
    level ? make('span', { class: `pill ${level}` }, said(levelWord(level))) : null,
    make('h2', {}, fieldNameOf(field)),
    make('span', { class: 'turn' }, turn),
  );
}

function placeTabs(does) {
  const tabs = sitting.hand.places.map((_, at) =>
    make(
      'button',
      { type: 'button', 'aria-pressed': String(at === sitting.hand.active), click: () => does.part(at) },
      said([`第 ${at + 1} 格`, `Cell ${at + 1}`]),
    ),
  );
  return make(
    'div',
    { class: 'parts', role: 'group', 'aria-label': said(['由这些格合成', 'Made of these cells']) },
    tabs,
  );
}

function readingOf(does) {
  const place = placeInHand();
  const cell = place === null ? null : cellAt(place);
  if (cell === null) return unplaced(does);
  return make(
    'div',
    { class: 'reading' },
    cropOf(cell.place),
    sitting.mode === 'edit' ? editorOf(cell, does) : choicesOf(cell, does),
  );
}

function unplaced(does) {
  const told = make(
    'p',
    { class: 'aside' },
    said(['纸上没有找到说明此值的格。', 'No cell on the paper states this value.']),
  );
  return make(
    'div',
    { class: 'reading' },
    make('div', { class: 'said' }, told, deeds(does, ['bind', 'undo'])),
  );
}

/** What the picture may say, likeliest first; the first is what was read. */
export function candidatesOf(cell) {
  const first = { text: cell.text, probability: cell.confidence };
  return [first, ...cell.readings.filter(({ text }) => text !== cell.text)].slice(0, 9);
}

/** Characters from which a text is prose, and set smaller. */
const LONG = 60;

function choicesOf(cell, does) {
  const candidates = candidatesOf(cell);
  const items = candidates.length < 2 ? [] : candidates.map((each, at) => candidate(each, at, does));
  return make(
    'div',
    { class: 'said' },
    make(
      'p',
      { class: 'read-as' },
      make('span', { class: 'aside' }, said(['读作', 'Read as'])),
      make(
        'strong',
        { class: cell.text.length > LONG ? 'long' : null },
        cell.text || said(['（空白）', '(blank)']),
      ),
      make('span', { class: 'how' }, markOf(cell)),
    ),
    items.length === 0
      ? null
      : make('ol', { class: 'candidates', 'aria-label': said(['可能的读法', 'Likely readings']) }, items),
    deeds(does, ['accept', 'edit', 'bind', 'undo']),
  );
}

function markOf(cell) {
  const before = cell.read === null ? null : make('s', {}, cell.read || said(['空白', 'blank']));
  if (before !== null) return [kindMark('corrected'), before];
  return confidenceMark(cell.confidence);
}

function candidate({ text, probability }, at, does) {
  return make(
    'li',
    {},
    make(
      'button',
      { type: 'button', disabled: !sitting.view.editable, click: () => does.candidate(at) },
      make('kbd', {}, String(at + 1)),
      make('b', {}, text || said(['空白', 'blank'])),
      make('span', { class: 'aside' }, probability >= 1 ? '100%' : percentOf(probability)),
    ),
  );
}

const DEEDS = {
  accept: ['确认读法', 'Confirm', 'Enter'],
  edit: ['改文字', 'Edit', 'E'],
  bind: ['改指另一格', 'Other cell', 'B'],
  undo: ['撤销', 'Undo', 'U'],
};

function deeds(does, names) {
  const buttons = names.map((name) => {
    const [zh, en, key] = DEEDS[name];
    const cannot = !sitting.view.editable || (name === 'bind' && !isBindable(sitting.hand.field));
    return make(
      'button',
      { type: 'button', class: name, disabled: cannot, 'aria-keyshortcuts': key, click: () => does[name]() },
      said([zh, en]),
      make('kbd', { 'aria-hidden': 'true' }, key),
    );
  });
  return make('div', { class: 'deeds' }, buttons);
}

function bindHelp(does) {
  const picked = sitting.picked.map((place) => cellAt(place)?.text || said(['空白', 'blank']));
  return make(
    'div',
    { class: 'binding' },
    make(
      'p',
      {},
      said(['在左边的纸上选出印着此值的一格。', 'Choose on the paper the cell that prints this value.']),
    ),
    picked.length === 0
      ? null
      : make('p', { class: 'picked' }, said(['已选：', 'Chosen: ']), picked.join(' + ')),
    make(
      'ul',
      { class: 'keys-short' },
      BIND_KEYS.map(([key, zh, en]) => make('li', {}, make('kbd', {}, key), ' ', said([zh, en]))),
    ),
    make(
      'div',
      { class: 'deeds' },
      make(
        'button',
        { type: 'button', click: does.bindNone },
        said(['纸上没有此值', 'Not on the paper']),
        make('kbd', {}, 'Del'),
      ),
      make('button', { type: 'button', click: does.leave }, said(['放弃', 'Leave']), make('kbd', {}, 'Esc')),
    ),
  );
}

const BIND_KEYS = [
  ['← ↑ ↓ →', '移动', 'move'],
  ['Enter', '选定', 'choose'],
  ['Space', '加选多格', 'add one of several'],
];
