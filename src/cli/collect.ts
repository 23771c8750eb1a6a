// hebiao collect: the results of a queue as the folder that `run` leaves, for `review`, spreadsheets and people.
// Surprise: the journal's lines carry no key, so that a later `run` into the same folder reads everything again rather than trusting other machines' settings.

import { Command } from 'commander';
import { correctionsPath, picturePath, sheetPath } from '../batch/beside.ts';
import { correctionLines, correctionsBeside } from '../batch/corrections.ts';
import { writeSoon, writeWhole } from '../batch/files.ts';
import type { Line } from '../batch/journal.ts';
import { lock, Occupied } from '../batch/lock.ts';
import { markFresh, Outputs } from '../batch/outputs.ts';
import { keepAllPhotos } from '../batch/photos.ts';
import { Results } from '../batch/results.ts';
import { compareText } from '../batch/walk.ts';
import { addressOf, Database } from '../database/index.ts';
import {
  correctionsOf,
  prepareTables,
  type ResultLine,
  resultLines,
  storedPages,
  storedPicture,
  storedReport,
  storedSheet,
} from '../queue/index.ts';
import type { Correction } from '../record/index.ts';
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
    await prepareTables(database);
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
      if (path !== null) await collectOne(database, line.sha256, path);
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

/** Corrections first: a report that is older than they are would count as one that did not take them in. */
async function collectOne(database: Database, sha256: string, path: string): Promise<void> {
  await collectCorrections(await correctionsOf(database, sha256), path);
  const seen = await storedSheet(database, sha256);
  if (seen !== null) {
    await writeSoon(sheetPath(path), seen.sheet);
    for (const page of await storedPages(database, sha256)) {
      const picture = await storedPicture(database, sha256, page);
      if (picture !== null) await writeSoon(picturePath(path, page), picture);
    }
  }
  await keepAllPhotos(path, JSON.parse(seen?.photos ?? '{}'));
  await writeWhole(path, await storedReport(database, sha256));
}

/** What was corrected in the folder itself and not in the database would be lost: then the folder is not written to. */
async function collectCorrections(stored: readonly Correction[], path: string): Promise<void> {
  const lines = correctionLines(stored);
  const there = correctionLines(await correctionsBeside(path));
  if (!lines.startsWith(there)) throw new UsageError(`${correctionsPath(path)}: ${OWN_CORRECTIONS}`);
  if (lines !== there) await writeWhole(correctionsPath(path), lines);
}

const OWN_CORRECTIONS =
  '此文件夹中另有更正，请换一个 --out (the folder has corrections of its own; choose another --out)';
