// Long PDFs: only the pages that can hold a form are worked on, all others are left empty.
// Surprise: a page without a hint is worked on where it comes after a form's table, and where its picture alone can tell.

import { expect, it } from 'vitest';
import { readingOf } from '../support/pdf/read.ts';
import { fileOf, streamObject } from '../support/pdf/writer.ts';

const PAGES = 30;
const PROSE = '本年度单位运行正常';
const GRID = Array.from({ length: 6 }, (_, at) => {
  const place = 20 + 10 * at;
  return `${place} 20 m ${place} 70 l S 20 ${place} m 70 ${place} l S`;
}).join(' ');

/** A page of one line, and of a grid of six by six lines where `ruled`. */
function contentOf(text: string, ruled: boolean): string {
  const codes = Array.from(text, (char) => char.charCodeAt(0).toString(16).padStart(4, '0')).join('');
  return `BT /F1 20 Tf 1 0 0 1 40 100 Tm <${codes}> Tj ET ${ruled ? GRID : ''}`;
}

function longPdf(contents: readonly string[]): Uint8Array {
  const first = 6;
  const kids = contents.map((_, at) => `${first + 2 * at} 0 R`).join(' ');
  const pages = contents.flatMap((content, at) => [
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 400 200] /Resources << /Font << /F1 3 0 R >> >> /Contents ${first + 2 * at + 1} 0 R >>`,
    streamObject(content),
  ]);
  const file = fileOf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${kids}] /Count ${contents.length} >>`,
    '<< /Type /Font /Subtype /Type0 /BaseFont /SimSun /Encoding /UniGB-UCS2-H /DescendantFonts [4 0 R] >>',
    '<< /Type /Font /Subtype /CIDFontType2 /BaseFont /SimSun /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /FontDescriptor 5 0 R /DW 1000 >>',
    '<< /Type /FontDescriptor /FontName /SimSun /Flags 4 /FontBBox [0 -141 1000 859] /ItalicAngle 0 /Ascent 859 /Descent -141 /CapHeight 683 /StemV 80 >>',
    ...pages,
  ]);
  return new TextEncoder().encode(file);
}

/** A scan of 40 by 20 grey pixels over the whole page. */
const SCAN = `q 400 0 0 200 0 0 cm BI /W 40 /H 20 /CS /G /BPC 8 /F /AHx ID ${'c0'.repeat(800)}> EI Q `;

/**
 * Numbers of the pages that were worked on: page 3 is ruled, 12 names a form and is ruled, 13 goes on with it, 14 ends it, 20 names three columns of one,
 * 25 is a scan with a page number.
 */
async function workedOn(formsOnly: boolean): Promise<readonly number[]> {
  const contents = Array.from({ length: PAGES }, (_, at) => {
    const number = at + 1;
    if (number === 12) return contentOf('项目支出绩效自评表', true);
    if (number === 20) return contentOf('一级指标二级指标得分', false);
    if (number === 25) return SCAN + contentOf('－25－', false);
    return contentOf(PROSE, number === 3 || number === 13);
  });
  const { document } = await readingOf(longPdf(contents), { formsOnly });
  const worked = (document?.pages ?? []).filter(({ words, picture }) => words.length > 0 || picture !== null);
  expect(document?.carrier).toBe('pdf');
  return worked.map(({ number }) => number);
}

it('a long document is worked on where it can hold a form', async () => {
  expect(await workedOn(true)).toEqual([12, 13, 14, 20, 25]);
});

it('a long document is worked on throughout where any table is asked for', async () => {
  expect(await workedOn(false)).toHaveLength(PAGES);
});
