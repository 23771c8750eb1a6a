// Which fields a cell can state; all others of a record are worked out from these.

import { HEAD_FIELDS } from '../record/index.ts';

const HEAD = HEAD_FIELDS.filter((field) => field !== 'class').join('|');
const FUNDING = 'label|initialBudget|adjustedBudget|executed|weight|executionRate|score';
const INDICATOR = 'level1|level2|level3|target|adjustedTarget|actual|weight|score|deviation';
const INDEX = String.raw`(?:0|[1-9]\d{0,5})`;
const BINDABLE = new RegExp(
  `^/(?:${HEAD}|goal/(?:expected|achieved)|total/(?:weight|score|grade)|` +
    `funding/${INDEX}/(?:${FUNDING})|indicators/${INDEX}/(?:${INDICATOR})|narrative/${INDEX}/(?:heading|text))$`,
);

export function isBindable(field: string): boolean {
  return BINDABLE.test(field);
}

export interface Row {
  readonly section: string;
  readonly index: number;
}

/** The row of a list in which a field stands; null for one outside the lists. */
export function rowOf(field: string): Row | null {
  const [, section = '', index = ''] = /^\/(\w+)\/(\d+)\//.exec(field) ?? [];
  return index === '' ? null : { section, index: Number(index) };
}
