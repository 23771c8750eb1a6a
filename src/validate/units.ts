// Whether two units measure the same thing, and how many powers of ten lie between them.
// Surprise: a missing unit measures anything (the cell below ≥50个 often says just 50), 百分比 is %, and 次/年 is 次, since a form is of
// one year.

const SYNONYMS: Readonly<Record<string, string>> = {
  百分比: '%',
  百分点: '%',
  个百分点: '%',
  '㎡': '平方米',
  'm²': '平方米',
  m2: '平方米',
  平米: '平方米',
  km: '公里',
  千米: '公里',
  公斤: '千克',
  天: '日',
};

const MULTIPLES: readonly (readonly [string, number])[] = [
  ['亿', 8],
  ['千万', 7],
  ['百万', 6],
  ['万', 4],
  ['千', 3],
];

interface Measure {
  readonly base: string;
  readonly power: number;
}

function measureOf(unit: string): Measure {
  const ofYear = unit.replace(/\/年度?$/, '');
  const known = SYNONYMS[ofYear] ?? ofYear;
  if (known === '‰') return { base: '%', power: -1 };
  const multiple = MULTIPLES.find(([prefix]) => known.startsWith(prefix) && known.length > prefix.length);
  return multiple ? { base: known.slice(multiple[0].length), power: multiple[1] } : { base: known, power: 0 };
}

/** The power p such that 1 `from` = 10^p `to` (万元 to 元: 4), or null where the two cannot be compared. */
export function powerBetween(from: string | null, to: string | null): number | null {
  if (from === null || to === null) return 0;
  const [a, b] = [measureOf(from), measureOf(to)];
  return a.base === b.base ? a.power - b.power : null;
}
