// A number and a section of a format that prints its digits → the text: 0.00%, #,##0, 0!.0000 (元 shown as 万元), "≥"0"处".
// Surprise: rounded in decimals, half away from zero after 15 digits, as Excel does; binary rounding shows 1.005 as 1.00.
// Where Excel shows .5 or 95. (#.##), a zero is put before the point and a bare point left out.

/** What stands in a section: a place for a digit, the decimal point, a comma, a percent sign, or what is printed as it is. */
interface Token {
  readonly kind: 'digit' | 'point' | 'comma' | 'percent' | 'text';
  readonly text: string;
}

export function digitsText(value: number, code: string): string {
  const tokens = tokensOf(code);
  const point = tokens.findIndex(({ kind }) => kind === 'point');
  const whole = point < 0 ? tokens : tokens.slice(0, point);
  const rest = point < 0 ? [] : tokens.slice(point);
  const places = rest.filter(({ kind }) => kind === 'digit');
  const digits = roundedDigits(value, places.length, powerOf(tokens, whole));
  const decimals = keptDecimals(places, digits.slice(digits.length - places.length));
  const before = digits.slice(0, digits.length - places.length) || (decimals === '' ? '' : '0');
  const shown = wholeText(whole, before) + restText(rest, decimals);
  return value < 0 ? `-${shown}` : shown;
}

const TOKENS = /"([^"]*)"|[\\!](.)|_.|\*.|\[\$([^\]-]*)[^\]]*\]|\[[^\]]*\]|(.)/gsu;

/** Colours, countries and conditions print nothing, a currency its sign; `_` leaves the room of a character. */
function tokensOf(code: string): readonly Token[] {
  let pointed = false;
  return [...code.matchAll(TOKENS)].flatMap(([all, quoted, escaped, currency, plain]): readonly Token[] => {
    const text = quoted ?? escaped ?? currency ?? (all.startsWith('_') ? ' ' : '');
    if (plain === undefined) return [{ kind: 'text', text }];
    if (/[0#?]/.test(plain)) return [{ kind: 'digit', text: plain }];
    if (plain === ',') return [{ kind: 'comma', text: plain }];
    if (plain === '%') return [{ kind: 'percent', text: plain }];
    const isPoint = plain === '.' && !pointed;
    pointed ||= isPoint;
    return [{ kind: isPoint ? 'point' : 'text', text: plain }];
  });
}

/** A percent sign shows the hundredfold, a comma behind the last digit of its part the thousandth. */
function powerOf(tokens: readonly Token[], whole: readonly Token[]): number {
  const percents = tokens.filter(({ kind }) => kind === 'percent').length;
  const lastWhole = whole.findLastIndex(({ kind }) => kind === 'digit');
  const last = tokens.findLastIndex(({ kind }) => kind === 'digit');
  const scales = tokens.filter(
    ({ kind }, at) => kind === 'comma' && (at > last || (at > lastWhole && at < whole.length)),
  );
  return 2 * percents - 3 * scales.length;
}

/** The digits of |value| · 10^power with so many decimals; at least those. */
function roundedDigits(value: number, places: number, power: number): string {
  const [mantissa = '0', exponent = '0'] = Math.abs(value).toExponential(14).split('e');
  const units = BigInt(mantissa.replace('.', ''));
  const shift = Number(exponent) - 14 + power + places;
  const rounded = shift < 0 ? halfUp(units, 10n ** BigInt(-shift)) : units * 10n ** BigInt(shift);
  return rounded === 0n ? '0'.repeat(places) : String(rounded).padStart(places, '0');
}

function halfUp(units: bigint, unit: bigint): bigint {
  return (units + unit / 2n) / unit;
}

/** From the right: a digit for each place, what is left before the first of them, thousands parted where a comma stands between places. */
function wholeText(tokens: readonly Token[], digits: string): string {
  const isPlace = ({ kind }: Token) => kind === 'digit';
  const [first, last] = [tokens.findIndex(isPlace), tokens.findLastIndex(isPlace)];
  const groups = tokens.some(({ kind }, at) => kind === 'comma' && first < at && at < last);
  let left = digits;
  let printed = 0;
  let text = '';
  const print = (digit: string) => {
    text = (groups && printed > 0 && printed % 3 === 0 ? `${digit},` : digit) + text;
    printed += 1;
  };
  for (const [at, token] of [...tokens.entries()].reverse()) {
    if (token.kind === 'text' || token.kind === 'percent') text = token.text + text;
    else if (token.kind === 'digit') {
      const digit = left.at(-1) ?? padOf(token);
      left = left.slice(0, -1);
      if (digit !== '') print(digit);
      for (; at === first && left !== ''; left = left.slice(0, -1)) print(left.at(-1) ?? '');
    }
  }
  return text;
}

/** Zeros at the end are left out where the places allow it. */
function keptDecimals(places: readonly Token[], digits: string): string {
  let kept = digits.length;
  while (kept > 0 && digits[kept - 1] === '0' && places[kept - 1]?.text !== '0') kept -= 1;
  return digits.slice(0, kept);
}

/** From the point on. Where no decimals are left Excel still draws the point; nobody reads 95. for anything but 95. */
function restText(tokens: readonly Token[], decimals: string): string {
  let at = 0;
  return tokens
    .map((token) => {
      if (token.kind === 'digit') return decimals[at++] ?? padOf(token);
      return token.kind === 'comma' || (token.kind === 'point' && decimals === '') ? '' : token.text;
    })
    .join('');
}

/** What a place prints that has no digit. */
function padOf({ text }: Token): string {
  return text === '0' ? '0' : text === '?' ? ' ' : '';
}
