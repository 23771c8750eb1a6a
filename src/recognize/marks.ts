// A reading of a line and the line's ink → the same reading with every mark that has two widths (, ， : ： …) in the one that is printed.
// Surprise: the engine writes either as it pleases, since both look alike in a crop; only the white around the mark tells them apart.

import { halfWidth } from '../text/width.ts';
import type { Crop, Lattice } from './engine.ts';
import { inkRuns, type Run } from './ink.ts';

const FULL: Readonly<Record<string, string>> = {
  ',': '，',
  ':': '：',
  ';': '；',
  '(': '（',
  ')': '）',
  '!': '！',
  '?': '？',
};

/** In heights of print. Room of a mark with the white on both sides, beyond what parts two characters: half-width up to 0.35, full-width from 0.8 … */
const WIDE_ROOM = 0.58;
/** … and the white on its open side alone, where the other side is another mark's: up to 0.15, and from 0.35. */
const WIDE_GAP = 0.25;
/** White between two characters where the line does not show it. */
const USUAL_GAP = 0.1;
/** A run at least as wide is a character's. */
const CHARACTER = 0.6;
/** How far from where the engine saw a mark its ink may lie. */
const NEAR = 0.7;
/** Marks are narrower than this; low ones are lower than this; brackets are higher than this. */
const NARROW = 0.42;
const LOW = 0.55;
const HIGH = 0.65;

/** One mark of a text: its place in the text, and whether it is printed wide; null where the paper does not tell. */
interface Mark {
  readonly at: number;
  readonly char: string;
  readonly wide: boolean | null;
}

export function withPrintedWidths(text: string, lattice: Lattice, crop: Crop): string {
  const chars = [...text];
  if (!chars.some(isMark)) return text;
  const places = placesOf(chars, lattice);
  const runs = inkRuns(crop);
  const marks = chars.flatMap((char, at): Mark[] =>
    isMark(char) ? [{ at, char: halfWidth(char), wide: widthAt(at, { chars, places, runs, crop }) }] : [],
  );
  for (const mark of marks) {
    const wide = mark.wide ?? likeOthers(mark, marks);
    if (wide !== null) chars[mark.at] = wide ? (FULL[mark.char] ?? mark.char) : mark.char;
  }
  return chars.join('').replace(/ *([，：；（）！？]) */g, '$1');
}

function isMark(char: string | undefined): boolean {
  return char !== undefined && halfWidth(char) in FULL;
}

/** What most of the line's other marks are: the same ones if there are any. */
function likeOthers({ char }: Mark, marks: readonly Mark[]): boolean | null {
  const told = marks.filter(({ wide }) => wide !== null);
  const alike = told.filter((mark) => isBracket(mark.char) === isBracket(char));
  const asked = alike.length > 0 ? alike : told;
  if (asked.length === 0) return null;
  return asked.filter(({ wide }) => wide).length * 2 > asked.length;
}

function isBracket(char: string): boolean {
  return char === '(' || char === ')';
}

/** Where each character was seen, as part of the crop's width; null for one that the likeliest path does not hold. */
function placesOf(chars: readonly string[], lattice: Lattice): readonly (number | null)[] {
  const seen = likeliestPath(lattice);
  let next = 0;
  return chars.map((char) => {
    const found = seen.findIndex((one, at) => at >= next && halfWidth(one.char) === halfWidth(char));
    if (found < 0 || found > next + 2) return null;
    next = found + 1;
    return seen[found]?.at ?? null;
  });
}

interface Sight {
  readonly char: string;
  readonly at: number;
}

/** The likeliest character of every step, repetitions joined. */
function likeliestPath(lattice: Lattice): readonly Sight[] {
  const tops = lattice.map(({ at, choices }) => ({ char: choices[0]?.char ?? '', at }));
  return tops.filter(({ char }, at) => char !== '' && char !== tops[at - 1]?.char);
}

interface Line {
  readonly chars: readonly string[];
  readonly places: readonly (number | null)[];
  readonly runs: readonly Run[];
  readonly crop: Crop;
}

function widthAt(at: number, { chars, places, runs, crop }: Line): boolean | null {
  const place = places[at];
  const char = halfWidth(chars[at] ?? '');
  if (place === null || place === undefined) return null;
  const found = inkOf(char, place * crop.width, { runs, crop });
  const run = runs[found];
  if (!run) return null;
  const before = runs[found - 1];
  const after = runs[found + 1];
  const left = before && !isMark(chars[at - 1]) ? run.x0 - before.x1 : null;
  const right = after && !isMark(chars[at + 1]) ? after.x0 - run.x1 : null;
  const usual = usualGap(runs, crop.print);
  if (left !== null && right !== null)
    return left + run.x1 - run.x0 + right - 2 * usual > WIDE_ROOM * crop.print;
  const open = char === '(' ? left : right;
  return open === null ? null : open - usual > WIDE_GAP * crop.print;
}

/** White between two whole characters of the line: the median. */
function usualGap(runs: readonly Run[], print: number): number {
  const isCharacter = (run: Run | undefined) => run !== undefined && run.x1 - run.x0 > CHARACTER * print;
  const gaps = runs
    .flatMap((run, at) =>
      isCharacter(run) && isCharacter(runs[at + 1]) ? [(runs[at + 1]?.x0 ?? 0) - run.x1] : [],
    )
    .sort((a, b) => a - b);
  return gaps[gaps.length >> 1] ?? USUAL_GAP * print;
}

/** The run that is shaped like the mark and nearest to its place; −1 where there is none near. */
function inkOf(char: string, x: number, { runs, crop }: Pick<Line, 'runs' | 'crop'>): number {
  const off = (run: Run) => Math.abs((run.x0 + run.x1) / 2 - x);
  let best = -1;
  for (const [at, run] of runs.entries()) {
    const nearest = runs[best];
    if (!isShapedLike(char, run, crop.print) || off(run) > NEAR * crop.print) continue;
    if (!nearest || off(run) < off(nearest)) best = at;
  }
  return best;
}

function isShapedLike(char: string, { x0, x1, y0, y1 }: Run, print: number): boolean {
  if (x1 - x0 > NARROW * print) return false;
  if (isBracket(char)) return y1 - y0 > HIGH * print;
  return char === ',' ? y1 - y0 < LOW * print : true;
}
