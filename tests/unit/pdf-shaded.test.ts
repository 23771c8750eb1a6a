// Cells that only their shading draws: which shades make a grid, and which are bands, headings, or cells that rules draw already.

import { describe, expect, it } from 'vitest';
import { readingOf, tablesIn } from '../support/pdf/read.ts';
import { pdfOf, strokeOf, textAt } from '../support/pdf/writer.ts';

const shade = (x: number, y: number, width: number, height: number) =>
  `0.8 0.87 0.93 rg ${x} ${y} ${width} ${height} re f 0 g`;

/** Rows of shaded cells, each 80 × 20 points, `gap` points from the next. */
const rowsOf = (rows: number, columns: number, gap: number) =>
  Array.from({ length: rows }, (_, row) =>
    Array.from({ length: columns }, (_, column) => {
      const [x, y] = [20 + column * (80 + gap), 160 - row * (20 + gap)];
      return `${shade(x, y, 80, 20)} ${textAt(x + 5, y + 6, 9, `r${row}c${column}`)}`;
    }).join('\n'),
  ).join('\n');

const pdf = (content: string) => pdfOf([{ width: 300, height: 200, content }]);
const rulingsIn = async (content: string) =>
  (await readingOf(pdf(content))).document?.pages[0]?.rulings ?? [];

describe('shaded cells with white gaps between them', () => {
  it.each([1.5, 3, 4.5])('are a table with gaps of %f points', async (gap) => {
    const [table] = await tablesIn(pdf(rowsOf(3, 2, gap)));
    expect(table?.cells.map(({ row, column, text }) => [row, column, text])).toEqual([
      [0, 0, 'r0c0'],
      [0, 1, 'r0c1'],
      [1, 0, 'r1c0'],
      [1, 1, 'r1c1'],
      [2, 0, 'r2c0'],
      [2, 1, 'r2c1'],
    ]);
  });

  it('are none where they touch, are bands over whole rows, or head a table that is not shaded', async () => {
    expect(await rulingsIn(rowsOf(3, 2, 0))).toEqual([]);
    expect(await rulingsIn(rowsOf(4, 1, 1.5))).toEqual([]);
    expect(await rulingsIn(rowsOf(2, 3, 1.5))).toEqual([]);
  });

  it('are none as a heading of two rows whose shades are set in unevenly', async () => {
    const heading = [
      shade(20, 140, 80, 40),
      shade(102, 161.5, 162, 17),
      shade(102, 141.5, 80, 18.5),
      shade(184, 141.5, 80, 18.5),
      shade(20, 118, 80, 20),
    ];
    expect(await rulingsIn([...heading, shade(102, 121, 80, 17)].join('\n'))).toHaveLength(24);
    expect(
      await rulingsIn(
        [...heading.slice(0, 4), shade(266, 161.5, 30, 17), shade(266, 141.5, 30, 18.5)].join('\n'),
      ),
    ).toEqual([]);
  });

  it('are no pictures', async () => {
    const picture = 'BI /W 1 /H 1 /CS /G /BPC 8 /F /AHx ID c0> EI';
    const places = [0, 1, 2, 3, 4, 5].map((at) => `${20 + 42 * (at % 2)} ${140 - 42 * Math.floor(at / 2)}`);
    const content = places.map((place) => `q 40 0 0 40 ${place} cm ${picture} Q`).join(' ');
    expect(await rulingsIn(content)).toEqual([]);
  });

  it('are left to the rules in their gaps', async () => {
    const rules = [100.75, 182.25].map((x) => strokeOf(x, 100, x, 180, 0.5));
    const levels = [137.5, 159].map((y) => strokeOf(20, y, 264, y, 0.5));
    expect(await rulingsIn([rowsOf(3, 3, 1.5), ...rules, ...levels].join('\n'))).toHaveLength(4);
  });
});
