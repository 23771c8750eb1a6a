// A sitting without the page: edits through the desk, what they leave in the folder, and what a crash or another tab may do to them.

import {
  appendFileSync,
  cpSync,
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { lock } from '../../../src/batch/lock.ts';
import { FolderShelf } from '../../../src/batch/shelf.ts';
import { Desk } from '../../../src/review/desk.ts';
import type { Edit, SourceView } from '../../../src/review/view.ts';
import { fixture, freshFolder } from '../../support/hebiao.ts';
import { contentsOf, journalOf, ran, sourcesOf } from '../../support/ran.ts';

const S1 = readFileSync(fixture('s1/source.txt'));
const S2 = readFileSync(fixture('s2/source.txt'));
const RATE = '/funding/0/executionRate';

let folder = '';
let made = '';
beforeAll(async () => {
  folder = sourcesOf({ 's1.txt': S1, 's2.txt': S2, '信.txt': '没有表' });
  made = join(freshFolder(), 'out');
  await ran(folder, made);
});

let out = '';
beforeEach(() => {
  out = join(freshFolder(), 'out');
  cpSync(made, out, { recursive: true });
});

const deskAt = async (at = out) => new Desk(await FolderShelf.at(at), () => new Date(0));

async function opened(desk: Desk, name: string): Promise<SourceView> {
  const { entries } = await desk.listing({ offset: 0, limit: 10 });
  const id = entries.find((entry) => entry.name === name)?.id ?? '';
  const view = await desk.view(id);
  if (view === null) throw new Error(`no ${name}`);
  return view;
}

const rateOf = (to: string, view: SourceView): Edit => ({
  kind: 'text',
  place: view.bindings[0]?.[RATE]?.[0] ?? '',
  to,
});

const edit = (desk: Desk, { id, version }: SourceView, ...edits: readonly Edit[]) =>
  desk.edit(id, { version, by: '王芳', edits });

const errorsIn = (view: SourceView | null): number =>
  view?.report.diagnostics.filter(({ level }) => level === 'error').length ?? -1;

describe('an edit', () => {
  it('is what a run makes of the corrections afterwards, byte for byte', async () => {
    const desk = await deskAt();
    const before = await opened(desk, 's1.txt');
    const after = await edit(desk, before, rateOf('17.25', before));
    expect(errorsIn(after)).toBeGreaterThan(errorsIn(before));
    expect(after?.version).toBe(1);
    await desk.settle();
    const settled = contentsOf(out);
    expect(settled['forms.csv']).toBeDefined();
    expect(settled['findings.csv']).not.toBe(contentsOf(made)['findings.csv']);
    const journal = journalOf(out);
    await ran(folder, out);
    expect(contentsOf(out)).toEqual(settled);
    await ran(folder, out, true);
    expect(contentsOf(out)).toEqual(settled);
    expect(journalOf(out)).toEqual(journal);
  });

  it('leaves everything as it was when it is taken back', async () => {
    const desk = await deskAt();
    const before = await opened(desk, 's1.txt');
    const after = await edit(desk, before, rateOf('17.25', before));
    if (after === null) throw new Error('refused');
    await edit(desk, after, { kind: 'withdrawal', of: 0 });
    await desk.settle();
    expect(contentsOf(out)).toEqual(contentsOf(made));
  });

  it('shows in the list, also to who opens the folder later', async () => {
    const desk = await deskAt();
    const before = await opened(desk, 's1.txt');
    const after = await edit(desk, before, rateOf('17.25', before));
    for (const each of [desk, await deskAt()]) {
      const { entries } = await each.listing({ offset: 0, limit: 10, q: 's1' });
      expect(entries).toMatchObject([{ corrected: 1, counts: { error: errorsIn(after) } }]);
    }
  });

  it.each<[string, Edit]>([
    ['a cell that is not there', { kind: 'text', place: 'p9b9r9c9', to: '' }],
    ['a field that no cell states', { kind: 'binding', evaluation: 0, field: '/class', to: [] }],
    ['a form that is not there', { kind: 'binding', evaluation: 9, field: '/title', to: [] }],
    [
      'a row far below the last',
      { kind: 'binding', evaluation: 0, field: '/indicators/99/score', to: ['p1b0'] },
    ],
    ['a correction that was not made', { kind: 'withdrawal', of: 0 }],
  ])('of %s is refused', async (_, wrong) => {
    const desk = await deskAt();
    const view = await opened(desk, 's1.txt');
    await expect(edit(desk, view, wrong)).rejects.toThrow(/[一-龥].*\(.*[a-z]/);
    expect(contentsOf(out)).toEqual(contentsOf(made));
  });

  it('of too much is refused', async () => {
    const desk = await deskAt();
    const view = await opened(desk, 's1.txt');
    await expect(edit(desk, view, rateOf('一'.repeat(10_001), view))).rejects.toThrow('10000');
    const many = Array.from({ length: 101 }, () => rateOf('1', view));
    await expect(edit(desk, view, ...many)).rejects.toThrow('100');
  });
});

describe('two desks on one folder', () => {
  it('lose nothing: the later edit of one state is a conflict', async () => {
    const [one, other] = [await deskAt(), await deskAt()];
    const [seen, alsoSeen] = [await opened(one, 's1.txt'), await opened(other, 's1.txt')];
    const results = await Promise.all([
      edit(one, seen, rateOf('17.25', seen)),
      edit(other, alsoSeen, rateOf('71.52', alsoSeen)),
    ]);
    expect(results.filter((result) => result === null)).toHaveLength(1);
    const again = await opened(other, 's1.txt');
    expect(again.version).toBe(1);
    expect((await edit(other, again, rateOf('71.30', again)))?.version).toBe(2);
    expect((await one.view(again.id))?.corrections).toHaveLength(2);
  });

  it('is not written to while a run is', async () => {
    const desk = await deskAt();
    const view = await opened(desk, 's1.txt');
    const release = await lock(out);
    await expect(edit(desk, view, rateOf('1', view))).rejects.toThrow('another process');
    await release();
    expect((await edit(desk, view, rateOf('1', view)))?.version).toBe(1);
  });
});

const fileOf = (ending: string): string => {
  const name = readdirSync(join(out, 'reports')).find(
    (each) => each.startsWith('s1') && each.endsWith(ending),
  );
  return join(out, 'reports', name ?? '');
};

describe('after a crash', () => {
  it('a line that was not finished does not count, and is removed by the next', async () => {
    const desk = await deskAt();
    const view = await opened(desk, 's1.txt');
    await edit(desk, view, rateOf('17.25', view));
    appendFileSync(fileOf('.corrections.ndjson'), '{"kind":"text","by":"王');
    const later = await deskAt();
    const again = await opened(later, 's1.txt');
    expect(again.version).toBe(1);
    expect((await edit(later, again, rateOf('71.52', again)))?.version).toBe(2);
    const lines = readFileSync(fileOf('.corrections.ndjson'), 'utf8').trimEnd().split('\n');
    expect(lines.map((line) => JSON.parse(line).to)).toEqual(['17.25', '71.52']);
  });

  it('a report that did not take in its corrections is made anew', async () => {
    const desk = await deskAt();
    const view = await opened(desk, 's1.txt');
    const former = readFileSync(fileOf('.json'));
    await edit(desk, view, rateOf('17.25', view));
    const right = readFileSync(fileOf('.json'), 'utf8');
    writeFileSync(fileOf('.json'), former);
    utimesSync(fileOf('.json'), 0, 0);
    const later = await deskAt();
    expect(readFileSync(fileOf('.json'), 'utf8')).toBe(right);
    await later.settle();
    const settled = contentsOf(out);
    await ran(folder, out, true);
    expect(contentsOf(out)).toEqual(settled);
  });

  it('what is made of all reports is made anew by whoever comes next', async () => {
    const desk = await deskAt();
    const view = await opened(desk, 's1.txt');
    await edit(desk, view, rateOf('17.25', view));
    expect(existsSync(join(out, '.stale'))).toBe(true);
    await (await deskAt()).settle();
    expect(existsSync(join(out, '.stale'))).toBe(false);
    expect(readFileSync(join(out, 'findings.csv'), 'utf8')).toContain('17.25');
  });

  it('a list that is gone is made anew', async () => {
    const { entries } = await (await deskAt()).listing({ offset: 0, limit: 10 });
    rmSync(join(out, '.index.ndjson'));
    expect((await (await deskAt()).listing({ offset: 0, limit: 10 })).entries).toEqual(entries);
    expect(existsSync(join(out, '.index.ndjson'))).toBe(true);
  });
});

describe('a source whose content changed', () => {
  it('is read without the former corrections, and says so, each time', async () => {
    const desk = await deskAt();
    const view = await opened(desk, 's1.txt');
    await edit(desk, view, rateOf('17.25', view));
    const changed = sourcesOf({ 's1.txt': Buffer.concat([S1, Buffer.from('\n')]), 's2.txt': S2 });
    await ran(changed, out);
    const first = contentsOf(out);
    const later = await opened(await deskAt(), 's1.txt');
    expect(later.version).toBe(0);
    expect(errorsIn(later)).toBe(errorsIn(view));
    const notes = later.report.diagnostics.filter(({ code }) => code === 'source-note');
    expect(notes.map(({ message }) => message.zh).join()).toContain('.corrections.ndjson');
    expect(existsSync(fileOf('.corrections.ndjson'))).toBe(true);
    await ran(changed, out, true);
    expect(contentsOf(out)).toEqual(first);
    await ran(folder, out);
    expect((await opened(await deskAt(), 's1.txt')).version).toBe(1);
  });
});

it('a row that was emptied goes, and the fields below mean what they show', async () => {
  const desk = await deskAt();
  const view = await opened(desk, 's1.txt');
  const emptied = Object.keys(view.bindings[0] ?? {})
    .filter((field) => field.startsWith('/indicators/0/'))
    .map((field): Edit => ({ kind: 'binding', evaluation: 0, field, to: [] }));
  const after = await edit(desk, view, ...emptied);
  const rows = view.report.evaluations[0]?.indicators ?? [];
  expect(after?.report.evaluations[0]?.indicators).toEqual(rows.slice(1));
  if (after === null) throw new Error('refused');
  const last = await edit(desk, after, {
    kind: 'binding',
    evaluation: 0,
    field: '/indicators/0/score',
    to: [],
  });
  expect(last?.report.evaluations[0]?.indicators).toEqual([{ ...rows[1], score: null }, ...rows.slice(2)]);
  expect(last?.corrections.at(-1)).toMatchObject({ field: '/indicators/1/score' });
});

it('a source that was read again meanwhile is opened anew', async () => {
  const desk = await deskAt();
  const before = await opened(desk, 's1.txt');
  await ran(folder, out, true);
  const sheets = join(out, '.sheets');
  const [sheet = ''] = readdirSync(sheets).filter((name) => name.startsWith('s1'));
  rmSync(join(sheets, sheet));
  expect(before.editable).toBe(true);
  expect((await desk.view(before.id))?.editable).toBe(false);
});

describe('the list', () => {
  it('is by need, and by what is asked for', async () => {
    const desk = await deskAt();
    const all = await desk.listing({ offset: 0, limit: 10 });
    expect(all).toMatchObject({ total: 3, matching: 3 });
    expect(all.entries.map(({ name }) => name)).toEqual(['信.txt', 's2.txt', 's1.txt']);
    const named = async (query: object) =>
      (await desk.listing({ offset: 0, limit: 10, ...query })).entries.map(({ name }) => name);
    expect(await named({ need: 'fatal' })).toEqual(['信.txt']);
    expect(await named({ q: '云资源' })).toEqual(['s1.txt']);
    expect(await named({ code: 'narrative-mismatch' })).toEqual(['s1.txt']);
    expect(await named({ order: 'name', offset: 1, limit: 1 })).toEqual(['s2.txt']);
  });

  it('shows a source without a form, which cannot be corrected', async () => {
    const view = await opened(await deskAt(), '信.txt');
    expect(view).toMatchObject({ editable: false, pages: [], doubts: [] });
  });
});

it('a doubt that was settled is no doubt any more', async () => {
  const desk = await deskAt();
  const view = await opened(desk, 's2.txt');
  const [doubt] = view.doubts;
  expect(doubt).toBeDefined();
  const fields = view.report.diagnostics[doubt?.diagnostic ?? -1]?.fields ?? [];
  const edits = fields.map(
    (field): Edit => ({
      kind: 'binding',
      evaluation: doubt?.evaluation ?? 0,
      field,
      to: view.bindings[0]?.[field] ?? [],
    }),
  );
  const after = await edit(desk, view, ...edits);
  expect(after?.doubts).toHaveLength(view.doubts.length - 1);
  expect(after?.report.evaluations).toEqual(view.report.evaluations);
});
