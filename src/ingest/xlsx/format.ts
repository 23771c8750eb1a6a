// A stored number and its number format → the text that the sheet shows.
// Surprise: SheetJS's formatter is asked only for dates, fractions and exponents. It shows 0"."0, and 0.00 % as other numbers than Excel does.

import { SSF } from '@e965/xlsx';
import { digitsText } from './digits.ts';
import { type Section, sectionFor, sectionsOf } from './section.ts';

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
  const isGeneral = format === GENERAL || format.length > LONGEST_FORMAT;
  if (isGeneral) return typeof value === 'string' ? value : generalText(value);
  const sections = sectionsOf(format);
  if (typeof value === 'string') return textIn(value, sections);
  const section = sectionFor(value, sections);
  return numberIn(section.printsSign ? value : Math.abs(value), section.code, date1904);
}

const GENERAL = 'General';

/** Excel's own limit; what is longer was not written by it. */
const LONGEST_FORMAT = 255;
/** Excel takes 30 decimals and shows 15 digits; longer sections and larger numbers only cost time. */
const LONGEST_SECTION = 80;
const LARGEST = 1e21;

/** A section for texts may dress them up; formats without one show them as they are. */
function textIn(text: string, sections: readonly Section[]): string {
  const section = sections.find(({ isForText }) => isForText);
  return section ? (formatted(text, section.code, false) ?? text) : text;
}

/** The system's long date, as China writes it. */
const LONG_DATE = /^\[\$-(?:x-sysdate|F800)\]/i;
/** As a Chinese Excel shows its General, and some programs store it. */
const NAMED_GENERAL = /G\/通用格式/g;
const LITERAL = /"[^"]*"|[\\!_*].|\[[^\]]*\]/gsu;
const ELAPSED = /\[(?:h+|m+|s+)\]/i;

function numberIn(value: number, code: string, date1904: boolean): string {
  if (code.length > LONGEST_SECTION || Math.abs(value) > LARGEST) return generalText(value);
  if (LONG_DATE.test(code)) return numberIn(value, 'yyyy"年"m"月"d"日"', date1904);
  const plain = code.replace(NAMED_GENERAL, GENERAL);
  const bare = plain.replace(LITERAL, '');
  if (bare.includes(GENERAL)) return withGeneral(value, plain);
  const isDate = /[ymdhs]/i.test(bare) || ELAPSED.test(plain);
  if (!isDate && !/E[+-]|\//.test(bare)) return digitsText(value, plain);
  return formatted(value, isDate ? dateCode(plain) : plain, date1904) ?? generalText(value);
}

/** The number as General shows it, between the section's own words: General"分". */
function withGeneral(value: number, code: string): string {
  const shown = digitsText(0, code.replace(GENERAL, `"${generalText(Math.abs(value))}"`));
  return value < 0 ? `-${shown}` : shown;
}

function generalText(value: number): string {
  const exact = Number(value.toPrecision(15));
  return formatted(exact, GENERAL, false) ?? String(exact);
}

/** What the formatter does not take: points between the parts of a date, and words that generated sheets leave bare. */
function dateCode(code: string): string {
  return code
    .replace(/\[(?!(?:h+|m+|s+)\])[^\]]*\]/gi, '')
    .replace(
      /"[^"]*"|\\.|[上下]午|A\/P|!(.)|(\.(?!0)|[^\p{ASCII}]+)/gu,
      (whole, escaped?: string, words?: string) =>
        escaped !== undefined ? `"${escaped}"` : words !== undefined ? `"${words}"` : whole,
    );
}

function formatted(value: number | string, format: string, date1904: boolean): string | null {
  try {
    return SSF.format(format, value, { date1904 });
  } catch {
    // The formatter throws on what Excel itself would not accept; the caller falls back to General.
    return null;
  }
}
