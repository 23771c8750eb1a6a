// The table `evidence`: where every value of every form stands on the paper.

import type { Evidence } from '../../record/index.ts';
import type { Origin } from '../../tree/index.ts';
import { formId } from '../../write/index.ts';
import { type Column, type Loadable, tableOf } from '../column.ts';
import { OF_FORM } from './row.ts';

interface Placed {
  readonly id: string;
  readonly field: string;
  readonly evidence: Evidence;
}

function boxColumn(name: string, corner: 0 | 1 | 2 | 3): Column<Placed> {
  return {
    name,
    type: 'real',
    comment: `页面坐标 ${name} of its box in points, from the top left of the page`,
    of: ({ evidence: { origin } }) => (origin.on === 'page' ? origin.box[corner] : null),
  };
}

const PLACES: readonly Origin['on'][] = ['text', 'page', 'sheet', 'markup'];

const COLUMNS: readonly Column<Placed>[] = [
  { name: 'form_id', type: 'text', required: true, comment: '表 the form', of: ({ id }) => id },
  {
    name: 'field',
    type: 'text',
    required: true,
    comment: '字段 JSON Pointer within the form: /funding/0/executed',
    of: ({ field }) => field,
  },
  {
    name: 'text',
    type: 'text',
    required: true,
    comment: '原文 printed text',
    of: ({ evidence }) => evidence.text,
  },
  {
    name: 'place',
    type: 'text',
    required: true,
    oneOf: PLACES,
    comment: '位置种类 which of the columns below say where',
    of: ({ evidence }) => evidence.origin.on,
  },
  {
    name: 'page',
    type: 'integer',
    comment: '页 page, from 1',
    of: ({ evidence: { origin } }) => (origin.on === 'page' ? origin.page : null),
  },
  boxColumn('x0', 0),
  boxColumn('y0', 1),
  boxColumn('x1', 2),
  boxColumn('y1', 3),
  {
    name: 'line_number',
    type: 'integer',
    comment: '行 line of a text, from 1',
    of: ({ evidence: { origin } }) => (origin.on === 'text' ? origin.line : null),
  },
  {
    name: 'column_number',
    type: 'integer',
    comment: '列 column of a text, from 1',
    of: ({ evidence: { origin } }) => (origin.on === 'text' ? origin.column : null),
  },
  {
    name: 'sheet',
    type: 'text',
    comment: '工作表 sheet of a workbook',
    of: ({ evidence: { origin } }) => (origin.on === 'sheet' ? origin.sheet : null),
  },
  {
    name: 'cell',
    type: 'text',
    comment: '单元格 cell of a sheet',
    of: ({ evidence: { origin } }) => (origin.on === 'sheet' ? origin.cell : null),
  },
  {
    name: 'path',
    type: 'text',
    comment: '路径 path in a marked-up document',
    of: ({ evidence: { origin } }) => (origin.on === 'markup' ? origin.path : null),
  },
  {
    name: 'confidence',
    type: 'real',
    required: true,
    comment: '可信度 1 for a text layer; a probability for a scan',
    of: ({ evidence }) => evidence.confidence,
  },
  {
    name: 'corrected',
    type: 'integer',
    comment: '更正 1 where a person corrected what was read; else blank',
    of: ({ evidence }) => (evidence.corrected ? 1 : null),
    since: 2,
  },
];

export const EVIDENCE = tableOf(
  {
    name: 'evidence',
    comment: '出处 where each value stands on the paper, one row a value',
    key: ['form_id', 'field'],
    references: [OF_FORM],
    indexes: [],
  },
  COLUMNS,
  evidenceRows,
);

function evidenceRows({ report, sha256 }: Loadable): readonly Placed[] {
  return report.evaluations.flatMap((form, index) =>
    Object.entries(form.evidence).map(([field, evidence]) => ({
      id: formId(sha256, index),
      field,
      evidence,
    })),
  );
}
