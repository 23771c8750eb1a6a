// What follows the total: headings and their prose. A row of one text without a label is a remark.

import type { Piece } from '../form/form.ts';
import { partOf, pieceOf } from '../form/piece.ts';
import { conceptIn, knows } from '../form/vocabulary.ts';
import type { Cell, Table } from '../tree/nodes.ts';
import type { Draft } from './draft.ts';
import { isAmount, isSignature } from './role.ts';
import { printed, type Row } from './rows.ts';

/** Longer than this it is prose, not a heading. Headings seen: up to 22 characters with layout blanks. */
export const LONGEST_HEADING = 30;

/** Gives how many there are. In another table than the form's `own` any two cells would pass for a heading and its text: there the heading must be a known one. */
export function bindNarrative(draft: Draft, rows: readonly Row[], own: ReadonlySet<Table>): number {
  let index = 0;
  for (const row of rows) {
    if (index > 0 && bindUnder(draft, row, index - 1)) continue;
    if (!own.has(row.table) && !isKnown(row)) draft.remark(...printed(row).map(pieceOf));
    else if (bindRow(draft, row, index)) index += 1;
  }
  return index;
}

function isKnown(row: Row): boolean {
  return printed(row).some(({ text }) => knows('narrative', text));
}

/** The text of a heading that stood alone in the row above. */
function bindUnder(draft: Draft, row: Row, index: number): boolean {
  const [text, ...others] = printed(row);
  const open = draft.has(`/narrative/${index}/heading`) && !draft.has(`/narrative/${index}/text`);
  if (!open || !text || others.length > 0 || conceptIn('narrative', text.text) !== null) return false;
  draft.bind(`/narrative/${index}/text`, pieceOf(text));
  return true;
}

function bindRow(draft: Draft, row: Row, index: number): boolean {
  const cells = printed(row);
  const text = cells.at(-1);
  const heading = cells.at(-2);
  if (text && heading && isHeading(heading)) {
    draft.bind(`/narrative/${index}/heading`, pieceOf(heading));
    draft.bind(`/narrative/${index}/text`, pieceOf(text));
    return true;
  }
  if (text && cells.length === 1) return bindSingle(draft, row, index);
  draft.remark(...cells.map(pieceOf));
  return false;
}

/** The last two cells of a row of numbers (another total, a row below it) are no prose. */
function isHeading(cell: Cell): boolean {
  return cell.text.length <= LONGEST_HEADING && !isSignature(cell.text) && !isAmount(cell);
}

const INLINE = /^\s*(?:[一二三四五六七八九十]+、|\d+[.、])?\s*([^:：。，]{2,22})[:：]\s*(\S.*)$/su;

/** A heading with its prose after a colon. */
export function inlineIn(piece: Piece): { readonly heading: Piece; readonly text: Piece } | null {
  const [, heading, text] = INLINE.exec(piece.text) ?? [];
  if (!heading || !text || !conceptIn('narrative', heading)) return null;
  return { heading: partOf(piece, heading), text: partOf(piece, text) };
}

function bindSingle(draft: Draft, row: Row, index: number): boolean {
  const [cell] = printed(row);
  if (!cell) return false;
  const piece = pieceOf(cell);
  const inline = inlineIn(piece);
  if (!inline && !conceptIn('narrative', cell.text)) {
    draft.remark(piece);
    return false;
  }
  draft.bind(`/narrative/${index}/heading`, inline?.heading ?? piece);
  if (inline) draft.bind(`/narrative/${index}/text`, inline.text);
  return true;
}
