// One show-text operator → glyphs with their places on the page, and the pen moved on.
// Surprise: a glyph's box has a fixed height above and below its baseline; the heights in embedded fonts are too often wrong.

import { unradical } from '../../text/width.ts';
import type { Box } from '../../tree/origin.ts';
import { isLost, noTally, type Tally, weigh } from './mapping.ts';
import { type Glyph, isOnTint, type Marks } from './marks.ts';
import { boxUnder, composed, growthOf, type Matrix, pointUnder, quarterOf } from './matrix.ts';
import { type Face, type Pen, type State, shows } from './state.ts';

/** A glyph as the decoder lists it; a bare number in the list is a shift in thousandths. */
export interface Listed {
  readonly unicode?: string;
  readonly width?: number;
  readonly isSpace?: boolean;
  readonly vmetric?: readonly number[] | null;
}

/** What one operator shows. */
export type Shown = readonly (Listed | number | null)[];

/** Rendering modes: 3 draws nothing, 7 only clips. */
const INVISIBLE = 3;
const CLIP_ONLY = 7;

export function shownText(listed: Shown, pen: Pen, state: State, marks: Marks): Pen {
  const line = lineOf(pen, state, listed, marks);
  marks.counts.strings++;
  let run = 0;
  for (const item of listed) {
    if (item === null) continue;
    if (typeof item === 'number') {
      run += ((state.face.vertical ? 1 : -1) * item * line.size) / 1000;
      continue;
    }
    const step = advanceOf(item, line);
    keepGlyph(item, { run, step }, line, marks);
    run += step;
  }
  return state.face.vertical ? { ...pen, y: pen.y - run } : { ...pen, x: pen.x + run * line.stretch };
}

/** Whether a string leaves its letters where its letter spacing puts them, but for gaps; some programs set a wide one and move back after most letters. */
function isEven(listed: Shown): boolean {
  return !listed.some((item) => typeof item === 'number' && item > MOVED_BACK);
}

/** Thousandths of an em; kerning stays below. */
const MOVED_BACK = 150;

/** What all glyphs of one operator share. `tilt` is null where they stand aslant. */
interface TextLine {
  readonly toPage: Matrix;
  readonly stretch: number;
  readonly size: number;
  readonly em: number;
  readonly spacing: number;
  readonly start: readonly [number, number];
  readonly tilt: 0 | 1 | 2 | 3 | null;
  readonly tally: Tally;
  readonly state: State;
}

function lineOf(pen: Pen, state: State, listed: Shown, marks: Marks): TextLine {
  const toPage = composed(state.matrix, composed(pen.matrix, [1, 0, 0, 1, pen.x, pen.y + state.rise]));
  const stretch = state.fontSize < 0 ? -state.scale : state.scale;
  const size = Math.abs(state.fontSize);
  const { face } = state;
  const em = size * growthOf(toPage) * (face.drawn ? face.ascent + face.descent : 1);
  const sign = stretch < 0 ? -1 : 1;
  const tilt = quarterOf(toPage[0] * sign, toPage[1] * sign);
  const along = Math.abs(state.scale) * Math.hypot(toPage[0], toPage[1]);
  const spacing = isEven(listed) && !face.vertical ? state.charSpacing * along : 0;
  const start = pointUnder(toPage, 0, 0);
  return { toPage, stretch, size, em, spacing, start, tilt, state, tally: tallyOf(marks, face) };
}

function advanceOf(item: Listed, { state, size }: TextLine): number {
  const spacing = (item.isSpace ? state.wordSpacing : 0) + state.charSpacing;
  const units = state.face.vertical && item.vmetric ? -(item.vmetric[0] ?? 0) : (item.width ?? 0);
  const width = units * state.face.unit * size;
  return state.face.vertical ? width - spacing : width + spacing;
}

function keepGlyph(item: Listed, at: { run: number; step: number }, line: TextLine, marks: Marks): void {
  const text = printedText(item.unicode ?? '');
  if (text === '' && !isLost(item)) return;
  if (line.tilt === null) {
    marks.counts.slanted++;
    return;
  }
  const box = boxUnder(line.toPage, glyphBox(item, at, line));
  if (!isOnPaper(box, line.state.clip)) return;
  const hidden = !isSeen(box, line.state, marks);
  if (!hidden && text !== ' ') weigh(line.tally, item);
  if (text !== '') marks.glyphs.push(placedGlyph(text, box, line.tilt, { line, hidden, marks }));
}

function tallyOf({ faces }: Marks, face: Face): Tally {
  const known = faces.get(face) ?? noTally();
  faces.set(face, known);
  return known;
}

/** In text space, y up. A vertical glyph hangs under the pen, centred on it. */
function glyphBox(item: Listed, { run, step }: { run: number; step: number }, line: TextLine): Box {
  const { face, charSpacing, wordSpacing } = line.state;
  const { size, stretch } = line;
  if (face.vertical) return [-size / 2, -(run + step), size / 2, -run];
  const from = run * stretch;
  const to = from + (step - charSpacing - (item.isSpace ? wordSpacing : 0)) * stretch;
  return [Math.min(from, to), -face.descent * size, Math.max(from, to), face.ascent * size];
}

/** A glyph whose middle is clipped away is not seen. */
function isOnPaper(box: Box, clip: Box): boolean {
  const x = (box[0] + box[2]) / 2;
  const y = (box[1] + box[3]) / 2;
  return x >= clip[0] - 1 && x <= clip[2] + 1 && y >= clip[1] - 1 && y <= clip[3] + 1;
}

function isSeen(box: Box, state: State, marks: Marks): boolean {
  if (state.mode === INVISIBLE || state.mode === CLIP_ONLY) return false;
  return inkShows(state) || (inkShows(state, true) && isOnTint(marks, box));
}

function placedGlyph(
  text: string,
  box: Box,
  tilt: 0 | 1 | 2 | 3,
  { line, hidden, marks }: { readonly line: TextLine; readonly hidden: boolean; readonly marks: Marks },
): Glyph {
  const turn = line.state.face.vertical ? (((tilt + 1) % 4) as 0 | 1 | 2 | 3) : tilt;
  const [from, to] = alongOf(box, turn);
  const baseline = acrossOf(line.start, turn);
  const { em, spacing } = line;
  const [order, string] = [marks.glyphs.length, marks.counts.strings];
  const isSpace = text === ' ';
  return { text, box, turn, tilt, from, to, baseline, em, order, string, spacing, isSpace, hidden };
}

/** A box's ends along a reading direction; it grows with reading. */
function alongOf([x0, y0, x1, y1]: Box, turn: 0 | 1 | 2 | 3): readonly [number, number] {
  if (turn === 0) return [x0, x1];
  if (turn === 1) return [y0, y1];
  return turn === 2 ? [-x1, -x0] : [-y1, -y0];
}

/** A point's place across a reading direction; it grows from line to line. */
function acrossOf([x, y]: readonly [number, number], turn: 0 | 1 | 2 | 3): number {
  if (turn === 0) return y;
  if (turn === 1) return -x;
  return turn === 2 ? -y : x;
}

/** Modes 0 fill, 1 stroke, 2 both; 4–6 the same and clip. */
function inkShows({ mode, fill, stroke }: State, onTint = false): boolean {
  const kind = mode % 4;
  return (kind !== 1 && shows(fill, onTint)) || (kind !== 0 && shows(stroke, onTint));
}

const LIGATURES = /[\uFB00-\uFB06\uF900-\uFAFF]/g;
const NOTHING =
  /[\u0000-\u0008\u000B\u000E-\u001F\u007F-\u009F\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2064\uFEFF]/g;
const BLANK = /^[\s\u00A0\u2000-\u200A\u202F\u205F\u3000]+$/;

const PRINTED = new Map<string, string>();

/** Ligatures and radicals as everyday characters; one plain space for any blank; nothing for what prints nothing. */
export function printedText(unicode: string): string {
  const known = PRINTED.get(unicode);
  if (known !== undefined) return known;
  const text = everydayText(unicode);
  if (PRINTED.size < MOST_KNOWN) PRINTED.set(unicode, text);
  return text;
}

/** A document uses a few thousand different characters. */
const MOST_KNOWN = 20_000;

function everydayText(unicode: string): string {
  if (BLANK.test(unicode)) return ' ';
  const letters = unicode.replace(LIGATURES, (char) => char.normalize('NFKC'));
  return unradical(letters.replace(NOTHING, ''));
}
