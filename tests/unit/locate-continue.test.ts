// A table that goes on over the page: one table, its header once, the broken row and the cut merged cell whole.

import { describe, expect, it } from 'vitest';
import { tablesOf } from '../../src/tree/index.ts';
import {
  across,
  down,
  gridRulings,
  locatedPages,
  pageOf,
  textsOf,
  word,
  words,
} from '../support/pdf/paper.ts';

const xs = [50, 150, 250, 350];
const row = (y: number, texts: readonly string[], page: number) =>
  texts.flatMap((text, at) => words(55 + 100 * at, y, text, page));

describe('a table over a page break', () => {
  const first = pageOf(
    [row(705, ['name', 'plan', 'done'], 1), row(745, ['roads', '10', '9'], 1), word(300, 820, '-1-', 1)],
    gridRulings(xs, [700, 740, 780]),
    1,
  );
  const second = pageOf(
    [row(55, ['name', 'plan', 'done'], 2), row(95, ['parks', '20', '18'], 2), word(300, 820, '-2-', 2)],
    gridRulings(xs, [50, 90, 130]),
    2,
  );

  it('is one table with its header once, and each cell keeps its page', () => {
    const document = locatedPages(first, second);
    expect(textsOf(document)).toEqual([
      [
        ['name', 'plan', 'done'],
        ['roads', '10', '9'],
        ['parks', '20', '18'],
      ],
    ]);
    const pages = tablesOf(document)[0]?.cells.map((cell) =>
      cell.origin.on === 'page' ? cell.origin.page : 0,
    );
    expect(pages).toEqual([1, 1, 1, 1, 1, 1, 2, 2, 2]);
  });

  it('stays two where a title stands between, or where room was left', () => {
    const titled = { ...second, words: [...second.words, ...words(200, 30, 'another title', 2)] };
    expect(tablesOf(locatedPages(first, titled))).toHaveLength(2);
    const early = pageOf(
      [row(305, ['name', 'plan', 'done'], 1), row(345, ['roads', '10', '9'], 1)],
      gridRulings(xs, [300, 340, 380]),
      1,
    );
    expect(tablesOf(locatedPages(early, second))).toHaveLength(2);
  });

  it('joins the row that the break cut', () => {
    const rest = pageOf([words(155, 55, 'third line', 2)], gridRulings(xs, [50, 90]), 2);
    const cut = pageOf(
      [row(705, ['name', 'plan', 'done'], 1), row(745, ['roads', 'one', '9'], 1), words(155, 757, 'two', 1)],
      gridRulings(xs, [700, 740, 780]),
      1,
    );
    expect(textsOf(locatedPages(cut, rest))).toEqual([
      [
        ['name', 'plan', 'done'],
        ['roads', 'one two third line', '9'],
      ],
    ]);
  });

  /** The last row of a page, its first cell wrapped in two full lines, and one word at the head of the next page. */
  const wrapped = (text: string) =>
    textsOf(
      locatedPages(
        pageOf(
          [
            row(705, ['name', 'plan', 'done'], 1),
            word(55, 745, '指标1：减少纸张使用量和其他物资的', 1),
            word(55, 757, '使用与浪费并且要做好其循环再利用之消', 1),
            row(745, ['', '10', '9'], 1),
          ],
          gridRulings(xs, [700, 740, 780]),
          1,
        ),
        pageOf([word(55, 55, text, 2)], gridRulings(xs, [50, 90]), 2),
      ),
    );

  it('joins what a wrapped name goes on with, and no name of its own', () => {
    expect(wrapped('耗')[0]?.at(-1)).toEqual([
      '指标1：减少纸张使用量和其他物资的使用与浪费并且要做好其循环再利用之消耗',
      '10',
      '9',
    ]);
    expect(wrapped('指标2：')[0]?.at(-1)).toEqual(['指标2：', '', '']);
  });

  it('lengthens the merged cell that the break cut', () => {
    const upper = pageOf(
      [word(55, 705, 'group', 1), row(705, ['', 'a', '1'], 1), row(745, ['', 'b', '2'], 1)],
      [
        ...[700, 780].map((y) => across(y, 50, 350)),
        across(740, 150, 350),
        ...xs.map((x) => down(x, 700, 780)),
      ],
      1,
    );
    const lower = pageOf(
      [row(55, ['', 'c', '3'], 2), row(95, ['', 'd', '4'], 2)],
      [...[50, 130].map((y) => across(y, 50, 350)), across(90, 150, 350), ...xs.map((x) => down(x, 50, 130))],
      2,
    );
    const cells = tablesOf(locatedPages(upper, lower))[0]?.cells;
    expect(cells?.find((cell) => cell.text === 'group')?.rowSpan).toBe(4);
    expect(cells?.map((cell) => cell.text)).toEqual(['group', 'a', '1', 'b', '2', 'c', '3', 'd', '4']);
  });

  /** Two pages of three columns, 40 points wide, one row at the foot and one at the head; texts of several lines as lists. */
  const narrow = [50, 90, 130, 170];
  const cells = (y: number, texts: readonly (readonly string[])[], page: number) =>
    texts.flatMap((lines, at) =>
      lines.flatMap((text, line) => words(53 + 40 * at, y + 12 * line, text, page)),
    );
  const over = (upper: readonly (readonly string[])[], lower: readonly (readonly string[])[]) =>
    textsOf(
      locatedPages(
        pageOf(
          [cells(705, [['name'], ['plan'], ['done']], 1), cells(745, upper, 1)],
          gridRulings(narrow, [700, 740, 780]),
          1,
        ),
        pageOf([cells(55, lower, 2)], gridRulings(narrow, [50, 90]), 2),
      ),
    )[0]?.slice(1);

  it('joins a row whose cells had one line each, and the digits of a number', () => {
    expect(over([['道路养护工'], ['10'], ['9']], [['程'], [], []])).toEqual([['道路养护工程', '10', '9']]);
    expect(over([['roads'], ['613.4'], ['9']], [[], ['2'], []])).toEqual([['roads', '613.42', '9']]);
  });

  it('keeps a row of its own that follows a row with an end', () => {
    expect(over([['roads'], ['10'], ['9']], [['parks'], ['20'], ['18']])).toHaveLength(2);
    expect(over([['group'], ['roads i'], ['unknow']], [[], ['parks i'], ['unknow']])).toHaveLength(2);
  });

  it('goes on below a title that it repeats, and not where the title begins another', () => {
    const [width, sheet] = [
      [50, 350],
      [50, 150, 350],
    ];
    const titled = (page: number, top: number, [label, text]: readonly [string, string]) =>
      pageOf(
        [
          words(150, top + 5, 'Budget of the year', page),
          words(55, top + 35, label, page),
          words(155, top + 35, text, page),
        ],
        [
          ...gridRulings(width, [top, top + 30]),
          ...gridRulings(sheet, [top + 30, page === 1 ? 780 : top + 60]),
        ],
        page,
      );
    const goesOn = textsOf(locatedPages(titled(1, 700, ['name', 'roads']), titled(2, 50, ['total', '9'])));
    expect(goesOn.flat().filter((row) => row.includes('Budget of the year'))).toHaveLength(1);
    const again = textsOf(locatedPages(titled(1, 700, ['name', 'roads']), titled(2, 50, ['name', 'parks'])));
    expect(again.flat().filter((row) => row.includes('Budget of the year'))).toHaveLength(2);
  });

  it('lengthens the labels before the row that begins the next page, with what they had no room for', () => {
    const lower = pageOf([cells(55, [['标'], [], ['18']], 2)], gridRulings(narrow, [50, 90]), 2);
    const upper = pageOf(
      [cells(705, [['social'], ['group'], ['9']], 1), cells(745, [['社会效益指'], ['b'], ['9']], 1)],
      gridRulings(narrow, [700, 740, 780]),
      1,
    );
    const found = tablesOf(locatedPages(upper, lower))[0]?.cells.filter((cell) => cell.row > 0);
    expect(found?.map(({ text, rowSpan }) => [text, rowSpan])).toEqual([
      ['社会效益指标', 2],
      ['b', 2],
      ['9', 1],
      ['18', 1],
    ]);
  });
});
