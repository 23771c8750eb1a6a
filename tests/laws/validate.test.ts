// Laws of the rules: forms that were made to work out yield no error, whatever custom of rounding printed them; and one wrong digit
// in a number that others determine is found, with that cell named first or among the terms.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../src/diagnostic/index.ts';
import { DEFAULT_PROFILE } from '../../src/record/profiles/index.ts';
import { validate } from '../../src/validate/index.ts';
import { type Changes, CLEAN, changed } from '../support/clean-form.ts';
import { type Json, sharedForms } from '../support/shared-forms.ts';
import { evaluationOf } from '../support/stated.ts';

type Plain = Readonly<Record<string, Json>>;

function found(plain: Json): readonly Diagnostic[] {
  return [...validate({ evaluations: [evaluationOf(plain as Plain)], profile: DEFAULT_PROFILE })];
}

/** n/d printed with so many places, by magnitude; the tests' own arithmetic. */
type Method = 'nearest' | 'truncated' | 'ceiling';
function printed(n: bigint, d: bigint, places: number, method: Method): string {
  const scaled = n * 10n ** BigInt(places);
  const units = {
    nearest: (2n * scaled + d) / (2n * d),
    truncated: scaled / d,
    ceiling: (scaled + d - 1n) / d,
  }[method];
  const digits = units.toString().padStart(places + 1, '0');
  return places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`;
}

const cents = (units: bigint) => printed(units, 100n, 2, 'nearest');

/** A form whose amounts, rate, scores and totals follow from each other. */
const form = fc
  .record({
    fiscal: fc.bigInt({ min: 100n, max: 10n ** 9n }),
    other: fc.bigInt({ min: 0n, max: 10n ** 8n }),
    spent: fc.bigInt({ min: 1n, max: 1000n }),
    actual: fc.bigInt({ min: 1n, max: 80n }),
    method: fc.constantFrom<Method>('nearest', 'truncated', 'ceiling'),
    ratePlaces: fc.integer({ min: 1, max: 3 }),
  })
  .map(({ fiscal, other, spent, actual, method, ratePlaces }) => {
    const budget = fiscal + other;
    const executed = [(fiscal * spent) / 1000n, (other * spent) / 1000n] as const;
    const all = executed[0] + executed[1];
    const score = printed(10n * all, budget, 2, method);
    const partial = printed(20n * actual, 80n, 2, 'nearest');
    const total = BigInt(score.replace('.', '')) + BigInt(partial.replace('.', '')) + 7000n;
    const changes: Changes = {
      '/funding/0/initialBudget': cents(budget),
      '/funding/0/adjustedBudget': cents(budget),
      '/funding/0/executed': cents(all),
      '/funding/0/executionRate': printed(100n * all, budget, ratePlaces, method),
      '/funding/0/score': score,
      '/funding/1': {
        source: 'currentAppropriation',
        label: '其中：财政拨款',
        initialBudget: cents(fiscal),
        adjustedBudget: cents(fiscal),
        executed: cents(executed[0]),
      },
      '/funding/2': {
        source: 'carryover',
        label: '上年结转资金',
        initialBudget: '0',
        adjustedBudget: '0',
        executed: '0',
      },
      '/funding/3': {
        source: 'other',
        label: '其他资金',
        initialBudget: cents(other),
        adjustedBudget: cents(other),
        executed: cents(executed[1]),
      },
      '/indicators/0/actual': `${actual}人`,
      '/indicators/0/score': partial,
      '/total/score': cents(total),
      '/narrative/0/text': `全年预算资金${cents(budget)}万元，执行预算资金${cents(all)}万元，预算执行率${printed(100n * all, budget, ratePlaces, method)}%。`,
    };
    return changed(CLEAN, changes);
  });

describe('forms that work out', () => {
  it('yield no error, whatever rounding printed them', () => {
    fc.assert(
      fc.property(form, (plain) => {
        expect(found(plain).filter(({ level }) => level === 'error')).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });
});

/** Numbers that others of the form determine, in both seed forms. */
function determined(plain: Plain): readonly string[] {
  const lines = plain.funding as readonly Plain[];
  const amounts = lines.flatMap((line, at) =>
    ['initialBudget', 'adjustedBudget', 'executed', 'executionRate', 'score']
      .filter((key) => line[key] !== null)
      .map((key) => `/funding/${at}/${key}`),
  );
  return [...amounts, '/total/weight', '/total/score'];
}

function at(plain: Json, pointer: string): Json {
  return pointer
    .slice(1)
    .split('/')
    .reduce<Json>((value, key) => (value as Record<string, Json>)[key] ?? null, plain);
}

function withDigit(text: string, place: number, digit: number): string {
  const digits = [...text].flatMap((char, index) => (/\d/.test(char) ? [index] : []));
  const index = digits[place % digits.length] ?? 0;
  return text.slice(0, index) + String(digit) + text.slice(index + 1);
}

const seeds = sharedForms().filter(({ id }) => id === 's1' || id === 's2');

describe.skipIf(seeds.length === 0)('one wrong digit in a seed form', () => {
  it.each(seeds.map(({ id, evaluation }) => [id, evaluation] as const))(
    '%s: is found and named',
    (_, plain) => {
      const asPrinted = found(plain);
      const before = asPrinted.map(({ code, stated }) => `${code} ${stated}`);
      /** What the form should have printed: changing a cell to that is a repair. */
      const right = new Set(asPrinted.map(({ fields: [field], computed }) => `${field} ${computed}`));
      const wrong = fc.record({
        field: fc.constantFrom(...determined(plain)),
        place: fc.nat({ max: 7 }),
        digit: fc.integer({ min: 0, max: 9 }),
      });
      fc.assert(
        fc.property(wrong, ({ field, place, digit }) => {
          const text = String(at(plain, field));
          const other = withDigit(text, place, digit);
          fc.pre(Number(other) !== Number(text) && !right.has(`${field} ${other}`));
          const after = found(changed(plain, { [field]: other }));
          const news = after.filter(({ code, stated }) => !before.includes(`${code} ${stated}`));
          const naming = news.filter(({ fields }) => fields.some((named) => named === field));
          expect(
            naming.map(({ code }) => code),
            `${field} ${text} → ${other}`,
          ).not.toEqual([]);
        }),
        { numRuns: 800 },
      );
    },
  );
});
