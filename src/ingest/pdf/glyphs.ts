// One show-text operator → glyphs with their places on the page, and the pen moved on.
// Surprise: a glyph's box has a fixed height above and below its baseline; the heights in embedded fonts are too often wrong.

import { unradical } from '../../text/width.ts';
import type { Box } from '../../tree/origin.ts';
import { type Glyph, isOnTint, type Marks } from './marks.ts';
import { boxUnder, composed, growthOf, type Matrix, pointUnder, quarterOf } from './matrix.ts';
import { type Pen, type State, shows } from './state.ts';

/** A glyph as the decoder lists it; a bare number in the list is a shift in thousandths. */
export interface Listed {
  readonly unicode?: string;
  readonly width?: number;
  readonly isSpace?: boolean;
  readonly vmetric?: readonly number[] | null;
}

/** Rendering modes: 3 draws nothing, 7 only clips. */
const INVISIBLE = 3;
const CLIP_ONLY = 7;

export function shownText(
  listed: readonly (Listed | number | null)[],
  pen: Pen,
  state: State,
  marks: Marks,
): Pen {
  const toPage = composed(state.matrix, composed(pen.matrix, [1, 0, 0, 1, pen.x, pen.y + state.rise]));
  const inverse = state.fontSize < 0 ? -1 : 1;
  const line = { toPage, stretch: state.scale * inverse, size: Math.abs(state.fontSize), state };
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

interface TextLine {
  readonly toPage: Matrix;
  readonly stretch: number;
  readonly size: number;
  readonly state: State;
}

function advanceOf(item: Listed, { state, size }: TextLine): number {
  const spacing = (item.isSpace ? state.wordSpacing : 0) + state.charSpacing;
  const units = state.face.vertical && item.vmetric ? -(item.vmetric[0] ?? 0) : (item.width ?? 0);
  const width = units * state.face.unit * size;
  return state.face.vertical ? width - spacing : width + spacing;
}

function keepGlyph(item: Listed, at: { run: number; step: number }, line: TextLine, marks: Marks): void {
  const text = printedText(item.unicode ?? '');
  if (text === '') return;
  const { matrix, tilt } = directionOf(line);
  if (tilt === null) {
    marks.counts.slanted++;
    return;
  }
  const box = boxUnder(matrix, glyphBox(item, at, line));
  if (!isOnPaper(box, line.state.clip)) return;
  const seen = inkShows(line.state) || (inkShows(line.state, true) && isOnTint(marks, box));
  marks.glyphs.push(placedGlyph(text, box, { tilt, seen }, line));
}

function directionOf({ toPage, stretch }: TextLine) {
  const [a, b] = toPage;
  const sign = stretch < 0 ? -1 : 1;
  return { matrix: toPage, tilt: quarterOf(a * sign, b * sign) };
}

/** In text space, y up. A vertical glyph hangs under the pen, centred on it. */
function glyphBox(item: Listed, { run, step }: { run: number; step: number }, line: TextLine): Box {
  const { face, charSpacing, wordSpacing } = line.state;
  const { size, stretch } = line;
  if (face.vertical)
    return [-size / 2, -(run + step), size / 2, -run].map((value) => value) as unknown as Box;
  const ink = step - charSpacing - (item.isSpace ? wordSpacing : 0);
  const [from, to] = [run * stretch, (run + ink) * stretch];
  return [Math.min(from, to), -face.descent * size, Math.max(from, to), face.ascent * size];
}

/** A glyph whose middle is clipped away is not seen. */
function isOnPaper(box: Box, clip: Box): boolean {
  const [x, y] = [(box[0] + box[2]) / 2, (box[1] + box[3]) / 2];
  return x >= clip[0] - 1 && x <= clip[2] + 1 && y >= clip[1] - 1 && y <= clip[3] + 1;
}

function placedGlyph(
  text: string,
  box: Box,
  how: { tilt: 0 | 1 | 2 | 3; seen: boolean },
  line: TextLine,
): Glyph {
  const { tilt, seen } = how;
  const { state, size, toPage } = line;
  const turn = state.face.vertical ? (((tilt + 1) % 4) as 0 | 1 | 2 | 3) : tilt;
  const em = size * growthOf(toPage) * (state.face.drawn ? state.face.ascent + state.face.descent : 1);
  const [x, y] = pointUnder(toPage, 0, 0);
  const hidden = state.mode === INVISIBLE || state.mode === CLIP_ONLY || !seen;
  const along = [
    { from: box[0], to: box[2], baseline: y },
    { from: box[1], to: box[3], baseline: -x },
    { from: -box[2], to: -box[0], baseline: -y },
    { from: -box[3], to: -box[1], baseline: x },
  ][turn] ?? { from: box[0], to: box[2], baseline: y };
  return { text, box, turn, tilt, ...along, em, isSpace: text === ' ', hidden };
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

/** Ligatures and radicals as everyday characters; one plain space for any blank; nothing for what prints nothing. */
export function printedText(unicode: string): string {
  if (BLANK.test(unicode)) return ' ';
  const letters = unicode.replace(LIGATURES, (char) => char.normalize('NFKC'));
  return unradical(letters.replace(NOTHING, ''));
}
