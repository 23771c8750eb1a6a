// Paths as given (files, folders, globs) → the documents under them, by name, each file once.
// Surprise: paths are bytes, not strings: a name that is no UTF-8 could otherwise be listed and never opened.

import { glob, open, readdir, realpath, stat } from 'node:fs/promises';
import { basename, sep } from 'node:path';
import { codeOf, reasonOf } from './content.ts';
import type { Failed } from './job.ts';
import { failed } from './refusal.ts';

/** `name` is told to people: relative to the folder that was given, or the path where two would have one name or nothing is there. `problem` says why it cannot even be opened. */
export interface Found {
  readonly name: string;
  readonly path: Buffer;
  readonly size: number;
  readonly problem: Failed | null;
}

/** Carriers and archives by their usual endings, also those that are only told how they can be read. A file that is named itself is read whatever it is called. */
const ENDINGS =
  /\.(txt|text|tsv|csv|md|markdown|html?|mht|docx?|wps|rtf|xlsx?|xlsm|et|pdf|ofd|png|jpe?g|tiff?|bmp|webp|zip|rar|7z)$/i;
/** What office programs and systems leave beside documents. */
const DEBRIS = /^(~\$|\.|Thumbs\.db$)/i;

export function isDocumentName(name: string): boolean {
  return ENDINGS.test(name) && !DEBRIS.test(name);
}

/** Paths are taken in the order of their names, so that what is reached twice has one name whatever their order. */
export async function documentsUnder(paths: readonly (string | Buffer)[]): Promise<readonly Found[]> {
  const seen = new Set<string>();
  const found: Found[] = [];
  for (const path of paths.map(bytesOf).toSorted(Buffer.compare))
    for await (const each of documentsAt(path, seen)) found.push(each);
  const names = toldApart(found.map(({ name, path }) => ({ name, path: decodedPath(path) })));
  return found.map((each, at) => ({ ...each, name: names[at] ?? each.name }));
}

/** The name of each, or its path where another one has the same name. */
export function toldApart(
  named: readonly { readonly name: string; readonly path: string }[],
): readonly string[] {
  const counts = new Map<string, number>();
  for (const { name } of named) counts.set(name, (counts.get(name) ?? 0) + 1);
  return named.map(({ name, path }) => ((counts.get(name) ?? 0) > 1 ? path : name));
}

function bytesOf(path: string | Buffer): Buffer {
  return Buffer.from(path);
}

async function* documentsAt(path: Buffer, seen: Set<string>): AsyncGenerator<Found> {
  const spelled = await spelledHere(path);
  const name = spelled ? decodedPath(spelled) : decodedName(path);
  try {
    yield* documentsIn(spelled ?? path, basename(name), { seen, listed: false });
  } catch (error) {
    const matches = await matchesOf(name);
    if (matches.length === 0) yield absent(path, name, error);
    for (const match of matches) yield* documentsIn(Buffer.from(match), match, { seen, listed: true });
  }
}

/** A list that was written on Chinese Windows spells in GB 18030 what is in UTF-8 here. */
async function spelledHere(path: Buffer): Promise<Buffer | null> {
  for (const spelling of [path, Buffer.from(decodedName(path)), Buffer.from(decodedPath(path))])
    if (await isThere(spelling)) return spelling;
  return null;
}

function isThere(path: Buffer): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

const PATTERN = /[*?[{]/;

async function matchesOf(pattern: string): Promise<readonly string[]> {
  const matches: string[] = [];
  if (PATTERN.test(pattern)) for await (const match of glob(pattern)) matches.push(match);
  return matches.toSorted(compareText);
}

interface Walk {
  /** Real paths of what was visited: a loop of links ends, and a file that is reached twice is read once. */
  readonly seen: Set<string>;
  /** Whether it was found in a folder rather than named. */
  readonly listed: boolean;
}

async function* documentsIn(path: Buffer, name: string, walk: Walk): AsyncGenerator<Found> {
  const facts = await stat(path);
  const real = (await realpath(path, 'buffer')).toString('latin1');
  const unwanted = walk.listed && !facts.isDirectory() && !(facts.isFile() && ENDINGS.test(name));
  if (unwanted || walk.seen.has(real)) return;
  walk.seen.add(real);
  if (facts.isDirectory()) yield* documentsOf(path, walk.listed ? `${name}/` : '', walk.seen);
  else yield { name, path, size: facts.size, problem: facts.isFile() ? await closed(path) : NOT_A_FILE };
}

async function* documentsOf(folder: Buffer, prefix: string, seen: Set<string>): AsyncGenerator<Found> {
  const names = await readdir(folder, { encoding: 'buffer' });
  for (const raw of names.toSorted(Buffer.compare)) {
    const name = decodedName(raw);
    const path = Buffer.concat([folder, Buffer.from(sep), raw]);
    if (DEBRIS.test(name)) continue;
    try {
      yield* documentsIn(path, prefix + name, { seen, listed: true });
    } catch (error) {
      yield unreadable(path, prefix + name, reasonOf(error));
    }
  }
}

/** Folder by folder: the one may have been named here and the other on Chinese Windows. */
function decodedPath(raw: Buffer): string {
  const parts = raw.toString('latin1').replaceAll(sep, '/').split('/');
  return parts.map((part) => decodedName(Buffer.from(part, 'latin1'))).join('/');
}

/** Names that are no UTF-8 come from Chinese Windows. */
export function decodedName(raw: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(raw);
  } catch {
    return new TextDecoder('gb18030').decode(raw);
  }
}

async function closed(path: Buffer): Promise<Failed | null> {
  try {
    await (await open(path)).close();
    return null;
  } catch (error) {
    return failed('unreadable', reasonOf(error));
  }
}

/** Told as it was typed, so that a slip in it can be seen. */
function absent(path: Buffer, typed: string, error: unknown): Found {
  const isUnmatched = /[*?]/.test(typed) && codeOf(error) === 'ENOENT';
  return unreadable(path, typed, isUnmatched ? NO_MATCH : reasonOf(error));
}

const NO_MATCH = '没有与之相符的文件 (no file matches the pattern)';

function unreadable(path: Buffer, name: string, reason: string): Found {
  return { name, path, size: 0, problem: failed('unreadable', reason) };
}

const NOT_A_FILE = failed('unreadable', '不是普通文件 (not a plain file)');

/** By name, then by path: the order of a run's outputs, whatever the order of its arguments. */
export function byName(a: Found, b: Found): number {
  return compareText(a.name, b.name) || Buffer.compare(a.path, b.path);
}

/** By code units: the same on every machine, unlike a locale's order. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
