// The page's parts without a browser: what is shown of a report, what is cut, how it is packed, and that nothing of a form is markup.

import { inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { diagnosticOf } from '../../src/diagnostic/index.ts';
import { decimalOf } from '../../src/number/index.ts';
import type { PublishedEvaluation, Report } from '../../src/record/index.ts';
import { PrintedCells } from '../../src/write/html/crop.ts';
import { entriesOf } from '../../src/write/html/entry.ts';
import { Packing } from '../../src/write/html/pack.ts';
import { photoOf } from '../../src/write/html/photo.ts';
import { photosOf } from '../../src/write/html/photos.ts';
import { rowKeyOf, rowOf } from '../../src/write/html/rows.ts';
import { Totals } from '../../src/write/html/totals.ts';
import { embedded, escaped, visible } from '../../src/write/html/visible.ts';
import { Page, partsFrom } from '../../src/write/index.ts';

const onPage = (text: string, page: number, box: readonly [number, number, number, number]) => ({
  text,
  origin: { on: 'page' as const, page, box },
  confidence: 1,
});
const inText = (text: string, line: number) => ({
  text,
  origin: { on: 'text' as const, line, column: 1 },
  confidence: 1,
});

function formWith(parts: Partial<PublishedEvaluation>): PublishedEvaluation {
  return {
    title: '自评表',
    class: 'project',
    fiscalYear: 2021,
    projectName: '水渠维修',
    projectCode: null,
    supervisor: null,
    supervisorCode: null,
    implementer: '水利站',
    amountUnit: '万元',
    funding: [],
    goal: { expected: null, achieved: null },
    indicators: [],
    total: { weight: null, score: null, grade: null },
    narrative: [],
    evidence: {},
    ...parts,
  };
}

function reportWith(parts: Partial<Report>): Report {
  return {
    schemaVersion: '1',
    source: { name: 'a.txt', sha256: 'a'.repeat(64), bytes: 1, carrier: 'text', pages: 1 },
    evaluations: [],
    diagnostics: [],
    ...parts,
  };
}

const narrativeMismatch = diagnosticOf('narrative-mismatch', {
  evaluation: 0,
  fields: ['/narrative/0/text', '/funding/0/executionRate'],
  stated: '71.24',
  computed: '71.25',
  explanation: 'truncated',
  because: [{ field: '/narrative/0/text', text: '执行率71.24%' }],
  words: {
    quote: '执行率71.24%',
    quantity: '执行率',
    sum: '269.7825 ÷ 378.65 = 71.2485…%',
    why: '',
    table: '71.25',
  },
});

describe('visible', () => {
  it('cuts and says so', () => {
    expect(visible('一二三四五', 3)).toBe('一二三…〔5 字/chars〕');
    expect(visible('一二三', 3)).toBe('一二三');
  });

  it('never leaves half of a character', () => {
    expect(visible('a😀b', 2).isWellFormed()).toBe(true);
  });

  it('shows what turns the direction and what has no shape', () => {
    expect(visible('gnp.\u202Etxt\u0000\u2066', 99)).toBe('gnp.⟦U+202E⟧txt⟦U+0000⟧⟦U+2066⟧');
    expect(visible('a\tb\nc', 99)).toBe('a\tb\nc');
  });
});

it('escapes for elements, attributes and scripts', () => {
  expect(escaped(`<a href="x" title='&'>`)).not.toMatch(/[<>"']/);
  const text = embedded({ name: '</script><!--<script>' });
  expect(text).not.toContain('<');
  expect(JSON.parse(text)).toEqual({ name: '</script><!--<script>' });
});

describe('rows', () => {
  it.each([
    ['/indicators/21/score', '/indicators/21'],
    ['/funding/0/executed', '/funding/0'],
    ['/total/score', '/total'],
    ['/projectName', '/'],
    ['/goal/expected', null],
    ['/narrative/0/text', null],
    ['/indicators', null],
  ])('finds the row of %s', (pointer, key) => expect(rowKeyOf(pointer)).toBe(key));

  it('prints what stands in the cells, and blanks', () => {
    const form = formWith({
      evidence: { '/funding/0/label': inText('年度资金总额', 3), '/funding/0/score': inText('9.50', 3) },
    });
    const { kind, cells } = rowOf(form, '/funding/0');
    expect(kind).toBe('funding');
    expect(cells[0]).toEqual(['/funding/0/label', '年度资金总额']);
    expect(cells.at(-1)).toEqual(['/funding/0/score', '9.50']);
    expect(cells[1]).toEqual(['/funding/0/initialBudget', '']);
  });
});

describe('crop', () => {
  const form = formWith({
    evidence: {
      '/indicators/0/score': onPage('5', 1, [400, 100, 440, 120]),
      '/indicators/1/score': onPage('6', 1, [400, 120, 440, 140]),
      '/indicators/9/score': onPage('7', 1, [400, 700, 440, 720]),
      '/indicators/0/level1': onPage('产出', 1, [50, 100, 90, 700]),
      '/total/score': onPage('18', 2, [400, 60, 440, 80]),
      '/total/weight': onPage('18', 2, [400, 60, 440, 80]),
    },
  });

  it('is a band across the table around the wrong cell, grown to the near ones', () => {
    const crop = new PrintedCells(form).cropOf([
      '/indicators/0/score',
      '/indicators/1/score',
      '/indicators/9/score',
    ]);
    expect(crop).toMatchObject({ page: 1, box: [44, 60, 446, 180] });
    expect(crop?.marks).toHaveLength(3);
  });

  it('takes two fields of one cell for one', () => {
    expect(new PrintedCells(form).cropOf(['/total/score', '/total/weight'])?.marks).toHaveLength(1);
  });

  it('marks nothing as wrong where the cell is blank', () => {
    expect(new PrintedCells(form).cropOf(['/indicators/0/target', '/indicators/0/score'])?.wrong).toBeNull();
    expect(new PrintedCells(form).cropOf(['/nothing/here'])).toBeNull();
  });

  it('keeps only cells that are seen, and points to them', () => {
    const printed = new PrintedCells(form);
    const crop = printed.cropOf(['/total/score']);
    const { cells, crops } = printed.shown(crop ? [crop] : []);
    expect(cells.map(({ text }) => text)).toEqual(['18']);
    expect(crops[0]).toMatchObject({ marks: [0], wrong: 0 });
  });
});

describe('photographs', () => {
  const pixels = Uint8Array.from({ length: 400 * 300 }, (_, at) => (at % 400 < 40 ? 0 : 230));
  const picture = { width: 400, height: 300, scale: 0.5, pixels };
  const headerOf = (address: string) => Buffer.from(address.split(',')[1] ?? '', 'base64');
  const form = formWith({ evidence: { '/total/score': onPage('90', 1, [20, 60, 60, 80]) } });
  const page = {
    type: 'page' as const,
    number: 1,
    width: 200,
    height: 150,
    words: [],
    rulings: [],
    picture,
    children: [],
  };
  const scan = { type: 'document' as const, carrier: 'scan' as const, pages: [page] };
  const wrong = { ...narrativeMismatch, fields: ['/total/score'] as const, because: [] };

  it('are cut from the picture and end at its edge', () => {
    const png = headerOf(photoOf(picture, [10, 10, 60, 400]) ?? '');
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([100, 280]);
    expect(photoOf(picture, [300, 0, 400, 10])).toBeNull();
  });

  it('are shrunk where they are wide', () => {
    const wide = { width: 4_000, height: 30, scale: 0.1, pixels: new Uint8Array(120_000) };
    expect(headerOf(photoOf(wide, [0, 0, 400, 3]) ?? '').readUInt32BE(16)).toBeLessThanOrEqual(1_400);
  });

  it('come with the findings of scans only', () => {
    const report = reportWith({ evaluations: [form], diagnostics: [wrong] });
    const photos = photosOf(report, scan);
    expect(entriesOf(report, photos)[0]?.opened.findings[0]?.photo).toMatch(/^data:image\/png;base64,/);
    expect(photosOf(report, { ...scan, pages: [{ ...page, picture: null }] })).toEqual({});
  });

  it('are of the worst ten findings', () => {
    const many = Array.from({ length: 30 }, () => wrong);
    expect(Object.keys(photosOf(reportWith({ evaluations: [form], diagnostics: many }), scan))).toHaveLength(
      10,
    );
  });
});

describe('entries', () => {
  const amount = (text: string) => decimalOf(text);
  const funding = {
    source: 'total' as const,
    label: '总额',
    initialBudget: null,
    adjustedBudget: amount('378.65'),
    executed: amount('269.78'),
    weight: null,
    executionRate: null,
    score: null,
  };
  const form = formWith({
    funding: [funding],
    total: { weight: amount('100'), score: amount('97.12'), grade: null },
    narrative: [{ heading: null, text: `${'前'.repeat(100)}执行率71.24%。${'后'.repeat(100)}` }],
    evidence: { '/narrative/0/text': inText(`${'前'.repeat(100)}执行率71.24%。${'后'.repeat(100)}`, 9) },
  });
  const report = reportWith({ evaluations: [form], diagnostics: [narrativeMismatch] });

  it('works out the rate where it is not printed', () => {
    expect(entriesOf(report)[0]?.listed).toMatchObject({ id: 'aaaaaaaaaaaa-0', rate: 71.24, score: 97.12 });
  });

  it('has no rate of 0/0', () => {
    const nothing = { ...funding, adjustedBudget: amount('0.00'), executed: amount('0') };
    const entry = entriesOf(reportWith({ evaluations: [formWith({ funding: [nothing] })] }))[0];
    expect(entry?.listed).toMatchObject({ rate: null, score: null, found: [] });
  });

  it('quotes the words that are meant, with a little around them', () => {
    const quote = entriesOf(report)[0]?.opened.findings[0]?.quotes[0];
    expect(quote).toMatchObject({
      before: `…${'前'.repeat(70)}`,
      hit: '执行率71.24%',
      after: `。${'后'.repeat(69)}…`,
    });
  });

  it('gives a source of its own what is said of it as a whole', () => {
    const said = diagnosticOf('no-form-found', { words: { what: { zh: '无', en: 'none' } } });
    const entries = entriesOf(reportWith({ evaluations: [form], diagnostics: [said] }));
    expect(entries.map(({ listed }) => [listed.kind, listed.id])).toEqual([
      ['form', 'aaaaaaaaaaaa-0'],
      ['source', 'aaaaaaaaaaaa'],
    ]);
  });

  it('leaves out what a hostile document has too much of, and says how much', () => {
    const many = Array.from({ length: 1_000 }, () => narrativeMismatch);
    const opened = entriesOf(reportWith({ evaluations: [form], diagnostics: many }))[0]?.opened;
    expect([opened?.findings.length, opened?.more]).toEqual([300, 700]);
  });
});

describe('totals', () => {
  const listed = (parts: object) =>
    ({ ...entriesOf(reportWith({ evaluations: [formWith({})] }))[0]?.listed, ...parts }) as never;

  it('counts by level and rule, and ranks the worst rule first', () => {
    const totals = new Totals();
    totals.add(listed({ found: [['warning', 'goal-missing', 5]] }));
    totals.add(
      listed({
        found: [
          ['error', 'total-score-mismatch', 1],
          ['warning', 'goal-missing', 2],
        ],
      }),
    );
    expect(totals.rules.map(([code]) => code)).toEqual(['total-score-mismatch', 'goal-missing']);
    expect([totals.findings.get('warning'), totals.entries.get('warning'), totals.forms]).toEqual([7, 2, 2]);
  });

  it('puts rates into bins, with 100 and what is above by themselves', () => {
    const totals = new Totals();
    for (const rate of [0, 9.99, 10, 99.99, 100, 100.01, -3]) totals.add(listed({ rate }));
    expect(totals.rates).toEqual([3, 1, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1]);
  });

  it('makes one point of forms that fall together', () => {
    const totals = new Totals();
    totals.add(listed({ rate: 71.2, score: 97.1, found: [] }));
    totals.add(listed({ rate: 71.4, score: 96.9, found: [['error', 'total-score-mismatch', 1]] }));
    expect(totals.points).toMatchObject([{ rate: 71, score: 97, count: 2, worst: 'error' }]);
  });
});

describe('packing', () => {
  const opened = (text: string) =>
    ({ findings: [], more: 0, rows: {}, cells: [{ page: 1, box: [0, 0, 1, 1], text }] }) as never;

  it('leaves the first megabyte plain and deflates the rest; all of it comes back', () => {
    const packing = new Packing();
    const texts = Array.from({ length: 40 }, (_, index) => `${index} </script>`.padEnd(60_000, '字'));
    const berths: ({ chunk: number; at: number } | null)[] = [];
    let markup = '';
    for (const text of texts) {
      const added = packing.add(opened(text));
      markup += added.markup;
      berths.push(added.berth);
    }
    markup += packing.rest();
    const chunks = [
      ...markup.matchAll(/<script type="application\/([\w-]+)" id="chunk-\d+">([^<]*)<\/script>/g),
    ];
    expect(new Set(chunks.map(([, kind]) => kind))).toEqual(new Set(['json', 'octet-stream']));
    const read = chunks.map(([, kind, text = '']) =>
      JSON.parse(kind === 'json' ? text : inflateSync(Buffer.from(text, 'base64')).toString()),
    );
    expect(berths.map((berth) => read[berth?.chunk ?? -1]?.[berth?.at ?? -1]?.cells[0].text)).toEqual(texts);
  });
});

describe('page', () => {
  const page = (reports: readonly Report[]): string => {
    const made = new Page();
    const chunks = reports.map((report) => made.add(report)).join('') + made.rest();
    const parts = partsFrom(['p{}'], ["import { a } from './a.js';\nexport function b() {}\n"]);
    return made.opening(parts) + chunks + made.closing(parts);
  };
  const hostile = `</script><img src=x onerror=alert(1)>"'&\u202E`;

  it('joins modules by taking their imports and exports out', () => {
    expect(partsFrom([], ["import {\n  a,\n} from './a.js';\nexport const b = 1;\n"]).script).toBe(
      'const b = 1;\n',
    );
  });

  it('has no markup of a form, whatever its names are', () => {
    const form = formWith({ projectName: hostile, title: hostile, implementer: hostile });
    const source = { ...reportWith({}).source, name: hostile };
    const html = page([reportWith({ source, evaluations: [form], diagnostics: [narrativeMismatch] })]);
    expect(html).not.toContain('<img');
    expect(html).not.toContain('\u202E');
    expect(html.match(/<\/script>/g)).toHaveLength(3);
  });

  it('allows nothing from elsewhere', () => {
    const policy = /Content-Security-Policy" content="([^"]*)"/.exec(page([]))?.[1] ?? '';
    expect(policy).toMatch(
      /^default-src 'none'; base-uri 'none'; form-action 'none'; img-src data:; style-src 'sha256-[^']+'; script-src 'sha256-[^']+'$/,
    );
    expect(page([])).not.toMatch(/https?:|\bon\w+=|style="/);
  });

  it('ranks errors first, then what was not read, and keeps the order of names among equals', () => {
    const said = (code: 'goal-missing' | 'no-form-found') =>
      diagnosticOf(code, { evaluation: code === 'goal-missing' ? 0 : null, words: { what: '', column: '' } });
    const report = (letter: string, parts: Partial<Report>) =>
      reportWith({ source: { ...reportWith({}).source, name: letter, sha256: letter.repeat(64) }, ...parts });
    const html = page([
      report('a', { evaluations: [formWith({})], diagnostics: [said('goal-missing')] }),
      report('b', { diagnostics: [said('no-form-found')] }),
      report('c', { evaluations: [formWith({})], diagnostics: [narrativeMismatch] }),
      report('d', { evaluations: [formWith({})], diagnostics: [said('goal-missing')] }),
    ]);
    const index = JSON.parse(/id="index">([^<]*)</.exec(html)?.[1] ?? '');
    expect(index.entries.map(({ name }: { name: string }) => name)).toEqual(['c', 'b', 'a', 'd']);
  });
});
