// A small classifier of single glyphs, for numbers and signs: cuts → lattices of one step a glyph.
// Surprise: it knows only 27 signs and "something else"; where it sees something else it says so, and has no opinion on the line.

import type { Choice, Crop, Engine, Lattice, Step } from '../engine.ts';
import { FEATURES, type Glyph, glyphsOf, HEIGHT, joinedGlyph, settingOf } from '../glyphs.ts';
import stored from './glyph-weights.json' with { type: 'json' };
import { digitHeight, isDigit, type Seen, withRingsJoined } from './rings.ts';

/** What stands for a glyph that is no number and no sign. */
export const OTHER = '\uFFFD';
/** A glyph whose likeliest sign is below this is one on which the classifier has no opinion. */
export const LEAST_OPINION = 0.5;

const CLASSES: readonly string[] = [...stored.classes, OTHER];
const HIDDEN = stored.hidden;
/** Choices below this are left out of a step. */
const LEAST_PROBABILITY = 1e-5;
/** Glyphs in a line above which it is prose: not worth looking at. */
const MOST_GLYPHS = 40;
/** In heights of print. Measured: one digit in a hundred is lower than 0.63, all of them broken; = and ═ are at most 0.46 high. */
const LOWEST_DIGIT = 0.35;
const HIGHEST_BAR = 0.55;
/** Width by height. */
const WIDEST_DIGIT = 1.2;
const WIDEST_PERCENT = 1.6;
/**
 * In heights of the line's digits, from middle to middle: room for a point between two of them. Measured on 3,100 pairs of office, fax and photo in seven
 * faces: side by side at most 0.93, over a point at least 0.97.
 */
const OVER_A_POINT = 0.95;
/** Something stood in such a gap, and too little ink is left of it to see what. */
const FADED: readonly Choice[] = [
  { char: '.', probability: 0.97 },
  { char: '', probability: 0.03 },
];
/** What looks like a point where there is no room for one is a piece of a broken digit. */
const BROKEN_OFF: readonly Choice[] = [
  { char: '', probability: 0.97 },
  { char: '.', probability: 0.03 },
];

/** Two layers; weights as stored, whole numbers with a scale for each output. */
interface Net {
  readonly first: Float32Array;
  readonly second: Float32Array;
  readonly firstBias: Float32Array;
  readonly secondBias: Float32Array;
}

export function openGlyphs(): Engine {
  const net = netOf(Buffer.from(stored.weights, 'base64'), Buffer.from(stored.scales, 'base64'));
  return {
    name: 'glyphs',
    read: async (crops) => crops.map((crop) => latticeOf(crop, net)),
    close: async () => {},
  };
}

function netOf(weights: Buffer, scales: Buffer): Net {
  const whole = new Int8Array(weights.buffer, weights.byteOffset, weights.length);
  const numbers = Float32Array.from({ length: scales.length / 4 }, (_, at) => scales.readFloatLE(4 * at));
  const classes = CLASSES.length;
  const split = FEATURES * HIDDEN;
  const firstScale = numbers.subarray(0, HIDDEN);
  const secondScale = numbers.subarray(2 * HIDDEN, 2 * HIDDEN + classes);
  return {
    first: Float32Array.from({ length: split }, (_, at) => (whole[at] ?? 0) * (firstScale[at % HIDDEN] ?? 0)),
    second: Float32Array.from(
      { length: HIDDEN * classes },
      (_, at) => (whole[split + at] ?? 0) * (secondScale[at % classes] ?? 0),
    ),
    firstBias: numbers.subarray(HIDDEN, 2 * HIDDEN),
    secondBias: numbers.subarray(2 * HIDDEN + classes),
  };
}

/** Empty for prose and for white. Between two glyphs stands a sure blank, so that "11" stays two. */
function latticeOf(crop: Crop, net: Net): Lattice {
  const glyphs = glyphsOf(crop);
  if (glyphs.length > MOST_GLYPHS) return [];
  const apart = glyphs.map((glyph): Seen => ({ glyph, choices: choicesOf(glyph, net) }));
  const seen = withoutBrokenOff(withRingsJoined(withBrokenJoined(apart, crop, net)));
  const digit = digitHeight(seen);
  return seen.flatMap(({ glyph, choices }, at): Step[] => [
    { at: middle(glyph) / crop.width, choices },
    { at: glyph.x1 / crop.width, choices: BLANK },
    ...(isFaded(seen[at], seen[at + 1], digit) ? [{ at: glyph.x1 / crop.width, choices: FADED }] : []),
  ]);
}

/** Pieces that one digit or % breaks into, side by side, at most. */
const MOST_PIECES = 4;
/** White between two pieces, at most, in heights of print: digits stand as near to each other, so that this alone joins nothing. */
const BREAK = 0.2;
/** A glyph as likely is what it looks like, and what pieces make together must be as likely. */
const PLAIN = 0.9;
/** A digit at least as high as this part of the highest is no ring of a %. */
const FULL_HEIGHT = 0.85;

/** Glyphs `from` up to `to` as one. */
interface Whole extends Seen {
  readonly from: number;
  readonly to: number;
}

/** A fax breaks thin strokes: pieces that look like nothing apart (halves of 0 like brackets) and together like a digit or % are that. */
function withBrokenJoined(apart: readonly Seen[], crop: Crop, net: Net): readonly Seen[] {
  const line = apart.map(({ glyph }) => glyph);
  const isProse = apart.length > MOST_PIECES && !apart.some(isPlain);
  const spans = isProse ? [] : brokenSpans(apart, crop.print);
  if (spans.length === 0) return apart;
  const setting = settingOf(crop, line);
  const wholes: Whole[] = [];
  const candidates = spans
    .map(([from, to]): Whole => {
      const glyph = joinedGlyph(crop, setting, line.slice(from, to));
      return { from, to, glyph, choices: choicesOf(glyph, net) };
    })
    .filter((whole) => isMadeOf(whole, apart))
    .sort((a, b) => likelihoodOf(b) - likelihoodOf(a));
  for (const whole of candidates)
    if (wholes.every(({ from, to }) => whole.to <= from || to <= whole.from)) wholes.push(whole);
  return apart.flatMap((one, at) => {
    const whole = wholes.find(({ from, to }) => from <= at && at < to);
    if (!whole) return [one];
    return whole.from === at ? [whole] : [];
  });
}

/** Neighbours that hang together without a point among them, at least one of them nothing by itself. */
function brokenSpans(seen: readonly Seen[], print: number): [number, number][] {
  const spans: [number, number][] = [];
  for (const from of seen.keys()) {
    for (let to = from + 2; to <= Math.min(seen.length, from + MOST_PIECES); to++) {
      const parts = seen.slice(from, to);
      const gap = (parts.at(-1)?.glyph.x0 ?? 0) - (parts.at(-2)?.glyph.x1 ?? 0);
      if (gap > BREAK * print || parts.some(isPoint)) break;
      if (!parts.every(isPlain)) spans.push([from, to]);
    }
  }
  return spans;
}

function isPlain(one: Seen): boolean {
  return likelihoodOf(one) >= PLAIN && /[^():\uFFFD]/.test(one.choices[0]?.char ?? '');
}

/** A plain digit or %; where one of its parts is a plain digit of full height, what else there is is dirt, and the digit stays. */
function isMadeOf(whole: Whole, apart: readonly Seen[]): boolean {
  const char = whole.choices[0]?.char ?? '';
  if (!/[\d%]/.test(char) || likelihoodOf(whole) < PLAIN) return false;
  const height = FULL_HEIGHT * digitHeight(apart);
  return apart
    .slice(whole.from, whole.to)
    .filter((part) => isDigit(part) && isPlain(part) && part.glyph.y1 - part.glyph.y0 >= height)
    .every((part) => part.choices[0]?.char === char);
}

function likelihoodOf({ choices }: Seen): number {
  return choices[0]?.probability ?? 0;
}

const BLANK: readonly Choice[] = [{ char: '', probability: 1 }];

function middle({ x0, x1 }: Glyph): number {
  return (x0 + x1) / 2;
}

/** True where two digits stand as far apart as if a point stood between them. */
function isFaded(left: Seen | undefined, right: Seen | undefined, digit: number): boolean {
  return distanceOf(left, right) > OVER_A_POINT * digit;
}

function withoutBrokenOff(seen: readonly Seen[]): readonly Seen[] {
  const digit = digitHeight(seen);
  return seen.map((one, at) =>
    isPoint(one) && distanceOf(seen[at - 1], seen[at + 1]) < OVER_A_POINT * digit
      ? { ...one, choices: BROKEN_OFF }
      : one,
  );
}

function isPoint({ choices }: Seen): boolean {
  return /[.,]/.test(choices[0]?.char ?? '');
}

/** From the middle of a digit to that of another; not a number where one is no digit. */
function distanceOf(left: Seen | undefined, right: Seen | undefined): number {
  if (!left || !right || !isDigit(left) || !isDigit(right)) return Number.NaN;
  return middle(right.glyph) - middle(left.glyph);
}

function choicesOf(glyph: Glyph, net: Net): readonly Choice[] {
  const hidden = layer(glyph.features, net.first, net.firstBias).map((value) => Math.max(0, value));
  const scores = layer(hidden, net.second, net.secondBias);
  const most = Math.max(...scores);
  const powers = scores.map((score) => Math.exp(score - most));
  const sum = powers.reduce((total, power) => total + power, 0);
  const choices = CLASSES.map((char, at) => ({ char, probability: (powers[at] ?? 0) / sum }));
  return fitting(glyph, choices)
    .filter((choice) => choice.probability >= LEAST_PROBABILITY)
    .sort((a, b) => b.probability - a.probability);
}

/** What the glyph's shape rules out is something else: touching digits are taken for a bar, and a worn dash for a 1. */
function fitting(glyph: Glyph, choices: readonly Choice[]): readonly Choice[] {
  const possible = choices.filter(({ char }) => char !== OTHER && isShapedLike(char, glyph));
  const share = possible.reduce((sum, { probability }) => sum + probability, 0);
  return [...possible, { char: OTHER, probability: Math.max(0, 1 - share) }];
}

function isShapedLike(char: string, { x0, x1, y0, y1, features }: Glyph): boolean {
  const height = features[HEIGHT] ?? 0;
  const shape = (x1 - x0) / (y1 - y0);
  if (/\d/.test(char)) return height >= LOWEST_DIGIT && shape <= WIDEST_DIGIT;
  if (char === '%') return shape <= WIDEST_PERCENT;
  return !/[-—=═]/.test(char) || height <= HIGHEST_BAR;
}

function layer(input: Float32Array, weights: Float32Array, bias: Float32Array): Float32Array {
  const output = Float32Array.from(bias);
  const width = bias.length;
  for (let at = 0; at < input.length; at++) {
    const value = input[at] ?? 0;
    if (value === 0) continue;
    for (let to = 0; to < width; to++) {
      output[to] = (output[to] ?? 0) + value * (weights[at * width + to] ?? 0);
    }
  }
  return output;
}
