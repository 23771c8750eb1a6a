// What encloses content in a PDF: forms, groups and annotations end where their boxes do; a mask's stencil and a layer that is off are not print.

import { describe, expect, it } from 'vitest';
import { readingOf } from '../support/pdf/read.ts';
import {
  type Extras,
  FIRST_EXTRA,
  pdfOf,
  type SheetOf,
  streamObject,
  textAt,
} from '../support/pdf/writer.ts';

async function textsOf(sheet: Omit<SheetOf, 'width' | 'height'>, extras: Extras): Promise<readonly string[]> {
  const { document } = await readingOf(pdfOf([{ width: 300, height: 200, ...sheet }], extras));
  return (document?.pages[0]?.words ?? []).map((word) => word.text);
}

/** A form of 100 by 50 points that prints `inside` within its box and `outside` above it. */
const formOf = (entries: string) =>
  streamObject(
    `${textAt(10, 20, 10, 'inside')} ${textAt(10, 80, 10, 'outside')}`,
    `/Type /XObject /Subtype /Form /BBox [0 0 100 50] /Resources << /Font << /F1 3 0 R >> >> ${entries}`,
  );
const XOBJECT = `/XObject << /X ${FIRST_EXTRA} 0 R >>`;
const GROUP = '/Group << /S /Transparency >>';

it.each([
  ['form', ''],
  ['group', GROUP],
])('a %s ends at its box', async (_, entries) => {
  const sheet = { content: `q 1 0 0 1 50 60 cm /X Do Q ${textAt(20, 20, 10, 'page')}`, resources: XOBJECT };
  expect(await textsOf(sheet, { objects: [formOf(entries)] })).toEqual(['inside', 'page']);
});

it("a group's box stands in the form's own space", async () => {
  const sheet = { content: '/X Do', resources: XOBJECT };
  const moved = formOf(`${GROUP} /Matrix [2 0 0 2 20 20]`);
  expect(await textsOf(sheet, { objects: [moved] })).toEqual(['inside']);
});

it('an annotation ends at its rectangle', async () => {
  const annotation = `<< /Type /Annot /Subtype /Stamp /F 4 /Rect [100 50 200 100] /AP << /N ${FIRST_EXTRA + 1} 0 R >> >>`;
  const sheet = { content: textAt(20, 150, 10, 'page'), entries: `/Annots [${FIRST_EXTRA} 0 R]` };
  expect(await textsOf(sheet, { objects: [annotation, formOf('')] })).toEqual(['page', 'inside']);
});

it('the stencil of a soft mask is not print, and the page goes on after it', async () => {
  const state = `<< /Type /ExtGState /SMask << /S /Luminosity /G ${FIRST_EXTRA} 0 R >> >>`;
  const sheet = {
    content: `q /M gs 0.5 g 0 0 300 20 re f Q ${textAt(20, 150, 10, 'page')}`,
    resources: `/ExtGState << /M ${FIRST_EXTRA + 1} 0 R >>`,
  };
  expect(await textsOf(sheet, { objects: [formOf(GROUP), state] })).toEqual(['page']);
});

describe('a layer that is switched off', () => {
  const [ON, OFF] = [`${FIRST_EXTRA} 0 R`, `${FIRST_EXTRA + 1} 0 R`];
  const FORM = FIRST_EXTRA + 2;
  const catalogue = `/OCProperties << /OCGs [${ON} ${OFF}] /D << /Order [${ON} ${OFF}] /OFF [${OFF}] >> >>`;
  const resources = `/Properties << /On ${ON} /Off ${OFF} >> /XObject << /X ${FORM} 0 R >>`;
  const layer = (name: string) => `<< /Type /OCG /Name (${name}) >>`;
  const printed = (content: string, form = formOf('')) =>
    textsOf({ content, resources }, { catalogue, objects: [layer('on'), layer('off'), form] });
  const after = textAt(20, 120, 10, 'after');

  it('is not read, and what comes after it is', async () => {
    const inside = (name: string) => `/OC /${name} BDC ${textAt(20, 150, 10, name)} EMC`;
    expect(await printed(`${inside('On')} ${inside('Off')} ${after}`)).toEqual(['On', 'after']);
  });

  it('ends at its own end, whatever is marked within it', async () => {
    const within = `/OC /Off BDC /Span << /MCID 0 >> BDC EMC /P BMC EMC ${textAt(20, 150, 10, 'off')} EMC`;
    expect(await printed(`${within} ${after}`)).toEqual(['after']);
  });

  it('keeps its forms off the paper', async () => {
    expect(await printed(`/X Do ${after}`, formOf(`/OC ${OFF}`))).toEqual(['after']);
    expect(await printed(`/X Do ${after}`, formOf(`/OC ${ON}`))).toEqual(['after', 'inside']);
  });

  it('leaves the pen where its text would have', async () => {
    const line = `BT /F1 10 Tf 20 150 Td /OC /Off BDC (hidden) Tj EMC (seen) Tj ET ${textAt(20, 150, 10, 'at')}`;
    expect(await printed(line)).toEqual(['at', 'seen']);
  });
});
