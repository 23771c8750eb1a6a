// What stands at the head of a table's second part: its header again, rows of a list that are alike, or the same form again.

import { describe, expect, it } from 'vitest';
import { across, down, locatedPages, pageOf, textsOf, words } from '../support/pdf/paper.ts';

/** A row of cells; each text with the columns that it spans. */
type Row = readonly (string | readonly [text: string, columns: number])[];

const WIDTH = 100;
const HEIGHT = 40;
const [LEFT, TOP, FOOT] = [50, 50, 780];

/** A page of rows between full rules, at the head of the page or, the first, at its foot. */
function sheet(rows: readonly Row[], page: number) {
  const top = page === 1 ? FOOT - HEIGHT * rows.length : TOP;
  const drawn = rows.map((row, at) => cellsOf(row, top + HEIGHT * at, page));
  const right = Math.max(...drawn.map((row) => row.right));
  const ys = Array.from({ length: rows.length + 1 }, (_, at) => top + HEIGHT * at);
  return pageOf(
    drawn.flatMap((row) => row.printed),
    [...ys.map((y) => across(y, LEFT, right)), ...drawn.flatMap((row) => row.rulings)],
    page,
  );
}

function cellsOf(row: Row, y: number, page: number) {
  let x = LEFT;
  const printed = [];
  const rulings = [down(x, y, y + HEIGHT)];
  for (const cell of row) {
    const [text, columns] = typeof cell === 'string' ? [cell, 1] : cell;
    printed.push(words(x + 5, y + 5, text, page));
    x += WIDTH * columns;
    rulings.push(down(x, y, y + HEIGHT));
  }
  return { printed: printed.flat(), rulings, right: x };
}

const over = (first: readonly Row[], second: readonly Row[]) =>
  textsOf(locatedPages(sheet(first, 1), sheet(second, 2)));
const LIST = ['项目', '单位', '完成'];

describe('rows at the head of a page that the table has already', () => {
  it('are kept where a list has a row twice, below its header or without one', () => {
    const [road, school] = [
      ['道路', '交通局', '是'],
      ['学校', '教育局', '是'],
    ];
    expect(over([LIST, road, school], [road, school])[0]).toEqual([LIST, road, school, road, school]);
    expect(over([LIST, road, school], [LIST, road, road])[0]).toEqual([LIST, road, school, road, road]);
    expect(over([road, school, road], [road, school])[0]).toHaveLength(5);
  });

  it('are kept where they hold amounts', () => {
    const rows = [
      ['道路', '10', '9'],
      ['学校', '20', '18'],
    ];
    expect(over([LIST, ...rows], [LIST, ...rows])[0]).toEqual([LIST, ...rows, ...rows]);
  });

  it('are dropped as a header of a title, labels in two rows, and the numbers of the columns', () => {
    const header: readonly Row[] = [
      [['2023年预算执行情况', 4]],
      [
        ['编制单位：财政局', 2],
        ['单位：万元', 2],
      ],
      ['项目', ['金额', 2], '说明'],
      ['', '年初', '全年', ''],
      ['栏次', '1', '2', '3'],
    ];
    const body: readonly Row[] = [
      ['道路', '10', '9', '已完成'],
      ['学校', '20', '18', '已完成'],
    ];
    expect(over([...header, ...body], [...header, ...body])[0]).toHaveLength(header.length + 2 * body.length);
  });

  it('are dropped as a header in mid-table, below rows that are cut otherwise', () => {
    const above: readonly Row[] = [
      [
        ['目标', 1],
        ['建成道路', 2],
      ],
    ];
    const first = [...above, ['指标', '目标值', '完成值'], ['里程', '10', '9']];
    expect(
      over(first, [
        ['指标', '目标值', '完成值'],
        ['天数', '30', '28'],
      ])[0],
    ).toHaveLength(4);
  });
});

describe('four rows that a form is headed with', () => {
  const heading = (name: string): readonly Row[] => [
    [['项目支出绩效自评表', 4]],
    [
      ['项目名称', 1],
      [name, 3],
    ],
    ['主管部门', '财政局', '实施单位', '信息中心'],
    ['项目资金', '年初预算数', '全年预算数', '执行率'],
  ];
  const body: readonly Row[] = [
    ['年度资金总额', '10', '9', '90%'],
    ['其他资金', '10', '9', '90%'],
  ];
  const more: readonly Row[] = [
    ['产出指标', '数量', '10', '9'],
    ['效益指标', '满意', '10', '9'],
  ];

  it('may be printed again where its table goes on', () => {
    const found = over([...heading('甲'), ...body], [...heading('甲'), ...more]);
    expect(found.map((rows) => rows.length)).toEqual([8]);
  });

  it('begin the form again where its labels follow', () => {
    const same = over([...heading('甲'), ...body], [...heading('甲'), ...body]);
    expect(same.map((rows) => rows.length)).toEqual([6, 6]);
    const other = over([...heading('甲'), ...body], [...heading('乙'), ...body]);
    expect(other.map((rows) => rows.length)).toEqual([6, 6]);
  });

  it('begin another form without a title where it names its project', () => {
    const found = over([...heading('甲').slice(1), ...body], [...heading('乙').slice(1), ...body]);
    expect(found.map((rows) => rows.length)).toEqual([5, 5]);
  });
});
