// One child process that reads sources one after the other, watched from outside: wall time, resident memory, its life.
// Surprise: a source that breaks a limit costs the child its life; the next job gets a fresh one, and no neighbour notices.

import { type ChildProcess, fork } from 'node:child_process';
import { isShortage, reasonOf } from './content.ts';
import type { Answer, Failed, Job, Manner } from './job.ts';
import { failed } from './refusal.ts';
import { residentBytes } from './resident.ts';
import { endingOf, problemOfStart } from './start.ts';

/** Often enough to catch a leap of 1 GB/s below half a gigabyte over, rare enough to cost nothing. */
const WATCH_MILLISECONDS = 200;
/** A child that has read so many is replaced: native libraries leak a little with each source. */
const JOBS_OF_A_LIFE = 500;
/** How much of a dying child's last words is kept. */
const LAST_WORDS = 500;
/** One may be killed from outside while it starts; three in a row are no chance. */
const STARTS = 3;
const MEBIBYTE = 1024 * 1024;

/** The same program in a checkout and in the package. */
const CHILD = new URL(import.meta.url.endsWith('.ts') ? './child.ts' : './child.js', import.meta.url);

/** Native libraries take a thread a core each; parallel over sources, one thread in each child is faster (11 s against 1.7 s on two cores). */
const ONE_THREAD = { OMP_NUM_THREADS: '1', OMP_THREAD_LIMIT: '1', VIPS_CONCURRENCY: '1' };

export class Worker {
  readonly #manner: Manner;
  readonly #program: URL;
  #child: ChildProcess | null = null;
  #served = 0;

  constructor(manner: Manner, program: URL = CHILD) {
    this.#manner = manner;
    this.#program = program;
  }

  async answer(job: Job): Promise<Answer> {
    const child = await this.#ready();
    if ('status' in child) return child;
    const watch = new Watch(child, this.#manner);
    child.send({ job, manner: this.#manner });
    const answer = await watch.answer;
    if (this.#spent(answer)) this.stop();
    return answer;
  }

  stop(): void {
    this.#child?.kill('SIGKILL');
    this.#child = null;
  }

  /** A child that waits for its job. One that never comes to that says nothing about the source: the system is short of something. */
  async #ready(): Promise<ChildProcess | Failed> {
    if (isAlive(this.#child)) return this.#child;
    let reason = '';
    for (let start = 0; start < STARTS; start++) {
      const child = childOf(this.#program, this.#manner);
      this.#child = child;
      const problem = await problemOfStart(child);
      if (problem === null) return child;
      child.kill('SIGKILL');
      if (child !== this.#child) break; // stopped by us
      this.#child = null;
      reason = problem;
    }
    return failed('refused', `无法启动进程：${reason} (a process cannot start)`);
  }

  /** Whether the child may not go on: it failed, has read enough, or keeps half of what it may hold. */
  #spent(answer: Answer): boolean {
    this.#served += 1;
    const old = this.#served >= JOBS_OF_A_LIFE;
    const swollen = answer.peak > this.#manner.allowance.memory / 2;
    const spent = answer.status !== 'done' || old || swollen;
    if (spent) this.#served = 0;
    return spent;
  }
}

/** V8's helpers for collecting and compiling cost a seventh of a scanned page's processor time, which other children can use; 120 MiB more are held. */
export const CHILD_FLAGS: readonly string[] = ['--single-threaded'];

function childOf(program: URL, { allowance }: Manner): ChildProcess {
  const heap = Math.max(64, Math.floor(allowance.memory / MEBIBYTE));
  const child = fork(program, {
    execArgv: [...CHILD_FLAGS, `--max-old-space-size=${heap}`],
    serialization: 'advanced',
    env: { ...process.env, ...ONE_THREAD },
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  return child.on('error', () => {}); // between two jobs nobody listens, and an unheard error would end the parent
}

function isAlive(child: ChildProcess | null): child is ChildProcess {
  return child?.connected === true && child.exitCode === null && child.signalCode === null;
}

/** One job in one child: settles with the child's answer or with what became of the child. */
class Watch {
  readonly answer: Promise<Answer>;
  readonly #child: ChildProcess;
  readonly #manner: Manner;
  #peak = 0;
  #words = '';
  #settle: (answer: Answer) => void = () => {};

  constructor(child: ChildProcess, manner: Manner) {
    this.#child = child;
    this.#manner = manner;
    this.answer = new Promise((settle) => {
      this.#settle = settle;
    });
    this.#start();
  }

  #start(): void {
    const { seconds } = this.#manner.allowance;
    const deadline = setTimeout(() => this.#fail('timed-out', `${seconds} s`), seconds * 1000);
    const measure = setInterval(() => this.#measure(), WATCH_MILLISECONDS);
    const deafen = this.#listen();
    this.#measure(); // a job may end before the first interval does
    void this.answer.then(() => {
      clearTimeout(deadline);
      clearInterval(measure);
      deafen();
    });
  }

  /** Returns how to stop listening. */
  #listen(): () => void {
    const child = this.#child;
    const heard = (answer: unknown) => this.#settle(this.#withPeak(answer as Answer));
    const ended = (code: number | null, signal: string | null) => this.#died(code, signal);
    const failed = (error: Error) => this.#fail(isShortage(error) ? 'refused' : 'crashed', reasonOf(error));
    const spoken = (chunk: Buffer) => {
      this.#words = (this.#words + chunk.toString()).slice(-LAST_WORDS);
    };
    child.on('message', heard).on('exit', ended).on('error', failed);
    child.stderr?.on('data', spoken);
    return () => {
      child.off('message', heard).off('exit', ended).off('error', failed);
      child.stderr?.off('data', spoken).resume();
    };
  }

  #measure(): void {
    const resident = residentBytes(this.#child.pid);
    this.#peak = Math.max(this.#peak, resident);
    const { memory } = this.#manner.allowance;
    if (resident > memory) this.#fail('over-limit', `memory > ${Math.round(memory / MEBIBYTE)} MiB`);
  }

  #died(code: number | null, signal: string | null): void {
    this.#fail('crashed', [endingOf(code, signal), ...lastLine(this.#words)].join(': '));
  }

  #fail(status: Failed['status'], reason: string): void {
    this.#settle({ status, reason, peak: this.#peak, ms: 0 });
  }

  #withPeak(answer: Answer): Answer {
    return { ...answer, peak: Math.max(answer.peak, this.#peak) };
  }
}

function lastLine(words: string): readonly string[] {
  return words
    .split('\n')
    .filter((line) => /error/i.test(line))
    .slice(-1);
}
