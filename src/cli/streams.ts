// Standard output for data and standard error for everything else.
// Surprise: a reader that goes away (`| head`) is no error, the program ends quietly; a full disk behind `>` is one, and is told.

import { once } from 'node:events';
import { styleText } from 'node:util';
import { reasonOf } from '../batch/content.ts';
import type { Paint, Tone } from '../write/index.ts';
import { EXIT } from './exit.ts';

/** Waits where the reader is slower than we are. */
export async function print(text: string): Promise<void> {
  if (text !== '' && !process.stdout.write(text)) await once(process.stdout, 'drain');
}

export function tell(line: string): void {
  process.stderr.write(`${line}\n`);
}

/** Where standard error has no reader any more, such as a closed terminal, the work goes on unheard. */
export function endQuietlyWithoutReader(): void {
  process.stderr.on('error', () => {});
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(EXIT.fine);
    tell(`hebiao: 无法写到标准输出：${reasonOf(error)} (standard output cannot be written)`);
    process.exit(EXIT.unread);
  });
}

const STYLES = {
  fatal: ['bold', 'red'],
  error: ['red'],
  warning: ['yellow'],
  doubt: ['magenta'],
  note: ['cyan'],
  heading: ['bold'],
  aside: ['dim'],
} as const satisfies Record<Tone, Parameters<typeof styleText>[0]>;

/** Plain off a terminal and under NO_COLOR: styleText looks at the stream. */
export const terminalPaint: Paint = (tone, text) =>
  styleText([...STYLES[tone]], text, { stream: process.stdout });
