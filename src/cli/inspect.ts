// hebiao inspect: what one stage saw, as files to look at.
// Surprise: this runs in our own process, without the limits of a child: it is for a person who looks at one file.

import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { Command, Option } from 'commander';
import { reasonOf } from '../batch/content.ts';
import { writeWhole } from '../batch/files.ts';
import { type Outcome, outcomeOf } from '../pipeline.ts';
import { outline } from '../tree/index.ts';
import { formsText, reportJson } from '../write/index.ts';
import { drawingsOf, STAGES, type Stage, treeOf } from './drawings.ts';
import { EXIT, type ExitCode } from './exit.ts';
import { mannerFrom, type ReadingOptions, withReading } from './options.ts';
import { prepareFolder, toldUnwritten } from './out.ts';
import { print, tell } from './streams.ts';

interface Options extends ReadingOptions {
  readonly stage: Stage;
  readonly out: string;
}

export function inspectCommand(end: (code: ExitCode) => void): Command {
  return withReading(new Command('inspect'))
    .description(
      '某一阶段看到了什么：每页一图，并有文字大纲 what a stage saw: a drawing per page, and an outline',
    )
    .argument('<source...>', '文件 files')
    .addOption(new Option('--stage <stage>', '阶段 stage').choices([...STAGES]).makeOptionMandatory())
    .option('--out <dir>', '写到哪里 where to write', 'out/inspect')
    .addHelpText('after', '\n例 Example:\n  hebiao inspect 自评表.pdf --stage bind')
    .action(async (sources: string[], options: Options) => end(await inspectAll(sources, options)));
}

async function inspectAll(sources: readonly string[], options: Options): Promise<ExitCode> {
  let code: ExitCode = EXIT.fine;
  try {
    await prepareFolder(options.out);
    for (const source of sources) if (!(await inspect(source, options))) code = EXIT.unread;
    return code;
  } catch (error) {
    return toldUnwritten(error, options.out);
  }
}

/** Digits of the content's hash: two files of one name leave two drawings. */
const SHA = 8;

/** Whether the source could be read. */
async function inspect(path: string, options: Options): Promise<boolean> {
  const outcome = await outcomeOfFile(path, options);
  if (outcome === null) return false;
  for (const [name, content] of Object.entries(filesOf(options.stage, outcome))) {
    const known = outcome.report.source.sha256?.slice(0, SHA) ?? 'unread';
    const file = join(options.out, `${basename(path)}-${known}.${options.stage}.${name}`);
    await writeWhole(file, content);
    await print(`${file}\n`);
  }
  return outcome.report.diagnostics.every(({ level }) => level !== 'fatal');
}

async function outcomeOfFile(path: string, options: Options): Promise<Outcome | null> {
  const { allowance: limits, password, pages, settings } = await mannerFrom(options);
  const bytes = await readFile(path).catch((error: unknown) => {
    tell(`hebiao: ${path}: ${reasonOf(error)}`);
    return null;
  });
  if (bytes === null) return null;
  const source = { name: basename(path), bytes: new Uint8Array(bytes), limits, password, pages };
  return outcomeOf(source, settings);
}

/** File name ending → content: the drawings of the pages, and the stage's value as text. */
function filesOf(stage: Stage, outcome: Outcome): Readonly<Record<string, string>> {
  return { ...outlineOf(stage, outcome), ...drawingsOf(stage, outcome) };
}

function outlineOf(stage: Stage, outcome: Outcome): Readonly<Record<string, string>> {
  const { forms, evaluations, report } = outcome;
  switch (stage) {
    case 'bind':
      return { txt: formsText(forms) };
    case 'normalize':
      return { json: indented(evaluations) };
    case 'validate':
      return { json: indented(report.diagnostics) };
    case 'write':
      return { json: reportJson(report, true) };
    default: {
      const tree = treeOf(stage, outcome);
      return { txt: tree ? outline(tree) : '' };
    }
  }
}

function indented(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
