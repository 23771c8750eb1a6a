// argv in, an exit code out. One file a command under cli/.
// Surprise: a command that cannot be obeyed is told from a bug of ours by its class; only the bug shows where it happened.

import { Command, CommanderError } from 'commander';
import { EXIT, type ExitCode, UsageError } from './cli/exit.ts';
import { endQuietlyWithoutReader, tell } from './cli/streams.ts';
import { VERSION } from './version.ts';

type MakeCommand = (end: (code: ExitCode) => void) => Command;

/** Loaded when needed: a command that reads nothing need not wait for what reads. */
const COMMANDS: Readonly<Record<string, () => Promise<MakeCommand>>> = {
  read: async () => (await import('./cli/read.ts')).readCommand,
  check: async () => (await import('./cli/check.ts')).checkCommand,
  run: async () => (await import('./cli/run.ts')).runCommand,
  tables: async () => (await import('./cli/tables.ts')).tablesCommand,
  inspect: async () => (await import('./cli/inspect.ts')).inspectCommand,
  review: async () => (await import('./cli/review.ts')).reviewCommand,
  load: async () => (await import('./cli/load.ts')).loadCommand,
  submit: async () => (await import('./cli/submit.ts')).submitCommand,
  worker: async () => (await import('./cli/worker.ts')).workerCommand,
  collect: async () => (await import('./cli/collect.ts')).collectCommand,
  status: async () => (await import('./cli/status.ts')).statusCommand,
  rules: async () => (await import('./cli/rules.ts')).rulesCommand,
  schema: async () => (await import('./cli/schema.ts')).schemaCommand,
};

/** The one that is called, or all of them, for the help text. */
async function commandsFor(name: string | undefined): Promise<readonly MakeCommand[]> {
  const called = name !== undefined && Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  return Promise.all((called ? [called] : Object.values(COMMANDS)).map((load) => load()));
}

function programWith(commands: readonly MakeCommand[], end: (code: ExitCode) => void): Command {
  const program = new Command('hebiao')
    .description(
      '核表：读取项目支出绩效自评表，核对表中每一个数字\nreads budget self-evaluation forms and checks every number in them',
    )
    .version(VERSION)
    .addHelpText('after', '\n例 Example:\n  hebiao check 自评表.pdf\n  hebiao run 附件/ --out out');
  for (const command of commands) program.addCommand(command(end));
  return throwing(program);
}

/** Without this commander would end the process itself, with its own exit codes. */
function throwing(command: Command): Command {
  for (const child of command.commands) throwing(child);
  return command.exitOverride();
}

function codeFrom(error: unknown): ExitCode {
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.fine : EXIT.usage;
  if (error instanceof UsageError) {
    tell(`hebiao: ${error.message}`);
    return EXIT.usage;
  }
  tell(
    `hebiao: 程序内部错误，请报告 (a bug of ours, please report it): ${error instanceof Error ? error.stack : error}`,
  );
  return EXIT.bug;
}

process.env.ORT_DISABLE_TELEMETRY = '1'; // onnxruntime tells its maker over the network, and keeps an id of the machine, unless this is set before it is loaded
endQuietlyWithoutReader();
process.on('SIGINT', () => process.exit(EXIT.interrupted));
try {
  const commands = await commandsFor(process.argv[2]);
  await programWith(commands, (code) => {
    process.exitCode = code;
  }).parseAsync();
} catch (error) {
  process.exitCode = codeFrom(error);
}
