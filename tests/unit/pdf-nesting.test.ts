// What encloses content in a PDF: forms, groups and annotations end where their boxes do, and a mask's stencil is not print.

import { expect, it } from 'vitest';
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
