// What was seen of a source, stored in the transaction that stores its report, and taken out again.

import type { PoolClient } from 'pg';
import type { Database } from '../database/index.ts';
import { SCHEMA } from './tables.ts';
import type { Seen } from './task.ts';

export const NOTHING_SEEN: Seen = { sheet: null, photos: '{}', pictures: [], entries: [] };

/** What an earlier reading saw is gone. */
export async function keepSeen(client: PoolClient, sha256: string, seen: Seen): Promise<void> {
  await client.query(
    `WITH former AS (DELETE FROM ${SCHEMA}.picture WHERE sha256 = $1) DELETE FROM ${SCHEMA}.sheet WHERE sha256 = $1`,
    [sha256],
  );
  if (seen.sheet === null) return;
  await client.query(`INSERT INTO ${SCHEMA}.sheet (sha256, sheet, photos) VALUES ($1, $2, $3)`, [
    sha256,
    seen.sheet,
    seen.photos,
  ]);
  for (const { page, bytes } of seen.pictures) {
    await client.query(`INSERT INTO ${SCHEMA}.picture (sha256, page, picture) VALUES ($1, $2, $3)`, [
      sha256,
      page,
      bytes,
    ]);
  }
}

/** Null where there is no form, or it was read by a program that kept nothing. */
export async function storedSheet(
  database: Database,
  sha256: string,
): Promise<{ readonly sheet: Uint8Array; readonly photos: string } | null> {
  const [row] = await database.query<{ sheet: Uint8Array; photos: string }>(
    `SELECT sheet, photos FROM ${SCHEMA}.sheet WHERE sha256 = $1`,
    [sha256],
  );
  return row ?? null;
}

export async function storedPicture(
  database: Database,
  sha256: string,
  page: number,
): Promise<Uint8Array | null> {
  const [row] = await database.query<{ picture: Uint8Array }>(
    `SELECT picture FROM ${SCHEMA}.picture WHERE sha256 = $1 AND page = $2`,
    [sha256, page],
  );
  return row?.picture ?? null;
}

/** Numbers of the pages that have one. */
export async function storedPages(database: Database, sha256: string): Promise<readonly number[]> {
  const rows = await database.query<{ page: number }>(
    `SELECT page FROM ${SCHEMA}.picture WHERE sha256 = $1 ORDER BY page`,
    [sha256],
  );
  return rows.map(({ page }) => page);
}
