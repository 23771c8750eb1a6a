// The table `rule`: the catalogue of codes, so that a query can say what a finding's code means.
// Surprise: it stands in for a check on `finding.code`: a new rule is a new row, not a change of the schema.

import { CATALOGUE, CODES, type Code } from '../../diagnostic/index.ts';
import { type Column, type Row, tableOf } from '../column.ts';

const COLUMNS: readonly Column<Code>[] = [
  { name: 'code', type: 'text', required: true, comment: '规则 code of the rule', of: (code) => code },
  {
    name: 'title_zh',
    type: 'text',
    required: true,
    comment: '名称 its name in Chinese',
    of: (code) => CATALOGUE[code].title.zh,
  },
  {
    name: 'title_en',
    type: 'text',
    required: true,
    comment: '英文名称 its name in English',
    of: (code) => CATALOGUE[code].title.en,
  },
];

export const RULE = tableOf(
  {
    name: 'rule',
    comment: '规则 what the codes of findings mean',
    key: ['code'],
    references: [],
    indexes: [],
  },
  COLUMNS,
  () => [],
);

/** Every rule that this program knows. */
export function ruleRows(): readonly Row[] {
  return CODES.map((code) => COLUMNS.map(({ of }) => of(code)));
}
