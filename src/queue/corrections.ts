// What people corrected, as rows: only ever added, in the order in which they were made.
// Surprise: a database holds them as JSON of its own making; read through their schema they are as they were said, keys in order and all.

import type { PoolClient } from 'pg';
import type { Database } from '../database/index.ts';
import { type Correction, correctionSchema } from '../record/index.ts';
import { restored, storableJson } from '../text/index.ts';
import { SCHEMA } from './tables.ts';

const ALL = `SELECT correction::text FROM ${SCHEMA}.correction WHERE sha256 = $1 ORDER BY number`;

interface Row {
  readonly correction: string;
}

export async function correctionsOf(database: Database, sha256: string): Promise<readonly Correction[]> {
  const rows = await database.query<Row>(ALL, [sha256]);
  return rows.flatMap(({ correction }) => correctionFrom(correction));
}

/** In the caller's transaction. */
export async function correctionsWithin(client: PoolClient, sha256: string): Promise<readonly Correction[]> {
  const { rows } = await client.query<Row>(ALL, [sha256]);
  return rows.flatMap(({ correction }) => correctionFrom(correction));
}

export async function addCorrections(
  client: PoolClient,
  sha256: string,
  added: readonly Correction[],
): Promise<void> {
  for (const correction of added) {
    await client.query(`INSERT INTO ${SCHEMA}.correction (sha256, correction) VALUES ($1, $2::jsonb)`, [
      sha256,
      storableJson(correction),
    ]);
  }
}

/** None where somebody else wrote the row, and it says nothing that we know. */
export function correctionFrom(json: string): readonly Correction[] {
  const said: unknown = JSON.parse(json, (_, each: unknown) =>
    typeof each === 'string' ? restored(each) : each,
  );
  const { success, data } = correctionSchema.safeParse(said);
  return success ? [data] : [];
}
