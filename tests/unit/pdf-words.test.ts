// Glyphs to words where texts lie over one another, and where letters are spaced.

import { describe, expect, it } from 'vitest';
import { readingOf } from '../support/pdf/read.ts';
import { pdfOf, strokeOf, textAt } from '../support/pdf/writer.ts';

async function textsOf(content: string): Promise<readonly string[]> {
  const { document } = await readingOf(pdfOf([{ width: 400, height: 200, content }]));
  return (document?.pages[0]?.words ?? []).map((word) => word.text);
}

/** Each character as a string of its own, 5.56 points wide, as digits of Helvetica at 10 points are. */
const oneByOne = (x: number, y: number, text: string) =>
  Array.from(text, (char, at) => textAt(x + 5.56 * at, y, 10, char)).join(' ');

describe('texts on one line', () => {
  it('that lie over one another are not shuffled', async () => {
    expect(await textsOf(`${textAt(20, 100, 10, '123456789')} ${textAt(52, 100, 10, '0000.00')}`)).toEqual([
      '123456789',
      '0000.00',
    ]);
  });

  it('are not shuffled where they were printed letter by letter, the right one first', async () => {
    expect(await textsOf(`${oneByOne(52, 100, '000000')} ${oneByOne(20, 100, '123456789')}`)).toEqual([
      '123456789',
      '000000',
    ]);
  });

  it('that overflow their cell are not parted at its border', async () => {
    const border = strokeOf(50, 80, 50, 120, 0.5);
    const beside = textAt(52, 100, 10, '0000.00');
    expect(await textsOf(`${border} ${textAt(20, 100, 10, '123456789')} ${beside}`)).toEqual([
      '123456789',
      '0000.00',
    ]);
  });

  it('are kept apart from the underscores that they are printed over', async () => {
    expect(
      await textsOf(`${textAt(20, 100, 10, 'Score:____________')} ${textAt(70, 100, 10, '92.5')}`),
    ).toEqual(['Score:____________', '92.5']);
  });

  it('go on with the text that ends where they begin', async () => {
    const over = textAt(24, 100, 10, '777');
    expect(await textsOf(`${textAt(20, 100, 10, '1234')} ${over} ${textAt(42.24, 100, 10, '5678')}`)).toEqual(
      ['12345678', '777'],
    );
  });

  it('are joined in the order of their places where they do not lie over one another', async () => {
    const [chars, digits] = [textAt(31.12, 100, 10, 'ab'), `BT /F1 10 Tf 20 100 Td [(12) -1112 (34)] TJ ET`];
    expect(await textsOf(`${digits} ${chars}`)).toEqual(['12ab34']);
  });

  it('are not parted by a bracket that is set tight', async () => {
    expect(await textsOf(`${textAt(20, 100, 10, '(12')} ${textAt(31.3, 100, 10, ')')}`)).toEqual(['(12)']);
  });
});

describe('spaced letters', () => {
  const spaced = (points: number, text: string) => `BT /F1 10 Tf ${points} Tc 20 100 Td ${text} ET`;

  it('are one word where their string spaces them evenly', async () => {
    expect(await textsOf(spaced(4, '(1234.56) Tj'))).toEqual(['1234.56']);
    expect(await textsOf(spaced(4, '(1234) Tj (.56) Tj'))).toEqual(['1234.56']);
    expect(await textsOf(`q 2 0 0 2 0 0 cm BT /F1 5 Tf 50 Tz 4 Tc 10 50 Td (12) Tj ET Q`)).toEqual(['12']);
  });

  it('end at a blank, and at a gap of the string', async () => {
    expect(await textsOf(spaced(4, '(12 34) Tj'))).toEqual(['12', '34']);
    expect(await textsOf(spaced(4, '[(12) -400 (34)] TJ'))).toEqual(['12', '34']);
  });

  it('are not evenly spaced where the string moves back after most of them', async () => {
    expect(await textsOf(spaced(2.8, '[(45) 280 (5) 280 (9)] TJ'))).toEqual(['4', '559']);
  });

  it('of two columns stay apart', async () => {
    const columns = `BT /F1 10 Tf 4 Tc 20 100 Td (12) Tj 25 0 Td (34) Tj ET`;
    expect(await textsOf(columns)).toEqual(['12', '34']);
    expect(await textsOf(spaced(12, '(123) Tj'))).toEqual(['1', '2', '3']);
  });
});
