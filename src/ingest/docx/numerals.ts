// A number → its numeral in one of Word's number formats.

const DIGITS = '〇一二三四五六七八九';
const LEGAL_DIGITS = '零壹贰叁肆伍陆柒捌玖';
const ROMAN: readonly (readonly [number, string])[] = [
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
];

const FORMATS: Readonly<Record<string, (value: number) => string>> = {
  none: () => '',
  decimalZero: (value) => String(value).padStart(2, '0'),
  chineseCounting: (value) => counted(value, DIGITS, '十'),
  chineseCountingThousand: (value) => counted(value, DIGITS, '十'),
  japaneseCounting: (value) => counted(value, DIGITS, '十'),
  taiwaneseCountingThousand: (value) => counted(value, DIGITS, '十'),
  chineseLegalSimplified: (value) => counted(value, LEGAL_DIGITS, '拾'),
  ideographDigital: (value) => digitByDigit(value),
  decimalEnclosedCircle: (value) => enclosed(value, 0x2460, 20),
  decimalEnclosedCircleChinese: (value) => enclosed(value, 0x2460, 20),
  decimalEnclosedParen: (value) => enclosed(value, 0x2474, 20),
  decimalFullWidth: (value) => fullWidth(value),
  decimalFullWidth2: (value) => fullWidth(value),
  upperLetter: (value) => letters(value),
  lowerLetter: (value) => letters(value).toLowerCase(),
  upperRoman: (value) => roman(value),
  lowerRoman: (value) => roman(value).toLowerCase(),
};

/** Formats that are not known, and numbers beyond what a format can write, are plain digits. */
export function numeral(value: number, format: string): string {
  return FORMATS[format]?.(value) ?? String(value);
}

/** 1 一, 10 十, 21 二十一; from 100 on plain digits: no list in a form is that long. */
function counted(value: number, digits: string, ten: string): string {
  if (value >= 100 || value < 0) return String(value);
  if (value < 10) return digits[value] ?? '';
  const tens = Math.floor(value / 10);
  const ones = value % 10;
  const isShort = tens === 1 && ten === '十';
  return (isShort ? '' : (digits[tens] ?? '')) + ten + (ones === 0 ? '' : (digits[ones] ?? ''));
}

function digitByDigit(value: number): string {
  return [...String(value)].map((digit) => DIGITS[Number(digit)] ?? digit).join('');
}

function enclosed(value: number, first: number, most: number): string {
  return value >= 1 && value <= most ? String.fromCharCode(first + value - 1) : String(value);
}

function fullWidth(value: number): string {
  return String(value).replace(/\d/g, (digit) => String.fromCharCode(0xff10 + Number(digit)));
}

/** A … Z, then AA, BB …, as Word counts. */
function letters(value: number): string {
  if (value < 1 || value > 260) return String(value);
  const letter = String.fromCharCode(65 + ((value - 1) % 26));
  return letter.repeat(Math.ceil(value / 26));
}

function roman(value: number): string {
  if (value < 1 || value > 399) return String(value);
  let rest = value;
  let text = '';
  for (const [worth, sign] of ROMAN) {
    text += sign.repeat(Math.floor(rest / worth));
    rest %= worth;
  }
  return text;
}
