// What follows the total: headings and their prose. A row of one text without a label is a remark.

import { partOf, pieceOf } from '../form/piece.ts';
import { conceptIn } from '../form/vocabulary.ts';
import type { Cell } from '../tree/nodes.ts';
import type { Draft } from './draft.ts';
import { isAmount, isSignature } from './role.ts';
import { printed, type Row } from './rows.ts';

/** Longer than this it is prose, not a heading. Headings seen: up to 22 characters with layout blanks. */
const LONGEST_HEADING = 30;

export function bindNarrative(draft: Draft, rows: readonly Row[]): void {
  let index = 0;
  for (const row of rows) {
    if (index > 0 && bindBelow(draft, row, index - 1)) continue;
    if (bindRow(draft, row, index)) index += 1;
  }
}

/** The text of a heading that stood alone in the row above. */
function bindBelow(draft: Draft, row: Row, index: number): boolean {
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

function bindSingle(draft: Draft, row: Row, index: number): boolean {
  const [cell] = printed(row);
  if (!cell) return false;
  const piece = pieceOf(cell);
  const [, heading, text] = INLINE.exec(cell.text) ?? [];
  if (heading && text && conceptIn('narrative', heading)) {
    draft.bind(`/narrative/${index}/heading`, partOf(piece, heading));
    draft.bind(`/narrative/${index}/text`, partOf(piece, text));
    return true;
  }
  if (!conceptIn('narrative', cell.text)) {
    draft.remark(piece);
    return false;
  }
  draft.bind(`/narrative/${index}/heading`, piece);
  return true;
}
