// The table `narrative`: the prose blocks of each form.

import type { PublishedEvaluation } from '../../record/index.ts';
import { type Column, tableOf } from '../column.ts';
import { type Placed, placedIn } from '../placed.ts';
import { OF_FORM, placeColumns } from './row.ts';

type Block = PublishedEvaluation['narrative'][number];

const COLUMNS: readonly Column<Placed<Block>>[] = [
  ...placeColumns<Block>(),
  { name: 'heading', type: 'text', comment: '小标题 heading', of: ({ thing }) => thing.heading },
  { name: 'text', type: 'text', comment: '正文 text', of: ({ thing }) => thing.text },
];

export const NARRATIVE = tableOf(
  {
    name: 'narrative',
    comment: '文字说明 prose blocks, one row each',
    key: ['form_id', 'position'],
    references: [OF_FORM],
    indexes: [],
  },
  COLUMNS,
  (loadable) => placedIn(loadable, '/narrative', ({ narrative }) => narrative),
);
