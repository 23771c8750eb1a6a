// A page on which many strokes are lost: nothing on it is surer than the page, not even its blanks, and a note says so.

import { describe, expect, it } from 'vitest';
import { bind } from '../../src/bind/index.ts';
import type { Diagnostic } from '../../src/diagnostic/index.ts';
import { asLegible } from '../../src/recognize/legible.ts';
import { type Cell, type Document, flowPage, illegiblePages, tableOf } from '../../src/tree/index.ts';

/** A row of cells read as `texts` on a page, each with a confidence; a text of nothing is a cell without ink. */
function rowOn(page: number, row: number, texts: Readonly<Record<string, number>>): readonly Cell[] {
  return Object.entries(texts).map(([text, confidence], column) => {
    const origin = { on: 'page', page, box: [column * 9, row * 9, column * 9 + 8, row * 9 + 8] } as const;
    const words = text === '' ? [] : [{ text, origin, confidence, readings: [] }];
    return { type: 'cell', row, column, rowSpan: 1, columnSpan: 1, text, words, origin };
  });
}

function scanOf(...cells: readonly Cell[]): Document {
  const page = flowPage([tableOf(cells, { on: 'page', page: 1, box: [0, 0, 99, 99] }, 'grid')]);
  return { type: 'document', carrier: 'scan', pages: [page] };
}

function read(document: Document): {
  document: Document;
  notes: readonly Diagnostic[];
  cells: readonly Cell[];
} {
  const stage = asLegible(document);
  const notes: Diagnostic[] = [];
  for (;;) {
    const step = stage.next();
    if (!step.done) notes.push(step.value);
    else return { document: step.value, notes, cells: cellsOf(step.value) };
  }
}

function cellsOf({ pages }: Document): readonly Cell[] {
  return pages.flatMap(({ children }) =>
    children.flatMap((block) => (block.type === 'table' ? block.cells : [])),
  );
}

function confidences(cells: readonly Cell[]): readonly number[] {
  return cells.map(({ words }) => words[0]?.confidence ?? 1);
}

const POOR = rowOn(1, 0, { 项目名称: 0.2, 甲: 0.4, 得分: 0.3, '8.0': 1, '': 1 });
const GOOD = rowOn(2, 1, { 分值: 1, 10: 0.99, 9: 0.3, 7: 1, 6: 1, '': 1 });

describe('an illegible page', () => {
  const { notes, cells, document } = read(scanOf(...POOR, ...GOOD));

  it('has no reading surer than the page, blanks among them, in the same order', () => {
    const [name = 1, value = 1, label = 1, score = 0, blank = 1] = confidences(cells);
    expect(name < label && label < value && value < score).toBe(true);
    expect(Math.max(score, blank)).toBeLessThan(0.5);
  });

  it('keeps its texts, and is told once', () => {
    expect(cells.map(({ text }) => text)).toEqual([...POOR, ...GOOD].map(({ text }) => text));
    expect(notes.map(({ code, level }) => [code, level])).toEqual([['source-note', 'note']]);
    expect([...illegiblePages(document).keys()]).toEqual([1]);
  });

  it('leaves the other page of its table as it is', () => {
    expect(confidences(cells).slice(POOR.length)).toEqual(confidences(GOOD));
  });
});

describe('legible pages', () => {
  it('stay as they are', () => {
    const document = scanOf(...GOOD);
    expect(read(document)).toMatchObject({ notes: [] });
    expect(read(document).document).toBe(document);
  });
});

describe('the fields of a form', () => {
  const unsureOf = (page: number) => {
    const header = rowOn(page, 0, { 项目名称: 0.5, 云资源租赁费: 0.5 });
    const heads = rowOn(page, 1, {
      一级指标: 0.5,
      三级指标: 0.5,
      年度指标值: 0.5,
      实际完成值: 0.5,
      分值: 0.5,
      得分: 0.5,
    });
    const row = rowOn(page, 2, {
      产出指标: 0.5,
      数量: 0.5,
      '≥1次': 0.5,
      '2次': 0.5,
      '10.0': 0.5,
      '9.0': 0.5,
    });
    return bind(scanOf(...header, ...heads, ...row));
  };

  it('are unsure where they stand on such a page, and doubted together', () => {
    const told: Diagnostic[] = [];
    const stage = unsureOf(1);
    let step = stage.next();
    for (; !step.done; step = stage.next()) told.push(step.value);
    const rest = ['/projectName', '/indicators/0/score'];
    expect(step.value.flatMap(({ unsure }) => unsure)).toEqual(expect.arrayContaining(rest));
    expect(told.map(({ code, level, evaluation }) => [code, level, evaluation])).toEqual([
      ['uncertain-reading', 'doubt', 0],
    ]);
    expect(told[0]?.fields).toEqual(expect.arrayContaining(rest));
  });
});
