// Standard output for data and standard error for everything else.
// Surprise: a reader that goes away (`| head`) is no error; the program ends quietly.

import { once } from 'node:events';
import { styleText } from 'node:util';
import type { Paint, Tone } from '../write/index.ts';

/** Waits where the reader is slower than we are. */
export async function print(text: string): Promise<void> {
  if (text !== '' && !process.stdout.write(text)) await once(process.stdout, 'drain');
}

export function tell(line: string): void {
  process.stderr.write(`${line}\n`);
}

export function endQuietlyWithoutReader(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit(0);
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
