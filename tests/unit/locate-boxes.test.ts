// Cells that are each drawn as a box of its own, a gap apart: one grid; and boxes that make none.

import { describe, expect, it } from 'vitest';
import type { Ruling } from '../../src/tree/index.ts';
import { gridRulings, locatedPages, pageOf, textsOf, word } from '../support/pdf/paper.ts';

const box = (x0: number, y0: number, x1: number, y1: number): readonly Ruling[] =>
  gridRulings([x0, x1], [y0, y1]);

/** A title over both columns and two rows below it, the boxes `apart` from one another. */
const sheetOf = (apart: number, around: readonly Ruling[] = []) => {
  const [left, middle, top] = [50, 150, 100];
  const rows = [0, 1].flatMap((row) => {
    const y = top + 24 + row * (20 + apart);
    return [
      ...box(left, y + apart, middle, y + apart + 20),
      ...box(middle + apart, y + apart, middle + apart + 100, y + apart + 20),
    ];
  });
  const printed = [0, 1].flatMap((row) => [
    word(60, top + 24 + (row + 1) * apart + 20 * row + 5, `a${row}`),
    word(160 + apart, top + 24 + (row + 1) * apart + 20 * row + 5, `b${row}`),
  ]);
  return textsOf(
    locatedPages(
      pageOf(
        [word(60, 105, 'title'), printed],
        [...box(left, top, middle + apart + 100, top + 24), ...rows, ...around],
      ),
    ),
  );
};

describe('cells in boxes of their own', () => {
  const known = [
    [
      ['title', '·'],
      ['a0', 'b0'],
      ['a1', 'b1'],
    ],
  ];

  it.each([1, 2.25, 3, 3.4, 3.6, 4.5, 5.25])('make a grid %f points apart', (apart) => {
    expect(sheetOf(apart)).toEqual(known);
  });

  it.each([2.25, 3.4, 4.5])('make a grid within a frame %f points around them', (apart) => {
    expect(sheetOf(apart, box(50 - apart, 100 - apart, 250 + 2 * apart, 164 + 3 * apart))).toEqual(known);
  });

  it('make no grid side by side only, or further apart', () => {
    const row = [0, 1, 2, 3].flatMap((at) => box(50 + 15 * at, 100, 60 + 15 * at, 112));
    const digits = [0, 1, 2, 3].map((at) => word(52 + 15 * at, 102, String(at)));
    expect(textsOf(locatedPages(pageOf([digits], row)))).toEqual([]);
    expect(sheetOf(12)).toEqual([]);
  });

  it('leave a table its lowest rows, through which its lines run', () => {
    const rulings = gridRulings([50, 150, 250], [100, 120, 125, 145]);
    const printed = [word(60, 105, 'a'), word(160, 105, 'b'), word(60, 130, 'c'), word(160, 130, 'd')];
    expect(textsOf(locatedPages(pageOf([printed], rulings)))[0]).toHaveLength(3);
  });
});
