// What a page's content stream leaves on the paper, operator by operator.

import { describe, expect, it } from 'vitest';
import type { Page } from '../../src/tree/index.ts';
import { readingOf } from '../support/pdf/read.ts';
import { pdfOf, sliverOf, strokeOf, textAt } from '../support/pdf/writer.ts';

async function pageWith(content: string, rotate: 0 | 90 | 180 | 270 = 0): Promise<Page> {
  const { document } = await readingOf(pdfOf([{ width: 300, height: 200, rotate, content }]));
  if (!document?.pages[0]) throw new Error('no page');
  return document.pages[0];
}

const texts = (page: Page) => page.words.map((word) => word.text);
const rounded = (page: Page) =>
  page.rulings.map(({ x0, y0, x1, y1 }) => [x0, y0, x1, y1].map((value) => Math.round(value * 10) / 10));

describe('words', () => {
  it('stand in points from the top left', async () => {
    const page = await pageWith(textAt(50, 150, 10, 'Score'));
    const [word] = page.words;
    expect(word?.text).toBe('Score');
    expect(word?.origin).toMatchObject({ on: 'page', page: 1 });
    const box = word?.origin.on === 'page' ? word.origin.box : [0, 0, 0, 0];
    expect(box[0]).toBeCloseTo(50);
    expect(box[3]).toBeCloseTo(51.5);
  });

  it('are parted at blanks and at gaps without one', async () => {
    const page = await pageWith(`${textAt(20, 100, 10, 'one two')} ${textAt(80, 100, 10, 'three')}`);
    expect(texts(page)).toEqual(['one', 'two', 'three']);
  });

  it('are parted by a rule that runs between touching glyphs', async () => {
    const page = await pageWith(`${textAt(20, 100, 10, '1234')} ${strokeOf(31.1, 80, 31.1, 120, 0.5)}`);
    expect(texts(page)).toEqual(['12', '34']);
  });

  it('are printed once when bold is faked by printing twice', async () => {
    const page = await pageWith(`${textAt(20, 100, 10, '110 22')} ${textAt(20.4, 100, 10, '110 22')}`);
    expect(texts(page)).toEqual(['110', '22']);
  });

  it('are left out when white, transparent or clipped away', async () => {
    const white = `1 1 1 rg ${textAt(20, 100, 10, 'white')} 0 g`;
    const hidden = `BT /F1 10 Tf 3 Tr 1 0 0 1 20 80 Tm (hidden) Tj ET`;
    const clipped = `q 0 0 50 50 re W n BT /F1 10 Tf 0 Tr 1 0 0 1 120 120 Tm (clipped) Tj ET Q`;
    expect(
      texts(await pageWith(`${white} ${hidden} ${clipped} BT 0 Tr ET ${textAt(20, 60, 10, 'seen')}`)),
    ).toEqual(['seen']);
  });

  it('are kept when white on a coloured surface', async () => {
    const page = await pageWith(`0.8 0 0 rg 10 90 200 30 re f 1 1 1 rg ${textAt(20, 100, 10, 'head')}`);
    expect(texts(page)).toEqual(['head']);
  });

  it.each([0, 90, 180, 270] as const)(
    'stand upright on a page turned by its matrix, with /Rotate %i undone',
    async (rotate) => {
      const upright = await pageWith(`BT /F1 10 Tf 0 1 -1 0 100 20 Tm (sideways text) Tj ET`, rotate);
      expect(texts(upright)).toEqual(['sideways', 'text']);
      const [first, second] = upright.words.map((word) =>
        word.origin.on === 'page' ? word.origin.box : [0, 0, 0, 0],
      );
      expect(second?.[0]).toBeGreaterThan(first?.[2] ?? Number.POSITIVE_INFINITY);
      expect(Math.abs((second?.[1] ?? 0) - (first?.[1] ?? 0))).toBeLessThan(0.01);
    },
  );
});

describe('rulings', () => {
  it('come from strokes and from slivers alike', async () => {
    const stroked = await pageWith(strokeOf(20, 100, 120, 100, 1));
    const filled = await pageWith(sliverOf(20, 100, 120, 100, 1));
    expect(rounded(stroked)).toEqual([[20, 100, 120, 100]]);
    expect(rounded(filled)).toEqual(rounded(stroked));
  });

  it('come from a stroked rectangle, through transforms', async () => {
    const page = await pageWith('q 2 0 0 2 10 10 cm 0.5 w 5 5 40 20 re S Q');
    expect(
      rounded(page).toSorted((a, b) => (a[0] ?? 0) - (b[0] ?? 0) || (a[1] ?? 0) - (b[1] ?? 0)),
    ).toHaveLength(4);
    expect(rounded(page)).toContainEqual([20, 180, 100, 180]);
  });

  it('are not made by white lines, bars, slanted lines or what is clipped away', async () => {
    const white = `1 1 1 RG ${strokeOf(20, 100, 120, 100, 1)} 0 0 0 RG`;
    const bar = '20 40 100 12 re f';
    const slanted = strokeOf(20, 20, 80, 60, 1);
    const clipped = `q 0 0 10 10 re W n ${strokeOf(20, 150, 120, 150, 1)} Q`;
    expect((await pageWith(`${white} ${bar} ${slanted} ${clipped}`)).rulings).toEqual([]);
  });

  it('are kept when white between coloured surfaces', async () => {
    const page = await pageWith(
      `0.9 0.7 0.7 rg 10 50 200 100 re f 1 1 1 RG ${strokeOf(20, 100, 120, 100, 1)}`,
    );
    expect(rounded(page)).toEqual([[20, 100, 120, 100]]);
  });
});
