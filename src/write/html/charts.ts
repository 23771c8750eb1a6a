// Totals → the drawings at the top of the page: findings by rule, execution rates, scores against execution. SVG, without a library.
// Surprise: only attributes, never `style`: the page's own security policy forbids inline styles.

import { CATALOGUE, type Code, LEVELS } from '../../diagnostic/index.ts';
import type { Both } from './finding.ts';
import { type Point, RATE_BINS, type Totals } from './totals.ts';
import { escaped } from './visible.ts';
import { both, pair } from './words.ts';

/** Rules that are shown at once; the rest unfold. */
const RULES_SHOWN = 9;
/** Units of the drawings; they scale with the page. */
const [WIDTH, HEIGHT] = [400, 290];
const PLOT = { left: 34, right: WIDTH - 10, top: 18, bottom: HEIGHT - 34 };

export function chartsOf(totals: Totals): string {
  return [
    figure(['各规则的发现', 'Findings by rule'], ruleBars(totals), [
      '点一条规则即可筛选',
      'Choose a rule to filter by it',
    ]),
    figure(['预算执行率分布', 'Execution rates'], rateBars(totals.rates), [
      '表数，按执行率（%）',
      'Forms by execution rate, in percent',
    ]),
    figure(['得分与执行率', 'Scores against execution'], scatter(totals.points), [
      '每点一张或多张表；虚线上方：得分率高于执行率',
      'A point is one form or more; above the dashed line the score exceeds the rate',
    ]),
  ].join('\n');
}

function figure(title: Both, body: string, caption: Both): string {
  return `<figure class="chart"><h2>${both(title)}</h2>${body}<figcaption>${both(caption)}</figcaption></figure>`;
}

function ruleBars({ rules }: Totals): string {
  if (rules.length === 0) return EMPTY;
  const most = Math.max(...rules.map(([, counts]) => sumOf(counts)));
  const items = rules.map(([code, counts]) => ruleBar(code, counts, most));
  const rest = items.slice(RULES_SHOWN);
  const more: Both = [`其余 ${rest.length} 条规则`, `${rest.length} more rules`];
  const unfolded =
    rest.length === 0
      ? ''
      : `<details><summary>${both(more)}</summary><ol class="bars">${rest.join('')}</ol></details>`;
  return `<ol class="bars">${items.slice(0, RULES_SHOWN).join('')}</ol>${unfolded}`;
}

const EMPTY = `<p class="empty">${both(['没有可画的数据', 'Nothing to draw'])}</p>`;

function ruleBar(code: Code, counts: readonly number[], most: number): string {
  const total = sumOf(counts);
  let x = 0;
  const parts = counts.map((count, index) => {
    const width = (100 * count) / most;
    const part =
      count === 0
        ? ''
        : `<rect class="fill-${LEVELS[index]}" x="${fixed(x)}" width="${fixed(width)}" height="8"/>`;
    x += width;
    return part;
  });
  const bar = `<svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">${parts.join('')}</svg>`;
  return `<li><a href="#rule=${code}"><span class="name">${both(pair(CATALOGUE[code].title))}</span>${bar}<b>${total}</b></a></li>`;
}

function sumOf(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count, 0);
}

function rateBars(rates: readonly number[]): string {
  const most = Math.max(...rates);
  if (most === 0) return EMPTY;
  const step = (PLOT.right - PLOT.left) / RATE_BINS;
  const bars = rates.map((count, bin) => {
    const height = ((PLOT.bottom - PLOT.top) * count) / most;
    const x = PLOT.left + bin * step;
    return [
      `<rect class="bar" x="${fixed(x + 2)}" y="${fixed(PLOT.bottom - height)}" width="${fixed(step - 4)}" height="${fixed(height)}" rx="2"><title>${binName(bin)}: ${count}</title></rect>`,
      count === 0 ? '' : label(x + step / 2, PLOT.bottom - height - 4, String(count), 'value'),
      label(x + step / 2, PLOT.bottom + 14, binName(bin), 'tick'),
    ].join('');
  });
  const told = rates.flatMap((count, bin) => (count === 0 ? [] : [`${binName(bin)}%: ${count}`])).join(', ');
  return drawing(`预算执行率分布 Execution rates: ${told}`, [
    line('axis', [PLOT.left, PLOT.bottom], [PLOT.right, PLOT.bottom]),
    ...bars,
  ]);
}

function binName(bin: number): string {
  if (bin === 10) return '100';
  return bin === 11 ? '>100' : `${bin * 10}–`;
}

/** The score axis begins at 60, or below the lowest score: nearly all scores are above 80. */
function scatter(points: readonly Point[]): string {
  if (points.length === 0) return EMPTY;
  const lowest = Math.min(
    60,
    Math.max(0, Math.floor((Math.min(...points.map(({ score }) => score)) - 1) / 20) * 20),
  );
  const x = (rate: number) => PLOT.left + ((PLOT.right - PLOT.left) * clamp(rate, 0, 110)) / 110;
  const y = (score: number) =>
    PLOT.bottom - ((PLOT.bottom - PLOT.top) * (clamp(score, lowest, 104) - lowest)) / (104 - lowest);
  const dots = points
    .toSorted((a, b) => b.count - a.count)
    .map((point) => dot(point, x(point.rate), y(point.score)));
  const forms = points.reduce((sum, { count }) => sum + count, 0);
  const even = line('even', [x(lowest), y(lowest)], [x(100), y(100)]);
  return drawing(`得分与执行率 Scores against execution: ${forms}`, [...ticks(lowest, x, y), even, ...dots]);
}

type Scale = (value: number) => number;

function ticks(lowest: number, x: Scale, y: Scale): readonly string[] {
  const across = [0, 20, 40, 60, 80, 100].map((rate) =>
    [
      line('grid', [x(rate), PLOT.top], [x(rate), PLOT.bottom]),
      label(x(rate), PLOT.bottom + 14, `${rate}%`, 'tick'),
    ].join(''),
  );
  const up = Array.from({ length: 11 }, (_, step) => step * 10)
    .filter((score) => score >= lowest && (lowest >= 40 || score % 20 === 0))
    .map((score) =>
      [
        line('grid', [PLOT.left, y(score)], [PLOT.right, y(score)]),
        label(PLOT.left - 6, y(score) + 3.5, String(score), 'tick end'),
      ].join(''),
    );
  return [...across, ...up];
}

function line(
  kind: string,
  [x1, y1]: readonly [number, number],
  [x2, y2]: readonly [number, number],
): string {
  return `<line class="${kind}" x1="${fixed(x1)}" y1="${fixed(y1)}" x2="${fixed(x2)}" y2="${fixed(y2)}"/>`;
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, value));
}

function dot({ rate, score, count, worst, id }: Point, x: number, y: number): string {
  const radius = Math.min(14, 3.4 + 1.6 * Math.log2(count));
  const told = `${rate}% → ${score}${count > 1 ? ` × ${count}` : ''}`;
  return `<circle class="dot fill-${worst ?? 'fine'}" data-form="${escaped(id)}" cx="${fixed(x)}" cy="${fixed(y)}" r="${fixed(radius)}"><title>${told}</title></circle>`;
}

function label(x: number, y: number, words: string, kind: string): string {
  return `<text class="${kind}" x="${fixed(x)}" y="${fixed(y)}">${words.replace('>', '&gt;')}</text>`;
}

function drawing(title: string, parts: readonly string[]): string {
  return `<svg class="plot" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${escaped(title)}">${parts.join('')}</svg>`;
}

function fixed(value: number): string {
  return String(Math.round(value * 100) / 100);
}
