// How far a run is, for who watches it: one line that is rewritten on a terminal, a plain line now and then elsewhere.
// Surprise: the time left is told by what has been read, not by what was kept from a former run; that costs nothing.

import { styleText } from 'node:util';
import type { Line } from '../batch/journal.ts';
import type { Observer } from '../batch/run.ts';
import { NOTHING_YET, type Tally, tallied } from '../batch/tally.ts';

/** On a terminal the eye wants motion; in a log file a line a half-minute is enough. */
const TERMINAL_MILLISECONDS = 250;
const LOG_MILLISECONDS = 30_000;
/** From here on a source is named as slow. */
const SLOW_MILLISECONDS = 5_000;
const MOST_NAMED = 3;

export class Progress implements Observer {
  readonly #stream: NodeJS.WriteStream;
  readonly #timer: NodeJS.Timeout | null;
  readonly #start = performance.now();
  readonly #underway = new Map<string, number>();
  #count = 0;
  tally: Tally = NOTHING_YET;

  constructor(stream: NodeJS.WriteStream, quiet: boolean) {
    this.#stream = stream;
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

  close(): void {
    if (this.#timer) clearInterval(this.#timer);
    if (this.#timer && this.#stream.isTTY) this.#stream.write('\r\x1b[K');
  }

  #show(): void {
    const line = this.#line();
    if (this.#stream.isTTY) this.#stream.write(`\r\x1b[K${line.slice(0, this.#stream.columns - 1)}`);
    else this.#stream.write(`${line}\n`);
  }

  #line(): string {
    const { sources, failed, counts, kept } = this.tally;
    const seconds = (performance.now() - this.#start) / 1000;
    const rate = (sources - kept) / seconds;
    const left = rate > 0 ? `，约余 ${durationText((this.#count - sources) / rate)} left` : '';
    const found = `错误 errors ${counts.error}，失败 failed ${failed}`;
    return `${sources}/${this.#count}  ${found}  ${rate.toFixed(1)}/s${left}${this.#slow()}`;
  }

  #slow(): string {
    const now = performance.now();
    const slow = [...this.#underway]
      .filter(([, start]) => now - start > SLOW_MILLISECONDS)
      .slice(0, MOST_NAMED);
    if (slow.length === 0) return '';
    const names = slow.map(([name, start]) => `${name} (${Math.round((now - start) / 1000)} s)`);
    return `  ${styleText('dim', names.join(', '), { stream: this.#stream })}`;
  }
}

export function durationText(seconds: number): string {
  if (!Number.isFinite(seconds)) return '—';
  const whole = Math.round(seconds);
  if (whole < 60) return `${whole}s`;
  if (whole < 3600) return `${Math.floor(whole / 60)}m${whole % 60}s`;
  return `${Math.floor(whole / 3600)}h${Math.floor((whole % 3600) / 60)}m`;
}
