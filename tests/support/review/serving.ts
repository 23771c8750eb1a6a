// A run's results to review, and `hebiao review` over a copy of them, as a process that can be interrupted or killed.
// Surprise: the scanned page is a stored one made less sharp, so that some of its cells are read in doubt whatever fonts a machine has.

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import { fixture, freshFolder, hebiao } from '../hebiao.ts';

const CLI = fileURLToPath(new URL('../../../src/cli.ts', import.meta.url));
const SCAN = fileURLToPath(new URL('../scan/pictures/office-20.jpg', import.meta.url));
/** Pixels: enough that a dozen cells of the page are read in doubt. */
const BLUR = 1.4;

export const HOSTILE = '<img src=x onerror=document.title="hacked">';

/** A scan in doubt, text with a wrong total, a PDF, a Word file, one that is no form, one that tries to be more than text. */
export async function resultsToReview(): Promise<string> {
  const folder = join(freshFolder(), '附件');
  mkdirSync(folder);
  const blurred = sharp(SCAN).blur(BLUR).jpeg({ quality: 40 }).withMetadata({ density: 200 });
  await blurred.toFile(join(folder, '扫描.jpg'));
  cpSync(fixture('s2/source.txt'), join(folder, 's2.txt'));
  cpSync(fixture('s1-pdf/source.pdf'), join(folder, 's1.pdf'));
  cpSync(fixture('s2-docx/source.docx'), join(folder, 's2.docx'));
  writeFileSync(join(folder, '信.txt'), '没有表');
  const hostile = readFileSync(fixture('s1/source.txt'), 'utf8').replaceAll('云资源租赁费', HOSTILE);
  writeFileSync(join(folder, `${HOSTILE}\u202Egnp.txt`), hostile);
  const out = join(freshFolder(), 'out');
  await hebiao(['run', folder, '--out', out]);
  return out;
}

export function copyOf(results: string): string {
  const out = join(freshFolder(), 'out');
  cpSync(results, out, { recursive: true });
  return out;
}

export interface Serving {
  readonly address: string;
  readonly child: ChildProcess;
  readonly ended: Promise<number | null>;
  readonly told: () => string;
}

export async function serve(out: string, ...options: readonly string[]): Promise<Serving> {
  const args = [CLI, 'review', out, '--by', '王芳', '--lang', 'zh', ...options];
  const child = spawn(process.execPath, args);
  const ended = once(child, 'close').then(([code]) => code as number | null);
  let told = '';
  child.stderr.on('data', (chunk: Buffer) => {
    told += chunk;
  });
  const said = await Promise.race([once(child.stdout, 'data'), ended.then(() => [''])]);
  return { address: `${said[0]}`.trim(), child, ended, told: () => told };
}

interface Saved {
  readonly evaluations: readonly { readonly evidence: Readonly<Record<string, { corrected?: true }>> }[];
  readonly diagnostics: readonly { readonly level: string }[];
}

/** The saved report of the source whose name begins so. */
export function reportIn(out: string, name: string): Saved {
  const files = readdirSync(join(out, 'reports'));
  const file = files.find((each) => each.startsWith(name) && /-[0-9a-f]{12}\.json$/.test(each));
  return JSON.parse(readFileSync(join(out, 'reports', file ?? ''), 'utf8'));
}

export function countIn(out: string, name: string, level: string): number {
  return reportIn(out, name).diagnostics.filter((diagnostic) => diagnostic.level === level).length;
}
