// The table `finding`: every diagnostic, of a form or of a document as a whole.
// Surprise: its key is the document and a number, because a document that could not be read has a finding and no form.

import { type Diagnostic, EXPLANATIONS, LEVELS } from '../../diagnostic/index.ts';
import { storableJson } from '../../text/index.ts';
import { formId } from '../../write/index.ts';
import { type Column, type Loadable, tableOf } from '../column.ts';

interface Placed {
  readonly loadable: Loadable;
  readonly position: number;
  readonly thing: Diagnostic;
}

function text(name: string, comment: string, of: (finding: Diagnostic) => string | null): Column<Placed> {
  return { name, type: 'text', comment, of: ({ thing }) => of(thing) };
}

const COLUMNS: readonly Column<Placed>[] = [
  {
    name: 'source_id',
    type: 'text',
    required: true,
    comment: '文件 the document',
    of: ({ loadable }) => loadable.sourceId,
  },
  {
    name: 'position',
    type: 'integer',
    required: true,
    comment: '次序，从 0 起 place among the findings of the document, from 0',
    of: ({ position }) => position,
  },
  {
    name: 'form_id',
    type: 'text',
    comment: '表 the form; null where the whole document is meant',
    of: ({ loadable, thing }) =>
      thing.evaluation === null ? null : formId(loadable.sha256, thing.evaluation),
  },
  {
    ...text('level', '级别 fatal > error > warning > doubt > note', ({ level }) => level),
    required: true,
    oneOf: LEVELS,
  },
  { ...text('code', '规则 which rule; see the table rule', ({ code }) => code), required: true },
  text(
    'field',
    '错在何处 pointer to where it is wrong; joins evidence.field',
    ({ fields }) => fields[0] ?? null,
  ),
  {
    name: 'fields',
    type: 'json',
    required: true,
    comment: '全部相关字段 pointers to all that it rests on',
    of: ({ thing }) => storableJson(thing.fields),
  },
  text('stated', '表上所写 what is printed', ({ stated }) => stated),
  text('computed', '计算所得 what comes out', ({ computed }) => computed),
  {
    ...text('explanation', '可能的解释 what would explain it', ({ explanation }) => explanation),
    oneOf: EXPLANATIONS,
  },
  text('message_zh', '说明 the sentence in Chinese', ({ message }) => message.zh),
  text('message_en', '英文说明 the sentence in English', ({ message }) => message.en),
  {
    name: 'because',
    type: 'json',
    required: true,
    comment: '依据 the statements that it rests on: field and printed text',
    of: ({ thing }) => storableJson(thing.because),
  },
];

export const FINDING = tableOf(
  {
    name: 'finding',
    comment: '核对结果 what does not hold, one row each',
    key: ['source_id', 'position'],
    references: [
      { column: 'source_id', table: 'source', key: 'source_id' },
      { column: 'form_id', table: 'form', key: 'form_id' },
      { column: 'code', table: 'rule', key: 'code' },
    ],
    indexes: [
      { column: 'form_id', by: 'order' },
      { column: 'code', by: 'order' },
      { column: 'level', by: 'order' },
    ],
  },
  COLUMNS,
  (loadable) => loadable.report.diagnostics.map((thing, position) => ({ loadable, position, thing })),
);
