// Title lines and label–value rows into the fields that head a form: title, year, project, supervisor, implementer, unit.
// Surprise: the year and the unit of amounts stand almost anywhere, so every text above the indicators is asked for them.

import type { Pointer } from '../diagnostic/diagnostic.ts';
import type { Piece } from '../form/form.ts';
import { partOf, pieceOf } from '../form/piece.ts';
import { type Concept, conceptIn } from '../form/vocabulary.ts';
import { folded } from '../text/label.ts';
import type { Cell } from '../tree/nodes.ts';
import type { Draft } from './draft.ts';
import { isTitle } from './role.ts';
import { printed, type Row } from './rows.ts';
import type { Sections } from './sections.ts';

type Label = Concept<'header'>;

const FIELDS: Partial<Record<Label, Pointer>> = {
  projectName: '/projectName',
  projectCode: '/projectCode',
  supervisor: '/supervisor',
  supervisorCode: '/supervisorCode',
  implementer: '/implementer',
  fiscalYear: '/fiscalYear',
  totalScore: '/total/score',
  grade: '/total/grade',
  amountUnit: '/amountUnit',
};

/** A form on its way, and what its 单位名称 says: it names a department's form, and in others who carries the project out. */
interface Header {
  readonly draft: Draft;
  readonly units: Piece[];
}

export function bindHeader(draft: Draft, sections: Sections): void {
  const above = [...sections.lines.map(pieceOf), ...sections.titles.flatMap(printed).map(pieceOf)];
  bindTitle(draft, above);
  const header = { draft, units: [] };
  for (const row of sections.header) bindPairs(header, row);
  for (const line of sections.lines) bindInline(header, pieceOf(line));
  draft.bind(draft.has('/projectName') ? '/implementer' : '/projectName', ...header.units);
  bindYear(draft, [...above, ...sections.header.flatMap(printed).map(pieceOf)]);
  bindUnit(draft, sections, above);
}

function bindTitle(draft: Draft, above: readonly Piece[]): void {
  const titles = above.filter((piece) => isTitle(piece.text));
  const title = titles.find((piece) => /自评/.test(folded(piece.text))) ?? titles[0];
  if (title) draft.bind('/title', title);
}

/** Each label takes the first printed cell between it and the next label. */
function bindPairs(header: Header, row: Row): void {
  let label: Label | null = null;
  for (const cell of row.fresh) {
    const concept = conceptIn('header', cell.text);
    if (concept !== null) label = printedLabel(header, concept);
    else if (bindInline(header, pieceOf(cell))) label = null;
    else if (cell.text.trim() !== '') label = take(header, label, cell);
  }
}

/** A unit is missing only where its label is printed: a department's form names itself alone. */
function printedLabel({ draft }: Header, label: Label): Label {
  if (label === 'supervisor' || label === 'implementer') draft.print(label);
  return label;
}

function take(header: Header, label: Label | null, cell: Cell): null {
  if (label === null || !states(label)) header.draft.remark(pieceOf(cell));
  else bindNamed(header, label, pieceOf(cell));
  return null;
}

function states(label: Label): boolean {
  return label === 'unitName' || FIELDS[label] !== undefined;
}

const CODED = /^[[(（【]?([0-9][0-9A-Za-z]{2,})[\])）】]?[-—_\s]*(\D.*)$/su;
const CODE_AFTER = /^(.*?[^\d\s—_-])\s*(?:[[(（【]([0-9]{3,})[\])）】]|[—_\s-]\s*([0-9]{3,}))$/su;

/** The supervisor's cell often begins with its code: `016山西省…`. */
function bindNamed({ draft, units }: Header, label: Label, piece: Piece): void {
  const field = FIELDS[label];
  const [, code, name] = (field === '/supervisor' && CODED.exec(piece.text.trim())) || [];
  const [, before, bracketed, after = bracketed] =
    (field === '/supervisor' && CODE_AFTER.exec(piece.text.trim())) || [];
  if (field === '/fiscalYear') bindYearIn(draft, piece);
  else if (code && name) bindCoded(draft, piece, { code, name });
  else if (before && after) bindCoded(draft, piece, { code: after, name: before });
  else if (field) draft.bind(field, piece);
  else if (units.length === 0) units.push(piece);
}

function bindCoded(draft: Draft, piece: Piece, parts: { code: string; name: string }): void {
  draft.bind('/supervisorCode', partOf(piece, parts.code));
  draft.bind('/supervisor', partOf(piece, parts.name));
}

const INLINE = /^([^:：]{2,12})[:：]\s*(\S.*)$/su;
/** What may follow a value in its line: the next label with a colon, or the unit of the amounts. */
const NEXT_LABEL = /\s+[^\s:：]{2,12}[:：].*$/su;
const UNIT_LABEL = /\s*[(（]?\s*(?:金额)?单位\s*[:：]\s*(?:百万|千万|万|亿|千)?元.*$/su;
/** 填报单位：（盖章）某局: a note of the label. */
const STAMP = /^\s*[(（]?(?:盖章|公章|签章|加盖公章)[)）]?\s*/u;

/** `项目名称：某项目` in one cell or line; several of them may stand in one line. */
function bindInline(header: Header, piece: Piece): boolean {
  const [, label, rest] = INLINE.exec(piece.text.trim()) ?? [];
  const concept = label ? conceptIn('header', label) : null;
  if (concept) printedLabel(header, concept);
  if (!concept || !rest) return false;
  const value = rest.replace(UNIT_LABEL, '').replace(NEXT_LABEL, '').replace(STAMP, '');
  const bound = states(concept) && value !== '';
  if (bound) bindNamed(header, concept, partOf(piece, value));
  const next = NEXT_LABEL.exec(rest)?.[0];
  if (next) bindInline(header, partOf(piece, next));
  return bound;
}

const YEAR = /(?:19|20)\d\d|二[〇○零][〇○零一二三四五六七八九]{2}(?=年)/;
const WITH_YEAR = new RegExp(`(?:${YEAR.source})年`);
const YEAR_ALONE = new RegExp(`^\\(?(?:${YEAR.source})年度?\\)?$`);
const WITH_FISCAL_YEAR = new RegExp(`(?:${YEAR.source})年度`);

function bindYear(draft: Draft, above: readonly Piece[]): void {
  const title = above.find((piece) => isTitle(piece.text) && WITH_YEAR.test(folded(piece.text)));
  const line = above.find((piece) => YEAR_ALONE.test(folded(piece.text)));
  const any = above.find((piece) => WITH_FISCAL_YEAR.test(folded(piece.text)));
  const piece = title ?? line ?? any;
  if (piece) bindYearIn(draft, piece);
}

/** `2020年度` states 2020; a text without a year is a remark. */
function bindYearIn(draft: Draft, piece: Piece): void {
  const year = YEAR.exec(folded(piece.text))?.[0];
  if (year) draft.bind('/fiscalYear', partOf(piece, year));
  else draft.remark(piece);
}

/** Bounded: brackets that hold more than a few words hold prose. */
const IN_BRACKETS = /[(（【][^()（）]{0,30}?((?:百万|千万|万|亿|千)?元)[^()（）]{0,30}[)）】]/u;
const AFTER_LABEL = /单位\s*[:：]?\s*((?:百万|千万|万|亿|千)?元)/u;
const IN_AMOUNT = /^-?[\d,.]+\s*((?:百万|千万|万|亿|千)?元)$/u;

/** The unit of amounts: in the fund block's label, in a line of its own, in a heading, or in the amounts themselves. */
function bindUnit(draft: Draft, sections: Sections, above: readonly Piece[]): void {
  const funding = [...sections.funding.headings, ...sections.funding.body]
    .flatMap((row) => row.cells)
    .map(pieceOf);
  const header = sections.header.flatMap(printed).map(pieceOf);
  const places: readonly (readonly [readonly Piece[], RegExp])[] = [
    [funding, IN_BRACKETS],
    [[...above, ...header], AFTER_LABEL],
    [[...above, ...header], IN_BRACKETS],
    [funding, IN_AMOUNT],
  ];
  for (const [pieces, pattern] of places) {
    const piece = pieces.find(({ text }) => pattern.test(text.trim()));
    const unit = piece && pattern.exec(piece.text.trim())?.[1];
    if (piece && unit) draft.bind('/amountUnit', partOf(piece, unit));
  }
}
