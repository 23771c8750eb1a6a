// The ratchet of accuracy on pictures: recorded figures that may not fall; a better one is told, so that it can be recorded.
// Surprise: the set is small because it runs with every test; the bars themselves are measured by `npm run accuracy`.

import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Score, scored, scoreOf } from '../support/scan/score.ts';

const PICTURES = path.join(import.meta.dirname, '../support/scan/pictures');
const recorded: Readonly<Record<string, Score>> = JSON.parse(
  await readFile(path.join(import.meta.dirname, '../../fixtures/scores.json'), 'utf8'),
);

describe('accuracy on pictures', () => {
  it.each(Object.entries(recorded))('%s does not fall', { timeout: 180_000 }, async (file, least) => {
    const truth = JSON.parse(await readFile(path.join(PICTURES, file.replace(/\.\w+$/, '.json')), 'utf8'));
    const score = scoreOf(
      (await scored(await readFile(path.join(PICTURES, file)), truth.form.cells)).verdicts,
    );
    expect(score.cellsFound).toBeGreaterThanOrEqual(least.cellsFound);
    expect(score.numbersRight).toBeGreaterThanOrEqual(least.numbersRight);
    expect(score.charactersWrong).toBeLessThanOrEqual(least.charactersWrong);
    expect(score.wrongAmongLeastSure).toBeGreaterThanOrEqual(least.wrongAmongLeastSure);
    if (score.numbersRight > least.numbersRight || score.charactersWrong < least.charactersWrong) {
      console.warn(`${file} reads better than recorded: ${JSON.stringify(score)}`);
    }
  });
});
