// What is painted over in a PDF is not read: under boxes, pictures and strips of a scan; what lets it through leaves it.

import { describe, expect, it } from 'vitest';
import type { Page } from '../../src/tree/index.ts';
import { type Outcome, readingOf } from '../support/pdf/read.ts';
import { FIRST_EXTRA, pdfOf, sliverOf, streamObject, strokeOf, textAt } from '../support/pdf/writer.ts';

const [STENCIL, FORM, TILES, MASKED, SCAN] = [0, 1, 2, 3, 4].map((at) => FIRST_EXTRA + at);
const STATES = `/ExtGState << /Half << /ca 0.5 >> /Multiply << /BM /Multiply >> /Soft << /SMask << /S /Luminosity /G ${STENCIL} 0 R >> >> >>`;
const FADE =
  '<< /ShadingType 2 /ColorSpace /DeviceRGB /Coords [0 0 300 0] /Function << /FunctionType 2 /Domain [0 1] /C0 [0.6 0 0] /C1 [0 0 0.6] /N 1 >> >>';
const RESOURCES = `${STATES} /XObject << /Group ${FORM} 0 R /Masked ${MASKED} 0 R /Scan ${SCAN} 0 R >> /Pattern << /Tiles ${TILES} 0 R >> /Shading << /Fade ${FADE} >>`;
const FORM_OF = '/Type /XObject /Subtype /Form /BBox [0 0 300 200] /Group << /S /Transparency >>';
const WHOLE = '1 1 1 rg 0 0 300 200 re f';
const OBJECTS = [
  streamObject(WHOLE, FORM_OF),
  streamObject(WHOLE, FORM_OF),
  streamObject(
    '0 0 1 1 re f',
    '/PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 9 9] /XStep 9 /YStep 9 /Resources << >>',
  ),
  streamObject(
    '00>',
    '/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8 /Mask [9 9] /Filter /ASCIIHexDecode',
  ),
  streamObject(
    `${'c0'.repeat(600)}>`,
    '/Type /XObject /Subtype /Image /Width 30 /Height 20 /ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /ASCIIHexDecode',
  ),
];

async function outcomeOf(content: string): Promise<Outcome> {
  const sheet = { width: 300, height: 200, content, resources: RESOURCES };
  return readingOf(pdfOf([sheet], { objects: OBJECTS }));
}

async function pageWith(content: string): Promise<Page> {
  const { document } = await outcomeOf(content);
  if (!document?.pages[0]) throw new Error('no page');
  return document.pages[0];
}

const textsWith = async (content: string) => (await pageWith(content)).words.map((word) => word.text);
/** Four by two grey pixels as a picture, where `place` says. */
const picture = (place: string) =>
  `q ${place} cm BI /W 4 /H 2 /CS /G /BPC 8 /F /AHx ID ${'c0'.repeat(8)}> EI Q`;
const under = textAt(20, 100, 10, '1035');

describe('print is hidden', () => {
  it('under a white box, so that what is typed over it stands alone', async () => {
    const typed = `q 1 1 1 rg 15 95 40 15 re f Q ${textAt(22, 100, 10, '0.00')}`;
    expect(await textsWith(`${under} ${typed}`)).toEqual(['0.00']);
  });

  it.each([
    ['a box of any colour', 'q 0.9 0.2 0.2 rg 15 95 40 15 re f Q'],
    ['a box drawn side by side', 'q 1 1 1 rg 15 95 m 55 95 l 55 110 l 15 110 l f Q'],
    ['a picture', picture('40 0 0 15 15 95')],
    ['strips, none of which covers it', [95, 100, 104].map((y) => picture(`40 0 0 6 15 ${y}`)).join(' ')],
    ['a stencil of one pixel', 'q 1 1 1 rg 40 0 0 15 15 95 cm BI /W 1 /H 1 /IM true ID \0 EI Q'],
    ['a box in a group', '/Group Do'],
  ])('under %s', async (_, cover) => {
    expect(await textsWith(`${under} ${cover} ${textAt(20, 50, 10, 'after')}`)).toEqual(['after']);
  });
});

describe('print stays', () => {
  it.each([
    ['on a box that came before it', `q 1 1 1 rg 15 95 40 15 re f Q ${under}`],
    ['under a box that misses its upper half', `${under} q 1 1 1 rg 15 90 40 12 re f Q`],
    ['under half-transparent paint', `${under} q /Half gs 1 1 0 rg 15 95 40 15 re f Q`],
    ['under a marker that darkens', `${under} q /Multiply gs 1 1 0 rg 15 95 40 15 re f Q`],
    ['under a soft mask', `${under} q /Soft gs 1 1 0 rg 15 95 40 15 re f Q`],
    ['under a half-transparent group', `${under} q /Half gs /Group Do Q`],
    ['under a pattern', `${under} q /Pattern cs /Tiles scn 15 95 40 15 re f Q`],
    ['under a triangle', `${under} q 1 1 0 rg 15 95 m 100 95 l 15 150 l f Q`],
    [
      'under a box clipped to a triangle',
      `${under} q 15 95 m 300 95 l 15 96 l W n 1 1 0 rg 15 95 40 15 re f Q`,
    ],
    ['in the hole of a frame', `${under} q 1 1 0 rg 10 90 60 30 re 16 96 40 14 re f* Q`],
    ['under a picture with holes', `${under} q 40 0 0 15 15 95 cm /Masked Do Q`],
    ['under a picture that stands aslant', `${under} ${picture('30 30 -30 30 35 70')}`],
  ])('%s', async (_, content) => {
    expect(await textsWith(content)).toEqual(['1035']);
  });
});

it('white print is not seen where white was painted over the colour', async () => {
  const ground = '0.8 0 0 rg 10 90 200 30 re f 1 1 1 rg 10 90 200 30 re f';
  expect(await textsWith(`${ground} ${under}`)).toEqual([]);
});

describe('white print is seen', () => {
  const white = `1 1 1 rg ${under}`;

  it.each([
    ['on a shading', `q 10 90 60 30 re W n /Fade sh Q ${white}`],
    ['on a thick stroke', `q 30 w 10 105 m 200 105 l S Q ${white}`],
    ['on a thick upright stroke', `q 60 w 40 90 m 40 120 l S Q ${white}`],
  ])('%s', async (_, content) => {
    expect(await textsWith(content)).toEqual(['1035']);
    expect(await textsWith(`${content} ${textAt(20, 160, 10, 'aside')}`)).toEqual(['1035']);
  });
});

it('a thick white stroke hides as a box does, a dashed one does not', async () => {
  const pen = '1 1 1 RG 14 w 10 103 m 200 103 l S';
  expect(await textsWith(`${under} q ${pen} Q`)).toEqual([]);
  expect(await textsWith(`${under} q [3 3] 0 d ${pen} Q`)).toEqual(['1035']);
});

describe('rulings', () => {
  const placesOf = ({ rulings }: Page) =>
    rulings.map(({ x0, y0, x1, y1 }) => [x0, y0, x1, y1].map(Math.round));

  it('lose what a later box covers of them', async () => {
    const page = await pageWith(`${strokeOf(20, 100, 120, 100, 1)} q 1 1 1 rg 50 80 30 40 re f Q`);
    expect(placesOf(page)).toEqual([
      [20, 100, 50, 100],
      [80, 100, 120, 100],
    ]);
    expect(placesOf(await pageWith(`${sliverOf(60, 90, 60, 110, 1)} q 1 1 1 rg 50 80 30 40 re f Q`))).toEqual(
      [],
    );
  });

  it('stay on the edge of the cell that is shaded after them', async () => {
    const page = await pageWith(`${strokeOf(20, 100, 120, 100, 1)} q 0.9 g 20 80 100 20 re f Q`);
    expect(placesOf(page)).toEqual([[20, 100, 120, 100]]);
  });
});

it('a scan that is painted over its own text is read as a picture', async () => {
  const text = Array.from({ length: 5 }, (_, at) => textAt(20, 40 + 30 * at, 10, 'recognized before'));
  const { said, document } = await outcomeOf(`${text.join(' ')} ${picture('300 0 0 200 0 0')}`);
  expect(said.map(({ message }) => message.en)).toContainEqual(
    expect.stringContaining('earlier recognition'),
  );
  expect(document?.pages[0]?.picture).not.toBeNull();
});

it('a scan that is partly painted over is read as it is seen', async () => {
  const scan = 'q 300 0 0 200 0 0 cm /Scan Do Q';
  const [plain, altered] = [await pageWith(scan), await pageWith(`${scan} q 1 1 1 rg 50 50 40 40 re f Q`)];
  expect(plain.picture).toMatchObject({ width: 30, height: 20 });
  expect(altered.picture?.width).toBeGreaterThan(300);
});
