// Everything that is made of all reports, made anew from the reports that stand: after people corrected some of them.

import { basename } from 'node:path';
import { reportFrom } from '../write/index.ts';
import { NO_CONTENT } from './content.ts';
import { fatalReport } from './fatal.ts';
import type { Whereabouts } from './growing.ts';
import { type Line, linesInOrder } from './journal.ts';
import { Outputs } from './outputs.ts';
import { countsOfAll, type Registered } from './register.ts';
import type { Results } from './results.ts';

/** Without a journal nothing is known of the order, or of what was no report; the outputs stay as they are. */
export async function settleOutputs(results: Results, known: readonly Registered[]): Promise<void> {
  const lines = await linesInOrder(results.out);
  if (lines.length === 0) return;
  const outputs = new Outputs(results.out);
  const register = new Map(known.map((line) => [line.file ?? line.name, line]));
  try {
    await outputs.open();
    for (const [turn, line] of lines.entries())
      await outputs.add(turn, whereaboutsOf(results, line, register));
    await outputs.finish(lines.map((line) => counted(results, line, register)));
  } finally {
    await outputs.close();
  }
}

type Register = ReadonlyMap<string, Registered>;

function whereaboutsOf(results: Results, { name, sha256, status }: Line, register: Register): Whereabouts {
  if (status === 'duplicate') return null;
  if (sha256 !== null) return results.reportOf(name, sha256);
  const report = register.get(name)?.report ?? null;
  return report === null ? fatalReport(name, NO_CONTENT, UNOPENED) : reportFrom(report);
}

const UNOPENED = {
  status: 'unreadable',
  reason: '当时无法打开 (could not be opened at the time)',
  peak: 0,
  ms: 0,
} as const;

function counted(results: Results, line: Line, register: Register): Line {
  if (line.sha256 === null || line.status === 'duplicate') return line;
  const known = register.get(basename(results.reportOf(line.name, line.sha256)));
  return known === undefined ? line : { ...line, diagnostics: countsOfAll(known.entries) };
}
