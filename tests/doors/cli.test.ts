// The command line as scripts see it: what goes where, and which exit code.

import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { SCHEMA_NAMES } from '../../src/record/index.ts';
import { fixture, freshFolder, hebiao } from '../support/hebiao.ts';

const S1 = fixture('s1/source.txt');
const S2 = fixture('s2/source.txt');
const SEEDS = fixture('seeds/source.txt');

describe('read', () => {
  it('prints one report a line, in the order of the sources, with exit code 1 for errors', async () => {
    const { code, out, err } = await hebiao(['read', S2, S1, SEEDS]);
    const reports = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(reports.map(({ evaluations }) => evaluations.length)).toEqual([1, 1, 2]);
    expect(reports[0].evaluations[0].projectName).toBe('业务专项经费');
    expect(err).toBe('');
    expect(code).toBe(1);
  });

  it('keeps printed decimals and the order of the keys', async () => {
    const { out } = await hebiao(['read', S1]);
    expect(out).toContain('"executionRate":71.25,"score":7.12}');
    expect(Object.keys(JSON.parse(out))).toEqual(['schemaVersion', 'source', 'evaluations', 'diagnostics']);
  });

  it('indents with --pretty', async () => {
    const { out } = await hebiao(['read', S1, '--pretty']);
    expect(out.split('\n').length).toBeGreaterThan(100);
    expect(JSON.parse(out).source.name).toBe('source.txt');
  });

  it('reads standard input', async () => {
    const { out } = await hebiao(['read', '-'], { input: 'not a form' });
    expect(JSON.parse(out).source.name).toBe('-');
  });

  it('fails on the level that is asked for', async () => {
    const fatal = await hebiao(['read', S2, '--fail-on', 'fatal']);
    expect(fatal.code).toBe(0);
    const note = await hebiao(['read', S1, '--fail-on', 'note']);
    expect(note.code).toBe(1);
  });

  it('says what is wrong with a path and reads the others', async () => {
    const { code, out } = await hebiao(['read', '/nowhere/form.pdf', S1]);
    const [missing, read] = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(missing.diagnostics[0]).toMatchObject({ level: 'fatal', code: 'unreadable' });
    expect(missing.diagnostics[0].message.en).toContain('no such file');
    expect(read.evaluations).toHaveLength(1);
    expect(code).toBe(3);
  });

  it('ends quietly when nobody reads on', async () => {
    const command = `"${process.execPath}" src/cli.ts read ${SEEDS} ${SEEDS} ${SEEDS} ${SEEDS} --pretty | head -1; exit \${PIPESTATUS[0]}`;
    const child = spawn('bash', ['-c', command], { cwd: new URL('../..', import.meta.url) });
    let err = '';
    child.stderr.on('data', (chunk) => {
      err += chunk;
    });
    const code = await new Promise((settle) => child.on('close', settle));
    expect({ code, err }).toEqual({ code: expect.toSatisfy((each) => each === 0 || each === 1), err: '' });
  });
});

describe('check', () => {
  it('names the place and the grounds as each language writes them, and sets words apart from numbers', async () => {
    const zh = (await hebiao(['check', S2, '--lang', 'zh'])).out;
    expect(zh).toMatch(/\n {6}位置：总分（第\d+行第\d+列）\n {6}表上：93\.18\n {6}核算：92\.18\n/);
    expect(zh).toMatch(/\n {6}依据：总分 93\.18；得分：年度资金总额 7\.3，开展业务调研次数 0\.6，/);
    expect(zh).toContain('\n      依据：实际完成情况 “档案寄存费:100元/米”\n');
    expect(zh).toContain('依据：“资料推车”的得分 1；“购置资料推车”的实际完成值 0个\n');
    const en = (await hebiao(['check', S2, '--lang', 'en'])).out;
    expect(en).toMatch(
      /\n {6}because: total score 93\.18; score: 年度资金总额 7\.3, 开展业务调研次数 0\.6, /,
    );
  });

  it('shows of a name what would move the cursor as such', async () => {
    const file = join(freshFolder(), 'a\u001b[31m\u0007\nb.txt');
    cpSync(S2, file);
    const { out } = await hebiao(['check', file]);
    expect(out).toContain('a�[31m��b.txt\n');
  });

  it('heads a form with its year, once', async () => {
    expect((await hebiao(['check', S2])).out).toContain('\n表 1  业务专项经费 项目绩效自评表（2020年度）\n');
    const { out } = await hebiao(['check', fixture('hubei-glued/source.txt')]);
    expect(out).toContain('\n表 1  2020年度长江禁捕项目自评表\n');
  });

  it('speaks Chinese unless the locale or --lang says otherwise', async () => {
    expect((await hebiao(['check', S2])).out).toContain('错误');
    expect((await hebiao(['check', S2], { env: { LANG: 'en_US.UTF-8' } })).out).toContain('ERROR');
    expect((await hebiao(['check', S2, '--lang', 'en'])).out).toContain('ERROR');
    expect((await hebiao(['check', S2, '--lang', 'zh'], { env: { LANG: 'en_US.UTF-8' } })).out).toContain(
      '错误',
    );
  });

  it('tells the worst first, with place, numbers and code, and no colour off a terminal', async () => {
    const { out } = await hebiao(['check', S2]);
    expect(out.indexOf('total-weight-mismatch')).toBeLessThan(out.indexOf('deduction-unexplained'));
    expect(out).toContain('第52行第8列');
    expect(out).not.toContain('\x1b');
  });
});

describe('usage', () => {
  it.each([
    [['read']],
    [['frobnicate']],
    [['read', '--pages', '3-1', S1]],
    [['read', '--fail-on', 'never', S1]],
    [['read', '--timeout', 'soon', S1]],
    [['read', '--profile', 'nowhere.json', S1]],
    [['run', S1]],
    [['run', '--out', '/tmp/x']],
    [['inspect', S1]],
    [['inspect', S1, '--stage', 'guess']],
    [['rules', 'no-such-rule']],
    [['schema', 'nothing']],
  ])('%j is refused with exit code 2', async (args) => {
    const { code, out, err } = await hebiao(args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).not.toBe('');
    expect(err).not.toContain('    at ');
  });

  it.each(['read', 'check', 'run', 'tables', 'inspect', 'rules', 'schema'])(
    '%s --help shows an example',
    async (name) => {
      const { code, out } = await hebiao([name, '--help']);
      expect(code).toBe(0);
      expect(out).toMatch(/Example:\n {2}hebiao /);
    },
  );

  it('prints its version', async () => {
    const { code, out } = await hebiao(['--version']);
    expect({ code, out }).toEqual({ code: 0, out: expect.stringMatching(/^\d+\.\d+\.\d+\n$/) });
  });
});

describe('--pages', () => {
  it.each(['s1-pdf/source.pdf'])('says that there is no such page: %s', async (name) => {
    const { code, out } = await hebiao(['check', '--pages', '9', fixture(name)]);
    expect([code, out]).toEqual([3, expect.stringContaining('只有 2 页')]);
  });
});

describe('rules and schema', () => {
  it('prints every rule, or one', async () => {
    const all = JSON.parse((await hebiao(['rules', '--json'])).out);
    expect(all.length).toBeGreaterThan(40);
    expect((await hebiao(['rules', 'narrative-mismatch'])).out).toContain('narrative-mismatch');
  });

  it('writes the one schema that was asked for, and says where no folder can be', async () => {
    const out = freshFolder();
    expect((await hebiao(['schema', 'report', '--out', out])).code).toBe(0);
    expect(readdirSync(out)).toEqual(['report.schema.json']);
    const refused = await hebiao(['schema', '--out', S1]);
    expect([refused.code, refused.err]).toEqual([2, expect.stringContaining('a file of that name')]);
  });

  it.each(SCHEMA_NAMES)('prints the schema %s', async (name) => {
    expect(JSON.parse((await hebiao(['schema', name])).out)).toMatchObject({ title: name, type: 'object' });
  });
});

describe('tables and inspect', () => {
  it('prints a table a line, and grids with --csv', async () => {
    const { code, out } = await hebiao(['tables', S1]);
    const [table] = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(Object.keys(table)).toEqual(['source', 'page', 'table', 'rows', 'columns', 'cells']);
    expect(code).toBe(0);
    expect((await hebiao(['tables', S1, '--csv'])).out).toContain('378.65');
  });

  it.each(['ingest', 'locate', 'recognize', 'bind', 'normalize', 'validate', 'write'])(
    'shows what %s saw',
    async (stage) => {
      const out = freshFolder();
      const { code, out: printed } = await hebiao(['inspect', S1, '--stage', stage, '--out', out]);
      expect(printed).toMatch(new RegExp(`source\\.txt-[0-9a-f]{8}\\.${stage}\\.`));
      expect(code).toBe(0);
    },
  );
});

it('draws the cells of a table that goes on over the page where they stand', async () => {
  const out = freshFolder();
  await hebiao(['inspect', fixture('s2-pdf/source.pdf'), '--stage', 'locate', '--out', out]);
  const drawings = readdirSync(out).filter((name) => name.endsWith('.svg'));
  expect(drawings).toHaveLength(6);
  for (const name of drawings) expect(readFileSync(join(out, name), 'utf8')).toContain('stroke="#888"');
});

it('draws what a stage saw of every page, in files named for the content too', async () => {
  const content = readFileSync(fixture('s1-pdf/source.pdf'));
  const known = createHash('sha256').update(content).digest('hex').slice(0, 8);
  const out = freshFolder();
  const { out: printed } = await hebiao([
    'inspect',
    fixture('s1-pdf/source.pdf'),
    '--stage',
    'validate',
    '--out',
    out,
  ]);
  expect(
    printed
      .trimEnd()
      .split('\n')
      .map((path) => path.slice(out.length + 1)),
  ).toEqual(['json', '1.svg', '2.svg'].map((ending) => `source.pdf-${known}.validate.${ending}`));
  expect(readFileSync(join(out, `source.pdf-${known}.validate.1.svg`), 'utf8')).toContain(
    'narrative-mismatch',
  );
});

it('takes a profile from a file', async () => {
  const file = join(freshFolder(), 'strict.json');
  writeFileSync(file, JSON.stringify({ name: 'strict', fullMarksRows: 1 }));
  expect((await hebiao(['read', S1, '--profile', file])).code).toBeLessThan(2);
  writeFileSync(file, JSON.stringify({ lowExecution: 'much' }));
  expect(await hebiao(['read', S1, '--profile', file])).toMatchObject({
    code: 2,
    err: expect.stringContaining('lowExecution'),
  });
});
