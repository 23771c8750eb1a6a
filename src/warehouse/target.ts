// `duckdb:FILE`, `parquet:DIR` or `postgres://…` → where to load.
// Surprise: an address is never repeated in a message; it may hold a password even where it is written wrong.

import { type Address, addressOf } from '../database/index.ts';
import { NoTarget } from './problem.ts';

export type Target =
  | { readonly kind: 'duckdb'; readonly file: string }
  | { readonly kind: 'parquet'; readonly folder: string }
  | { readonly kind: 'postgres'; readonly address: Address };

export function targetOf(text: string): Target {
  if (/^postgres(ql)?:/.test(text)) return { kind: 'postgres', address: addressOf(text) };
  const place = /^(duckdb|parquet):(.+)$/s.exec(text);
  if (place?.[1] === 'duckdb') return { kind: 'duckdb', file: place[2] ?? '' };
  if (place?.[1] === 'parquet') return { kind: 'parquet', folder: place[2] ?? '' };
  throw new NoTarget(
    '--into 须为 duckdb:文件、parquet:文件夹 或 postgres://… (duckdb:FILE, parquet:DIR or postgres://… is needed)',
  );
}
