// Command: reads every generated page and prints the accuracy, kind by kind, and how honest the confidence is. Usage: node tests/accuracy/run.ts FOLDER [wrong]
// Surprise: with "wrong" it also prints each cell that was misread, which is where every improvement began.

import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { type PageScore, scored, scoreOf, type Verdict } from '../support/scan/score.ts';

process.env.ORT_DISABLE_TELEMETRY = '1'; // as in src/cli.ts
const [folder = 'out/accuracy', detail = '', only = ''] = process.argv.slice(2);
const names = (await readdir(folder))
  .filter((name) => name.endsWith('.json') && name.startsWith(only))
  .sort();
const kinds = new Map<string, PageScore[]>();
for (const name of names) {
  const truth = JSON.parse(await readFile(path.join(folder, name), 'utf8'));
  const page = await scored(
    await readFile(path.join(folder, name.replace('.json', '.image'))),
    truth.form.cells,
  );
  kinds.set(truth.kind, [...(kinds.get(truth.kind) ?? []), page]);
  if (detail === 'wrong') for (const verdict of page.verdicts) tell(name, truth.look.face, verdict);
}

function tell(name: string, face: string, { right, drawn, text, confidence }: Verdict): void {
  if (!right)
    console.log(
      name,
      face,
      drawn.kind,
      JSON.stringify(drawn.text),
      '→',
      JSON.stringify(text),
      confidence.toFixed(3),
    );
}

function percent(value: number): string {
  return `${(100 * value).toFixed(2)} %`;
}

for (const [kind, pages] of kinds) {
  const score = scoreOf(pages.flatMap((page) => page.verdicts));
  const mean = (stage: keyof PageScore['milliseconds']) =>
    (pages.reduce((sum, page) => sum + page.milliseconds[stage], 0) / pages.length).toFixed(0);
  console.log(
    `${kind}: ${pages.length} pages, cells ${percent(score.cellsFound)}, numbers ${percent(score.numbersRight)}, ` +
      `CER ${percent(score.charactersWrong)}, wrong among least sure ${percent(score.wrongAmongLeastSure)}, ` +
      `ms ingest ${mean('ingest')} locate ${mean('locate')} recognize ${mean('recognize')}`,
  );
}

const printed = [...kinds.values()]
  .flat()
  .flatMap((page) => page.verdicts.filter(({ drawn }) => drawn.kind !== null));
printed.sort((a, b) => a.confidence - b.confidence);
console.log('decile  confidence  right');
for (let decile = 0; decile < 10; decile++) {
  const part = printed.slice((decile * printed.length) / 10, ((decile + 1) * printed.length) / 10);
  const confidence = part.reduce((sum, verdict) => sum + verdict.confidence, 0) / part.length;
  console.log(
    decile + 1,
    confidence.toFixed(4),
    percent(part.filter(({ right }) => right).length / part.length),
  );
}
process.exit(0);
