// Glyphs → words: runs on one line without a gap that a reader sees; fake bold (the same glyph twice, a hair apart) is folded into one.
// Surprise: a vertical ruling parts a run even where its glyphs touch, since some programs print a whole row of cells as one string.

import type { Ruling, Word } from '../../tree/nodes.ts';
import type { Box } from '../../tree/origin.ts';
import type { Glyph } from './marks.ts';
import { isOver, isShuffled, piecesOf } from './strings.ts';

/** All in ems. Baselines this near are one line (a superscript's is a third of an em away). */
const ONE_LINE = 0.14;
/** A blank glyph parts words only where it leaves this much room: producers set blanks and move back over them. */
const BLANK_GAP = 0.1;
/** Without a blank glyph a gap parts Latin words from here on (a blank is 0.2–0.33 em wide, kerning below 0.1) … */
const LATIN_GAP = 0.18;
/** … and Chinese from here: justified lines stretch to 0.3, and programs leave 0.25 between Chinese and digits. */
const WIDE_GAP = 0.45;
/** Two equal glyphs nearer than this share of their width are one, printed bold. */
const SAME_PLACE = 0.35;

const WIDE = /[\u2E80-\u9FFF\uF900-\uFAFF\uFF00-\uFFEF\u3000-\u303F]/;

export function wordsOf(glyphs: readonly Glyph[], rulings: readonly Ruling[], page: number): readonly Word[] {
  const walls = wallsOf(rulings);
  return ([0, 1, 2, 3] as const).flatMap((turn) => {
    const turned = glyphs.filter((glyph) => glyph.turn === turn && !glyph.hidden);
    return linesOf(turned).flatMap((line) => lineWords(line, walls, page));
  });
}

function linesOf(glyphs: readonly Glyph[]): readonly (readonly Glyph[])[] {
  const sorted = [...glyphs].sort((a, b) => a.baseline - b.baseline || a.from - b.from);
  const lines: Glyph[][] = [];
  for (const glyph of sorted) {
    const line = lines.at(-1);
    const first = line?.[0];
    const near = ONE_LINE * Math.min(glyph.em, first?.em ?? 0);
    if (line && first && glyph.baseline - first.baseline <= near) line.push(glyph);
    else lines.push([glyph]);
  }
  return lines.map((line) => withoutDoubles(line.sort((a, b) => a.from - b.from)));
}

/** Keeps the first of glyphs that are printed over one another. */
function withoutDoubles(line: readonly Glyph[]): readonly Glyph[] {
  const kept: Glyph[] = [];
  for (const glyph of line) {
    const room = SAME_PLACE * Math.max(glyph.to - glyph.from, 0.2 * glyph.em);
    const isDouble = (other: Glyph) => other.text === glyph.text && Math.abs(glyph.from - other.from) < room;
    if (!kept.slice(-LOOK_BACK).some(isDouble)) kept.push(glyph);
  }
  return kept;
}

/** Whole strings are printed twice, so a glyph's double may lie a few glyphs back in the sorted line. */
const LOOK_BACK = 4;

function lineWords(line: readonly Glyph[], walls: Walls, page: number): readonly Word[] {
  const runs: Glyph[][] = [];
  const pieces = isShuffled(line) ? piecesOf(line) : [{ glyphs: line, isOverlaid: false }];
  for (const { glyphs, isOverlaid } of pieces) keepRuns(runs, glyphs, isOverlaid ? NO_WALLS : walls);
  return runs.map((run) => wordFrom(run, page));
}

function keepRuns(runs: Glyph[][], piece: readonly Glyph[], walls: Walls): void {
  let run = runWithEnd(runs, piece, walls);
  let blank = false;
  for (const glyph of piece) {
    if (glyph.isSpace) {
      blank = true;
      continue;
    }
    const last = run?.at(-1);
    if (run && last && !isParted(last, glyph, blank) && !walls.stand(last, glyph)) run.push(glyph);
    else {
      run = [glyph];
      runs.push(run);
    }
    blank = false;
  }
}

/** The run that a piece goes on with: the one that ends nearest to where it begins. */
function runWithEnd(runs: readonly Glyph[][], [first]: readonly Glyph[], walls: Walls): Glyph[] | undefined {
  if (!first) return undefined;
  const distance = (run: readonly Glyph[]) => Math.abs(first.from - (run.at(-1)?.to ?? 0));
  const fits = (run: readonly Glyph[]) => {
    const last = run.at(-1);
    return last && !isOver(last, first) && !isParted(last, first, false) && !walls.stand(last, first);
  };
  return runs
    .slice(-LOOK_BACK)
    .filter(fits)
    .sort((a, b) => distance(a) - distance(b))[0];
}

function isParted(last: Glyph, glyph: Glyph, blank: boolean): boolean {
  const em = Math.max(Math.min(last.em, glyph.em), 1);
  const gap = (glyph.from - last.to - spacingAfter(last, glyph, em)) / em;
  if (gap < -1) return true;
  if (blank) return gap > BLANK_GAP;
  return gap > (WIDE.test(last.text) || WIDE.test(glyph.text) ? WIDE_GAP : LATIN_GAP);
}

/** Letters that one string spaces evenly are one word; where another string begins, it must stand just where the first one's next letter would. */
function spacingAfter(last: Glyph, { from, string }: Glyph, em: number): number {
  const { spacing } = last;
  if (spacing <= 0 || spacing > MOST_SPACED * em) return 0;
  return last.string === string || Math.abs(from - last.to - spacing) < EVENLY * em ? spacing : 0;
}

/** Ems. Letters further apart than their own height are columns of single letters. */
const MOST_SPACED = 1;
const EVENLY = 0.02;

function wordFrom(run: readonly Glyph[], page: number): Word {
  const text = run.map((glyph) => glyph.text).join('');
  return { text, origin: { on: 'page', page, box: unionOf(run) }, confidence: 1, readings: [] };
}

function unionOf(run: readonly Glyph[]): Box {
  let [x0, y0, x1, y1] = run[0]?.box ?? [0, 0, 0, 0];
  for (const { box } of run) {
    [x0, y0, x1, y1] = [
      Math.min(x0, box[0]),
      Math.min(y0, box[1]),
      Math.max(x1, box[2]),
      Math.max(y1, box[3]),
    ];
  }
  return [x0, y0, x1, y1];
}

interface Walls {
  /** Whether a ruling stands across the line between the middles of two neighbouring glyphs. */
  readonly stand: (last: Glyph, glyph: Glyph) => boolean;
}

const NO_WALLS: Walls = { stand: () => false };

function wallsOf(rulings: readonly Ruling[]): Walls {
  const upright = rulings.filter((ruling) => ruling.x0 === ruling.x1).sort((a, b) => a.x0 - b.x0);
  const xs = upright.map((ruling) => ruling.x0);
  const stand = (last: Glyph, glyph: Glyph) => {
    if (glyph.turn !== 0) return false;
    const [from, to] = [(last.from + last.to) / 2, (glyph.from + glyph.to) / 2];
    const middle = (glyph.box[1] + glyph.box[3]) / 2;
    for (let at = firstFrom(xs, from); at < xs.length && (xs[at] ?? to) < to; at++) {
      const wall = upright[at];
      if (wall && wall.y0 <= middle && middle <= wall.y1 && wall.y1 - wall.y0 >= glyph.em * WALL) return true;
    }
    return false;
  };
  return { stand };
}

/** Ems that a ruling must be high to part words; strokes of outlined letters are lower. */
const WALL = 0.9;

function firstFrom(sorted: readonly number[], value: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
