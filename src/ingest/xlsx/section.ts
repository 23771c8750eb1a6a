// A number format → its sections, and the one that shows a given number.
// Surprise: positive; negative; zero; text only where no section has a condition ([>=10000]0!.0,"万";0), and a negative section hides the minus sign.

/** `printsSign` is false where the section is for negative numbers and says so by itself. */
export interface Section {
  readonly code: string;
  readonly printsSign: boolean;
  readonly isForText: boolean;
}

const PARTS = /"[^"]*"|[\\!].|\[[^\]]*\]|;|[^;"\\![]+|./gsu;
const QUOTED = /"[^"]*"|[\\!].|\[[^\]]*\]/gsu;

export function sectionsOf(format: string): readonly Section[] {
  const codes = [''];
  for (const [part] of format.matchAll(PARTS)) {
    if (part === ';') codes.push('');
    else codes[codes.length - 1] += part;
  }
  const conditional = codes.some((code) => conditionIn(code) !== null);
  return codes.map((code, at) => ({
    code,
    printsSign: conditional || at !== 1,
    isForText: at === 3 || (at === codes.length - 1 && code.replace(QUOTED, '').includes('@')),
  }));
}

export function sectionFor(value: number, sections: readonly Section[]): Section {
  const numeric = sections.filter(({ isForText }) => !isForText).slice(0, 3);
  const [first = { code: 'General', printsSign: true, isForText: false }, second, third] = numeric;
  const conditions = numeric.map(({ code }) => conditionIn(code));
  if (conditions.some((condition) => condition !== null)) {
    const holding = numeric.find((_, at) => conditions[at]?.(value) ?? false);
    return holding ?? numeric[conditions.indexOf(null)] ?? first;
  }
  if (value < 0) return second ?? first;
  return value > 0 ? first : (third ?? first);
}

const CONDITION = /\[(<=|>=|<>|<|>|=)\s*(-?\d+(?:\.\d+)?)\]/;
const COMPARISONS: Readonly<Record<string, (value: number, bound: number) => boolean>> = {
  '<': (value, bound) => value < bound,
  '<=': (value, bound) => value <= bound,
  '>': (value, bound) => value > bound,
  '>=': (value, bound) => value >= bound,
  '=': (value, bound) => value === bound,
  '<>': (value, bound) => value !== bound,
};

function conditionIn(code: string): ((value: number) => boolean) | null {
  const [, sign = '', bound = ''] = CONDITION.exec(code) ?? [];
  const holds = COMPARISONS[sign];
  return holds ? (value) => holds(value, Number(bound)) : null;
}
