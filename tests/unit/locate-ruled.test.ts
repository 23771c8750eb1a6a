// Ruled tables: open sides, missing inner lines, dashes, frames, and text around them.

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

const four = [word(60, 105, 'a'), word(160, 105, 'b'), word(60, 125, 'c'), word(160, 125, 'd')];

describe('a ruled table', () => {
  it('has its cells, and the lines of text around it in reading order', () => {
    const page = pageOf(
      [words(60, 60, 'the title'), four, words(60, 170, 'a note')],
      gridRulings([50, 150, 250], [100, 120, 140]),
    );
    const document = locatedPages(page);
    expect(textsOf(document)).toEqual([
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ]);
    expect(
      document.pages[0]?.children.map((block) => (block.type === 'line' ? block.text : 'table')),
    ).toEqual(['the title', 'table', 'a note']);
  });

  it('may have no lines at its sides', () => {
    const rulings = [
      across(100, 50, 250),
      across(120, 50, 250),
      across(140, 50, 250),
      down(120, 100, 140),
      down(150, 100, 140),
    ];
    const printed = [...four, word(125, 105, 'm'), word(125, 125, 'n')];
    expect(textsOf(locatedPages(pageOf([printed], rulings)))).toEqual([
      [
        ['a', 'm', 'b'],
        ['c', 'n', 'd'],
      ],
    ]);
  });

  it('may have no line on top, as after a page break', () => {
    const rulings = [
      across(120, 50, 250),
      across(140, 50, 250),
      ...[50, 150, 250].map((x) => down(x, 100, 140)),
    ];
    expect(textsOf(locatedPages(pageOf([four], rulings)))).toEqual([
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ]);
  });

  it('is drawn by dashes and doubled lines too', () => {
    const dashes = Array.from({ length: 40 }, (_, at) => across(120, 50 + 5 * at, 52.5 + 5 * at));
    const doubled = [across(100, 50, 250), across(101.5, 50, 250), across(140, 50, 250)];
    const rulings = [...dashes, ...doubled, ...[50, 150, 250].map((x) => down(x, 100, 140))];
    expect(textsOf(locatedPages(pageOf([four], rulings)))).toEqual([
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ]);
  });

  it('has merged cells where inner lines are missing', () => {
    const rulings = [...gridRulings([50, 250], [100, 120, 140]), down(150, 120, 140)];
    const document = locatedPages(
      pageOf([word(60, 105, 'head'), word(60, 125, 'c'), word(160, 125, 'd')], rulings),
    );
    const places = tablesOf(document)[0]?.cells.map((cell) => [
      cell.text,
      cell.row,
      cell.column,
      cell.columnSpan,
    ]);
    expect(places).toEqual([
      ['head', 0, 0, 2],
      ['c', 1, 0, 1],
      ['d', 1, 1, 1],
    ]);
  });

  it('is parted into rows where figures stand under figures', () => {
    const rulings = gridRulings([50, 150, 250], [100, 120, 180]);
    const body = [0, 1, 2].flatMap((row) => [
      word(60, 125 + 17 * row, `1${row}.5`),
      word(160, 125 + 17 * row, `2${row}.5`),
    ]);
    expect(textsOf(locatedPages(pageOf([four.slice(0, 2), body], rulings)))).toEqual([
      [
        ['a', 'b'],
        ['10.5', '20.5'],
        ['11.5', '21.5'],
        ['12.5', '22.5'],
      ],
    ]);
  });

  it('keeps a number together that its narrow cell wraps', () => {
    const rulings = gridRulings([50, 85, 120, 155], [100, 120, 150]);
    const heads = [word(54, 105, 'a'), word(89, 105, 'b'), word(124, 105, 'c')];
    const body = ['675.9', '493.4', '173.0'].flatMap((text, at) => [
      word(54 + 35 * at, 123, text),
      word(64 + 35 * at, 136, '2'),
    ]);
    expect(textsOf(locatedPages(pageOf([heads, body], rulings)))).toEqual([
      [
        ['a', 'b', 'c'],
        ['675.92', '493.42', '173.02'],
      ],
    ]);
  });

  it('keeps wrapped text together', () => {
    const rulings = gridRulings([50, 100, 150], [100, 150]);
    const printed = [
      words(52, 103, 'aaaa bbbb'),
      words(52, 115, 'cccc dddd'),
      words(52, 127, 'eeee'),
      words(102, 103, 'ffff gggg'),
      words(102, 115, 'hhhh iiii'),
      words(102, 127, 'jjjj'),
    ];
    expect(textsOf(locatedPages(pageOf(printed, rulings)))).toEqual([
      [['aaaa bbbb cccc dddd eeee', 'ffff gggg hhhh iiii jjjj']],
    ]);
  });

  describe('with a heading that no inner lines part', () => {
    const xs = [50, 150, 250, 350];
    const rulings = [...gridRulings([50, 350], [100, 140]), ...gridRulings(xs, [140, 160, 180])];
    const body = [0, 1].flatMap((row) =>
      xs.slice(0, 3).map((x, column) => word(x + 10, 145 + 20 * row, `${row}${column}`)),
    );
    const cellsOf = (heading: readonly Parameters<typeof words>[]) =>
      tablesOf(locatedPages(pageOf([...heading.map((line) => words(...line)), body], rulings)))[0]
        ?.cells.filter((cell) => cell.row < 2 && cell.text.length > 2)
        .map(({ text, row, column, rowSpan, columnSpan }) => [text, row, column, rowSpan, columnSpan]);

    it('has it in two rows where labels of columns stand under one of several', () => {
      expect(
        cellsOf([
          [60, 106, 'State'],
          [215, 106, 'Plan of year'],
          [60, 124, 'name'],
          [160, 124, 'First'],
          [244, 124, 'Second'],
        ]),
      ).toEqual([
        ['State name', 0, 0, 2, 1],
        ['Plan of year', 0, 1, 1, 2],
        ['First', 1, 1, 1, 1],
        ['Second', 1, 2, 1, 1],
      ]);
    });

    it('has labels of one row, and leaves particulars and titles whole', () => {
      const row = cellsOf([
        [60, 116, 'State'],
        [160, 116, 'First'],
        [260, 116, 'Second'],
      ]);
      expect(row?.map(([text]) => text)).toEqual(['State', 'First', 'Second']);
      const whole = cellsOf([
        [60, 106, 'Budget of the whole year'],
        [60, 124, 'Unit:'],
        [260, 124, 'thousand'],
      ]);
      expect(whole?.map(([text]) => text)).toEqual(['Budget of the whole year Unit: thousand']);
    });
  });

  it('has rows of words where only the columns are ruled', () => {
    const rulings = [
      ...gridRulings([50, 150, 250, 350], [100, 120]),
      ...gridRulings([50, 150, 250, 350], [120, 240]),
    ];
    const row = (top: number, texts: readonly (readonly string[])[]) =>
      texts.flatMap((lines, at) => lines.map((text, line) => words(54 + 100 * at, top + 11 * line, text)));
    const printed = [
      ...row(105, [['Name'], ['Who'], ['Where']]),
      ...row(125, [['Prices in', 'shops'], ['Households'], ['Towns']]),
      ...row(162, [['Rents'], ['Owners of', 'houses'], ['Villages']]),
      ...row(199, [['Wages'], ['Employers'], ['All', 'districts']]),
    ];
    expect(textsOf(locatedPages(pageOf(printed, rulings)))).toEqual([
      [
        ['Name', 'Who', 'Where'],
        ['Prices in shops', 'Households', 'Towns'],
        ['Rents', 'Owners of houses', 'Villages'],
        ['Wages', 'Employers', 'All districts'],
      ],
    ]);
  });

  it('takes in the labels beside it that have no rules', () => {
    const rulings = gridRulings([150, 200, 250], [100, 120, 140, 160]);
    const rows = [0, 1, 2].flatMap((row) => [
      word(60, 105 + 20 * row, `label${row}`),
      word(160, 105 + 20 * row, `${row}1`),
      word(210, 105 + 20 * row, `${row}2`),
    ]);
    expect(textsOf(locatedPages(pageOf([rows], rulings)))).toEqual([
      [
        ['label0', '01', '02'],
        ['label1', '11', '12'],
        ['label2', '21', '22'],
      ],
    ]);
  });

  it('leaves prose beside it alone, whose lines stand at other heights', () => {
    const rulings = gridRulings([250, 300, 350], [100, 114, 128, 142, 156, 170, 184]);
    const table = [0, 1, 2, 3, 4, 5].flatMap((row) => [
      word(260, 103 + 14 * row, `${row}1`),
      word(310, 103 + 14 * row, `${row}2`),
    ]);
    const prose = [99, 110, 121, 132, 143, 154, 165, 176].flatMap((y) =>
      words(50, y, 'the quick brown fox jumps'),
    );
    expect(textsOf(locatedPages(pageOf([table, prose], rulings)))[0]?.[0]).toEqual(['01', '02']);
  });

  it('has as many rows as each of its cells has lines, where one holds figures', () => {
    const rulings = gridRulings([50, 160, 200], [100, 120, 170]);
    const body = [0, 1, 2].flatMap((row) => [
      ...words(54, 125 + 14 * row, `Country${row}..........`),
      word(164, 125 + 14 * row, `${row}.5`),
    ]);
    const heads = [word(54, 105, 'name'), word(164, 105, 'sum')];
    expect(textsOf(locatedPages(pageOf([heads, body], rulings)))[0]).toHaveLength(4);
  });

  it('is not made by a frame around a text, nor by an empty grid', () => {
    const framed = pageOf([words(60, 105, 'one line in a frame')], gridRulings([50, 250], [100, 120]));
    const empty = pageOf([words(60, 60, 'graph paper')], gridRulings([50, 60, 70, 80], [100, 110, 120]));
    expect(textsOf(locatedPages(framed))).toEqual([]);
    expect(textsOf(locatedPages(empty))).toEqual([]);
  });
});

describe('pages that have their children', () => {
  it('pass unchanged', () => {
    const page = {
      ...pageOf([four], gridRulings([50, 150, 250], [100, 120, 140])),
      children: [{ type: 'line', text: 'x', words: [], origin: { on: 'text', line: 1, column: 1 } }] as const,
    };
    expect(locatedPages(page).pages[0]).toBe(page);
  });
});
