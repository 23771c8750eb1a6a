// Characters as fonts give them → characters as a reader sees them; and whether a text layer can be believed.

import { describe, expect, it } from 'vitest';
import { printedText } from '../../src/ingest/pdf/glyphs.ts';
import { type Glyph, noMarks } from '../../src/ingest/pdf/marks.ts';
import { trustOf } from '../../src/ingest/pdf/trust.ts';

describe('printed text', () => {
  it.each([
    ['\u2F6C', '目'],
    ['\u2ED4', '门'],
    ['\uFB01', 'fi'],
    ['\u00A0', ' '],
    ['\u3000', ' '],
    ['\u00AD', ''],
    ['①', '①'],
    ['㎡', '㎡'],
  ])('of %j is %j', (unicode, printed) => {
    expect(printedText(unicode)).toBe(printed);
  });
});

const glyph = (text: string, hidden = false): Glyph => ({
  text,
  box: [0, 0, 5, 9],
  turn: 0,
  tilt: 0,
  from: 0,
  to: 5,
  baseline: 9,
  em: 9,
  order: 0,
  string: 1,
  spacing: 0,
  isSpace: false,
  hidden,
});
const many = (text: string, count: number, hidden = false) =>
  Array.from({ length: count }, () => glyph(text, hidden));
const scan = {
  name: 'img',
  box: [0, 0, 100, 100] as const,
  matrix: [100, 0, 0, -100, 0, 100],
  isMask: false,
};
const AREA = 10_000;

describe('a text layer', () => {
  it('is usable when its characters have meanings', () => {
    expect(trustOf({ ...noMarks(), glyphs: [...many('字', 90), ...many('\uE001', 5)] }, AREA)).toBe('usable');
  });

  it('is not believed when too many have none', () => {
    expect(trustOf({ ...noMarks(), glyphs: [...many('字', 50), ...many('\uE001', 50)] }, AREA)).toBe(
      'unmapped glyphs',
    );
  });

  it('is not believed when it lies unseen over a picture of the page', () => {
    expect(trustOf({ ...noMarks(), glyphs: many('字', 300, true), pictures: [scan] }, AREA)).toBe(
      'recognized before',
    );
  });

  it('is missing on a scan, whatever is stamped on it', () => {
    expect(trustOf({ ...noMarks(), glyphs: many('1', 8), pictures: [scan] }, AREA)).toBe('picture only');
    expect(trustOf(noMarks(), AREA)).toBe('empty');
  });
});
