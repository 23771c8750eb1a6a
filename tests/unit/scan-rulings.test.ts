// Rulings in ink: what is a rule of the table, and what only stands in line with one.
// Surprise: the ink is drawn by hand, in heights of a character of 28 pixels, as a page of 200 dots per inch has them.

import { expect, it } from 'vitest';
import type { Ink } from '../../src/ingest/scan/raster.ts';
import { rulesOf } from '../../src/ingest/scan/rulings.ts';

const EM = 28;

function drawn(width: number, height: number, boxes: readonly (readonly number[])[]): Ink {
  const bits = new Uint8Array(width * height);
  for (const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] of boxes) {
    for (let y = y0; y < y1; y++) bits.fill(1, y * width + x0, y * width + x1);
  }
  return { width, height, bits };
}

/** A table of 400 by 560: level rules at 40, 140, 300 and 500, and between the two middle ones an upright rule at 200. */
const RULES = [
  [20, 40, 380, 44],
  [20, 140, 380, 144],
  [20, 300, 380, 304],
  [20, 500, 380, 504],
  [20, 40, 24, 504],
  [376, 40, 380, 504],
  [200, 140, 204, 304],
];

function uprightsAt(x: number, ink: Ink): number[][] {
  return rulesOf(ink, EM, ink)
    .plumb.filter(({ at }) => Math.abs(at - x) < 4)
    .map(({ from, to }) => [from, to]);
}

it('keeps a short rule whose ends strokes of characters stand in line with', () => {
  expect(uprightsAt(202, drawn(400, 560, RULES))).toEqual([[140, 304]]);
  const strokes = [
    [203, 76, 206, 96],
    [203, 108, 206, 128],
    [198, 316, 201, 336],
    [198, 348, 201, 368],
  ];
  const found = uprightsAt(202, drawn(400, 560, [...RULES, ...strokes]));
  expect(found.map(([from = 0, to = 0]) => [Math.abs(from - 142) < 4, Math.abs(to - 302) < 4])).toEqual([
    [true, true],
  ]);
});

it('joins the pieces of a broken rule', () => {
  const broken = [...RULES.slice(0, -1), [200, 140, 204, 230], [200, 240, 204, 304]];
  expect(uprightsAt(202, drawn(400, 560, broken))).toEqual([[140, 304]]);
});

it('keeps a short rule that strokes in line with it would make too long to hang on others', () => {
  const low = [
    [20, 40, 380, 44],
    [20, 84, 380, 88],
    [20, 500, 380, 504],
    [20, 40, 24, 504],
    [376, 40, 380, 504],
    [200, 40, 204, 88],
    [202, 96, 205, 125],
  ];
  expect(uprightsAt(202, drawn(400, 560, low))).toEqual([[40, 88]]);
});

it('takes a row of strokes for no open end of a rule', () => {
  const strokes = [88, 116, 144, 172].map((x) => [x, 300, x + 23, 304]);
  const frame = RULES.filter(([, y]) => y !== 300).slice(0, -1);
  const rules = [...frame, [200, 140, 204, 504], [200, 300, 380, 304], ...strokes];
  const ink = drawn(400, 560, rules);
  const found = rulesOf(ink, EM, ink).level.filter(({ at }) => Math.abs(at - 301) < 4);
  expect(found.map(({ from }) => Math.abs(from - 202) < 4)).toEqual([true]);
});
