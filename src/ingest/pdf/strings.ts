// A line on which strings lie over one another (a text that overflows its cell, print over a row of underscores) → its pieces, each as it was printed.
// Surprise: only such a line is taken apart; elsewhere the place of a glyph says more than the order of printing, which is the program's own affair.

import type { Glyph } from './marks.ts';

/** Ems by which neighbours of one text may lie over one another: italics and kerning stay below. */
const KERNED = 0.25;
/** … where one of them is a full-width mark, of which half is blank, and is closed up. */
const CLOSED_UP = 0.6;
/** … and where one is an accent, which some programs print over its letter as a character of its own. */
const ACCENTED = 1;
/** Ems without print from which a piece ends: something else may be printed there. */
const HOLE = 0.45;
/** Ems up to which one string goes on with another without a doubt; further away the ends of all texts of the line are compared. */
const TIGHT = 0.1;

const MARK = /[\u3000-\u303F\uFF01-\uFF0F\uFF1A-\uFF20\uFF3B-\uFF40\uFF5B-\uFF65\u2013-\u2026\u00B7]/;
const ACCENT = /^[\u0060\u005E\u007E\u00A8\u00AF\u00B4\u00B8\u02B0-\u036F]$/;

/** Whether two neighbours lie over one another further than those of one text do. */
export function isOver(last: Glyph, glyph: Glyph): boolean {
  const overlap = last.to - glyph.from;
  return overlap > KERNED * em(last, glyph) && overlap > roomOf(last, glyph) * em(last, glyph);
}

function em(a: Glyph, b: Glyph): number {
  return Math.max(Math.min(a.em, b.em), 1);
}

function roomOf({ text: a }: Glyph, { text: b }: Glyph): number {
  if (ACCENT.test(a) || ACCENT.test(b)) return ACCENTED;
  return MARK.test(a) || MARK.test(b) ? CLOSED_UP : KERNED;
}

/**
 * Whether a line that is sorted by place goes back and forth between texts that lie over one another; blanks may. A single such place is a bracket set
 * tight or a wrong width, and parts nothing.
 */
export function isShuffled(line: readonly Glyph[]): boolean {
  let last: Glyph | null = null;
  let switches = 0;
  for (const glyph of line) {
    if (glyph.isSpace) continue;
    if (last && glyph.order !== last.order + 1 && isOver(last, glyph)) switches++;
    last = glyph;
  }
  return switches > 1;
}

/** `isOverlaid`: it lies over another one, so that it has left its own place on the line, and a ruling across it is no wall. */
export interface Piece {
  readonly glyphs: readonly Glyph[];
  readonly isOverlaid: boolean;
}

/** What was printed in one go without a blank or a hole, from left to right. */
export function piecesOf(line: readonly Glyph[]): readonly Piece[] {
  const pieces: Glyph[][] = [];
  let last: Glyph | null = null;
  for (const glyph of line.toSorted((a, b) => a.order - b.order)) {
    const piece = pieces.at(-1);
    if (piece && last && !glyph.isSpace && goesOn(last, glyph)) piece.push(glyph);
    else if (!glyph.isSpace) pieces.push([glyph]);
    last = glyph;
  }
  return weighed(pieces.sort((a, b) => (a[0]?.from ?? 0) - (b[0]?.from ?? 0)));
}

function weighed(pieces: readonly (readonly Glyph[])[]): readonly Piece[] {
  const overlaid = new Set<readonly Glyph[]>();
  let furthest: readonly Glyph[] = [];
  for (const piece of pieces) {
    const [end, first] = [furthest.at(-1), piece[0]];
    if (end && first && isOver(end, first)) overlaid.add(furthest).add(piece);
    if (!end || (piece.at(-1)?.to ?? 0) > end.to) furthest = piece;
  }
  return pieces.map((glyphs) => ({ glyphs, isOverlaid: overlaid.has(glyphs) }));
}

function goesOn(last: Glyph, glyph: Glyph): boolean {
  if (last.isSpace) return false;
  const gap = (glyph.from - last.to) / em(last, glyph);
  if (last.string === glyph.string) return gap <= HOLE && glyph.from >= last.from;
  return gap <= TIGHT && !isOver(last, glyph);
}
