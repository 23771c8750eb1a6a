// Chinese fonts by character identifiers: what is printed comes out of their character maps, embedded or named.
// Surprise: the texts are bytes in the font's own coding, written as hexadecimal strings; no font program is embedded.

import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../src/diagnostic/index.ts';
import type { Page } from '../../src/tree/index.ts';
import { located, readingOf } from '../support/pdf/read.ts';
import { fileOf, streamObject, strokeOf } from '../support/pdf/writer.ts';

interface Printed {
  /** What /Encoding says: a name, or a reference to the first of `objects`. */
  readonly encoding: string;
  readonly text: string;
  readonly ordering?: string;
  /** Objects from number 8 on. */
  readonly objects?: readonly string[];
  readonly font?: string;
  readonly rotate?: number;
  readonly drawing?: string;
}

async function pageWith(printed: Printed): Promise<{ page: Page; said: readonly Diagnostic[] }> {
  const { encoding, text, ordering = 'GB1', objects = [], font = '', rotate = 0, drawing = '' } = printed;
  const content = `BT /F1 20 Tf 1 0 0 1 40 100 Tm <${text}> Tj ET ${drawing}`;
  const file = fileOf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 400 200] /Rotate ${rotate} /Resources << /Font << /F1 4 0 R >> >> /Contents 7 0 R >>`,
    `<< /Type /Font /Subtype /Type0 /BaseFont /SimSun /Encoding ${encoding} /DescendantFonts [5 0 R] ${font} >>`,
    `<< /Type /Font /Subtype /CIDFontType2 /BaseFont /SimSun /CIDSystemInfo << /Registry (Adobe) /Ordering (${ordering}) /Supplement 2 >> /FontDescriptor 6 0 R /DW 1000 >>`,
    '<< /Type /FontDescriptor /FontName /SimSun /Flags 4 /FontBBox [0 -141 1000 859] /ItalicAngle 0 /Ascent 859 /Descent -141 /CapHeight 683 /StemV 80 >>',
    streamObject(content),
    ...objects,
  ]);
  const { document, said } = await readingOf(new TextEncoder().encode(file));
  const page = document && located(document).pages[0];
  if (!page) throw new Error('no page');
  return { page, said };
}

const textsOf = ({ page }: { page: Page }) => page.words.map((word) => word.text);

const CMAP = (name: string, body: string) =>
  streamObject(
    `/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /${name} def /CMapType 1 def 1 begincodespacerange <00> <ff> endcodespacerange ${body} endcmap end end`,
  );

describe('a font by character identifiers', () => {
  it('that is not embedded is read by its named map: Unicode and GBK', async () => {
    expect(textsOf(await pageWith({ encoding: '/UniGB-UCS2-H', text: '987976ee7ee96548' }))).toEqual([
      '项目绩效',
    ]);
    expect(textsOf(await pageWith({ encoding: '/GBK-EUC-H', text: 'cfeec4bfbca8d0a7' }))).toEqual([
      '项目绩效',
    ]);
  });

  it('is as wide as its characters, and parted at blanks', async () => {
    const { page } = await pageWith({ encoding: '/UniGB-UCS2-H', text: '987976ee300091d1989d' });
    const boxes = page.words.map(({ origin }) => (origin.on === 'page' ? origin.box : []));
    expect(boxes.map(([x0 = 0, , x1 = 0]) => [Math.round(x0), Math.round(x1)])).toEqual([
      [40, 80],
      [100, 140],
    ]);
  });

  it('with maps of its own is read by its map to Unicode', async () => {
    const objects = [
      CMAP('Own', '2 begincidchar <41> 1 <42> 2 endcidchar'),
      CMAP('ToUnicode', '2 beginbfchar <41> <5f97> <42> <5206> endbfchar'),
    ];
    const read = await pageWith({
      encoding: '8 0 R',
      text: '4142',
      ordering: 'Identity',
      objects,
      font: '/ToUnicode 9 0 R',
    });
    expect(textsOf(read)).toEqual(['得分']);
  });

  it('without meaning is read from its picture, on a turned page too', async () => {
    const objects = [CMAP('ToUnicode', '1 beginbfrange <00> <ff> <e000> endbfrange')];
    const drawing = [150, 120, 90].map((y) => strokeOf(30, y, 330, y, 1)).join(' ');
    const read = await pageWith({
      encoding: '/Identity-H',
      text: '00010002000300040005',
      ordering: 'Identity',
      objects,
      font: '/ToUnicode 8 0 R',
      rotate: 90,
      drawing,
    });
    // Nothing is painted of such a font, so that its picture holds no print.
    expect(read.said.map(({ level, message }) => [level, message.en])).toEqual([
      ['note', expect.stringContaining('text layer')],
      ['note', expect.stringContaining('blank')],
    ]);
    expect([read.page.width, read.page.height]).toEqual([200, 400]);
    expect(read.page.picture).not.toBeNull();
    expect(read.page.rulings.filter(({ x0, x1 }) => x0 === x1)).toHaveLength(3);
  });
});
