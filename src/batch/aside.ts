// Corrections files whose content is not read any more, though a source of that name is: what its report must note.
// Surprise: two sources of one name in different folders are no change of content; only then the others are hashed beforehand.

import { CORRECTIONS } from './beside.ts';
import { contentFacts } from './content.ts';
import { plainName, stemOf } from './results.ts';
import type { Found } from './walk.ts';

const DIGITS = /-[0-9a-f]{12}$/;

export class Aside {
  readonly #files: ReadonlyMap<string, readonly string[]>;
  readonly #entries: readonly Found[];

  /** `files` are the corrections files beside the reports. */
  constructor(files: readonly string[], entries: readonly Found[]) {
    this.#files = Map.groupBy(files, (file) => stemFrom(file).replace(DIGITS, ''));
    this.#entries = entries;
  }

  async of({ name }: Found, sha256: string): Promise<readonly string[]> {
    const plain = plainName(name);
    const others = (this.#files.get(plain) ?? []).filter((file) => stemFrom(file) !== stemOf(name, sha256));
    if (others.length === 0) return [];
    const namesakes = this.#entries.filter((entry) => entry.name !== name && plainName(entry.name) === plain);
    const read = new Set(await Promise.all(namesakes.map(stemFor)));
    return others.filter((file) => !read.has(stemFrom(file)));
  }
}

function stemFrom(file: string): string {
  return file.slice(0, -CORRECTIONS.length);
}

/** Null where it cannot be opened: its own reading will say so. */
async function stemFor(entry: Found): Promise<string | null> {
  try {
    const { sha256 } = await contentFacts(entry);
    return stemOf(entry.name, sha256 ?? '');
  } catch {
    return null;
  }
}
