// A stored number and its number format → the text that the sheet shows.
// Surprise: the number is first rounded in decimals to what the format prints, half away from zero after 15 digits, as Excel does;
// binary rounding shows 1.005 as 1.00.

import { SSF } from '@e965/xlsx';
import { decimalOf } from '../../number/decimal.ts';

/** Formats that a Chinese Excel gives to the built-in numbers whose look depends on the country. */
const CHINESE: Readonly<Record<number, string>> = {
  14: 'yyyy/m/d',
  22: 'yyyy/m/d h:mm',
  27: 'yyyy"年"m"月"',
  28: 'm"月"d"日"',
  29: 'm"月"d"日"',
  30: 'm-d-yy',
  31: 'yyyy"年"m"月"d"日"',
  32: 'h"时"mm"分"',
  33: 'h"时"mm"分"ss"秒"',
  34: '上午/下午h"时"mm"分"',
  35: '上午/下午h"时"mm"分"ss"秒"',
  36: 'yyyy"年"m"月"',
  50: 'yyyy"年"m"月"',
  51: 'm"月"d"日"',
  52: 'yyyy"年"m"月"',
  53: 'm"月"d"日"',
  54: 'm"月"d"日"',
  55: '上午/下午h"时"mm"分"',
  56: '上午/下午h"时"mm"分"ss"秒"',
  57: 'yyyy"年"m"月"',
  58: 'm"月"d"日"',
};

/** The format of a built-in number; General for one that nothing defines. */
export function builtInFormat(id: number): string {
  return CHINESE[id] ?? SSF.get_table()[id] ?? 'General';
}

/** What the sheet shows. A format that cannot be understood shows the value as General. */
export function shownText(value: number | string, format: string, date1904: boolean): string {
  const plain = plainFormat(format);
  const thousands = THOUSANDS.exec(plain)?.[2];
  if (thousands && typeof value === 'number')
    return shownText(value / 1_000 ** thousands.length, plain.replace(THOUSANDS, '$1'), date1904);
  const exact = typeof value === 'number' ? presented(value, plain) : value;
  return formatted(exact, plain, date1904) ?? formatted(exact, 'General', date1904) ?? String(value);
}

/** Commas that scale behind a point that is only drawn (`0!.0,` shows 123456 as 12.3): the formatter would count them as digits. */
const THOUSANDS = /(\\\.0+)(,+)(?![0#?])/;

function formatted(value: number | string, format: string, date1904: boolean): string | null {
  try {
    return SSF.format(format, value, { date1904 });
  } catch {
    // The formatter throws on what Excel itself would not accept; the caller falls back to General.
    return null;
  }
}

/** Excel's own limit; what is longer was not written by it. */
const LONGEST_FORMAT = 255;

/** Country marks out (`[$-804]`, `[DBNum1]`), currency marks as plain text, the system's long date as China writes it. */
function plainFormat(format: string): string {
  if (format.length > LONGEST_FORMAT) return 'General';
  if (/^\[\$-(?:x-sysdate|F800)\]/i.test(format)) return 'yyyy"年"m"月"d"日"';
  return format
    .replace(/\[DBNum\d\]/gi, '')
    .replace(/\[\$([^\]-]*)(?:-[^\]]*)?\]/g, (_, currency: string) =>
      currency === '' ? '' : `"${currency}"`,
    )
    .replace(LITERAL, quoted);
}

/** Quoted, escaped or bracketed already; `!x`, which escapes as `\x` does in a Chinese Excel (`0!.0000` shows 元 as 万元); words that generated sheets leave bare. */
const LITERAL = /"[^"]*"|\\.|\[[^\]]*\]|[上下]午|A\/P|!(.)|([^\p{ASCII}]+)/gu;

function quoted(whole: string, escaped: string | undefined, words: string | undefined): string {
  if (escaped !== undefined) return `\\${escaped}`;
  return words === undefined ? whole : `"${words}"`;
}

/** The number as the format will print it; unchanged where the format prints no plain decimals. */
function presented(value: number, format: string): number {
  const places = placesIn(sectionFor(value, format));
  const decimal = decimalOf(String(Number(value.toPrecision(15))));
  if (places === null || !decimal || decimal.places <= places) return value;
  const unit = 10n ** BigInt(decimal.places - places);
  const magnitude = decimal.units < 0n ? -decimal.units : decimal.units;
  const rounded = (magnitude + unit / 2n) / unit;
  if (rounded === 0n) return value;
  return Number(`${value < 0 ? '-' : ''}${rounded}e-${places}`);
}

/** Formats have up to four sections: positive, negative, zero, text. */
function sectionFor(value: number, format: string): string {
  const sections = withoutLiterals(format).split(';');
  const index = value > 0 ? 0 : value < 0 ? 1 : 2;
  return sections[index] ?? sections[0] ?? '';
}

/** Quoted text, escaped, padded and repeated characters, and everything in brackets. */
function withoutLiterals(format: string): string {
  return format.replace(/"[^"]*"|\\.|[_*].|\[[^\]]*\]/g, '');
}

/** How many decimals of the value itself a section prints: `0.00%` prints 4. Null for dates, fractions, exponents and scaled numbers. */
function placesIn(section: string): number | null {
  const digits = /^[^0#?]*[0#?,]*[0#?](?:\.([0#?]*))?([^0#?.,]*)$/.exec(section);
  if (!digits || /[ymdhseg/]/i.test(section)) return null;
  const percents = (section.match(/%/g) ?? []).length;
  return (digits[1] ?? '').length + 2 * percents;
}
