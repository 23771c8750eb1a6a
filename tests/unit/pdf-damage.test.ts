// Damaged, encrypted and oversized PDFs: one fatal line or a right answer, and soon.

import { describe, expect, it } from 'vitest';
import { DEFAULT_LIMITS } from '../../src/ingest/source.ts';
import { drawnPdf } from '../support/pdf/grid.ts';
import { mutated } from '../support/pdf/mutate.ts';
import { located, readingOf } from '../support/pdf/read.ts';
import { fileOf, pdfOf, streamObject, strokeOf, textAt } from '../support/pdf/writer.ts';

const cells = Array.from({ length: 6 }, (_, at) => ({
  row: Math.floor(at / 2),
  column: at % 2,
  rowSpan: 1,
  columnSpan: 1,
  text: `c${at}`,
}));
const whole = drawnPdf({
  widths: [80, 90],
  heights: [20, 30, 25],
  cells,
  way: 'strokes',
  line: 1,
  gap: 0,
  offset: [30, 30],
  rotate: 0,
});
const bytesOf = (text: string) => new TextEncoder().encode(text);

describe('a damaged PDF', () => {
  it.each(Array.from({ length: 50 }, (_, seed) => seed))(
    'ends in a document or one fatal, seed %i',
    async (seed) => {
      const { said, document } = await readingOf(mutated(whole, seed));
      const fatals = said.filter((each) => each.level === 'fatal');
      expect(fatals).toHaveLength(document === null ? 1 : 0);
      if (document) expect(() => located(document)).not.toThrow();
    },
  );

  it('is refused when it is only a beginning', async () => {
    const { said, document } = await readingOf(bytesOf('%PDF-1.7\n1 0 obj\n'));
    expect(document).toBeNull();
    expect(said.map((each) => each.code)).toEqual(['unreadable']);
  });

  it('comes to an end when a form draws itself', async () => {
    const objects = [
      '<< /Type /Catalog /Pages 2 0 R >>',
      '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
      '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 300] /Resources << /XObject << /X 4 0 R >> >> /Contents 5 0 R >>',
      '<< /Type /XObject /Subtype /Form /BBox [0 0 300 300] /Resources << /XObject << /X 4 0 R >> >> /Length 17 >>\nstream\nq /X Do Q /X Do  \nendstream',
      streamObject('/X Do'),
    ];
    const { document } = await readingOf(bytesOf(fileOf(objects)));
    expect(document?.pages.flatMap((page) => page.words) ?? []).toEqual([]);
  });

  it('comes to an end when its pages are their own parents', async () => {
    const loop =
      '%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [2 0 R] /Count 3 >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n';
    const { document } = await readingOf(bytesOf(loop));
    expect(document?.pages.flatMap((page) => page.words) ?? []).toEqual([]);
  });
});

describe('a PDF over a limit', () => {
  const pages = Array.from({ length: 12 }, (_, at) => ({
    width: 200,
    height: 200,
    content: textAt(20, 100, 10, `page ${at + 1}`),
  }));

  it('is refused by its pages', async () => {
    const { said, document } = await readingOf(pdfOf(pages), { limits: { ...DEFAULT_LIMITS, pages: 10 } });
    expect(document).toBeNull();
    expect(said.map((each) => each.code)).toEqual(['over-limit']);
  });

  it('is read where few enough pages are chosen', async () => {
    const { document } = await readingOf(pdfOf(pages), {
      limits: { ...DEFAULT_LIMITS, pages: 10 },
      pages: [11, 3],
    });
    expect(document?.pages.map((page) => page.words.map((word) => word.text).join(' '))).toEqual([
      'page 3',
      'page 11',
    ]);
  });

  it('is read though a page is 200 inches high', async () => {
    const content = `${textAt(20, 14_000, 10, 'top')} ${strokeOf(0, 0, 14_400, 0, 1)}`;
    const { document } = await readingOf(pdfOf([{ width: 14_400, height: 14_400, content }]));
    expect(document?.pages[0]?.words[0]?.text).toBe('top');
  });
});
