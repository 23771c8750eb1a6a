// The table `source`: one row for each document that was loaded, found by the hash of its content.

import { CARRIERS } from '../../tree/index.ts';
import { type Column, type Loadable, tableOf } from '../column.ts';

const COLUMNS: readonly Column<Loadable>[] = [
  {
    name: 'source_id',
    type: 'text',
    required: true,
    comment: '文件编号：内容散列前 12 位 first 12 digits of sha256; the ids of its forms begin with it',
    of: ({ sourceId }) => sourceId,
  },
  {
    name: 'sha256',
    type: 'text',
    required: true,
    comment: '内容散列 hash of the content',
    of: ({ sha256 }) => sha256,
  },
  {
    name: 'name',
    type: 'text',
    required: true,
    comment: '文件名 name of the document',
    of: ({ report }) => report.source.name,
  },
  {
    name: 'bytes',
    type: 'bigint',
    required: true,
    comment: '字节数 size in bytes',
    of: ({ report }) => report.source.bytes,
  },
  {
    name: 'carrier',
    type: 'text',
    oneOf: CARRIERS,
    comment: '载体 what kind of document; null where it could not be opened',
    of: ({ report }) => report.source.carrier,
  },
  { name: 'pages', type: 'integer', comment: '页数 pages', of: ({ report }) => report.source.pages },
  {
    name: 'forms',
    type: 'integer',
    required: true,
    comment: '表数 how many forms it holds',
    of: ({ report }) => report.evaluations.length,
  },
  {
    name: 'schema_version',
    type: 'text',
    required: true,
    comment: '报告结构版本 version of the report',
    of: ({ report }) => report.schemaVersion,
  },
  {
    name: 'program_version',
    type: 'text',
    required: true,
    comment: '程序版本 version of the program that read it; a newer one replaces',
    of: ({ programVersion }) => programVersion,
  },
  {
    name: 'report_digest',
    type: 'text',
    required: true,
    comment: '报告散列 hash of the report that was loaded',
    of: ({ digest }) => digest,
  },
  {
    name: 'loaded_at',
    type: 'moment',
    required: true,
    comment: '入库时间 when it was loaded',
    of: ({ loadedAt }) => loadedAt,
  },
];

export const SOURCE = tableOf(
  {
    name: 'source',
    comment: '文件 documents, one row each, whether a form was found in it or not',
    key: ['source_id'],
    references: [],
    indexes: [],
  },
  COLUMNS,
  (loadable) => [loadable],
);
