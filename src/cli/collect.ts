// hebiao collect: the results of a queue as the folder that `run` leaves, for `review`, spreadsheets and people.
// Surprise: the journal's lines carry no key, so that a later `run` into the same folder reads everything again rather than trusting other machines' settings.

import { Command } from 'commander';
import { writeWhole } from '../batch/files.ts';
import type { Line } from '../batch/journal.ts';
import { lock, Occupied } from '../batch/lock.ts';
import { markFresh, Outputs } from '../batch/outputs.ts';
import { Results } from '../batch/results.ts';
import { compareText } from '../batch/walk.ts';
import { addressOf, Database } from '../database/index.ts';
import { type ResultLine, resultLines, storedReport } from '../queue/index.ts';
import { addressGiven, databaseOption, toldWhere } from './database.ts';
import { EXIT, type ExitCode, UsageError } from './exit.ts';
import { print } from './streams.ts';

interface Options {
  readonly database?: string;
  readonly out: string;
}

export function collectCommand(end: (code: ExitCode) => void): Command {
  return new Command('collect')
    .description(
      '取出队列中的结果，与 run 的结果文件夹相同 the results of a queue as the folder that run leaves',
    )
    .addOption(databaseOption())
    .requiredOption('--out <dir>', '结果文件夹 folder of the results')
    .addHelpText('after', '\n例 Example:\n  HEBIAO_DATABASE=postgres://核表@db/核表 hebiao collect --out out')
    .action(async (options: Options) => end(await toldWhere(() => collect(options))));
}

async function collect({ database: given, out }: Options): Promise<ExitCode> {
  const database = await Database.at(addressOf(addressGiven(given)), 1);
  try {
    const found = (await resultLines(database)).toSorted((a, b) => compareText(a.name, b.name));
    await collectInto(out, found, database);
    await print(`collected\t${found.length}\n`);
    return EXIT.fine;
  } finally {
    await database.close();
  }
}

async function collectInto(out: string, found: readonly ResultLine[], database: Database): Promise<void> {
  const release = await lock(out).catch((error: unknown) => {
    throw error instanceof Occupied ? new UsageError(`${out}: ${error.message}`) : error;
  });
  const results = new Results(out);
  const outputs = new Outputs(out);
  try {
    await results.prepare();
    await outputs.open();
    const kept = new Set<string>();
    for (const [turn, line] of found.entries()) {
      const path = line.status === 'duplicate' ? null : results.reportOf(line.name, line.sha256);
      if (path !== null) await writeWhole(path, await storedReport(database, line.sha256));
      if (path !== null) kept.add(path);
      await outputs.add(turn, path);
    }
    await outputs.finish(found.map(journalLine));
    await markFresh(out);
    await results.keepOnly(kept);
  } finally {
    await outputs.close();
    await release();
  }
}

function journalLine({ milliseconds, programVersion, ...line }: ResultLine): Line {
  return { ...line, ms: milliseconds, key: '', version: programVersion };
}
