// An entry and what was unpacked of it → its page: who and what, then finding by finding what is printed, what it works out as, and why.

import { element } from './elements.js';
import { headingOf, isWanted, pillsOf } from './list.js';
import { picturesOf } from './picture.js';
import { addressWith, levelName, ruleTitle, said } from './state.js';
import { words } from './store.js';

export function entryPage(entry, opened, neighbours) {
  return [
    entryHead(entry, neighbours),
    opened === null ? fullNote() : null,
    ...(opened === null ? [] : findingParts(entry, opened)),
  ].filter((part) => part !== null);
}

function fullNote() {
  const told = said([
    '本页已满，此表的问题见 findings.csv 与 reports 文件夹。',
    'This page is full; see findings.csv and the reports folder for this form.',
  ]);
  return element('p', { class: 'empty' }, told);
}

function entryHead(entry, { before, after }) {
  const number = Number(entry.id.slice(entry.id.lastIndexOf('-') + 1)) + 1;
  const facts = [
    [said(['文件', 'File']), entry.name],
    [said(['第几张表', 'Form']), entry.kind === 'form' ? String(number) : null],
    [said(['标题', 'Title']), entry.project === null ? null : entry.title],
    [said(['单位', 'Body']), entry.body],
    [said(['表类', 'Class']), entry.class === null ? null : said(words.classes[entry.class])],
    [said(['年度', 'Year']), entry.year === null ? null : String(entry.year)],
    [said(['执行率', 'Execution rate']), entry.rate === null ? null : `${entry.rate}%`],
    [said(['得分率', 'Score']), entry.score === null ? null : `${entry.score}%`],
    [said(['编号', 'Id']), entry.id],
  ];
  const known = facts.filter(([, fact]) => fact !== null);
  return element(
    'header',
    {},
    element(
      'nav',
      { 'aria-label': said(['前后', 'Neighbours']) },
      neighbourLink(before, ['← 上一张', '← Previous']),
      neighbourLink(after, ['下一张 →', 'Next →']),
    ),
    element('h2', {}, headingOf(entry)),
    element('p', { class: 'marks' }, pillsOf(entry)),
    element(
      'dl',
      { class: 'facts' },
      known.map(([name, fact]) => element('div', {}, element('dt', {}, name), element('dd', {}, fact))),
    ),
  );
}

function neighbourLink(entry, name) {
  if (entry === undefined) return null;
  return element(
    'a',
    { href: addressWith({ form: entry.id, finding: '' }), title: headingOf(entry) },
    said(name),
  );
}

function findingParts(entry, opened) {
  const wanted = opened.findings.filter((finding) => isWanted(finding));
  const hidden = opened.findings.length - wanted.length;
  return [
    opened.findings.length === 0
      ? element(
          'p',
          { class: 'empty good' },
          said(['这张表没有发现问题。', 'Nothing was found in this form.']),
        )
      : null,
    ...wanted.map((finding) => findingArticle(entry, finding, opened)),
    hidden > 0 ? hiddenNote(hidden) : null,
    opened.more > 0
      ? element(
          'p',
          { class: 'aside' },
          said([`另有 ${opened.more} 处，见 findings.csv`, `${opened.more} more; see findings.csv`]),
        )
      : null,
  ];
}

function hiddenNote(count) {
  const link = element('a', { href: addressWith({ level: '', rule: '' }) }, said(['全部显示', 'Show all']));
  return element(
    'p',
    { class: 'aside' },
    said([`筛选隐去了 ${count} 处。`, `${count} are hidden by the filters. `]),
    link,
  );
}

function findingArticle(entry, finding, opened) {
  const { level, code, at } = finding;
  const pictures = picturesOf(finding, opened);
  return element(
    'article',
    { class: `finding ${level}`, id: `finding-${at}`, tabindex: '-1' },
    element(
      'header',
      {},
      element('span', { class: `pill ${level}` }, levelName(level)),
      element('h3', {}, ruleTitle(code)),
      element('code', {}, code),
      element(
        'a',
        {
          class: 'permalink',
          href: addressWith({ form: entry.id, finding: at }),
          'aria-label': said(['此处的链接', 'Link to this finding']),
        },
        '#',
      ),
    ),
    element('div', { class: 'told' }, ...toldOf(finding)),
    pictures.length === 0 ? null : element('div', { class: 'shown' }, pictures),
  );
}

/** A calculation as the sentences write it: terms, and what they come to. */
const SUM = /\(*-?\d[\d.,…%]*\)*(?:\s[+−×÷-]\s\(*-?\d[\d.,…%]*\)*)+(?:\s=\s-?\d[\d.…]*%?)?/;

function toldOf(finding) {
  const sum = SUM.exec(said(finding.message))?.[0].replace(/[.,]$/, '') ?? null;
  return [
    element('p', { class: 'message' }, elided(said(finding.message), sum)),
    figuresIn(finding),
    element('dl', { class: 'reasons' }, reasonsOf(finding, sum)),
    groundsOf(finding),
    ruleOf(finding.code),
  ].filter((part) => part !== null);
}

/** A long sum is written out below; the sentence keeps its beginning and its end. */
function elided(message, sum) {
  if (sum === null || sum.length < 60) return message;
  const [terms, result] = sum.split(' = ');
  const start = terms.split(' ').slice(0, 5).join(' ');
  return message.replace(sum, () => (result === undefined ? `${start} …` : `${start} … = ${result}`));
}

function figuresIn({ stated, computed }) {
  if (stated === null && computed === null) return null;
  return element('dl', { class: 'figures' }, [
    figureBlock('stated', ['表上所印', 'Printed'], stated),
    figureBlock('computed', ['核算', 'Works out as'], computed),
  ]);
}

function figureBlock(kind, name, text) {
  if (text === null) return null;
  return element(
    'div',
    { class: text.length > 16 ? `${kind} long` : kind },
    element('dt', {}, said(name)),
    element('dd', {}, text),
  );
}

function reasonsOf({ field, place, explanation }, sum) {
  const explained = explanation === null ? null : said(words.explanations[explanation]);
  const reasons = [
    [
      ['位置', 'Place'],
      field === null
        ? null
        : said(field) + (place === null ? '' : said([`（${place[0]}）`, ` (${place[1]})`])),
    ],
    [['算式', 'Sum'], sum],
    [['成因', 'Explanation'], explained],
  ];
  return reasons
    .filter(([, text]) => text !== null)
    .map(([name, text]) => reason(said(name), text, name[1].toLowerCase()));
}

function reason(name, text, kind) {
  return element('div', { class: kind }, element('dt', {}, name), element('dd', {}, text));
}

/** Characters: above it a ground is words to be read, not a figure to be compared with the one below. */
const LONGEST_FIGURE = 20;

function groundsOf({ grounds }) {
  if (grounds.length === 0) return null;
  const items = grounds.map(([zh, en, text]) =>
    element('li', {}, element('span', {}, said([zh, en])), element('b', {}, text)),
  );
  return element(
    'details',
    { class: 'grounds', open: grounds.length <= 4 },
    element(
      'summary',
      {},
      said([
        `依据 ${grounds.length} 处`,
        `Rests on ${grounds.length} ${grounds.length === 1 ? 'statement' : 'statements'}`,
      ]),
    ),
    element('ul', { class: grounds.some(([, , text]) => text.length > LONGEST_FIGURE) && 'prose' }, items),
  );
}

function ruleOf(code) {
  const { source, example } = words.rules[code];
  if (said(source) === '' && said(example) === '') return null;
  return element(
    'details',
    { class: 'rule' },
    element('summary', {}, said(['规则出处：', 'The rule: ']), said(source)),
    element('p', {}, said(['例：', 'Example: ']), said(example)),
  );
}
