// recognize without pictures of print: decoding, alphabets, consensus and lines, on lattices written by hand.
// Surprise: a lattice of three steps shows more than any picture would.

import { describe, expect, it } from 'vitest';
import { formOf, NUMERIC } from '../../src/recognize/alphabet.ts';
import { withColumns } from '../../src/recognize/columns.ts';
import { consensusOf, withThird } from '../../src/recognize/consensus.ts';
import { dashIn } from '../../src/recognize/dashes.ts';
import { readingsOf } from '../../src/recognize/decode.ts';
import type { Lattice } from '../../src/recognize/engine.ts';
import { recognize } from '../../src/recognize/index.ts';
import { linesIn } from '../../src/recognize/lines.ts';
import { withPrintedWidths } from '../../src/recognize/marks.ts';
import {
  type Box,
  cellOf,
  type Document,
  flowPage,
  lineOf,
  type Origin,
  tableOf,
  type Word,
} from '../../src/tree/index.ts';

/** Each step as the characters that may stand there with their probabilities; what is left goes to the blank. */
function lattice(...steps: readonly Readonly<Record<string, number>>[]): Lattice {
  return steps.map((step, at) => {
    const chars = Object.entries(step).map(([char, probability]) => ({ char, probability }));
    const blank = 1 - chars.reduce((sum, { probability }) => sum + probability, 0);
    const choices = [...chars, { char: '', probability: blank }].sort(
      (a, b) => b.probability - a.probability,
    );
    return { at: at / steps.length, choices };
  });
}

describe('decoding', () => {
  it('joins repeats and keeps what a blank parts', () => {
    expect(readingsOf(lattice({ 1: 1 }, { 1: 1 }, {}, { 1: 1 }))[0]?.text).toBe('11');
  });

  it('gives the other readings with shares that add up', () => {
    const readings = readingsOf(lattice({ 1: 0.7, 7: 0.3 }, {}, { 0: 0.9, 6: 0.1 }));
    expect(readings.map(({ text }) => text)).toEqual(['10', '70', '16', '76']);
    expect(readings.reduce((sum, { probability }) => sum + probability, 0)).toBeCloseTo(1);
  });
});

describe('the alphabet of numbers', () => {
  it('gives a look-alike to its digit', () => {
    expect(readingsOf(lattice({ o: 0.6, 0: 0.4 }, { '。': 1 }, { l: 0.9 }), NUMERIC)[0]?.text).toBe('0.1');
  });

  it('knows numbers as they are written', () => {
    expect(['12', '0.53', '1,234.5', '100%', '≥98%', '--'].map(formOf)).toEqual([1, 1, 1, 1, 1, 1]);
    for (const odd of ['00', '.5', '3:%', '1.2.3']) expect(formOf(odd)).toBeLessThan(0.1);
  });
});

describe('consensus', () => {
  const nine = lattice({ 9: 0.98, 4: 0.02 });

  it('is surer than either where both agree', () => {
    const [best] = consensusOf({ general: lattice({ 9: 0.9, 4: 0.1 }), glyphs: nine });
    expect(best?.text).toBe('9');
    expect(best?.probability).toBeGreaterThan(0.98);
  });

  it('keeps both readings where they differ', () => {
    const readings = consensusOf({
      general: lattice({ 4: 0.95, 9: 0.05 }),
      glyphs: lattice({ 9: 0.9, 4: 0.1 }),
    });
    expect(readings.map(({ text }) => text)).toEqual(expect.arrayContaining(['4', '9']));
    expect(readings[0]?.probability).toBeLessThan(0.9);
  });

  it('asks only the classifier about a sign that stands alone', () => {
    expect(consensusOf({ general: lattice({ V: 1 }), glyphs: lattice({ '≥': 0.99 }) })[0]?.text).toBe('≥');
    expect(consensusOf({ general: lattice({ 1: 1 }), glyphs: lattice({ '—': 0.99 }) })[0]?.text).toBe('—');
  });

  it('reads two digits that touch, which the classifier takes for a lone %', () => {
    const touching = lattice({ '%': 0.66, '\uFFFD': 0.34 });
    expect(consensusOf({ general: lattice({ 0: 1 }, {}, { 6: 1 }), glyphs: touching })[0]?.text).toBe('06');
    const plain = lattice({ '%': 0.98 });
    expect(consensusOf({ general: lattice({ 9: 1 }, {}, { 6: 1 }), glyphs: plain })[0]?.text).toBe('%');
  });

  it('lets an unsure % give way to two digits that the general engine is sure of', () => {
    const unsure = lattice({ '%': 0.92, '\uFFFD': 0.08 });
    expect(consensusOf({ general: lattice({ 9: 1 }, {}, { 6: 1 }), glyphs: unsure })[0]?.text).toBe('96');
    expect(consensusOf({ general: lattice({ 9: 0.6 }, {}, { 6: 1 }), glyphs: unsure })[0]?.text).toBe('%');
  });

  it('prefers the label of a total row to a word that looks like it', () => {
    const general = lattice({ 合: 1 }, {}, { 让: 0.6, 计: 0.38 });
    expect(consensusOf({ general, glyphs: [] })[0]?.text).toBe('合计');
    const sure = lattice({ 合: 1 }, {}, { 让: 0.98, 计: 0.01 });
    expect(consensusOf({ general: sure, glyphs: [] })[0]?.text).toBe('合让');
  });

  it('mends the comparator of a quantity', () => {
    const general = lattice({ '>': 0.8 }, {}, { 1: 1 }, {}, { 次: 1 });
    const glyphs = lattice({ '≥': 0.99 }, {}, { 1: 1 }, {}, { '\uFFFD': 1 });
    expect(consensusOf({ general, glyphs })[0]?.text).toBe('≥1次');
  });

  it('reads what stands behind the comparator for itself', () => {
    const general: Lattice = [
      { at: 0.1, choices: [{ char: '2', probability: 0.9 }] },
      { at: 0.4, choices: [{ char: '8', probability: 1 }] },
      { at: 0.7, choices: [{ char: '套', probability: 1 }] },
    ];
    const glyphs: Lattice = [
      { at: 0.1, choices: [{ char: '≥', probability: 0.99 }] },
      { at: 0.2, choices: [{ char: '', probability: 1 }] },
      { at: 0.4, choices: [{ char: '\uFFFD', probability: 1 }] },
    ];
    expect(consensusOf({ general, glyphs })[0]?.text).toBe('≥8套');
  });

  it('leaves the comparator of a number to the classifier', () => {
    const general = lattice({ '>': 0.95, '≥': 0.01 }, {}, { 9: 1 }, {}, { 8: 1 }, {}, { '%': 1 });
    const glyphs = lattice({ '≥': 0.99 }, {}, { 9: 1 }, {}, { 8: 1 }, {}, { '%': 1 });
    const [best] = consensusOf({ general, glyphs });
    expect(best?.text).toBe('≥98%');
    expect(best?.probability).toBeGreaterThan(0.97);
  });

  it('reads the small letter with which a quantity begins as the digit it looks like', () => {
    const general = lattice({ q: 0.6, 9: 0.4 }, {}, { 米: 1 });
    expect(consensusOf({ general, glyphs: lattice({ 9: 0.9 }, {}, { '\uFFFD': 1 }) })[0]?.text).toBe('9米');
    const named = lattice({ b: 1 }, {}, { 超: 1 });
    expect(consensusOf({ general: named, glyphs: [] })[0]?.text).toBe('b超');
  });

  it('mends the comparator of a number that is not all known to the classifier', () => {
    const general = lattice({ '<': 0.9, '≤': 0.1 }, {}, { 1: 1 }, {}, { 2: 1 });
    const glyphs = lattice({ '≤': 1 }, {}, { 1: 1 }, {}, { '\uFFFD': 1 });
    expect(consensusOf({ general, glyphs })[0]?.text).toBe('≤12');
  });

  it.each([
    ['一级指标', '═'],
    ['款项', '≧'],
  ])('sets no comparator before words: %s', (text, sign) => {
    const general = lattice(...[...text].flatMap((char) => [{ [char]: 1 }, {}]));
    const glyphs = lattice({ [sign]: 0.9 }, {}, { '\uFFFD': 1 });
    expect(consensusOf({ general, glyphs })[0]?.text).toBe(text);
  });

  it('takes a dash before the rest of a label for 一', () => {
    const read = (text: string) =>
      consensusOf({ general: lattice(...[...text].flatMap((char) => [{ [char]: 1 }, {}])), glyphs: [] });
    expect(read('--级指标')[0]?.text).toBe('一级指标');
    expect(read('·级指标')[0]?.text).toBe('一级指标');
    expect(read('-级公路')[0]?.text).toBe('-级公路');
  });

  it('takes a point between words for what is left of a comma', () => {
    const general = lattice({ 好: 1 }, {}, { '．': 0.7, '，': 0.2 }, {}, { 社: 1 });
    const [best] = consensusOf({ general, glyphs: [] });
    expect(best?.text).toBe('好，社');
    expect(best?.probability).toBeGreaterThan(0.85);
  });

  it('takes a ring behind a word for a full stop, and one behind a digit for degrees', () => {
    const read = (text: string) =>
      consensusOf({ general: lattice(...[...text].flatMap((char) => [{ [char]: 1 }, {}])), glyphs: [] });
    expect(read('落实°')[0]?.text).toBe('落实。');
    expect(read('完成率100%°')[0]?.text).toBe('完成率100%。');
    expect(read('坡度30°')[0]?.text).toBe('坡度30°');
  });

  it('takes dots in a row for an ellipsis', () => {
    const general = lattice({ '.': 0.7, '·': 0.3 }, {}, { '.': 0.6, '·': 0.4 }, {}, { '·': 0.5, '.': 0.5 });
    const [best] = consensusOf({ general, glyphs: [] });
    expect(best?.text).toBe('……');
    expect(best?.probability).toBeCloseTo(1);
  });

  it('leaves a word to the general engine where the classifier makes no number of it', () => {
    const general = lattice({ 2: 1 }, {}, { 6: 1 }, {}, { 份: 0.99 });
    const glyphs = lattice({ 2: 1 }, {}, { 6: 1 }, {}, { 6: 0.8 }, {}, { ')': 0.8 });
    expect(consensusOf({ general, glyphs })[0]?.text).toBe('26份');
  });

  it('leaves out no character with which a line plainly ends', () => {
    const glyphs = lattice({ 6: 1 }, {}, { '\uFFFD': 1 });
    expect(consensusOf({ general: lattice({ 6: 1 }, {}, { 本: 0.3 }), glyphs })[0]?.text).toBe('6本');
    const faint = lattice({ 无: 0.4 });
    expect(consensusOf({ general: faint, glyphs: lattice({ '\uFFFD': 0.97 }) })[0]?.text).toBe('无');
  });

  it('takes a mark behind a quantity for dirt', () => {
    const general = lattice({ 8: 1 }, {}, { 套: 1 }, {}, { '、': 0.7 });
    expect(consensusOf({ general, glyphs: [] })[0]?.text).toBe('8套');
  });

  it('is not sure where the general engine is and the classifier sees another digit', () => {
    const general = lattice({ 1: 1 }, {}, { 2: 1 });
    const glyphs = lattice({ 4: 0.9, 1: 0.09 }, {}, { 2: 1 });
    const [best, other] = consensusOf({ general, glyphs });
    expect(best?.probability).toBeLessThan(0.98);
    expect(other?.text).toBe('42');
    expect(other?.probability).toBeGreaterThan(0.01);
  });

  it('puts the number that the classifier half sees beside what the general engine reads', () => {
    const general = lattice({ 3: 1 }, {}, { '.': 1 }, {}, { 1: 0.97 });
    const glyphs = lattice({ 3: 1 }, {}, { '.': 1 }, {}, { 4: 0.41, '\uFFFD': 0.35 });
    const [best, other] = consensusOf({ general, glyphs });
    expect(best?.text).toBe('3.1');
    expect(other?.text).toBe('3.4');
    expect(other?.probability).toBeGreaterThan(0.01);
  });

  it('takes two bars for dashes, and one for the likeliest of its kind', () => {
    const bar = { '—': 0.4, '-': 0.35, '═': 0.25 };
    expect(consensusOf({ general: lattice({ i: 1 }), glyphs: lattice(bar, {}, bar) })[0]?.text).toBe('--');
    const smudged = lattice({ '-': 0.98 }, {}, { '*': 0.67, '-': 0.32 });
    expect(consensusOf({ general: lattice({ 1: 1 }, {}, { 1: 1 }), glyphs: smudged })[0]?.text).toBe('--');
    const grey = lattice({ '═': 0.47, '-': 0.28, '—': 0.15 });
    const spots = lattice({ '.': 0.9 }, {}, { '.': 0.9 });
    expect(consensusOf({ general: spots, glyphs: grey })[0]?.text).toBe('--');
    expect(consensusOf({ general: spots, glyphs: lattice({ '—': 0.99 }) })[0]?.text).toBe('—');
    const dirty = lattice({ '\uFFFD': 0.6, '-': 0.38 }, {}, { '-': 0.9 });
    expect(consensusOf({ general: lattice({ '-': 0.6 }), glyphs: dirty })[0]?.text).toBe('--');
    expect(consensusOf({ general: lattice({ i: 1 }), glyphs: lattice(bar) })[0]?.text).toBe('—');
  });

  it('takes ink that is shaped like a dash for one where no engine knows it', () => {
    const worn = lattice({ '\uFFFD': 0.85, '═': 0.07 });
    const read = (char: string, glyphs: Lattice, dash: '—' | null) =>
      consensusOf({ general: lattice({ [char]: 0.9 }), glyphs, dash })[0]?.text;
    expect(read('!', worn, '—')).toBe('—');
    expect(read('!', worn, null)).toBe('1');
    expect(read('一', worn, '—')).toBe('一');
    expect(read('1', lattice({ 1: 0.99 }), '—')).toBe('1');
  });

  it.each([
    ['—', { width: 20, height: 3, print: 23 }],
    ['-', { width: 8, height: 2, print: 23 }],
    [null, { width: 8, height: 4, print: 23 }],
    [null, { width: 3, height: 20, print: 23 }],
    [null, { width: 3, height: 1, print: 23 }],
    [null, { width: 60, height: 3, print: 23 }],
  ])('sees %s in a bar', (dash, { width, height, print }) => {
    const crop = { width: width + 4, height: 28, print };
    const isInk = (x: number, y: number) => x >= 2 && x < width + 2 && y >= 6 && y < 6 + height;
    const pixels = Uint8Array.from({ length: crop.width * crop.height }, (_, at) =>
      isInk(at % crop.width, Math.floor(at / crop.width)) ? 0 : 255,
    );
    expect(dashIn({ ...crop, pixels })).toBe(dash);
    pixels[0] = 0;
    expect(dashIn({ ...crop, pixels })).toBe(null);
  });

  it('doubts a number in which there is room for a point that nobody sees', () => {
    const general = lattice({ 6: 1 }, {}, { 2: 1 });
    const glyphs = lattice({ 6: 1 }, {}, { '.': 0.97 }, {}, { 2: 1 });
    const readings = consensusOf({ general, glyphs });
    expect(readings.map(({ text }) => text)).toEqual(expect.arrayContaining(['62', '6.2']));
    expect(readings[0]?.probability).toBeLessThan(0.9);
  });

  it('reads a lone letter as the digit that it looks like', () => {
    const unsure = lattice({ '\uFFFD': 0.9 });
    expect(consensusOf({ general: lattice({ q: 0.9 }), glyphs: unsure })[0]?.text).toBe('9');
  });

  it('takes no mark of the classifier into a number that it leaves none', () => {
    const general = lattice({ 7: 1 }, {}, { 3: 1 }, {}, { 5: 1 });
    const glyphs = lattice({ 7: 1 }, {}, { ':': 0.95, '.': 0.05 }, {}, { 3: 0.9 }, {}, { 5: 1 });
    const [best] = consensusOf({ general, glyphs });
    expect(best?.text).toBe('735');
    expect(best?.probability).toBeGreaterThan(0.8);
  });

  it('doubts a number behind which there may be a word', () => {
    const general = lattice({ 3: 1 }, {}, { 6: 1 }, {}, { 个: 0.3 });
    const [best, other] = consensusOf({ general, glyphs: lattice({ '\uFFFD': 0.9 }) });
    expect(best).toMatchObject({ text: '36' });
    expect(best?.probability).toBeCloseTo(0.7);
    expect(other?.text).toBe('36个');
  });

  it('lets a third engine choose, and put its own reading only beside the others', () => {
    const readings = [
      { text: '4', probability: 0.55 },
      { text: '9', probability: 0.45 },
    ];
    expect(withThird(readings, lattice({ 9: 0.9 }))[0]?.text).toBe('9');
    const [best, , own] = withThird(readings, lattice({ 7: 1 }));
    expect(best?.text).toBe('4');
    expect(own).toMatchObject({ text: '7' });
    expect(own?.probability).toBeCloseTo(0.1);
    expect(withThird(readings, lattice({ '*': 1 }))).toHaveLength(2);
    expect(withThird(readings, lattice({ '.': 1 }, {}, { 7: 1 }))).toHaveLength(2);
  });
});

describe('marks of two widths', () => {
  /** Characters of 20 × 20 pixels with a low mark between them and so much white on either side of it. */
  const crop = (before: number, after: number) => {
    const width = 70 + before + after;
    const pixels = new Uint8Array(width * 24).fill(255);
    const ink = (x: number, y: number, w: number, h: number) => {
      for (let row = y; row < y + h; row++) pixels.fill(0, row * width + x, row * width + x + w);
    };
    ink(2, 2, 20, 20);
    ink(24, 2, 20, 20);
    ink(44 + before, 16, 3, 6);
    ink(47 + before + after, 2, 20, 20);
    return { width, height: 24, pixels, print: 20 };
  };
  const line = (before: number, width: number): Lattice =>
    [
      ['甲', 12],
      ['乙', 34],
      ['，', 45 + before],
      ['丙', width - 13],
    ].map(([char, x]) => ({ at: Number(x) / width, choices: [{ char: String(char), probability: 1 }] }));

  it.each([
    [2, 15, '甲乙，丙'],
    [2, 4, '甲乙,丙'],
  ])('with %i and %i pixels of white read %s', (before, after, text) => {
    const picture = crop(before, after);
    expect(withPrintedWidths('甲乙，丙', line(before, picture.width), picture)).toBe(text);
  });
});

describe('lines in a cell', () => {
  const word = (box: Box): Word => ({
    text: '',
    origin: { on: 'page', page: 1, box },
    confidence: 0,
    readings: [],
  });

  it('are what shares a height, from the top', () => {
    const words = [
      word([50, 31, 60, 40]),
      word([10, 10, 40, 20]),
      word([45, 11, 60, 20]),
      word([10, 30, 40, 40]),
    ];
    expect(linesIn([0, 0, 100, 50], words)).toEqual([
      [10, 10, 60, 20],
      [10, 30, 60, 40],
    ]);
  });

  it('leave out a speck above print, but no short dash', () => {
    const print = word([10, 20, 60, 30]);
    expect(linesIn([0, 0, 100, 50], [word([30, 5, 32, 7]), print])).toEqual([[10, 20, 60, 30]]);
    expect(linesIn([0, 0, 100, 50], [word([30, 5, 34, 6]), print])).toHaveLength(2);
  });

  it('leave out what lies in other cells', () => {
    expect(linesIn([0, 0, 100, 50], [word([110, 10, 120, 20])])).toEqual([]);
  });
});

describe('a column of comparators', () => {
  const origin: Origin = { on: 'page', page: 1, box: [0, 0, 1, 1] };
  const dash: Word = { text: '—', origin, confidence: 0.7, readings: [{ text: '═', probability: 0.3 }] };
  const place = (row: number) => ({ row, column: 0, rowSpan: 1, columnSpan: 1 });

  it('holds no dash where an equals sign is nearly as likely', () => {
    const below = { ...cellOf('—', origin, place(1)), words: [dash] };
    const table = withColumns(tableOf([cellOf('指标性质', origin, place(0)), below], origin, 'grid'));
    expect(table.cells[1]?.text).toBe('═');
  });

  it('changes nothing under another heading', () => {
    const below = { ...cellOf('—', origin, place(1)), words: [dash] };
    const table = tableOf([cellOf('得分', origin, place(0)), below], origin, 'grid');
    expect(withColumns(table)).toBe(table);
  });
});

describe('a document without pictures', () => {
  it('comes back as it is', async () => {
    const page = flowPage([lineOf('得分', { on: 'text', line: 1, column: 1 })]);
    const document: Document = { type: 'document', carrier: 'text', pages: [page] };
    const step = await recognize(document).next();
    expect(step).toEqual({ done: true, value: document });
    expect(step.value).toBe(document);
  });
});
