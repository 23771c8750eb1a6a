// What was seen of a source, kept beside its report: the recognized tree, and a scan's pages as pictures a person can read.
// Surprise: words that a page had before its tables were found, and its grey pixels, are left out; nothing after `recognize` asks for them.

import { readFile, rm, stat } from 'node:fs/promises';
import { gunzipSync, gzipSync } from 'node:zlib';
import { standingOf } from '../correct/index.ts';
import type { Outcome, Sheet } from '../pipeline.ts';
import type { Correction } from '../record/index.ts';
import type { Document, Page } from '../tree/index.ts';
import { picturePath, sheetPath } from './beside.ts';
import { writeSoon } from './files.ts';
import type { Kept, PagePicture } from './job.ts';
import { webpOf } from './picture.ts';
import { entriesOf } from './register.ts';

/** Beyond it a sheet was not made by us: 200,000 cells, the most that are read, come to about 100 MB. */
const LARGEST = 400_000_000;
/** Deflate's quickest: a tenth of the time of its default, and a fifth larger. */
const QUICKEST = { level: 1 };

/** The same sheet gives the same bytes. */
export function sheetBytes(sheet: Sheet): Uint8Array {
  return gzipSync(JSON.stringify({ ...sheet, tree: withoutPictures(sheet.tree) }), QUICKEST);
}

export function sheetFrom(bytes: Uint8Array): Sheet {
  return JSON.parse(gunzipSync(bytes, { maxOutputLength: LARGEST }).toString()) as Sheet;
}

export function withoutPictures(tree: Document): Document {
  const bare = (page: Page): Page => ({ ...page, words: [], picture: null });
  return { ...tree, pages: tree.pages.map(bare) };
}

/** Only of a source that has a form: there is nothing to correct in others. */
export async function* picturesIn({ trees, forms }: Outcome): AsyncGenerator<PagePicture, void, void> {
  if (trees === null || forms.length === 0) return;
  for (const { number, picture } of trees.recognized.pages) {
    if (picture !== null) yield { page: number, bytes: await webpOf(picture) };
  }
}

/** Null where there is no form. */
function sheetIn({ sheet, forms }: Outcome): Uint8Array | null {
  return sheet === null || forms.length === 0 ? null : sheetBytes(sheet);
}

/** All of it at once, for who keeps it elsewhere than in files. */
export async function keptOf(outcome: Outcome, corrections: readonly Correction[]): Promise<Kept> {
  const pictures: PagePicture[] = [];
  for await (const picture of picturesIn(outcome)) pictures.push(picture);
  const entries = entriesOf(outcome.report, standingOf(corrections).length);
  return { sheet: sheetIn(outcome), pictures, entries };
}

export async function keepSheet(outcome: Outcome, reportPath: string): Promise<void> {
  const sheet = sheetIn(outcome);
  if (sheet === null) return dropSheet(reportPath);
  await writeSoon(sheetPath(reportPath), sheet);
  for await (const { page, bytes } of picturesIn(outcome))
    await writeSoon(picturePath(reportPath, page), bytes);
}

/** What an earlier reading saw is gone when a later one comes to nothing. */
export async function dropSheet(reportPath: string): Promise<void> {
  await rm(sheetPath(reportPath), { force: true });
}

/** Changes when a source is read again. */
export function sheetState(reportPath: string): Promise<string> {
  return stat(sheetPath(reportPath), { bigint: true }).then(
    ({ mtimeNs, ino }) => `${mtimeNs} ${ino}`,
    () => '',
  );
}

/** Null where none was kept, or it was spoiled: the source can be read again. */
export async function sheetBeside(reportPath: string): Promise<Sheet | null> {
  const bytes = await readFile(sheetPath(reportPath)).catch(() => null);
  try {
    return bytes && sheetFrom(bytes);
  } catch {
    return null;
  }
}
