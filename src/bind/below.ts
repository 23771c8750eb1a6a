// Prose below the table: headings and paragraphs that a web page or a letter prints after the last row instead of in it.
// Surprise: only what follows the table at once is the form's own. A report goes on with other matters, which have rates of their own.

import type { Piece } from '../form/form.ts';
import { pieceOf } from '../form/piece.ts';
import { conceptIn } from '../form/vocabulary.ts';
import type { Line, Table } from '../tree/nodes.ts';
import type { Draft } from './draft.ts';
import { inlineIn, LONGEST_HEADING } from './narrative.ts';
import { isSignature, isTitle } from './role.ts';
import type { Item } from './rows.ts';

/** The lines that follow each table, up to the next one: the title of another form may be among them. */
export function linesBelow(items: readonly Item[]): ReadonlyMap<Table, readonly Line[]> {
  const below = new Map<Table, Line[]>();
  let above: Table | null = null;
  for (const item of items) {
    if (item.type === 'row') {
      above = item.table;
      if (!below.has(above)) below.set(above, []);
    } else if (above) below.get(above)?.push(item);
  }
  return below;
}

/** `from` is the number of narratives that the table itself prints. */
export function bindBelow(draft: Draft, lines: readonly Line[], from: number): void {
  for (const [at, { heading, texts }] of passagesIn(lines).entries()) {
    draft.bind(`/narrative/${from + at}/heading`, heading);
    draft.bindAll(`/narrative/${from + at}/text`, texts);
  }
}

/** `level` is that of its heading. */
interface Passage {
  readonly level: number;
  readonly heading: Piece;
  readonly texts: Piece[];
}

function passagesIn(lines: readonly Line[]): readonly Passage[] {
  const passages: Passage[] = [];
  for (const line of lines.filter(({ text }) => text.trim() !== '')) {
    const last = passages.at(-1);
    const next = isAside(line.text) ? null : openedBy(pieceOf(line));
    if (next) passages.push(next);
    else if (last && goesOn(last, line.text)) last.texts.push(pieceOf(line));
    else if (last || !isAside(line.text)) break;
  }
  return passages;
}

function openedBy(piece: Piece): Passage | null {
  const level = levelOf(piece.text) ?? 0;
  const inline = inlineIn(piece);
  if (inline) return { level, heading: inline.heading, texts: [inline.text] };
  return isHeading(piece.text) ? { level, heading: piece, texts: [] } : null;
}

/** A line of prose may begin with the words of a heading, but then it goes on as a sentence. */
function isHeading(text: string): boolean {
  return text.length <= LONGEST_HEADING && !/[，,；;。]/.test(text) && conceptIn('narrative', text) !== null;
}

/** Whoever filled it in, and notes on how to: they may stand between the table and its prose. */
function isAside(text: string): boolean {
  return /^\s*(注|备注|说明|填[表报].{0,6})\s*\d*\s*[:：.、]/.test(text) || isSignature(text);
}

const OTHER_PART = /^\s*(第[一二三四五六七八九十]+部分|附件|附表)/;

/** Prose ends where another matter begins: a heading no deeper than its own, another part of the document, or words that are no sentence, as sites have them below an article. */
function goesOn({ level, texts }: Passage, text: string): boolean {
  if (isAside(text) || isTitle(text) || OTHER_PART.test(text)) return false;
  if (text.length > LONGEST_HEADING || /[；;。]/.test(text)) return true;
  const own = levelOf(text);
  if (own !== null) return own > level;
  return !/[。！？]\s*$/.test(texts.at(-1)?.text ?? '');
}

const NUMBERINGS = [
  /^\s*[一二三四五六七八九十]+、/,
  /^\s*[（(][一二三四五六七八九十]+[）)]/,
  /^\s*\d+[.．、]/,
];

/** How deep a heading is by the way in which it is numbered, 0 at the top; null without a number. */
function levelOf(text: string): number | null {
  const level = NUMBERINGS.findIndex((numbering) => numbering.test(text));
  return level < 0 ? null : level;
}
