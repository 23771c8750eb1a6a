// The record, laid out like the form: head, funding, goal, indicators with their merged levels, total, prose. Every value is a button.
// Surprise: a blank is a button too, since a person may say which cell states it.

import { said } from './address.js';
import { byId, make } from './make.js';
import { deedsOf } from './marks.js';
import { evaluation, placesOf, sitting } from './sitting.js';
import { value } from './value.js';
import { words } from './words.js';

export function drawRecord() {
  const record = byId('record');
  const { scrollTop } = record;
  const form = evaluation();
  record.replaceChildren(...(form === null ? [noForm()] : partsOf(form)));
  record.scrollTop = scrollTop;
}

function noForm() {
  const told =
    sitting.view === null
      ? ['从左边选一张表', 'Choose a form on the left']
      : ['此文件中没有读出自评表', 'No form was read in this file'];
  return make('p', { class: 'empty' }, said(told));
}

/** What every value needs to know: what people did, and which fields something was found in. */
function scopeOf(form) {
  const worst = new Map();
  for (const { diagnostic } of sitting.stops.toReversed()) {
    if (diagnostic.fields[0] !== undefined) worst.set(diagnostic.fields[0], diagnostic.level);
  }
  return { form, deeds: deedsOf(sitting.view), worst, names: sitting.view.names[sitting.form] };
}

function partsOf(form) {
  const scope = scopeOf(form);
  return [
    sourcePart(),
    headPart(scope),
    rowsPart(scope, 'funding', AMOUNTS),
    goalPart(scope),
    indicatorsPart(scope),
    narrativePart(scope),
  ].filter((part) => part !== null);
}

/** Where nothing had to be recognized that is said once, and not of each value. */
function sourcePart() {
  const { carrier } = sitting.view.report.source;
  if (carrier === 'scan') return null;
  const told = [
    '电子文本，无需识别：各值可信度均为 100%',
    'Electronic text, nothing to recognize: every value has confidence 100%',
  ];
  return make('p', { class: 'aside' }, said(told));
}

function section(name, ...body) {
  return make(
    'section',
    { class: `part ${name}`, 'aria-label': said(SECTION_WORDS[name]) },
    make('h3', {}, said(SECTION_WORDS[name])),
    body,
  );
}

const SECTION_WORDS = {
  head: ['项目', 'Project'],
  funding: ['项目资金', 'Funding'],
  goal: ['年度总体目标', 'Goal'],
  indicators: ['绩效指标', 'Indicators'],
  narrative: ['自评结果分析', 'Narrative'],
};

const HEAD = [
  'title',
  'projectName',
  'projectCode',
  'supervisor',
  'supervisorCode',
  'implementer',
  'fiscalYear',
  'amountUnit',
  'class',
];
const SELDOM = new Set(['projectCode', 'supervisorCode']);

function headPart(scope) {
  const shown = HEAD.filter((name) => scope.form[name] !== null || !SELDOM.has(name));
  const items = shown.map((name) =>
    make(
      'div',
      { class: name },
      make('dt', {}, said(words.fields[`/${name}`])),
      make('dd', {}, value(scope, `/${name}`)),
    ),
  );
  return section('head', make('dl', {}, items));
}

const AMOUNTS = ['label', 'initialBudget', 'adjustedBudget', 'executed', 'weight', 'executionRate', 'score'];

function columnWord(name) {
  return said(words.columnNames[name] ?? [name, name]);
}

function rowsPart(scope, kind, columns) {
  const rows = scope.form[kind];
  if (rows.length === 0) return null;
  const head = columns.map((name) => make('th', { scope: 'col', class: name }, columnWord(name)));
  const body = rows.map((_, at) =>
    make(
      'tr',
      {},
      columns.map((name) => make('td', { class: name }, value(scope, `/${kind}/${at}/${name}`))),
    ),
  );
  return section(kind, make('table', {}, make('thead', {}, make('tr', {}, head)), make('tbody', {}, body)));
}

function goalPart(scope) {
  const sides = ['/goal/expected', '/goal/achieved'];
  const head = sides.map((field) => make('th', { scope: 'col' }, said(words.fields[field])));
  const body = sides.map((field) => make('td', {}, value(scope, field)));
  return section(
    'goal',
    make('table', {}, make('thead', {}, make('tr', {}, head)), make('tbody', {}, make('tr', {}, body))),
  );
}

const INDICATOR = [
  'level1',
  'level2',
  'level3',
  'target',
  'adjustedTarget',
  'actual',
  'weight',
  'score',
  'deviation',
];

function indicatorsPart(scope) {
  const { indicators } = scope.form;
  const columns = INDICATOR.filter(
    (name) => name !== 'adjustedTarget' || indicators.some((row) => row[name] !== null),
  );
  const head = columns.map((name) => make('th', { scope: 'col', class: name }, columnWord(name)));
  const body = indicators.map((row, at) => indicatorRow(scope, columns, at, row.partOf !== null));
  return section(
    'indicators',
    make(
      'table',
      {},
      make('thead', {}, make('tr', {}, head)),
      make('tbody', {}, body),
      make('tfoot', {}, totalRow(scope, columns)),
    ),
  );
}

function indicatorRow(scope, columns, at, isPart) {
  const cells = columns.map((name) => {
    const rows = rowsShared(scope, name, at);
    return rows === 0
      ? null
      : make(
          'td',
          { class: name, rowspan: rows > 1 ? rows : null },
          value(scope, `/indicators/${at}/${name}`),
        );
  });
  return make('tr', { class: isPart ? 'partial' : null }, cells);
}

/** How many rows a merged cell covers from here on; 0 where it began above. */
function rowsShared({ form }, name, at) {
  const placeOf = (row) => placesOf(`/indicators/${row}/${name}`).join();
  const place = placeOf(at);
  if (place === '') return 1;
  if (at > 0 && placeOf(at - 1) === place) return 0;
  let end = at + 1;
  while (end < form.indicators.length && placeOf(end) === place) end += 1;
  return end - at;
}

function totalRow(scope, columns) {
  const before = columns.indexOf('weight');
  return make(
    'tr',
    {},
    make('th', { scope: 'row', colspan: before }, said(words.fields['/total'])),
    make('td', { class: 'weight' }, value(scope, '/total/weight')),
    make('td', { class: 'score' }, value(scope, '/total/score')),
    make('td', { class: 'deviation' }, value(scope, '/total/grade')),
  );
}

function narrativePart(scope) {
  const { narrative } = scope.form;
  if (narrative.length === 0) return null;
  const blocks = narrative.map((_, at) =>
    make(
      'div',
      { class: 'prose' },
      value(scope, `/narrative/${at}/heading`),
      value(scope, `/narrative/${at}/text`),
    ),
  );
  return section('narrative', blocks);
}
