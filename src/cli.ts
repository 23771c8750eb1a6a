// argv in, an exit code out. One file a command under cli/.
// Surprise: a command that cannot be obeyed is told from a bug of ours by its class; only the bug shows where it happened.

import { Command, CommanderError } from 'commander';
import { checkCommand } from './cli/check.ts';
import { EXIT, type ExitCode, UsageError } from './cli/exit.ts';
import { inspectCommand } from './cli/inspect.ts';
import { readCommand } from './cli/read.ts';
import { rulesCommand } from './cli/rules.ts';
import { runCommand } from './cli/run.ts';
import { schemaCommand } from './cli/schema.ts';
import { endQuietlyWithoutReader, tell } from './cli/streams.ts';
import { tablesCommand } from './cli/tables.ts';
import { VERSION } from './version.ts';

const COMMANDS = [
  readCommand,
  checkCommand,
  runCommand,
  tablesCommand,
  inspectCommand,
  rulesCommand,
  schemaCommand,
];

function programWith(end: (code: ExitCode) => void): Command {
  const program = new Command('hebiao')
    .description(
      '核表：读取项目支出绩效自评表，核对表中每一个数字\nreads budget self-evaluation forms and checks every number in them',
    )
    .version(VERSION)
    .addHelpText('after', '\n例 Example:\n  hebiao check 自评表.pdf\n  hebiao run 附件/ --out out');
  for (const command of COMMANDS) program.addCommand(command(end));
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

endQuietlyWithoutReader();
process.on('SIGINT', () => process.exit(EXIT.interrupted));
try {
  await programWith((code) => {
    process.exitCode = code;
  }).parseAsync();
} catch (error) {
  process.exitCode = codeFrom(error);
}
