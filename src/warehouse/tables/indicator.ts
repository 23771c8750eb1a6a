// The table `indicator`: the rows of each form's indicator block, as printed, with what of it is a quantity.

import { COMPARATORS } from '../../number/index.ts';
import type { PublishedEvaluation } from '../../record/index.ts';
import { type Column, tableOf, type Value } from '../column.ts';
import { type Placed, placedIn } from '../placed.ts';
import { OF_FORM, placeColumns, printedColumns } from './row.ts';

type Line = PublishedEvaluation['indicators'][number];
type Columns = readonly Column<Placed<Line>>[];

function text(name: string, comment: string, of: (line: Line) => Value): Column<Placed<Line>> {
  return { name, type: 'text', comment, of: ({ thing }) => of(thing) };
}

/** A printed value, and what it says where it is a quantity: ≥ 98 %. */
function measuredColumns(
  name: string,
  words: string,
  field: 'target' | 'adjustedTarget' | 'actual',
): Columns {
  const quantity = (line: Line) => line[`${field}Quantity`];
  return [
    text(name, `${words}, as printed`, (line) => line[field]),
    {
      ...text(
        `${name}_comparator`,
        `${name} 比较符 its comparator`,
        (line) => quantity(line)?.comparator ?? null,
      ),
      oneOf: COMPARATORS,
    },
    {
      name: `${name}_amount`,
      type: 'exact',
      comment: `${name} 数值 its number, where it is a quantity`,
      of: ({ thing }) => quantity(thing)?.amount ?? null,
    },
    text(`${name}_unit`, `${name} 单位 its unit`, (line) => quantity(line)?.unit ?? null),
  ];
}

const COLUMNS: Columns = [
  ...placeColumns<Line>(),
  text('level1', '一级指标 first level', ({ level1 }) => level1),
  text('level2', '二级指标 second level', ({ level2 }) => level2),
  text('level3', '三级指标 the indicator itself', ({ level3 }) => level3),
  ...measuredColumns('target', '年度指标值 target', 'target'),
  ...measuredColumns('adjusted_target', '调整后指标值 adjusted target', 'adjustedTarget'),
  ...measuredColumns('actual', '实际完成值 actual value', 'actual'),
  ...printedColumns<Line>({
    name: 'weight',
    field: 'weight',
    comment: '分值 weight in points',
    of: ({ weight }) => weight,
  }),
  ...printedColumns<Line>({
    name: 'score',
    field: 'score',
    comment: '得分 score in points',
    of: ({ score }) => score,
  }),
  text('deviation', '偏差原因分析及改进措施 reason of a deviation', ({ deviation }) => deviation),
  {
    name: 'part_of',
    type: 'integer',
    comment: '所属指标的次序 position of the indicator of which this is a part; such a row counts in no sum',
    of: ({ thing }) => thing.partOf,
  },
];

export const INDICATOR = tableOf(
  {
    name: 'indicator',
    comment: '绩效指标 indicators, one row each',
    key: ['form_id', 'position'],
    references: [OF_FORM],
    indexes: [
      { column: 'level1', by: 'hash' },
      { column: 'level3', by: 'hash' },
    ],
  },
  COLUMNS,
  (loadable) => placedIn(loadable, '/indicators', ({ indicators }) => indicators),
);
