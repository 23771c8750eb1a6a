// The corrections file of a report: one line a correction, only ever added to.
// Surprise: what stands after the last line break was cut off by a crash and was never confirmed to anybody; it does not count, and the next addition removes it.

import { open, readdir, readFile, truncate } from 'node:fs/promises';
import { type Correction, correctionSchema } from '../record/index.ts';
import { CORRECTIONS, correctionsPath } from './beside.ts';
import { codeOf } from './content.ts';

export async function correctionsBeside(reportPath: string): Promise<readonly Correction[]> {
  return correctionsFrom(await textOf(correctionsPath(reportPath)));
}

/** Lines that are no corrections (an editor's doing) are passed over. */
export function correctionsFrom(text: string): readonly Correction[] {
  return wholeLines(text).split('\n').flatMap(correctionFrom);
}

export function correctionLines(corrections: readonly Correction[]): string {
  return corrections.map((correction) => `${JSON.stringify(correction)}\n`).join('');
}

/** On the disk when this settles. */
export async function addCorrections(reportPath: string, added: readonly Correction[]): Promise<void> {
  const path = correctionsPath(reportPath);
  const text = await textOf(path);
  const whole = wholeLines(text);
  if (whole.length < text.length) await truncate(path, Buffer.byteLength(whole));
  const file = await open(path, 'a');
  try {
    await file.appendFile(correctionLines(added));
    await file.sync();
  } finally {
    await file.close();
  }
}

/** The names of all corrections files of a folder of reports; none where it is not there. */
export async function correctionsFiles(reports: string): Promise<readonly string[]> {
  const names = await readdir(reports).catch(() => []);
  return names.filter((name) => name.endsWith(CORRECTIONS)).toSorted();
}

function wholeLines(text: string): string {
  return text.slice(0, text.lastIndexOf('\n') + 1);
}

async function textOf(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return '';
    throw error;
  }
}

function correctionFrom(line: string): readonly Correction[] {
  try {
    const { success, data } = correctionSchema.safeParse(JSON.parse(line));
    return success ? [data] : [];
  } catch {
    return [];
  }
}
