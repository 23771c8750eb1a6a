// How many edits a second the review desk takes: each works the form of 35 rows out anew, from its tree to its findings.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FolderShelf } from '../src/batch/shelf.ts';
import { Desk } from '../src/review/desk.ts';
import { fixture } from '../tests/support/hebiao.ts';
import { ran, sourcesOf } from '../tests/support/ran.ts';
import { measured } from './clock.ts';

const RATE = '/funding/0/executionRate';

const folder = sourcesOf({ 's2.txt': readFileSync(fixture('s2/source.txt')) });
const out = join(folder, 'out');
await ran(folder, out);
const desk = new Desk(await FolderShelf.at(out), () => new Date(0));
const { entries } = await desk.listing({ offset: 0, limit: 1 });
const id = entries[0]?.id ?? '';
let edits = 0;

async function edit(): Promise<number> {
  const view = await desk.view(id);
  const place = view?.bindings[0]?.[RATE]?.[0];
  if (!view || !place) throw new Error('the form of the bench has no rate to correct');
  edits += 1;
  const correction = { kind: 'text', place, to: String(edits % 100) } as const;
  await desk.edit(id, { version: view.version, by: 'bench', edits: [correction] });
  return 1;
}

const { perSecond } = await measured('edit', edit);
console.log(`\nedit       ${perSecond.toFixed(0).padStart(7)} edits/s  in the review, of a form of 35 rows`);
