// Numbered steps that bring a database from nothing to what the program needs today; which were taken is written in the database itself.
// Surprise: where all steps were taken nothing is created, so that a user needs no more than the right to read and write rows.

import { DatabaseProblem } from './problem.ts';

export interface Step {
  readonly number: number;
  readonly statements: readonly string[];
}

/** Which steps were taken, and when. Written so that PostgreSQL and DuckDB both take it. */
export const LEDGER = 'schema_migration';
export const LEDGER_CREATION = `CREATE TABLE IF NOT EXISTS ${LEDGER} (number integer PRIMARY KEY, applied_at timestamptz NOT NULL)`;

/** Runs one statement and gives its rows. */
export type Execute = (sql: string) => Promise<readonly Readonly<Record<string, unknown>>[]>;

/** In the caller's transaction: all missing steps or none. `now` is an ISO time. */
export async function takeSteps(execute: Execute, steps: readonly Step[], now: string): Promise<void> {
  const taken = new Set((await execute(`SELECT number FROM ${LEDGER}`)).map(({ number }) => Number(number)));
  if (Math.max(0, ...taken) > steps.length) throw new DatabaseProblem(NEWER);
  for (const { number, statements } of steps) {
    if (taken.has(number)) continue;
    for (const statement of statements) await execute(statement);
    await execute(`INSERT INTO ${LEDGER} VALUES (${number}, '${now}')`);
  }
}

const NEWER =
  '此库由更新版本的 hebiao 建立，请升级程序 (made by a newer version of hebiao; update the program)';

/** In PostgreSQL, in a schema of their own. The schema is made only where it is missing: that needs a right of its own. */
export async function takeStepsIn(
  schema: string,
  execute: Execute,
  steps: readonly Step[],
  now: string,
): Promise<void> {
  const [there] = await execute(
    `SELECT to_regnamespace('${schema}') IS NOT NULL AS schema, to_regclass('${schema}.${LEDGER}') IS NOT NULL AS ledger`,
  );
  if (!there?.schema) await execute(`CREATE SCHEMA ${schema}`);
  await execute(`SET LOCAL search_path TO ${schema}`);
  if (!there?.ledger) await execute(LEDGER_CREATION);
  await takeSteps(execute, steps, now);
}
