// Archives among what was found → their members, each a source of its own.
// Surprise: an archive that cannot be taken apart, or holds no document, stays in the list as one source, so that it is accounted for.

import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Answer } from './job.ts';
import type { Found } from './walk.ts';

/** Archives in archives in archives are an attack or a mistake. */
const DEEPEST = 3;
const ARCHIVE = /\.zip$/i;

export type Unpack = (archive: Found, folder: string) => Promise<Answer>;

/** `folder` is where members are put; each archive gets a folder of its own in it. */
export async function withMembers(
  found: readonly Found[],
  folder: string,
  unpack: Unpack,
): Promise<readonly Found[]> {
  const lists = await Promise.all(
    found.map((each, index) => sourcesIn(each, { folder: join(folder, String(index)), depth: 0, unpack })),
  );
  return lists.flat();
}

interface Place {
  readonly folder: string;
  readonly depth: number;
  readonly unpack: Unpack;
}

async function sourcesIn(found: Found, place: Place): Promise<readonly Found[]> {
  if (!ARCHIVE.test(found.name) || found.problem || place.depth === DEEPEST) return [found];
  const answer = await place.unpack(found, place.folder);
  if (answer.status !== 'done') return [{ ...found, problem: answer }];
  const names = JSON.parse(answer.text) as readonly string[];
  if (names.length === 0) return [found];
  const members = await Promise.all(
    names.map((name, index) => memberOf(found, name, join(place.folder, String(index)))),
  );
  const lists = await Promise.all(members.map((member, index) => sourcesIn(member, below(place, index))));
  return lists.flat();
}

function below(place: Place, member: number): Place {
  return { ...place, folder: join(place.folder, `in-${member}`), depth: place.depth + 1 };
}

async function memberOf(archive: Found, name: string, path: string): Promise<Found> {
  const { size } = await stat(path);
  return { name: `${archive.name}/${name}`, path: Buffer.from(path), size, problem: null };
}
