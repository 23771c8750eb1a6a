// The tables of the queue beside pg-boss's own: the sources, what was read in them, and what people corrected.
// Surprise: pg-boss knows only who reads what and since when. What a source is and what came of it stands here, so that nothing is lost
// when jobs are cleared away, and so that a state and a report change in one transaction.

import type { Step } from '../database/index.ts';

export const SCHEMA = 'hebiao_queue';

/** `queued` until a report is stored; `poison`: three attempts failed, and the report says so. */
export type State = 'queued' | 'done' | 'poison';

export const STEPS: readonly Step[] = [
  {
    number: 1,
    statements: [
      `CREATE TABLE source (
        sha256 text PRIMARY KEY,
        name text NOT NULL,
        bytes bigint NOT NULL,
        content bytea,
        shared_path bytea,
        state text NOT NULL CHECK (state IN ('queued', 'done', 'poison')),
        submitted_at timestamptz NOT NULL DEFAULT now(),
        CHECK (num_nonnulls(content, shared_path) = 1)
      )`,
      'ALTER TABLE source ALTER COLUMN content SET STORAGE EXTERNAL', // documents are compressed already
      "CREATE INDEX source_waiting ON source (sha256) WHERE state = 'queued'",
      "CREATE INDEX source_poison ON source (sha256) WHERE state = 'poison'",
      `CREATE TABLE copy (
        sha256 text NOT NULL REFERENCES source ON DELETE CASCADE,
        name text NOT NULL
      )`,
      'CREATE UNIQUE INDEX copy_once ON copy (sha256, md5(name))',
      `CREATE TABLE result (
        sha256 text PRIMARY KEY REFERENCES source ON DELETE CASCADE,
        report text NOT NULL,
        status text NOT NULL CHECK (status IN ('read', 'failed', 'poison')),
        forms integer NOT NULL,
        diagnostics jsonb NOT NULL,
        milliseconds integer NOT NULL,
        peak_bytes bigint NOT NULL,
        attempts integer NOT NULL,
        worker text NOT NULL,
        program_version text NOT NULL,
        finished_at timestamptz NOT NULL DEFAULT now()
      )`,
      `CREATE TABLE correction (
        number bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        sha256 text NOT NULL REFERENCES source ON DELETE CASCADE,
        correction jsonb NOT NULL,
        made_at timestamptz NOT NULL DEFAULT now()
      )`,
      'CREATE INDEX correction_source ON correction (sha256)',
      "COMMENT ON TABLE source IS '待读文件 documents to read: their bytes, or where they lie under the shared folder'",
      "COMMENT ON TABLE copy IS '同内容的其他文件名 other names under which the same content was submitted'",
      "COMMENT ON TABLE result IS '报告 the report of each document, as hebiao run writes it'",
      "COMMENT ON TABLE correction IS '人工更正 what people corrected; never touched by workers'",
    ],
  },
  {
    number: 2,
    statements: [
      'ALTER TABLE result ADD COLUMN entries jsonb',
      `CREATE TABLE sheet (
        sha256 text PRIMARY KEY REFERENCES result ON DELETE CASCADE,
        sheet bytea NOT NULL,
        photos text NOT NULL
      )`,
      `CREATE TABLE picture (
        sha256 text NOT NULL REFERENCES result ON DELETE CASCADE,
        page integer NOT NULL,
        picture bytea NOT NULL,
        PRIMARY KEY (sha256, page)
      )`,
      'ALTER TABLE sheet ALTER COLUMN sheet SET STORAGE EXTERNAL',
      'ALTER TABLE picture ALTER COLUMN picture SET STORAGE EXTERNAL',
      "COMMENT ON COLUMN result.entries IS '列表所示 what the list of the review page says of its forms'",
      "COMMENT ON TABLE sheet IS '识别所见 what was seen on the paper, for the review page: gzipped JSON'",
      "COMMENT ON TABLE picture IS '页面图像 scanned pages as WebP, for the review page'",
    ],
  },
];
