// Every printed statement of a record, and the record as it would be if some of them said something else.

import { describe, expect, it } from 'vitest';
import type { Evaluation } from '../../src/record/evaluation.ts';
import type { Stated } from '../../src/record/stated.ts';
import { printedOnce, reread, statementsOf } from '../../src/validate/statements.ts';
import { type Changes, formWith } from '../support/clean-form.ts';

function at(evaluation: Evaluation, field: string): Stated<unknown> {
  const stated = statementsOf(evaluation).find((one) => one.field === field);
  if (!stated) throw new Error(`nothing stated at ${field}`);
  return stated;
}

/** The form with what is printed at these places read otherwise. */
function readAs(readings: Readonly<Record<string, string>>, changes: Changes = {}): Evaluation | null {
  const form = formWith(changes);
  return reread(
    form,
    Object.entries(readings).map(([field, text]) => ({ stated: at(form, field), text })),
  );
}

/** The pointers of all that is stated anywhere in a record. */
function statedIn(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('origin' in value && 'field' in value) return [String(value.field)];
  return Object.values(value).flatMap(statedIn);
}

describe('the statements of a record', () => {
  it('are all that it states', () => {
    const form = formWith({ '/indicators/1/partOf': 0, '/indicators/2/adjustedTarget': '90%' });
    const fields = statementsOf(form).map(({ field }) => field);
    expect(fields.toSorted()).toEqual(statedIn(form).toSorted());
    expect(fields).toContain('/narrative/0/heading');
  });

  it('are one where one printed text makes them, and two where two texts or two places do', () => {
    const form = formWith({});
    const weight = at(form, '/indicators/1/weight');
    const merged: Stated<unknown> = { ...weight, field: '/indicators/2/weight' };
    const elsewhere = at(form, '/indicators/2/weight');
    const other: Stated<unknown> = { ...merged, text: '12' };
    expect(elsewhere.text).toBe(weight.text);
    expect(printedOnce([weight, merged, elsewhere, other, weight])).toEqual([weight, elsewhere, other]);
  });
});

describe('a record read otherwise', () => {
  it.each([
    ['/title', '绩效自评表'],
    ['/funding/1/executed', '280.01'],
    ['/goal/achieved', '未完成'],
    ['/indicators/2/score', '9'],
    ['/total/grade', '良'],
    ['/narrative/0/text', '预算执行率92.24%。'],
  ])('says so at %s, and the same elsewhere', (field, text) => {
    const before = statementsOf(formWith({}));
    const after = readAs({ [field]: text });
    const texts = (after ? statementsOf(after) : []).map((one) => [one.field, one.text, String(one.value)]);
    expect(texts).toEqual(
      before.map((one) =>
        one.field === field ? [field, text, text] : [one.field, one.text, String(one.value)],
      ),
    );
  });

  it('says so wherever a merged cell stands', () => {
    const form = formWith({});
    const weight = at(form, '/indicators/1/weight') as Stated<never>;
    const indicators = form.indicators.map((row, index) => (index === 2 ? { ...row, weight } : row));
    const after = reread({ ...form, indicators }, [{ stated: weight, text: '15' }]);
    expect(after?.indicators.map((row) => row.weight?.text)).toEqual(['20', '15', '15', '10', '30', '10']);
  });

  it('has the quantities of its new texts', () => {
    const more = { '/indicators/0/adjustedTarget': '60人' };
    const target = readAs({ '/indicators/0/target': '≤70次' }, more)?.indicators[0];
    expect(target?.targetQuantity).toMatchObject({ comparator: '≤', unit: '次' });
    expect(target?.adjustedTargetQuantity).toMatchObject({ comparator: null, unit: '人' });
    expect(target?.actualQuantity).toMatchObject({ unit: '人' });
    const others = { '/indicators/0/adjustedTarget': '>6元', '/indicators/0/actual': '五十二人' };
    const other = readAs(others, more)?.indicators[0];
    expect(other?.targetQuantity).toMatchObject({ comparator: '≥', unit: '人' });
    expect(other?.adjustedTargetQuantity).toMatchObject({ comparator: '>', unit: '元' });
    expect(other?.actualQuantity).toBeNull();
  });

  it.each([
    ['a word for a number', '/total/score', '九十二'],
    ['nothing for a number', '/total/score', ''],
    ['another year, which is no text', '/fiscalYear', '2021'],
  ])('is none with %s, whatever else is read', (_, field, text) => {
    expect(readAs({ [field]: text })).toBeNull();
    expect(readAs({ '/title': '绩效自评表', [field]: text })).toBeNull();
  });

  it('has a number for one that a cell of words holds', () => {
    const form = formWith({});
    const weight = { ...(at(form, '/total/weight') as Stated<never>), text: '满分为100分' };
    const after = reread({ ...form, total: { ...form.total, weight } }, [{ stated: weight, text: '90' }]);
    expect(String(after?.total.weight?.value)).toBe('90');
  });

  it('has no number where a dash stands for one, but a text that is a dash', () => {
    expect(readAs({ '/total/score': '—' })?.total.score).toBeNull();
    expect(readAs({ '/total/score': '—', '/total/grade': '—' })?.total.grade?.value).toBe('—');
  });

  it.each([
    ['93.24', '0.9324', '0.8324', '83.24'],
    ['93.24', '93.24', '0.8324', '0.8324'],
    ['0', '0', '0.5', '0.5'],
  ])('keeps a rate of %s that is printed %s as it keeps that, read as %s', (value, printed, text, after) => {
    const form = formWith({ '/funding/0/executionRate': value });
    const [total, ...rest] = form.funding;
    const rate = total?.executionRate && { ...total.executionRate, text: printed };
    if (!total || !rate) throw new Error('no rate');
    const changed = reread({ ...form, funding: [{ ...total, executionRate: rate }, ...rest] }, [
      { stated: rate, text },
    ]);
    expect(String(changed?.funding[0]?.executionRate?.value)).toBe(after);
  });
});
