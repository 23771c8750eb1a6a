// Command: forms that add up, and the same with one wrong printed number, drawn, degraded and read: what is told of them. Usage: node tests/accuracy/honesty.ts FILE FIRST COUNT
// Surprise: each form is one line of FILE as soon as it is read, and a form already in it is not read again, so a long run can be taken up anew.

import { appendFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type ReadDiagnostic, reportOn } from '../support/carriers/reading.ts';
import { type DrawnForm, ERROR_CODES, type Injected, randomForm, withError } from '../support/forms/index.ts';
import { DEGRADATIONS, degraded } from '../support/scan/degrade.ts';
import type { DrawnForm as ScannedForm } from '../support/scan/forms.ts';
import { DOTS_PER_INCH } from '../support/scan/generate.ts';
import { chanceOf } from '../support/scan/random.ts';
import { lookOf, MORE_FACES, openBrowser, rendered } from '../support/scan/render.ts';

process.env.ORT_DISABLE_TELEMETRY = '1'; // as in src/cli.ts
const [file = 'out/honesty.ndjson', first = '0', count = '20', keep = ''] = process.argv.slice(2);

/** What was told of one form: `error` and `clean` are the levels at which it was told. */
interface Told {
  readonly seed: number;
  readonly kind: string;
  readonly face: string;
  readonly code: string | null;
  readonly field: string | null;
  readonly found: 'error' | 'doubt' | 'warning' | 'none' | null;
  readonly others: readonly string[];
  readonly milliseconds: number;
}

/** Columns as wide as their longest words ask for, within bounds. */
function widthsOf({ cells, columns }: DrawnForm): readonly number[] {
  return Array.from({ length: columns }, (_, column) => {
    const own = cells.filter((cell) => cell.column === column && cell.columnSpan === 1);
    const mean = own.reduce((sum, { text }) => sum + text.length, 0) / Math.max(1, own.length);
    return Math.min(14, Math.max(6, mean));
  });
}

function scannedFormOf(form: DrawnForm): ScannedForm {
  const [title, ...lines] = form.lines.map(({ text }) => text);
  const cells = form.cells.map(({ fields, ...cell }) => ({ ...cell, kind: 'prose' as const }));
  return { title: title ?? '', unit: lines.join('　　'), cells, widths: widthsOf(form) };
}

/** The form of a seed: every other one with an error, where it has a place for one. */
function injectedOf(seed: number): Injected | null {
  const clean = randomForm(seed);
  const codes = ERROR_CODES.map(
    (_, at) => ERROR_CODES[(at + (seed >> 1)) % ERROR_CODES.length] ?? ERROR_CODES[0],
  );
  for (const code of codes) {
    const injected = withError(clean, code, seed);
    if (injected) return injected;
  }
  return null;
}

const browser = await openBrowser();

async function pictureOf(form: DrawnForm, seed: number) {
  const chance = chanceOf(seed * 7919 + 77);
  const kind = chance.pick(DEGRADATIONS);
  const usual = lookOf(chance);
  const face = chance.next() < 0.4 ? chance.pick(MORE_FACES) : usual.face;
  const look = { ...usual, face, dpi: chance.pick(DOTS_PER_INCH[kind]) };
  const png = await rendered(browser, scannedFormOf(form), look);
  return { kind, face, bytes: await degraded(png, kind, chance) };
}

function worst(levels: readonly string[]): Told['found'] {
  if (levels.includes('error')) return 'error';
  if (levels.includes('doubt')) return 'doubt';
  return levels.includes('warning') ? 'warning' : 'none';
}

async function toldOf(seed: number): Promise<Told> {
  const injected = seed % 2 === 1 ? injectedOf(seed) : null;
  const { kind, face, bytes } = await pictureOf(injected?.form ?? randomForm(seed), seed);
  if (keep) writeFileSync(path.join(keep, `${kind}-${seed}.image`), bytes);
  const began = process.cpuUsage();
  const { diagnostics } = await reportOn('form.png', bytes);
  const { user, system } = process.cpuUsage(began);
  const isIt = ({ code }: ReadDiagnostic) => code === injected?.code;
  /** The whole form is doubted: what is wrong may not have been read at all. */
  const isWhole = ({ code, message }: ReadDiagnostic) =>
    code === 'uncertain-reading' && message.zh.includes('全表');
  const found = diagnostics.filter(
    (one) => isIt(one) || isWhole(one) || one.fields.some((field) => field === injected?.field),
  );
  const others = diagnostics.filter((one) => !isIt(one) && (one.level === 'error' || one.level === 'fatal'));
  return {
    seed,
    kind,
    face,
    code: injected?.code ?? null,
    field: injected?.field ?? null,
    found: injected && worst(found.map(({ level }) => level)),
    others: others.map(({ code, fields, message }) => `${code} at ${fields[0]}: ${message.zh}`),
    milliseconds: Math.round((user + system) / 1000),
  };
}

mkdirSync(path.dirname(file), { recursive: true });
const before = existsSync(file) ? readFileSync(file, 'utf8').split('\n').filter(Boolean) : [];
const told: Told[] = before.map((line) => JSON.parse(line));
for (let seed = Number(first); seed < Number(first) + Number(count); seed++) {
  if (told.some((one) => one.seed === seed)) continue;
  const one = await toldOf(seed);
  told.push(one);
  appendFileSync(file, `${JSON.stringify(one)}\n`);
}
await browser.close();

const wrong = told.filter(({ code }) => code !== null);
const clean = told.filter(({ code }) => code === null);
const share = (found: Told['found']) => wrong.filter((one) => one.found === found).length;
console.log(
  `forms that add up: ${clean.length}, with an error told: ${clean.filter(({ others }) => others.length > 0).length}`,
);
console.log(
  `with one wrong number: ${wrong.length}, told as error ${share('error')}, as doubt ${share('doubt')}, as warning ${share('warning')}, not told ${share('none')}`,
);
console.log(
  `of these with another error told besides: ${wrong.filter(({ others }) => others.length > 0).length}`,
);
process.exit(0);
