// What stands at the edges of the pages over which a table goes on, and where those pages lie.

import { describe, expect, it } from 'vitest';
import { type Page, tablesOf, type Word } from '../../src/tree/index.ts';
import { gridRulings, locatedPages, pageOf, textsOf, words } from '../support/pdf/paper.ts';

interface Place {
  readonly left?: number;
  readonly top?: number;
  /** Of its last row; the others are as high as one line. */
  readonly height?: number;
}

/** A table of three columns: on the first page from 690 on, so that it ends near the foot. */
function part(page: number, rows: readonly (readonly string[])[], place: Place = {}): Page {
  const { left = 50, top = page === 1 ? 700 : 60, height = 20 } = place;
  const xs = [0, 100, 200, 300].map((x) => left + x);
  const ys = [...rows.map((_, at) => top + 20 * at), top + 20 * (rows.length - 1) + height];
  const printed = rows.flatMap((row, at) =>
    row.flatMap((text, column) => words(left + 5 + 100 * column, top + 5 + 20 * at, text, page)),
  );
  return pageOf(printed, gridRulings(xs, ys), page);
}

const withLines = (page: Page, ...lines: readonly (readonly Word[])[]): Page => ({
  ...page,
  words: [...page.words, ...lines.flat()],
});

const HEADER = ['name', 'plan', 'done'];
const first = (place: Place = {}) => part(1, [HEADER, ['roads', '10', '9'], ['towns', '30', '28']], place);
const second = (place: Place = {}) => part(2, [HEADER, ['parks', '20', '18']], place);
const tables = (...pages: readonly Page[]) => tablesOf(locatedPages(...pages)).length;
const linesOn = (page: number, ...pages: readonly Page[]) =>
  locatedPages(...pages).pages[page - 1]?.children.flatMap((block) =>
    block.type === 'line' ? [block.text] : [],
  );

describe('a table whose next row was too high for the rest of the page', () => {
  it('goes on, though its header is printed again above that row', () => {
    const early = first({ top: 600 });
    expect(textsOf(locatedPages(early, second({ height: 140 })))).toEqual([
      [HEADER, ['roads', '10', '9'], ['towns', '30', '28'], ['parks', '20', '18']],
    ]);
    expect(tables(early, second({ height: 40 }))).toBe(2);
  });
});

describe('lines between the two parts of a table', () => {
  it.each([
    '续表',
    '（续）',
    '续上表',
    '表3 预算执行情况（续）',
    'Table 3 (continued)',
    '- 12 -',
    '第 2 页',
    '单位：万元',
  ])('may say %s, and are kept', (text) => {
    const next = withLines(second(), words(300, 40, text, 2));
    expect(tables(first(), next)).toBe(1);
    expect(linesOn(2, first(), next)).toEqual([text]);
  });

  it('may be a title printed again, where a line says that the table goes on, however much room was left', () => {
    const titled = (page: Page, number: number) =>
      withLines(page, words(100, 30, 'Budget of the year', number));
    const next = withLines(titled(second(), 2), words(300, 45, '续表', 2));
    expect(tables(first({ top: 500 }), next)).toBe(1);
    expect(tables(first(), titled(second(), 2))).toBe(2);
  });

  it('may be running heads, of both sides or from the second page on', () => {
    const full = (page: number) =>
      part(page, [HEADER, ...Array.from({ length: 34 }, (_, at) => [`parks${page}${at}`, '20', '18'])]);
    const head = (page: Page, text: string) => withLines(page, words(200, 25, text, page.number));
    expect(tables(first(), head(full(2), 'Report of 2023'), head(full(3), 'Report of 2023'))).toBe(1);
    const sided = [
      head(first(), 'City of A'),
      head(full(2), 'Report of 2023'),
      head(full(3), 'City of A'),
      head(full(4), 'Report of 2023'),
    ];
    expect(tables(...sided)).toBe(1);
    expect(tables(first(), head(full(2), '支出决算表'), head(full(3), '支出决算表'))).toBe(2);
  });

  it('may be notes below the first part, which take the room of rows', () => {
    const noted = withLines(
      first({ top: 640 }),
      words(55, 705, '注：本表以万元为单位，', 1),
      words(55, 720, '合计数可能因四舍五入略有出入。', 1),
      words(55, 735, '其他说明。', 1),
    );
    expect(tables(noted, second())).toBe(1);
    const prose = withLines(first({ top: 680 }), words(55, 745, '以上各项目均已完成。', 1));
    expect(tables(prose, second())).toBe(2);
  });
});

describe('pages whose margins differ', () => {
  it('are the two sides of a leaf, or moved aside for the binding', () => {
    expect(tables(first({ left: 120 }), second({ left: 175 }))).toBe(1);
    expect(tables(first({ left: 60 }), second({ left: 100 }))).toBe(1);
    expect(tables(first({ left: 60 }), second({ left: 200 }))).toBe(2);
  });
});
