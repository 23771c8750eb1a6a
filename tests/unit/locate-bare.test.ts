// Tables that only white space and level rules show, and what must not be taken for one.

import { describe, expect, it } from 'vitest';
import { tablesOf } from '../../src/tree/index.ts';
import { across, locatedPages, pageOf, textsOf, words } from '../support/pdf/paper.ts';

const lines = (top: number, texts: readonly string[], pitch = 14) =>
  texts.map((text, at) => words(60, top + pitch * at, text));

/** Text, column and span of a row's written cells. */
const spansIn = (document: Parameters<typeof tablesOf>[0], row: number) =>
  tablesOf(document)[0]
    ?.cells.filter((cell) => cell.row === row && cell.text !== '')
    .map((cell) => [cell.text, cell.column, cell.columnSpan]);

describe('a table without rules', () => {
  it('begins below labels with colons, though these stand between rules as a heading does', () => {
    const printed = lines(100, [
      'Sex: m     Age: 50     Ward:          Sent: Monday',
      'Number:    Taken: 9    Sample: blood  State: good',
      'Item       Value       Unit           Range',
      'WBC          3.9       E+9/L          4.0-10.0',
      'RBC          5.4       E+12/L         4.3-5.8',
      'PLT          149       E+9/L          125-350',
    ]);
    const document = locatedPages(
      pageOf(
        printed,
        [95, 125, 190].map((y) => across(y, 55, 350)),
      ),
    );
    expect(textsOf(document)[0]?.[0]).toEqual(['Item', 'Value', 'Unit', 'Range']);
    expect(textsOf(document)).toHaveLength(1);
  });

  it('has columns where white space runs down', () => {
    const printed = lines(100, [
      'Region          2005     2006',
      'North East     1,200     1,310',
      'South            870       905',
      'West              40        38',
    ]);
    expect(textsOf(locatedPages(pageOf(printed)))).toEqual([
      [
        ['Region', '2005', '2006'],
        ['North East', '1,200', '1,310'],
        ['South', '870', '905'],
        ['West', '40', '38'],
      ],
    ]);
  });

  it('ends where prose begins, and begins after its caption', () => {
    const printed = [
      words(60, 80, 'Table 4. Output of the three regions in the years that are compared here'),
      ...lines(100, [
        'North        12.5     13.1',
        'South         8.7      9.0',
        'West          4.0      3.8',
      ]),
      words(60, 150, 'The figures of the last year are preliminary and will be revised in spring'),
    ];
    expect(textsOf(locatedPages(pageOf(printed)))).toEqual([
      [
        ['North', '12.5', '13.1'],
        ['South', '8.7', '9.0'],
        ['West', '4.0', '3.8'],
      ],
    ]);
  });

  it('joins a heading of several lines column by column between rules', () => {
    const printed = lines(100, [
      'State       Total       Market',
      '           internal     loans',
      '             debt',
      '',
      'Goa         14.0        10.2',
      'Assam       12.6        10.0',
      'Kerala      29.0        24.9',
    ]);
    const rules = [across(96, 55, 230), across(142, 55, 230), across(202, 55, 230)];
    expect(textsOf(locatedPages(pageOf(printed, rules)))).toEqual([
      [
        ['State', 'Total internal debt', 'Market loans'],
        ['Goa', '14.0', '10.2'],
        ['Assam', '12.6', '10.0'],
        ['Kerala', '29.0', '24.9'],
      ],
    ]);
  });

  it('spreads a heading over the columns that the rule below it spans', () => {
    const printed = lines(100, [
      '               Plan             Rest',
      'State       First  Second   First  Second',
      'Goa          14.0    10.2     3.0     4.0',
      'Assam        12.6    10.0     5.0     6.0',
      'Kerala       29.0    24.9     7.0     8.0',
    ]);
    const rules = [
      across(95, 55, 270),
      across(111, 115, 180),
      across(111, 195, 265),
      across(125, 55, 270),
      across(170, 55, 270),
    ];
    const table = tablesOf(locatedPages(pageOf(printed, rules)))[0];
    const heads = table?.cells
      .filter((cell) => cell.row === 0 && cell.text !== '')
      .map((cell) => [cell.text, cell.column, cell.columnSpan]);
    expect(heads).toEqual([
      ['Plan', 1, 2],
      ['Rest', 3, 2],
    ]);
  });

  it('joins a label that goes on in lower case', () => {
    const printed = lines(100, [
      'Spending on',
      'roads           12.5     13.1',
      'Wages            8.7      9.0',
      'Rents            4.0      3.8',
      'Taxes            1.0      0.8',
    ]);
    const tables = textsOf(locatedPages(pageOf(printed, [across(95, 55, 260), across(172, 55, 260)])));
    expect(tables[0]?.[0]?.[0]).toBe('Spending on roads');
  });

  it('joins the lines of cells of words that go on in lower case', () => {
    const printed = lines(100, [
      'Measure        Who is asked        Where',
      'Prices in      Heads of the        Rural',
      'shops          households          districts',
      'Rents and      Owners of many      Every large',
      'charges        dwellings           town',
      'Wages          Employers           Everywhere',
    ]);
    expect(textsOf(locatedPages(pageOf(printed)))).toEqual([
      [
        ['Measure', 'Who is asked', 'Where'],
        ['Prices in shops', 'Heads of the households', 'Rural districts'],
        ['Rents and charges', 'Owners of many dwellings', 'Every large town'],
        ['Wages', 'Employers', 'Everywhere'],
      ],
    ]);
  });

  it('has one column of figures, its heading above a section title', () => {
    const printed = [
      ...words(200, 80, '2016'),
      ...lines(94, [
        'Class A',
        'Net asset value             5,111,372',
        'Number of units                49,136',
        'Value of a unit                104.03',
      ]),
    ];
    expect(textsOf(locatedPages(pageOf(printed)))[0]?.slice(0, 3)).toEqual([
      ['', '2016'],
      ['Class A', ''],
      ['Net asset value', '5,111,372'],
    ]);
  });

  it('has a heading of several lines over words', () => {
    const printed = lines(100, [
      'Name           Persons who      Where it',
      '               are asked        is done',
      'Prices         Households       Towns',
      'Rents          Owners           Villages',
      'Wages          Employers        Everywhere',
    ]);
    expect(textsOf(locatedPages(pageOf(printed)))[0]?.[0]).toEqual([
      'Name',
      'Persons who are asked',
      'Where it is done',
    ]);
  });

  it('begins below its heading where its first figures are missing', () => {
    const printed = lines(100, [
      'Country       2003     2004',
      'Greece           -        -',
      'Ireland       40.9     42.8',
      'Malta         28.0     19.1',
    ]);
    const rules = [across(95, 55, 230), across(158, 55, 230)];
    expect(textsOf(locatedPages(pageOf(printed, rules)))[0]?.[1]).toEqual(['Greece', '-', '-']);
  });

  it('keeps labels of several lines whose figures stand on the last', () => {
    const printed = lines(100, [
      'Wages                        12.5     13.1',
      'Imports of direct firms',
      'in manufacturing from',
      'abroad                        8.7      9.0',
      'Rents of public               4.0      3.8',
      'dwellings in towns',
      'Taxes                         1.0      0.8',
    ]);
    const rows = textsOf(locatedPages(pageOf(printed)))[0] ?? [];
    expect(rows.map(([label]) => label)).toEqual([
      'Wages',
      'Imports of direct firms in manufacturing from abroad',
      'Rents of public dwellings in towns',
      'Taxes',
    ]);
  });

  it('has labels with dots that lead to the figures', () => {
    const printed = lines(100, [
      'Country                       2003   2004',
      'Italy . . . . . . . . . . . . 257   897',
      'Latvia . . . . . . . . . . .  580   566',
      'Spain.......................   89    62',
    ]);
    const rows = textsOf(locatedPages(pageOf(printed)))[0] ?? [];
    expect(rows.map(([, first, second]) => [first, second])).toEqual([
      ['2003', '2004'],
      ['257', '897'],
      ['580', '566'],
      ['89', '62'],
    ]);
  });

  it('spreads a heading over the columns that it stands in the middle of', () => {
    const printed = [
      ...words(60, 100, '                      Plan                        Rest'),
      ...lines(120, [
        'State       First    Capital   Total    First    Capital   Total',
        'Goa          14.0       10.2    24.2      3.0        4.0     7.0',
        'Assam        12.6       10.0    22.6      5.0        6.0    11.0',
        'Kerala       29.0       24.9    53.9      7.0        8.0    15.0',
      ]),
    ];
    expect(spansIn(locatedPages(pageOf(printed)), 0)).toEqual([
      ['Plan', 1, 3],
      ['Rest', 4, 3],
    ]);
  });

  it('parts columns that headings of several lines stand over', () => {
    const printed = lines(100, [
      '            Prices in the    Sum',
      '            whole country    of',
      '            now and then     all',
      '           1990     1991    2000',
      'Goa         4.0     10.2    24.2',
      'Assam       2.6     10.0    22.6',
      'Kerala      9.0     24.9    53.9',
      'Bihar       9.0     24.9    53.9',
    ]);
    expect(textsOf(locatedPages(pageOf(printed)))[0]?.at(-1)).toEqual(['Bihar', '9.0', '24.9', '53.9']);
  });

  it('keeps a column that is mostly blank under its heading', () => {
    const rows = Array.from({ length: 20 }, (_, at) =>
      [`Test-${at}`.padEnd(14), at % 9 === 3 ? '!' : ' ', `    ${at}.5`].join(''),
    );
    const printed = lines(100, [
      'Name          Hint   Value    Unit',
      ...rows.map((row) => `${row.padEnd(30)}mol`),
    ]);
    expect(textsOf(locatedPages(pageOf(printed)))[0]?.[4]).toEqual(['Test-3', '!', '3.5', 'mol']);
  });

  it('has a row of its own for the unit of several columns', () => {
    const printed = lines(
      100,
      [
        'State       First   capital    Last',
        '              Percent of total',
        'Goa          14.0      10.2    24.2',
        'Assam        12.6      10.0    22.6',
        'Kerala       29.0      24.9    53.9',
      ],
      12,
    );
    const table = locatedPages(pageOf(printed));
    expect(spansIn(table, 0)?.map(([text]) => text)).toEqual(['State', 'First', 'capital', 'Last']);
    expect(spansIn(table, 1)?.map(([text]) => text)).toEqual(['Percent of total']);
  });

  it('takes the lines of a heading for one where they stand in line', () => {
    const printed = lines(
      100,
      [
        '                     Total',
        'State       First   capital    Last',
        'Goa          14.0      10.2    24.2',
        'Assam        12.6      10.0    22.6',
        'Kerala       29.0      24.9    53.9',
      ],
      12,
    );
    expect(spansIn(locatedPages(pageOf(printed)), 0)).toEqual([
      ['State', 0, 1],
      ['First', 1, 1],
      ['Total capital', 2, 1],
      ['Last', 3, 1],
    ]);
  });

  it('spreads a title in the middle over the whole row', () => {
    const printed = lines(100, [
      'State       First   Second   Third',
      'Goa          14.0     10.2    24.2',
      'Assam        12.6     10.0    22.6',
      '             In towns',
      'Kerala       29.0     24.9    53.9',
      'Assam        12.6     10.0    22.6',
    ]);
    expect(spansIn(locatedPages(pageOf(printed)), 3)).toEqual([['In towns', 0, 4]]);
  });

  it('has a heading that ends at the last rule above its first figures', () => {
    const printed = [
      ...words(60, 100, 'Budget 2014                    In crores'),
      ...lines(120, ['                 Plan', 'State       First   Second']),
      ...lines(155, [
        'Goa          14.0     10.2',
        'Assam        12.6     10.0',
        'Kerala       29.0     24.9',
      ]),
    ];
    const rules = [96, 115, 150, 200].map((at) => across(at, 55, 280));
    expect(spansIn(locatedPages(pageOf(printed, rules)), 1)).toEqual([['Plan', 1, 2]]);
  });

  it('takes up neither the list nor the contents above its caption', () => {
    const table = lines(132, [
      'Table 3. Output',
      'North        12.5     13.1',
      'South         8.7      9.0',
      'West          4.0      3.8',
    ]);
    const list = lines(100, [
      '1.    Calculate the distance of each trip of the survey of the year',
      '2.    Leave out the stops between the trips, and all that lasted less',
    ]);
    const bullets = lines(100, [
      'o    Calculate the distance of each trip of the survey of the year',
      'o    Leave out the stops between the trips, and all that lasted less',
    ]);
    const contents = lines(100, [
      'Methods                            12',
      'Results                            30',
    ]);
    const known = [
      [
        ['North', '12.5', '13.1'],
        ['South', '8.7', '9.0'],
        ['West', '4.0', '3.8'],
      ],
    ];
    expect(textsOf(locatedPages(pageOf([...list, ...table])))).toEqual(known);
    expect(textsOf(locatedPages(pageOf([...bullets, ...table.slice(1)])))).toEqual(known);
    expect(textsOf(locatedPages(pageOf([...contents, ...table])))).toEqual(known);
  });

  it('stands in one column of prose whose lines are at other heights', () => {
    const text = 'the quick brown fox jumps over some dog';
    const prose = [100, 112, 124, 136, 148, 160, 300, 312, 324].flatMap((y) => words(40, y, text));
    const beside = Array.from({ length: 20 }, (_, at) => words(300, 100 + 12 * at, text)).flat();
    const table = lines(
      178,
      [
        'Grants         12.5    13.1',
        'Outlays         8.7     9.0',
        'Rents           4.0     3.8',
        'Wages           1.0     0.8',
      ],
      12,
    );
    expect(textsOf(locatedPages(pageOf([...prose, ...beside, ...table])))).toHaveLength(1);
    expect(textsOf(locatedPages(pageOf([...prose, ...beside, ...table])))[0]?.[3]).toEqual([
      'Wages',
      '1.0',
      '0.8',
    ]);
  });

  it('keeps its long labels between two columns of prose', () => {
    const prose = (top: number) =>
      Array.from({ length: 8 }, (_, at) => [
        ...words(40, top + 12 * at, 'the quick brown fox jumps over some dog'),
        ...words(300, top + 12 * at, 'the quick brown fox jumps over some dog'),
      ]);
    const table = lines(215, [
      'Grants                         12.5      13.1',
      'Outlays for roads in 4 towns    8.7       9.0',
      'Rents                           4.0       3.8',
      'Wages                           1.0       0.8',
    ]);
    expect(textsOf(locatedPages(pageOf([...prose(100), ...table, ...prose(300)])))[0]).toHaveLength(4);
  });
});

describe('no table', () => {
  it('is made of prose in two columns', () => {
    const left = 'the quick brown fox jumps over some';
    const printed = Array.from({ length: 12 }, (_, at) => [
      ...words(40, 100 + 12 * at, left),
      ...words(300, 100 + 12 * at, left),
    ]);
    expect(textsOf(locatedPages(pageOf(printed)))).toEqual([]);
  });

  it('is made of a numbered list or a table of contents', () => {
    const list = lines(100, [
      '1.    Calculate the distance of each trip',
      '2.    Leave out the stops between the trips',
      '3.    Set the speed to the mean of all',
    ]);
    const contents = lines(100, [
      'Introduction          1',
      'Methods              12',
      'Results              30',
      'Discussion           41',
    ]);
    expect(textsOf(locatedPages(pageOf(list)))).toEqual([]);
    expect(textsOf(locatedPages(pageOf(contents)))).toEqual([]);
  });
});
