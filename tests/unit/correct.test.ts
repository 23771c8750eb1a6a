// What people correct, laid over what was read: values, findings and evidence that follow from it, and what is set aside.

import { beforeAll, describe, expect, it } from 'vitest';
import { standingOf } from '../../src/correct/index.ts';
import type { Sheet } from '../../src/pipeline.ts';
import type { Report } from '../../src/record/index.ts';
import type { Origin } from '../../src/tree/index.ts';
import { reportJson } from '../../src/write/index.ts';
import {
  bindingCorrection,
  foundIn,
  misread,
  placeOf,
  reportOn,
  sheetOf,
  textCorrection,
  withdrawalOf,
} from '../support/sheet.ts';

let sheet: Sheet;
let report: Report;
let rate: Origin;
beforeAll(async () => {
  sheet = await sheetOf('s1/source.txt');
  report = await reportOn(sheet);
  rate = placeOf(report, '/funding/0/executionRate');
});

const form = ({ evaluations: [first] }: Report) => first;

describe('a corrected text', () => {
  it('is what the record says, is certain, and is marked', async () => {
    const corrected = await reportOn(sheet, [textCorrection(rate, '71.25', '71.52')]);
    expect(String(form(corrected)?.funding[0]?.executionRate)).toBe('71.52');
    expect(form(corrected)?.evidence['/funding/0/executionRate']).toEqual({
      text: '71.52',
      origin: rate,
      confidence: 1,
      corrected: true,
    });
    expect(foundIn(corrected, 'execution-rate-mismatch')).toHaveLength(1);
    const marked = Object.values(form(corrected)?.evidence ?? {}).filter((each) => 'corrected' in each);
    expect(marked).toHaveLength(1);
  });

  it('is followed by what is worked out from it', async () => {
    const place = placeOf(report, '/indicators/0/target');
    const corrected = await reportOn(sheet, [textCorrection(place, '', '≥12次')]);
    expect(form(corrected)?.indicators[0]?.targetQuantity).toMatchObject({ comparator: '≥', unit: '次' });
    expect(form(corrected)?.evidence['/indicators/0/targetQuantity/amount']).toMatchObject({
      corrected: true,
    });
  });

  it('makes a doubt nothing where it was our misreading', async () => {
    const drawn = await sheetOf('s1-pdf/source.pdf');
    const place = placeOf(await reportOn(drawn), '/funding/0/executionRate');
    const doubtful = misread(drawn, place, '17.25', [{ text: '71.25', probability: 0.3 }]);
    expect(foundIn(await reportOn(doubtful), 'execution-rate-mismatch')).toMatchObject([{ level: 'doubt' }]);
    const corrected = await reportOn(doubtful, [textCorrection(place, '17.25', '71.25')]);
    expect(foundIn(corrected, 'execution-rate-mismatch')).toEqual([]);
    expect(foundIn(corrected, 'uncertain-reading')).toEqual([]);
  });

  it('makes a doubt an error where the paper says it so', async () => {
    const drawn = await sheetOf('s1-pdf/source.pdf');
    const place = placeOf(await reportOn(drawn), '/funding/0/executionRate');
    const doubtful = misread(drawn, place, '17.25', [{ text: '71.25', probability: 0.3 }]);
    const confirmed = await reportOn(doubtful, [textCorrection(place, '17.25', '17.25')]);
    expect(foundIn(confirmed, 'execution-rate-mismatch')).toMatchObject([{ level: 'error' }]);
    expect(foundIn(confirmed, 'uncertain-reading')).toEqual([]);
    expect(form(confirmed)?.evidence['/funding/0/executionRate']).not.toHaveProperty('corrected');
  });

  it('is found where another version draws its cell a little otherwise', async () => {
    const drawn = await sheetOf('s1-pdf/source.pdf');
    const place = placeOf(await reportOn(drawn), '/funding/0/executionRate');
    if (place.on !== 'page') throw new Error('a PDF has pages');
    const [x0, y0, x1, y1] = place.box;
    const near = { ...place, box: [x0 + 1, y0 - 1, x1 + 1.5, y1] } as const;
    const far = { ...place, box: [x0 + 900, y0, x1 + 900, y1] } as const;
    const corrected = await reportOn(drawn, [textCorrection(near, '71.25', '71.52')]);
    expect(String(form(corrected)?.funding[0]?.executionRate)).toBe('71.52');
    const aside = await reportOn(drawn, [textCorrection(far, '71.25', '71.52')]);
    expect(foundIn(aside, 'source-note').at(0)?.message.en).toContain('Correction 1 was set aside');
    expect(form(aside)).toEqual(form(await reportOn(drawn)));
  });
});

describe('a corrected binding', () => {
  it('takes a field from another cell', async () => {
    const executed = placeOf(report, '/funding/0/executed');
    const corrected = await reportOn(sheet, [bindingCorrection('/funding/0/adjustedBudget', [executed])]);
    expect(String(form(corrected)?.funding[0]?.adjustedBudget)).toBe('269.78');
    expect(form(corrected)?.evidence['/funding/0/adjustedBudget']).toMatchObject({ corrected: true });
  });

  it('leaves a field unstated, and its row where it is', async () => {
    const corrected = await reportOn(sheet, [bindingCorrection('/indicators/0/score', [])]);
    expect(form(corrected)?.indicators[0]?.score).toBeNull();
    expect(form(corrected)?.indicators).toHaveLength(form(report)?.indicators.length ?? 0);
  });

  it('states a field that nothing stated, and a row after the last', async () => {
    const cell = placeOf(report, '/indicators/0/level3');
    const next = form(report)?.indicators.length ?? 0;
    const corrected = await reportOn(sheet, [
      bindingCorrection('/goal/expected', [cell]),
      bindingCorrection(`/indicators/${next}/level3`, [cell]),
    ]);
    expect(form(corrected)?.goal.expected).toBe(form(report)?.indicators[0]?.level3);
    expect(form(corrected)?.indicators).toHaveLength(next + 1);
    expect(foundIn(corrected, 'goal-missing')).toEqual([]);
  });

  it('removes a row when nothing states it any more, without moving what other corrections mean', async () => {
    const rows = form(report)?.indicators ?? [];
    const stated = Object.keys(form(report)?.evidence ?? {}).filter((field) =>
      /^\/indicators\/1\/\w+$/.test(field),
    );
    const emptied = stated
      .filter((field) => !/Quantity|partOf/.test(field))
      .map((field) => bindingCorrection(field as `/${string}`, []));
    const later = textCorrection(placeOf(report, '/indicators/2/score'), '', '0.5');
    const corrected = await reportOn(sheet, [
      ...emptied,
      later,
      bindingCorrection('/indicators/3/deviation', [rate]),
    ]);
    const names = (of: typeof rows) => of.map(({ level3 }) => level3);
    expect(names(form(corrected)?.indicators ?? [])).toEqual(names(rows.toSpliced(1, 1)));
    expect(form(corrected)?.indicators[1]?.score?.toString()).toBe('0.5');
    expect(form(corrected)?.indicators[2]?.deviation).toBe('71.25');
    expect(form(corrected)?.evidence['/indicators/2/deviation']).toMatchObject({ corrected: true });
    expect(
      corrected.diagnostics.every(({ fields }) =>
        fields.every((field) => !field.startsWith(`/indicators/${rows.length - 1}`)),
      ),
    ).toBe(true);
  });

  it('removes a funding line with its label, when nothing else of it is left', async () => {
    const lines = form(report)?.funding ?? [];
    const stated = Object.keys(form(report)?.evidence ?? {}).filter((field) =>
      /^\/funding\/1\/(?!source)\w+$/.test(field),
    );
    const emptied = stated.map((field) => bindingCorrection(field as `/${string}`, []));
    const corrected = await reportOn(sheet, emptied);
    expect(foundIn(corrected, 'source-note')).toEqual([]);
    expect(form(corrected)?.funding.map(({ label }) => label)).toEqual(
      lines.toSpliced(1, 1).map(({ label }) => label),
    );
  });

  it('keeps the part of a cell that states the field', async () => {
    const code = placeOf(report, '/supervisorCode');
    const corrected = await reportOn(sheet, [bindingCorrection('/supervisorCode', [code])]);
    expect(form(corrected)).toEqual(form(report));
  });

  it('takes the year out of a title', async () => {
    const department = await sheetOf('s2/source.txt');
    const before = await reportOn(department);
    const corrected = await reportOn(department, [
      textCorrection(placeOf(before, '/title'), '', '业务专项经费 2019年度 项目绩效自评表'),
      bindingCorrection('/fiscalYear', [placeOf(before, '/title')]),
    ]);
    expect(form(before)?.fiscalYear).toBe(2020);
    expect(form(corrected)?.fiscalYear).toBe(2019);
  });

  it.each([
    ['/class', 0],
    ['/indicators/0/partOf', 0],
    ['/indicators/999/score', 0],
    ['/funding/0/label', 0],
    ['/funding/999/executed', 0],
    ['/__proto__/x', 0],
    ['/title', 7],
  ] as const)('of %s of form %i is set aside', async (field, evaluation) => {
    const corrected = await reportOn(sheet, [bindingCorrection(field, [], evaluation)]);
    expect(foundIn(corrected, 'source-note')).toHaveLength(1);
    expect(corrected.evaluations).toEqual(report.evaluations);
  });

  it('ends the doubt where a cell belongs', async () => {
    const glued = await sheetOf('s2/source.txt');
    const before = await reportOn(glued);
    const [doubt] = foundIn(before, 'ambiguous-column');
    const confirming = (doubt?.fields ?? []).map((field) =>
      bindingCorrection(field, [placeOf(before, field)], doubt?.evaluation ?? 0),
    );
    expect(confirming.length).toBeGreaterThan(0);
    const after = await reportOn(glued, confirming);
    expect(foundIn(after, 'ambiguous-column')).toHaveLength(foundIn(before, 'ambiguous-column').length - 1);
    expect(after.evaluations).toEqual(before.evaluations);
  });
});

describe('what holds', () => {
  it('is the last that was said of a place, and what was before it when that is taken back', async () => {
    const said = [textCorrection(rate, '71.25', '71.5'), textCorrection(rate, '71.5', '71.6')];
    const rateAfter = async (more: readonly ReturnType<typeof withdrawalOf>[]) =>
      String(form(await reportOn(sheet, [...said, ...more]))?.funding[0]?.executionRate);
    expect(await rateAfter([])).toBe('71.6');
    expect(await rateAfter([withdrawalOf(1)])).toBe('71.5');
    expect(await rateAfter([withdrawalOf(1), withdrawalOf(0)])).toBe('71.25');
    expect(await rateAfter([withdrawalOf(1), withdrawalOf(2)])).toBe('71.6');
  });

  it('does not hold of what comes later', () => {
    expect(standingOf([withdrawalOf(1), textCorrection(rate, '', '1')])).toHaveLength(1);
  });

  it('leaves the report as it was when all is taken back', async () => {
    const corrected = await reportOn(sheet, [textCorrection(rate, '71.25', '1'), withdrawalOf(0)]);
    expect(reportJson(corrected)).toBe(reportJson(report));
  });
});
