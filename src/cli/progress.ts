// How far a run is, for who watches it: one line that is rewritten on a terminal, a plain line now and then elsewhere.
// Surprise: the time left is told by what has been read, not by what was kept from a former run; that costs nothing.
// Everything else on standard error is said in both languages; this line in one, so that it fits a terminal of 60 columns.

import type { Line } from '../batch/journal.ts';
import type { Observer } from '../batch/run.ts';
import { NOTHING_YET, type Tally, tallied } from '../batch/tally.ts';
import type { Language } from '../write/index.ts';
import { cutTo, shown } from './columns.ts';

/** On a terminal the eye wants motion; in a log file a line a half-minute is enough. */
const TERMINAL_MILLISECONDS = 250;
const LOG_MILLISECONDS = 30_000;
/** From here on a source is named as slow. */
const SLOW_MILLISECONDS = 5_000;
const MOST_NAMED = 3;

const WORDS = {
  zh: { errors: '错误', failed: '失败', left: (time: string) => `约余 ${time}` },
  en: { errors: 'errors', failed: 'failed', left: (time: string) => `${time} left` },
};

export class Progress implements Observer {
  readonly #stream: NodeJS.WriteStream;
  readonly #words: (typeof WORDS)[Language];
  readonly #timer: NodeJS.Timeout | null;
  readonly #start = performance.now();
  readonly #underway = new Map<string, number>();
  #count = 0;
  tally: Tally = NOTHING_YET;
  /** Reports of a former run that are gone at the end. */
  withdrawn = 0;

  constructor(stream: NodeJS.WriteStream, quiet: boolean, language: Language) {
    this.#stream = stream;
    this.#words = WORDS[language];
    const pause = stream.isTTY ? TERMINAL_MILLISECONDS : LOG_MILLISECONDS;
    this.#timer = quiet ? null : setInterval(() => this.#show(), pause);
    this.#timer?.unref();
  }

  all(count: number): void {
    this.#count = count;
  }

  began(name: string): void {
    this.#underway.set(name, performance.now());
  }

  ended(line: Line, kept: boolean): void {
    this.#underway.delete(line.name);
    this.tally = tallied(this.tally, line, kept);
  }

  withdrew(count: number): void {
    this.withdrawn = count;
  }

  close(): void {
    if (this.#timer) clearInterval(this.#timer);
    if (this.#timer && this.#stream.isTTY) this.#stream.write('\r\x1b[K');
  }

  #show(): void {
    const line = this.#line();
    if (this.#stream.isTTY) this.#stream.write(`\r\x1b[K${cutTo(this.#stream.columns - 1, line)}`);
    else this.#stream.write(`${line}\n`);
  }

  #line(): string {
    const { sources, failed, counts, kept } = this.tally;
    const seconds = (performance.now() - this.#start) / 1000;
    const rate = (sources - kept) / seconds;
    const { errors, failed: unread, left } = this.#words;
    return [
      `${sources}/${this.#count}`,
      `${errors} ${counts.error}`,
      `${unread} ${failed}`,
      `${rate.toFixed(1)}/s`,
      ...(rate > 0 ? [left(durationText((this.#count - sources) / rate))] : []),
      ...this.#slow(),
    ].join('  ');
  }

  #slow(): readonly string[] {
    const now = performance.now();
    const slow = [...this.#underway].filter(([, start]) => now - start > SLOW_MILLISECONDS);
    return slow
      .slice(0, MOST_NAMED)
      .map(([name, start]) => `${shown(name)} (${Math.round((now - start) / 1000)} s)`);
  }
}

export function durationText(seconds: number): string {
  if (!Number.isFinite(seconds)) return '—';
  const whole = Math.round(seconds);
  if (whole < 60) return `${whole}s`;
  if (whole < 3600) return `${Math.floor(whole / 60)}m${whole % 60}s`;
  return `${Math.floor(whole / 3600)}h${Math.floor((whole % 3600) / 60)}m`;
}
