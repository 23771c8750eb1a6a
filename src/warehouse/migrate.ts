// Brings a database to the tables of today, step by step, and writes the catalogue of rules.
// Surprise: where all steps were taken nothing is created, so that a loader needs no more than the right to write rows.

import { named, quoted } from './ddl.ts';
import { LEDGER, type Migration } from './migrations.ts';
import { WarehouseProblem } from './problem.ts';
import { ruleRows } from './tables/index.ts';

/** Runs one statement and gives its rows, in the transaction of the migration. */
export type Execute = (sql: string) => Promise<readonly Readonly<Record<string, unknown>>[]>;

export async function migrate(
  execute: Execute,
  migrations: readonly Migration[],
  now: string,
): Promise<void> {
  const taken = new Set(
    (await execute(`SELECT number FROM ${named(LEDGER)}`)).map(({ number }) => Number(number)),
  );
  if (Math.max(0, ...taken) > migrations.length) throw new WarehouseProblem(NEWER);
  for (const { number, statements } of migrations) {
    if (taken.has(number)) continue;
    for (const statement of statements) await execute(statement);
    await execute(`INSERT INTO ${named(LEDGER)} VALUES (${number}, ${quoted(now)})`);
  }
}

const NEWER =
  '此库由更新版本的 hebiao 建立，请升级程序 (this warehouse was made by a newer version of hebiao; update the program)';

export async function writeRules(execute: Execute): Promise<void> {
  const rows = ruleRows().map((row) => `(${row.map((value) => quoted(String(value))).join(', ')})`);
  await execute(
    `INSERT INTO rule (code, title_zh, title_en) VALUES ${rows.join(', ')}
      ON CONFLICT (code) DO UPDATE SET title_zh = excluded.title_zh, title_en = excluded.title_en`,
  );
}
