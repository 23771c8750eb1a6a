// The table `funding`: the lines of each form's fund block, in the printed unit and in 元.

import { FUNDING_SOURCES, type PublishedEvaluation } from '../../record/index.ts';
import { type Column, tableOf } from '../column.ts';
import { type Placed, placedIn } from '../placed.ts';
import { yuanOf } from '../yuan.ts';
import { OF_FORM, type Printed, placeColumns, printedColumns } from './row.ts';

type Line = PublishedEvaluation['funding'][number];

/** An amount: the value, its text, and the value in 元. */
function amountColumns(amount: Printed<Line>): readonly Column<Placed<Line>>[] {
  return [
    ...printedColumns({ ...amount, comment: `${amount.comment}, in the printed unit` }),
    {
      name: `${amount.name}_yuan`,
      type: 'exact',
      comment: `${amount.name} 折合元 in 元; null where no unit is printed`,
      of: ({ thing, textOf, form }) => yuanOf(amount.of(thing), textOf(amount.field), form.amountUnit),
    },
  ];
}

const COLUMNS: readonly Column<Placed<Line>>[] = [
  ...placeColumns<Line>(),
  {
    name: 'source',
    type: 'text',
    required: true,
    oneOf: FUNDING_SOURCES,
    comment: '资金来源 total, central, provincial, local, fiscal, unit, carryover …',
    of: ({ thing }) => thing.source,
  },
  {
    name: 'label',
    type: 'text',
    required: true,
    comment: '资金名称，照印 the line as it is printed',
    of: ({ thing }) => thing.label,
  },
  ...amountColumns({
    name: 'initial_budget',
    field: 'initialBudget',
    comment: '年初预算数 initial (approved) budget',
    of: ({ initialBudget }) => initialBudget,
  }),
  ...amountColumns({
    name: 'adjusted_budget',
    field: 'adjustedBudget',
    comment: '全年预算数 adjusted budget',
    of: ({ adjustedBudget }) => adjustedBudget,
  }),
  ...amountColumns({
    name: 'executed',
    field: 'executed',
    comment: '全年执行数 executed',
    of: ({ executed }) => executed,
  }),
  ...printedColumns<Line>({
    name: 'weight',
    field: 'weight',
    comment: '分值 weight in points',
    of: ({ weight }) => weight,
  }),
  ...printedColumns<Line>({
    name: 'execution_rate',
    field: 'executionRate',
    comment: '执行率（%） execution rate in percent',
    of: ({ executionRate }) => executionRate,
  }),
  ...printedColumns<Line>({
    name: 'score',
    field: 'score',
    comment: '得分 score in points',
    of: ({ score }) => score,
  }),
];

export const FUNDING = tableOf(
  {
    name: 'funding',
    comment: '项目资金 lines of the fund blocks, one row each; amounts are exact decimals',
    key: ['form_id', 'position'],
    references: [OF_FORM],
    indexes: [{ column: 'source', by: 'order' }],
  },
  COLUMNS,
  (loadable) => placedIn(loadable, '/funding', ({ funding }) => funding),
);
