// Fonts that say nothing of their characters: numbers of glyphs that are taken for characters are not read as text.

import { describe, expect, it } from 'vitest';
import { readingOf } from '../support/pdf/read.ts';
import { FIRST_EXTRA, pdfOf, strokeOf, textAt } from '../support/pdf/writer.ts';

const OBJECTS = [
  `<< /Type /Font /Subtype /Type0 /BaseFont /ABCDEF+Own /Encoding /Identity-H /DescendantFonts [${FIRST_EXTRA + 1} 0 R] >>`,
  `<< /Type /Font /Subtype /CIDFontType2 /BaseFont /ABCDEF+Own /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor ${FIRST_EXTRA + 2} 0 R /DW 500 >>`,
  '<< /Type /FontDescriptor /FontName /ABCDEF+Own /Flags 4 /FontBBox [0 -200 1000 800] /ItalicAngle 0 /Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 >>',
];

/** Codes of a font without a map to Unicode, a line of them, beside other content. */
async function notesOf(lines: readonly (readonly number[])[], other = ''): Promise<readonly string[]> {
  const shown = lines.map((codes, at) => {
    const hex = codes.map((code) => code.toString(16).padStart(4, '0')).join('');
    return `BT /Own 10 Tf 20 ${250 - 15 * at} Td <${hex}> Tj ET`;
  });
  const content = `${shown.join(' ')} ${other} ${strokeOf(10, 10, 290, 10, 1)}`;
  const sheet = { width: 600, height: 300, content, fonts: `/Own ${FIRST_EXTRA} 0 R` };
  const { said } = await readingOf(pdfOf([sheet], { objects: OBJECTS }));
  return said.map(({ message }) => message.en);
}

const codesOf = (text: string, shift = 0) => Array.from(text, (char) => (char.codePointAt(0) ?? 0) + shift);
const UNREAD = expect.stringContaining('lacks character codes');
const PROSE = Array.from({ length: 8 }, (_, at) =>
  textAt(20, 120 - 13 * at, 10, 'a line of plain prose that can be read'),
).join(' ');

describe('text without a map to Unicode is read from its picture', () => {
  it('where its codes come out as nothing', async () => {
    expect(await notesOf([[1, 2, 3, 4, 5, 6]])).toContainEqual(UNREAD);
  });

  it('where it is the numbers of a page, glyph 19 for the digit 0', async () => {
    const numbers = Array.from({ length: 4 }, () => codesOf('20231234', -29));
    expect(await notesOf(numbers, PROSE)).toContainEqual(UNREAD);
  });

  it('where it is strewn over scripts that do not go together', async () => {
    const strewn = Array.from({ length: 60 }, (_, at) => 300 + ((at * 7919) % 19_000));
    expect(await notesOf([strewn])).toContainEqual(UNREAD);
  });

  it('where glyphs are numbered from 33 on as they come', async () => {
    const numbered = Array.from({ length: 150 }, (_, at) => 33 + at);
    expect(await notesOf([numbered])).toContainEqual(UNREAD);
  });
});

describe('text is believed', () => {
  it('where its codes are its characters', async () => {
    expect(await notesOf([codesOf('项目支出绩效自评表，得分①≥98%'), codesOf('年初预算数（万元）')])).toEqual(
      [],
    );
  });

  it('in a script of elsewhere', async () => {
    expect(await notesOf([codesOf('الميزانية العامة للدولة'), codesOf('งบประมาณประจำปี')])).toEqual([]);
  });

  it('with a few bullets that come out as nothing', async () => {
    expect(await notesOf([[1, 1, 1, 1]], PROSE)).toEqual([]);
  });

  it('when it is program text', async () => {
    const program = `{ "name": "total", "rows": [1, 2, 3] } if (a[0] > b && c != d) { x = y; }`;
    expect(await notesOf([codesOf(program)])).toEqual([]);
  });
});
