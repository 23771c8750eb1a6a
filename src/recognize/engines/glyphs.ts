// A small classifier of single glyphs, for numbers and signs: cuts → lattices of one step a glyph.
// Surprise: it knows only 27 signs and "something else"; where it sees something else it says so, and has no opinion on the line.

import type { Choice, Crop, Engine, Lattice, Step } from '../engine.ts';
import { FEATURES, type Glyph, glyphsOf } from '../glyphs.ts';
import stored from './glyph-weights.json' with { type: 'json' };

/** What stands for a glyph that is no number and no sign. */
export const OTHER = '\uFFFD';

const CLASSES: readonly string[] = [...stored.classes, OTHER];
const HIDDEN = stored.hidden;
/** Choices below this are left out of a step. */
const LEAST_PROBABILITY = 1e-5;
/** Glyphs in a line above which it is prose: not worth looking at. */
const MOST_GLYPHS = 40;
/** In widths of a digit, from middle to middle. Measured on 4,000 pairs in seven faces: side by side at most 1.42, over a point at least 1.50. */
const OVER_A_POINT = 1.46;
/** Something stood in such a gap, and too little ink is left of it to see what. */
const FADED: readonly Choice[] = [
  { char: '.', probability: 0.97 },
  { char: '', probability: 0.03 },
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

/** A glyph and what it may be. */
interface Seen {
  readonly glyph: Glyph;
  readonly choices: readonly Choice[];
}

/** Empty for prose and for white. Between two glyphs stands a sure blank, so that "11" stays two. */
function latticeOf(crop: Crop, net: Net): Lattice {
  const glyphs = glyphsOf(crop);
  if (glyphs.length > MOST_GLYPHS) return [];
  const seen = glyphs.map((glyph): Seen => ({ glyph, choices: choicesOf(glyph, net) }));
  const digit = digitWidth(seen);
  return seen.flatMap(({ glyph, choices }, at): Step[] => [
    { at: middle(glyph) / crop.width, choices },
    { at: glyph.x1 / crop.width, choices: BLANK },
    ...(isFaded(seen[at], seen[at + 1], digit) ? [{ at: glyph.x1 / crop.width, choices: FADED }] : []),
  ]);
}

const BLANK: readonly Choice[] = [{ char: '', probability: 1 }];

function middle({ x0, x1 }: Glyph): number {
  return (x0 + x1) / 2;
}

/** The usual width of a digit's ink; 1 is narrower than the room that it takes. Infinite where there is no other. */
function digitWidth(seen: readonly Seen[]): number {
  const widths = seen
    .filter(({ choices }) => /[02-9]/.test(choices[0]?.char ?? ''))
    .map(({ glyph }) => glyph.x1 - glyph.x0)
    .sort((a, b) => a - b);
  return widths[widths.length >> 1] ?? Number.POSITIVE_INFINITY;
}

/** True where two digits stand as far apart as if a point stood between them. */
function isFaded(left: Seen | undefined, right: Seen | undefined, digit: number): boolean {
  if (!left || !right || !isDigit(left) || !isDigit(right)) return false;
  return middle(right.glyph) - middle(left.glyph) > OVER_A_POINT * digit;
}

function isDigit({ choices }: Seen): boolean {
  return /\d/.test(choices[0]?.char ?? '');
}

function choicesOf({ features }: Glyph, net: Net): Choice[] {
  const hidden = layer(features, net.first, net.firstBias).map((value) => Math.max(0, value));
  const scores = layer(hidden, net.second, net.secondBias);
  const most = Math.max(...scores);
  const powers = scores.map((score) => Math.exp(score - most));
  const sum = powers.reduce((total, power) => total + power, 0);
  return CLASSES.map((char, at) => ({ char, probability: (powers[at] ?? 0) / sum }))
    .filter((choice) => choice.probability >= LEAST_PROBABILITY)
    .sort((a, b) => b.probability - a.probability);
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
