// A finding in the card: the sentence, what is printed and what it comes to, the sum, why, and buttons that lead to the cells it rests on.

import { said } from './address.js';
import { make } from './make.js';
import { fieldNameOf } from './sitting.js';
import { ruleTitle, words } from './words.js';

/** A calculation as the sentences write it: terms, and what they come to. */
const SUM = /-?\d[\d.,…%]*(?:\s[+−×÷-]\s\(?-?\d[\d.,…%]*\)?)+(?:\s=\s-?\d[\d.…]*%?)?/;

export function findingOf(diagnostic, does) {
  const { level, code, message, stated, computed } = diagnostic;
  const sentence = said([message.zh, message.en]);
  const sum = SUM.exec(sentence)?.[0].replace(/[.,]$/, '') ?? null;
  const parts = [
    make('p', { class: 'message' }, elided(sentence, sum)),
    figuresOf(stated, computed),
    reasonsOf(diagnostic, sum),
    groundsOf(diagnostic, does),
    ruleOf(code),
  ];
  const title = make('h3', {}, said(ruleTitle(code)), ' ', make('code', {}, code));
  return make(
    'div',
    { class: `finding-in-hand ${level}` },
    title,
    parts.filter((part) => part !== null),
  );
}

/** Characters from which a sum stands only where it is written out; the sentence keeps its beginning and its end. */
const LONG_SUM = 60;

function elided(sentence, sum) {
  if (sum === null || sum.length < LONG_SUM) return sentence;
  const [terms, result] = sum.split(' = ');
  const start = terms.split(' ').slice(0, 5).join(' ');
  return sentence.replace(sum, () => (result === undefined ? `${start} …` : `${start} … = ${result}`));
}

/** What is printed is worth repeating only beside what it should be. */
function figuresOf(stated, computed) {
  if (computed === null) return null;
  const figure = (kind, name, text) =>
    text === null ? null : make('div', { class: kind }, make('dt', {}, said(name)), make('dd', {}, text));
  return make(
    'dl',
    { class: 'figures' },
    figure('stated', ['表上所印', 'Printed'], stated),
    figure('computed', ['核算', 'Works out as'], computed),
  );
}

function reasonsOf({ explanation }, sum) {
  const explained = explanation === null ? null : said(words.explanations[explanation]);
  const lines = [
    [['算式', 'Sum'], sum],
    [['成因', 'Explanation'], explained],
  ].filter(([, text]) => text !== null);
  if (lines.length === 0) return null;
  return make(
    'dl',
    { class: 'reasons' },
    lines.map(([name, text]) => make('div', {}, make('dt', {}, said(name)), make('dd', {}, text))),
  );
}

/** More would push the record out of sight; they unfold. */
const OPEN_GROUNDS = 4;

function groundsOf({ because, fields }, does) {
  const others = fields.slice(1).filter((field) => !because.some((ground) => ground.field === field));
  const all = [...because, ...others.map((field) => ({ field, text: '' }))];
  if (all.every(({ field }) => field === fields[0])) return null;
  const items = all.map(({ field, text }) =>
    make(
      'li',
      {},
      make(
        'button',
        { type: 'button', class: 'because', click: () => does.look(field) },
        make('span', {}, fieldNameOf(field)),
        make('b', {}, text),
      ),
    ),
  );
  const summary = make('summary', {}, said([`依据 ${all.length} 处`, `Rests on ${all.length}`]));
  return make(
    'details',
    { class: 'grounds', open: all.length <= OPEN_GROUNDS },
    summary,
    make('ul', {}, items),
  );
}

function ruleOf(code) {
  const rule = words.rules[code];
  if (rule === undefined || said(rule.example) === '') return null;
  return make(
    'details',
    { class: 'rule' },
    make('summary', {}, said(['规则：', 'The rule: ']), said(rule.source)),
    make('p', {}, said(['例：', 'Example: ']), said(rule.example)),
  );
}
