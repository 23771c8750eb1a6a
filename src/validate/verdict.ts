// Whether a printed number can be a rounding of an exact value, and if not plainly, what would explain it.
// Surprise: an explained mismatch is a warning, an unexplained one an error; a tie fits both neighbours and is no mismatch.

import type { Explanation, Level, Message } from '../diagnostic/index.ts';
import {
  contains,
  type Decimal,
  intervalOf,
  nearestDecimal,
  type Ratio,
  roundingsGiving,
} from '../number/index.ts';

/** `explanation` is null both where it fits and where nothing explains it. */
export interface Verdict {
  readonly fits: boolean;
  readonly explanation: Explanation | null;
}

export const FITS: Verdict = { fits: true, explanation: null };
export const UNEXPLAINED: Verdict = { fits: false, explanation: null };

export function explainedBy(explanation: Explanation): Verdict {
  return { fits: false, explanation };
}

/** Tries the customs of rounding in the order of ROUNDINGS. `places` is what the number's column shows. */
export function verdictOf(exact: Ratio, stated: Decimal, places: number): Verdict {
  const [first] = roundingsGiving(exact, stated, places);
  if (first === 'nearest') return FITS;
  if (first !== undefined) return explainedBy(first);
  return ownPlacesVerdict(exact, stated);
}

/** A number that shows fewer decimals than its column may have been cut at those. */
function ownPlacesVerdict(exact: Ratio, stated: Decimal): Verdict {
  if (contains(intervalOf(stated, 'truncated'), exact)) return explainedBy('truncated');
  if (contains(intervalOf(stated, 'ceiling'), exact)) return explainedBy('ceiling');
  return UNEXPLAINED;
}

export function levelOf({ explanation }: Verdict): Level {
  return explanation === null || explanation === 'missing-row' ? 'error' : 'warning';
}

const WHY: Readonly<Record<Explanation, Message>> = {
  truncated: { zh: '（截尾可以得到所印的数）', en: ' (cutting off decimals would give what is printed)' },
  ceiling: { zh: '（进一法可以得到所印的数）', en: ' (rounding up would give what is printed)' },
  coarser: {
    zh: '（按较少的小数位舍入可以得到所印的数）',
    en: ' (rounding to fewer decimals would give what is printed)',
  },
  tie: {
    zh: '（恰在两数正中，两种舍入都说得通）',
    en: ' (exactly half way: either neighbour may be printed)',
  },
  'accumulated-rounding': {
    zh: '（各行舍入误差的累积可以解释）',
    en: ' (the rounding of the rows would add up to this)',
  },
  'missing-row': { zh: '（漏列一行可以解释）', en: ' (one absent row would explain it)' },
  reading: {
    zh: '（图像的另一种可能读法可以消除这一差异）',
    en: ' (another likely reading of the picture would resolve it)',
  },
};

export function whyOf(explanation: Explanation | null): Message {
  return explanation === null ? { zh: '', en: '' } : WHY[explanation];
}

const SHOWN_PLACES = 4;

/** An exact value for people: in full where it ends within six decimals, else cut after four with an ellipsis. */
export function shown(exact: Ratio): string {
  for (let places = 0; places <= 6; places++) {
    const decimal = nearestDecimal(exact, places);
    if (decimal.units * exact.denominator === exact.numerator * 10n ** BigInt(places)) return String(decimal);
  }
  const scaled = (exact.numerator * 10n ** BigInt(SHOWN_PLACES)) / exact.denominator;
  const cut = nearestDecimal({ numerator: scaled, denominator: 10n ** BigInt(SHOWN_PLACES) }, SHOWN_PLACES);
  return `${cut}…`;
}

/** The value to which the printed number should have been rounded, with the column's decimals. */
export function computedText(exact: Ratio, places: number): string {
  return String(nearestDecimal(exact, places));
}
