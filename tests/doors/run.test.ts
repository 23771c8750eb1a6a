// A run over many sources: everything accounted for, resumable, one writer, the same bytes whatever the order and the number of workers.

import { spawn } from 'node:child_process';
import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { fixture, freshFolder, hebiao } from '../support/hebiao.ts';

const S1 = readFileSync(fixture('s1/source.txt'), 'utf8');
const S2 = readFileSync(fixture('s2/source.txt'), 'utf8');

/** A folder of documents of every kind that a run meets. */
function documents(): string {
  const folder = join(freshFolder(), '附件');
  mkdirSync(join(folder, '2020', '下级'), { recursive: true });
  writeFileSync(join(folder, 'a.txt'), S1);
  writeFileSync(join(folder, '2020', 'b.txt'), S2);
  writeFileSync(join(folder, '2020', '下级', '自评表.txt'), `${S1}\n`);
  writeFileSync(join(folder, '2020', 'copy.txt'), S1);
  writeFileSync(join(folder, 'letter.txt'), '没有表');
  writeFileSync(join(folder, 'broken.docx'), 'PK\x03\x04 nothing');
  writeFileSync(join(folder, 'notes.json'), '{}');
  writeFileSync(join(folder, 'torn.zip'), 'PK\x03\x04 nothing else');
  writeFileSync(join(folder, '~$a.docx'), 'lock');
  writeFileSync(
    join(folder, 'more.zip'),
    zipSync({
      'in/表.txt': Buffer.from(`${S2}\n`),
      '../x.txt': Buffer.from(`${S2}\n\n`),
      'setup.exe': Buffer.from('MZ'),
      '__MACOSX/in/._表.txt': Buffer.from('x'),
    }),
  );
  writeFileSync(join(folder, 'nothing.zip'), zipSync({ 'setup.exe': Buffer.from('MZ') }));
  copyFileSync(fixture('seeds-xlsx/source.xlsx'), join(folder, 'workbook.zip'));
  symlinkSync('..', join(folder, '2020', 'up'));
  symlinkSync('nowhere.txt', join(folder, 'dangling.txt'));
  return folder;
}

interface JournalLine {
  readonly name: string;
  readonly status: string;
}

function journalIn(out: string): readonly JournalLine[] {
  return readFileSync(join(out, 'journal.ndjson'), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
}

/** Every file of a folder but what differs from run to run: times and memory in the journal. */
function contentOf(folder: string): Readonly<Record<string, string>> {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  return Object.fromEntries(
    names
      .map(
        ({ parentPath, name }) =>
          [
            join(parentPath, name).slice(folder.length),
            readFileSync(join(parentPath, name), 'utf8'),
          ] as const,
      )
      .map(([name, text]) => [name, text.replaceAll(/"(ms|peakBytes)":\d+/g, '"$1":0')])
      .toSorted(),
  );
}

describe('run', () => {
  const folder = documents();
  const out = join(freshFolder(), 'out');

  it('accounts for every source once', async () => {
    const { code, out: printed, err } = await hebiao(['run', folder, '--out', out]);
    expect({ code, printed }).toEqual({ code: 3, printed: '' });
    expect(err).toContain('sources');
    expect(Object.fromEntries(journalIn(out).map(({ name, status }) => [name, status]))).toEqual({
      '2020/b.txt': 'read',
      '2020/copy.txt': 'read',
      '2020/下级/自评表.txt': 'read',
      'a.txt': 'duplicate',
      'broken.docx': 'failed',
      'dangling.txt': 'failed',
      'letter.txt': 'failed',
      'torn.zip': 'failed',
      'nothing.zip': 'failed',
      'workbook.zip': 'read',
      'more.zip/in/表.txt': 'read',
      'more.zip/../x.txt': 'read',
    });
  });

  it('leaves what the contract says', () => {
    expect(
      readdirSync(out)
        .filter((name) => !name.startsWith('.'))
        .toSorted(),
    ).toEqual(
      [
        'findings.csv',
        'forms.csv',
        'funding.csv',
        'index.html',
        'indicators.csv',
        'journal.ndjson',
        'narrative.csv',
        'reports',
      ].toSorted(),
    );
    const reports = readdirSync(join(out, 'reports'));
    expect(reports).toHaveLength(10);
    for (const name of reports) expect(name).toMatch(/-[0-9a-f]{12}\.json$/);
    const forms = readFileSync(join(out, 'forms.csv'), 'utf8');
    expect(forms.startsWith('\uFEFFform_id,')).toBe(true);
    expect(forms.trimEnd().split('\n')).toHaveLength(8);
    const findings = readFileSync(join(out, 'findings.csv'), 'utf8');
    for (const name of ['broken.docx', 'dangling.txt', 'letter.txt', 'torn.zip'])
      expect(findings).toContain(`,${name},`);
  });

  it('reads nothing twice, and gives the same bytes', async () => {
    const before = contentOf(out);
    const { err } = await hebiao(['run', folder, '--out', out]);
    expect(err).toMatch(/kept from before\s+10/);
    expect(contentOf(out)).toEqual(before);
  });

  it.each([['1'], ['2'], ['4']])(
    'gives the same bytes with %s workers and shuffled arguments',
    async (jobs) => {
      const other = join(freshFolder(), 'out');
      const entries = readdirSync(folder).filter((name) => !name.startsWith('.'));
      const first = await hebiao([
        'run',
        ...entries.map((name) => join(folder, name)),
        '--out',
        other,
        '--jobs',
        jobs,
      ]);
      const again = join(freshFolder(), 'out');
      const second = await hebiao([
        'run',
        ...entries.toReversed().map((name) => join(folder, name)),
        '--out',
        again,
        '--jobs',
        '2',
      ]);
      expect([first.code, second.code], first.err + second.err).toEqual([3, 3]);
      expect(first.err + second.err).not.toContain('stopped;');
      expect(contentOf(other)).toEqual(contentOf(again));
    },
  );

  it('reads again with --force, and what has changed', async () => {
    writeFileSync(join(folder, 'letter.txt'), S2.replace('93.18', '92.18'));
    const changed = await hebiao(['run', folder, '--out', out]);
    expect(changed.err).toMatch(/kept from before\s+9/);
    expect(changed.err).toMatch(/no longer named\s+1/);
    const forced = await hebiao(['run', folder, '--out', out, '--force']);
    expect(forced.err).toMatch(/kept from before\s+0/);
    expect(readdirSync(join(out, 'reports'))).toHaveLength(10);
  });
});

it('says why a source was not read, and how many former results are gone', async () => {
  const [folder, out] = [documents(), join(freshFolder(), 'out')];
  await hebiao(['run', folder, '--out', out]);
  const [letter, broken] = ['letter.txt', 'broken.docx'].map((name) => join(folder, name));
  const { err } = await hebiao(['run', `${letter}`, `${broken}`, join(folder, 'gone.txt'), '--out', out]);
  expect(err).toMatch(/no longer named\s+8/);
  expect(err).toMatch(/unread: broken\.docx: \S+/);
  expect(err).toContain(`unread: ${join(folder, 'gone.txt')}: 没有这个文件 (no such file)`);
});

it('leaves a former run as it is where not one source can be opened', async () => {
  const [folder, out] = [documents(), join(freshFolder(), 'out')];
  await hebiao(['run', folder, '--out', out]);
  const before = contentOf(out);
  const run = (args: readonly string[]) => hebiao(['run', ...args, '--out', out, '--quiet'], { input: '' });
  const none = { code: 2, err: expect.stringContaining('10 reports of a former run are left') };
  expect(await run(['--from', '-'])).toMatchObject(none);
  expect(await run([freshFolder()])).toMatchObject(none);
  const mistyped = await run([join(folder, 'x.*'), join(folder, 'gone')]);
  expect(mistyped).toMatchObject({ ...none, code: 3 });
  expect(mistyped.err).toContain(`unread: ${join(folder, 'x.*')}: 没有与之相符的文件`);
  expect(mistyped.err).toContain(`unread: ${join(folder, 'gone')}: 没有这个文件`);
  expect(contentOf(out)).toEqual(before);
});

it('takes globs, lists and lists from standard input', async () => {
  const folder = documents();
  const names = async (
    args: readonly string[],
    input: string | Uint8Array = '',
  ): Promise<readonly string[]> => {
    const out = join(freshFolder(), 'out');
    await hebiao(['run', ...args, '--out', out], { input });
    return journalIn(out).map(({ name }) => name);
  };
  expect(await names([join(folder, '**/b*.txt')])).toHaveLength(1);
  const list = join(freshFolder(), 'list');
  writeFileSync(list, `${join(folder, 'a.txt')}\n\n${join(folder, '2020', 'b.txt')}\n`);
  expect(await names(['--from', list])).toEqual(['a.txt', 'b.txt']);
  expect(await names(['--from', '-'], `${join(folder, 'a.txt')}\n`)).toEqual(['a.txt']);
  const gbk = Buffer.from([0xd7, 0xd4, 0xc6, 0xc0, 0xb1, 0xed]); // 自评表
  const start = Buffer.from(`${folder}/2020/下级/`);
  const ending = Buffer.from('.txt');
  copyFileSync(join(folder, 'a.txt'), Buffer.concat([start, gbk, Buffer.from('2.txt')]));
  const odd = Buffer.concat([start, gbk, Buffer.from('2.txt\0'), start, gbk, ending]);
  expect(await names(['--from', '-'], odd)).toEqual(['自评表.txt', '自评表2.txt']);
  expect(await names(['--from', '-'], `\ufeff${join(folder, 'a.txt')}\r\n`)).toEqual(['a.txt']);
});

it('has nothing to do in an empty folder', async () => {
  const out = join(freshFolder(), 'out');
  const { code, err } = await hebiao(['run', freshFolder(), '--out', out]);
  expect({ code, err }).toEqual({ code: 0, err: expect.stringContaining('no documents found') });
});

it('says with --quiet only what went wrong', async () => {
  const run = (path: string) => hebiao(['run', path, '--out', join(freshFolder(), 'out'), '--quiet']);
  expect((await run(fixture('s1/source.txt'))).err).toBe('');
  const path = join(documents(), 'broken.docx');
  expect((await run(path)).err).toMatch(/^ {2}未读 unread: broken\.docx: .+\n$/);
});

it('refuses a folder in which another run writes, and takes over from a dead one', async () => {
  const out = join(freshFolder(), 'out');
  mkdirSync(out);
  const { hostname } = await import('node:os');
  const start = readFileSync('/proc/self/stat', 'utf8').split(') ')[1]?.split(' ')[19];
  writeFileSync(
    join(out, '.lock'),
    JSON.stringify({ host: hostname(), process: process.pid, started: start }),
  );
  const refused = await hebiao(['run', fixture('s1/source.txt'), '--out', out]);
  expect(refused).toMatchObject({ code: 2, err: expect.stringContaining('another run') });
  writeFileSync(
    join(out, '.lock'),
    JSON.stringify({ host: hostname(), process: process.pid, started: 'earlier' }),
  );
  expect((await hebiao(['run', fixture('s1/source.txt'), '--out', out])).code).toBeLessThan(2);
});

it('goes on after kill -9 and gives the bytes of an undisturbed run', async () => {
  const folder = join(freshFolder(), 'many');
  mkdirSync(folder);
  for (let index = 0; index < 40; index++)
    writeFileSync(join(folder, `${index}.txt`), `${S1}${'\n'.repeat(index)}`);
  const calm = join(freshFolder(), 'calm');
  await hebiao(['run', folder, '--out', calm]);
  const rough = join(freshFolder(), 'rough');
  for (const milliseconds of [500, 700, 900, 1100])
    await killedAfter(milliseconds, ['run', folder, '--out', rough]);
  await hebiao(['run', folder, '--out', rough]);
  expect(contentOf(rough)).toEqual(contentOf(calm));
});

const CLI = new URL('../../src/cli.ts', import.meta.url).pathname;

/** Settles when a file has its first line: the run is under way. */
async function lineIn(path: string): Promise<void> {
  while (!existsSync(path) || !readFileSync(path, 'utf8').includes('\n')) await pause(20);
}

function killedAfter(milliseconds: number, args: readonly string[]): Promise<void> {
  const child = spawn(process.execPath, [CLI, ...args], { stdio: 'ignore' });
  setTimeout(() => child.kill('SIGKILL'), milliseconds);
  return new Promise((settle) => child.on('close', () => settle()));
}

it.skipIf(process.platform !== 'linux')('reads again what a killed child was reading', async () => {
  const folder = join(freshFolder(), 'scanned');
  mkdirSync(folder);
  writeFileSync(join(folder, 'a.txt'), S1);
  copyFileSync(new URL('../support/scan/pictures/fax-2.png', import.meta.url), join(folder, 'b.png'));
  const calm = join(freshFolder(), 'calm');
  const rough = join(freshFolder(), 'rough');
  await hebiao(['run', folder, '--out', calm]);
  const main = spawn(process.execPath, [CLI, 'run', folder, '--out', rough, '--jobs', '1'], {
    stdio: 'ignore',
  });
  const ended = new Promise((settle) => main.on('close', settle));
  await lineIn(join(rough, 'journal.ndjson'));
  for (const child of readFileSync(`/proc/${main.pid}/task/${main.pid}/children`, 'utf8').trim().split(' '))
    process.kill(Number(child), 'SIGKILL');
  expect(await ended).toBe(3);
  expect(readFileSync(join(rough, 'findings.csv'), 'utf8')).toContain('crashed');
  await hebiao(['run', folder, '--out', rough]);
  expect(contentOf(rough)).toEqual(contentOf(calm));
});

it('stops on Ctrl-C with exit code 130 and says how to go on', async () => {
  const folder = join(freshFolder(), 'many');
  cpSync(documents(), folder, { recursive: true, verbatimSymlinks: true });
  for (let index = 0; index < 200; index++)
    copyFileSync(fixture('s1/source.txt'), join(folder, `${index}.txt`));
  for (let index = 0; index < 200; index++)
    writeFileSync(join(folder, `${index}.txt`), `${S2}${'\n'.repeat(index)}`);
  const out = join(freshFolder(), 'out');
  const child = spawn(process.execPath, [CLI, 'run', folder, '--out', out], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let err = '';
  child.stderr.on('data', (chunk) => {
    err += chunk;
  });
  await lineIn(join(out, 'journal.ndjson'));
  child.kill('SIGINT');
  const code = await new Promise((settle) => child.on('close', settle));
  expect({ code, err }).toEqual({ code: 130, err: expect.stringContaining('the same command goes on') });
  expect(readdirSync(out)).not.toContain('forms.csv');
  expect((await hebiao(['run', folder, '--out', out])).code).toBe(3);
  expect(readdirSync(out).some((name) => name.endsWith('.partial'))).toBe(false);
});
