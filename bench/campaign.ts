// npm run campaign -- COUNT [FIRST [PAPER]]: COUNT made-up forms that add up, in every carrier, and every known error put into them, in one
// carrier after the other; one seed in PAPER (20) is printed to PDF as well. Tells what was wrong and a table, and exits with 1 if anything was.
// Surprise: a form is its seed: `npm run campaign -- 1 SEED 1` shows one again.

import {
  cleanTrial,
  errorTrial,
  GROUPS,
  type Print,
  printIn,
  type Trial,
} from '../tests/support/campaign.ts';
import { canPrint, openPrinter } from '../tests/support/carriers/index.ts';
import { ERROR_CODES, FAMILIES } from '../tests/support/forms/index.ts';

const count = Number(process.argv[2] ?? 1000);
const first = Number(process.argv[3] ?? 0);
const paper = Number(process.argv[4] ?? 20);

const asked = new Map<string, number>();
const wrong = new Map<string, number>();

function note(row: string, carrier: string, trial: Trial | null): void {
  if (trial === null) return;
  const key = `${row} ${carrier}`;
  asked.set(key, (asked.get(key) ?? 0) + 1);
  if (trial.wrong.length > 0) wrong.set(key, (wrong.get(key) ?? 0) + 1);
  for (const sentence of trial.wrong) console.log(sentence);
}

const carriers = Object.entries(GROUPS).map(([name, { clean, wrong: erring }]) => ({
  name,
  clean: printIn(clean),
  erring: printIn(erring),
}));

/** A family keeps its carrier for a dozen rounds, in which each of the carrier's writers has its turn. */
function turnOf(seed: number): number {
  return (seed % FAMILIES.length) + Math.floor(seed / (12 * FAMILIES.length));
}

async function inOffice(seed: number): Promise<void> {
  for (const { name, clean } of carriers) note('clean', name, await cleanTrial(seed, clean));
  for (const [at, code] of ERROR_CODES.entries()) {
    const carrier = carriers[(turnOf(seed) + at) % carriers.length];
    if (carrier) note(code, carrier.name, await errorTrial(seed, code, carrier.erring));
  }
}

async function onPaper(seed: number, print: Print): Promise<void> {
  note('clean', 'pdf', await cleanTrial(seed, print));
  for (const code of ERROR_CODES) note(code, 'pdf', await errorTrial(seed, code, print));
}

const printer = canPrint() ? await openPrinter() : null;
for (let seed = first; seed < first + count; seed++) {
  await inOffice(seed);
  if (printer && (seed - first) % paper === 0)
    await onPaper(seed, async (form) => ({ name: 'form.pdf', bytes: await printer.print(form) }));
  if ((seed - first) % 100 === 99) console.error(`${seed - first + 1} of ${count}`);
}
await printer?.close();

/** Forms asked, and in how many of them something was wrong. */
const rows = ['clean', ...ERROR_CODES].map((row) => {
  const cells = [...Object.keys(GROUPS), 'pdf'].map((name) => {
    const key = `${row} ${name}`;
    return [name, `${wrong.get(key) ?? 0} of ${asked.get(key) ?? 0} wrong`];
  });
  return [row, Object.fromEntries(cells)];
});
console.table(Object.fromEntries(rows));
process.exitCode = wrong.size > 0 ? 1 : 0;
