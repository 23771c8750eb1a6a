// The catalogue of rules → the table `rule`, in the words of this program.

import type { Execute } from '../database/index.ts';
import { quoted } from './ddl.ts';
import { ruleRows } from './tables/index.ts';

export async function writeRules(execute: Execute): Promise<void> {
  const rows = ruleRows().map((row) => `(${row.map((value) => quoted(String(value))).join(', ')})`);
  await execute(
    `INSERT INTO rule (code, title_zh, title_en) VALUES ${rows.join(', ')}
      ON CONFLICT (code) DO UPDATE SET title_zh = excluded.title_zh, title_en = excluded.title_en`,
  );
}
