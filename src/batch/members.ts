// Archives among what was found → their members, each a source of its own.
// Surprise: an archive that cannot be taken apart, or holds no document, stays in the list as one source, so that it is accounted for.

import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { inflatedOver, MEMBERS_OVER, type Member, MOST_MEMBERS } from './archive.ts';
import type { Answer, Failed } from './job.ts';
import { failed } from './refusal.ts';
import type { Found } from './walk.ts';

/** Archives in archives in archives are an attack or a mistake. */
const DEEPEST = 3;
const TOO_DEEP = `压缩包嵌套超过 ${DEEPEST} 层，请先解压 (archives in archives over ${DEEPEST} deep; unpack it first)`;
const ARCHIVE = /\.zip$/i;

/** `folder` is where members are put; an archive and all archives in it come to no more than `mostBytes`, and one archive's worth. */
export interface Unpacking {
  readonly folder: string;
  readonly mostBytes: number;
  readonly unpack: (archive: Found, folder: string) => Promise<Answer>;
}

export async function withMembers(found: readonly Found[], unpacking: Unpacking): Promise<readonly Found[]> {
  const lists = await Promise.all(
    found.map((each, index) => new Opening(unpacking).sourcesIn(each, join(unpacking.folder, String(index)))),
  );
  return lists.flat();
}

/** One archive and those in it, taken apart one after the other, so that what they come to is known in time. */
class Opening {
  readonly #unpacking: Unpacking;
  #bytes = 0;
  #members = 0;

  constructor(unpacking: Unpacking) {
    this.#unpacking = unpacking;
  }

  /** Each archive gets a folder of its own. */
  async sourcesIn(found: Found, folder: string, depth = 0): Promise<readonly Found[]> {
    if (!ARCHIVE.test(found.name) || found.problem) return [found];
    const members = this.#problemAt(depth) ?? (await this.#membersOf(found, folder));
    if ('status' in members) return [{ ...found, problem: members }];
    if (members.length === 0) return [found];
    const sources: Found[] = [];
    for (const [index, member] of members.entries())
      sources.push(...(await this.sourcesIn(member, join(folder, `in-${index}`), depth + 1)));
    return sources;
  }

  #problemAt(depth: number): Failed | null {
    const { mostBytes } = this.#unpacking;
    if (depth === DEEPEST) return failed('unreadable', TOO_DEEP);
    if (this.#members > MOST_MEMBERS) return failed('unreadable', MEMBERS_OVER);
    return this.#bytes > mostBytes ? failed('over-limit', inflatedOver(mostBytes)) : null;
  }

  async #membersOf(archive: Found, folder: string): Promise<readonly Found[] | Failed> {
    const answer = await this.#unpacking.unpack(archive, folder);
    if (answer.status !== 'done') return answer;
    const members = JSON.parse(answer.text) as readonly Member[];
    const found = await Promise.all(
      members.map((member, index) => memberOf(archive, member, join(folder, String(index)))),
    );
    this.#members += found.length;
    this.#bytes += found.reduce((sum, { size }) => sum + size, 0);
    return found;
  }
}

async function memberOf(archive: Found, { name, problem }: Member, path: string): Promise<Found> {
  const size = problem ? 0 : (await stat(path)).size;
  return { name: `${archive.name}/${name}`, path: Buffer.from(path), size, problem };
}
