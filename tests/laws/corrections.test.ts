// Whatever people say of a source, it is answered with a report, always with the same one, whose values have their evidence.

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { printedBlocks } from '../../src/correct/index.ts';
import type { Correction } from '../../src/record/index.ts';
import { exactReportSchema } from '../../src/record/index.ts';
import { reportJson } from '../../src/write/index.ts';
import { bindingCorrection, reportOn, sheetOf, textCorrection, withdrawalOf } from '../support/sheet.ts';

const SOURCES = [
  's1/source.txt',
  's2/source.txt',
  'glued/source.txt',
  's1-html/source.html',
  'seeds-xlsx/source.xlsx',
];

const FIELDS = [
  '/title',
  '/fiscalYear',
  '/amountUnit',
  '/class',
  '/total/score',
  '/goal/expected',
  ...['label', 'executed', 'executionRate', 'score'].flatMap((key) => [
    `/funding/0/${key}`,
    `/funding/6/${key}`,
    `/funding/7/${key}`,
  ]),
  ...['level1', 'target', 'score', 'weight'].flatMap((key) => [
    `/indicators/0/${key}`,
    `/indicators/99/${key}`,
  ]),
  '/narrative/0/text',
  '/nothing',
] as `/${string}`[];

it.each(SOURCES)('corrections of %s', { timeout: 120_000 }, async (name) => {
  const sheet = await sheetOf(name);
  const origins = printedBlocks(sheet.tree).map(({ origin }) => origin);
  const origin = fc.constantFrom(...origins);
  const text = fc.oneof(fc.constantFrom('', '71.25', '自评表', '产出指标', '—', '100%', '合计'), fc.string());
  const correction: fc.Arbitrary<Correction> = fc.oneof(
    fc.tuple(origin, text).map(([place, to]) => textCorrection(place, '', to)),
    fc
      .tuple(fc.constantFrom(...FIELDS), fc.array(origin, { maxLength: 3 }), fc.nat(2))
      .map(([field, to, evaluation]) => bindingCorrection(field, to, evaluation)),
    fc.nat(8).map(withdrawalOf),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(correction, { maxLength: 12 }), async (corrections) => {
      const report = await reportOn(sheet, corrections);
      expect(reportJson(await reportOn(sheet, corrections))).toBe(reportJson(report));
      expect(() => exactReportSchema.parse(report)).not.toThrow();
      const withdrawn = [
        ...corrections,
        ...corrections.map((_, at) => withdrawalOf(corrections.length - 1 - at)),
      ];
      expect(reportJson(await reportOn(sheet, withdrawn))).toBe(reportJson(await reportOn(sheet)));
    }),
    { numRuns: 25 },
  );
});
