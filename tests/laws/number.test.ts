// Laws of printed numbers, against an oracle that works on bigint fractions alone.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  contains,
  Decimal,
  decimalOf,
  exact,
  intervalOf,
  nearestDecimal,
  printedDecimal,
  ratioOf,
  roundingsGiving,
  significantPlaces,
} from '../../src/number/index.ts';

const fraction = fc.record({
  n: fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }),
  d: fc.bigInt({ min: 1n, max: 10n ** 6n }),
  places: fc.integer({ min: 0, max: 6 }),
});
/** Halves of the last place: ties at every sign. */
const tie = fc
  .record({ odd: fc.bigInt({ min: -(10n ** 6n), max: 10n ** 6n }), places: fc.integer({ min: 0, max: 6 }) })
  .map(({ odd, places }) => ({ n: 2n * odd + 1n, d: 2n * 10n ** BigInt(places), places }));
const value = fc.oneof(fraction, tie);

const abs = (n: bigint) => (n < 0n ? -n : n);
const signed = (n: bigint, magnitude: bigint) => (n < 0n ? -magnitude : magnitude);

/** The oracle: units of the printed number by long division of magnitudes. */
const ORACLE = {
  truncated: (n: bigint, d: bigint) => signed(n, abs(n) / d),
  ceiling: (n: bigint, d: bigint) => signed(n, (abs(n) + d - 1n) / d),
  halfAway: (n: bigint, d: bigint) => signed(n, (2n * abs(n) + d) / (2n * d)),
  halfTowards: (n: bigint, d: bigint) => signed(n, (2n * abs(n) + d - 1n) / (2n * d)),
};

describe('a printed number is explained by the rounding that printed it', () => {
  it.each([
    ['truncated', 'truncated'],
    ['ceiling', 'ceiling'],
    ['halfAway', 'nearest'],
    ['halfTowards', 'nearest'],
  ] as const)('%s', (method, expected) => {
    fc.assert(
      fc.property(value, ({ n, d, places }) => {
        const stated = new Decimal(ORACLE[method](n * 10n ** BigInt(places), d), places);
        expect(roundingsGiving(exact.ratio(n, d), stated)).toContain(expected);
      }),
    );
  });

  it('names a tie at both neighbours, and nowhere else', () => {
    fc.assert(
      fc.property(value, ({ n, d, places }) => {
        const scaled = n * 10n ** BigInt(places);
        const isTie = (2n * abs(scaled)) % d === 0n && ((2n * abs(scaled)) / d) % 2n === 1n;
        for (const method of ['halfAway', 'halfTowards'] as const) {
          const stated = new Decimal(ORACLE[method](scaled, d), places);
          expect(roundingsGiving(exact.ratio(n, d), stated).includes('tie')).toBe(isTie);
        }
      }),
    );
  });

  it('coarser: rounded at fewer places and padded with zeros', () => {
    fc.assert(
      fc.property(value, fc.integer({ min: 1, max: 4 }), ({ n, d, places }, more) => {
        const units = ORACLE.halfAway(n * 10n ** BigInt(places), d);
        const padded = new Decimal(units * 10n ** BigInt(more), places + more);
        const bare = new Decimal(units, places);
        expect(roundingsGiving(exact.ratio(n, d), padded)).toContain('coarser');
        expect(roundingsGiving(exact.ratio(n, d), bare, places + more)).toContain('coarser');
      }),
    );
  });

  it('nothing explains a number that is a whole unit or more away', () => {
    fc.assert(
      fc.property(value, fc.bigInt({ min: 2n, max: 1000n }), fc.boolean(), ({ n, d, places }, away, up) => {
        const units = ORACLE.truncated(n * 10n ** BigInt(places), d) + (up ? away : -away);
        const stated = new Decimal(units, places);
        fc.pre(significantPlaces(stated) === places);
        expect(roundingsGiving(exact.ratio(n, d), stated)).toEqual([]);
      }),
    );
  });
});

describe('intervals', () => {
  it('hold the printed number itself, and mirror for its negative', () => {
    fc.assert(
      fc.property(value, fc.constantFrom('nearest', 'truncated', 'ceiling'), ({ n, d, places }, rounding) => {
        const units = ORACLE.halfAway(n * 10n ** BigInt(places), d);
        const stated = new Decimal(units, places);
        const mirrored = new Decimal(-units, places);
        expect(contains(intervalOf(stated, rounding), ratioOf(stated))).toBe(true);
        const inside = contains(intervalOf(stated, rounding), exact.ratio(n, d));
        expect(contains(intervalOf(mirrored, rounding), exact.ratio(-n, d))).toBe(inside);
      }),
    );
  });
});

describe('decimals', () => {
  const decimal = fc
    .record({
      units: fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n }),
      places: fc.integer({ min: 0, max: 12 }),
    })
    .map(({ units, places }) => new Decimal(units, places));

  it('print, parse and print again to the same text, and to the same number of places', () => {
    fc.assert(
      fc.property(decimal, (number) => {
        expect(decimalOf(number.toString())).toEqual(number);
        expect(printedDecimal(`${number}万元`)).toEqual(number);
        expect(JSON.stringify({ number })).toBe(`{"number":${number}}`);
      }),
    );
  });

  it('nearestDecimal is the oracle with ties away from 0', () => {
    fc.assert(
      fc.property(value, ({ n, d, places }) => {
        const units = ORACLE.halfAway(n * 10n ** BigInt(places), d);
        expect(nearestDecimal(exact.ratio(n, d), places)).toEqual(new Decimal(units, places));
      }),
    );
  });
});
