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
const [WIDTH, HEIGHT] = [400, 250];
const PLOT = { left: 34, right: WIDTH - 10, top: 18, bottom: HEIGHT - 34 };

export function chartsOf(totals: Totals): string {
  return [
    figure(['按规则', 'By rule'], ruleBars(totals), ['点一条规则即可筛选', 'Choose a rule to filter by it']),
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
  return drawing(`预算执行率分布 Execution rates: ${told}`, [baseline(), ...bars]);
}

function binName(bin: number): string {
  if (bin === 10) return '100';
  return bin === 11 ? '>100' : `${bin * 10}–`;
}

function baseline(): string {
  return `<line class="axis" x1="${PLOT.left}" x2="${PLOT.right}" y1="${PLOT.bottom}" y2="${PLOT.bottom}"/>`;
}

/** The score axis begins below the lowest score, since nearly all scores are above 80. */
function scatter(points: readonly Point[]): string {
  if (points.length === 0) return EMPTY;
  const lowest = Math.min(
    90,
    Math.max(0, Math.floor((Math.min(...points.map(({ score }) => score)) - 1) / 10) * 10),
  );
  const x = (rate: number) => PLOT.left + ((PLOT.right - PLOT.left) * clamp(rate, 0, 110)) / 110;
  const y = (score: number) =>
    PLOT.bottom - ((PLOT.bottom - PLOT.top) * (clamp(score, lowest, 105) - lowest)) / (105 - lowest);
  const dots = points
    .toSorted((a, b) => b.count - a.count)
    .map((point) => dot(point, x(point.rate), y(point.score)));
  const xTicks = [0, 20, 40, 60, 80, 100].map((rate) => verticalTick(x(rate), `${rate}%`));
  const scores = [0, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100].filter((score) => score >= lowest);
  const yTicks = scores
    .filter(
      (_, index) => scores.length < 7 || index % 2 === (scores.length % 2) - (scores.length % 2 ? 1 : 0),
    )
    .map((score) => horizontalTick(y(score), String(score)));
  const even = `<line class="even" x1="${fixed(x(lowest))}" y1="${fixed(y(lowest))}" x2="${fixed(x(100))}" y2="${fixed(y(100))}"/>`;
  const forms = points.reduce((sum, { count }) => sum + count, 0);
  return drawing(`得分与执行率 Scores against execution: ${forms}`, [...xTicks, ...yTicks, even, ...dots]);
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, value));
}

function dot({ rate, score, count, worst, id }: Point, x: number, y: number): string {
  const radius = Math.min(14, 3.4 + 1.6 * Math.log2(count));
  const told = `${rate}% → ${score}${count > 1 ? ` × ${count}` : ''}`;
  return `<circle class="dot fill-${worst ?? 'fine'}" data-form="${escaped(id)}" cx="${fixed(x)}" cy="${fixed(y)}" r="${fixed(radius)}"><title>${told}</title></circle>`;
}

function verticalTick(x: number, words: string): string {
  return `<line class="grid" x1="${fixed(x)}" x2="${fixed(x)}" y1="${PLOT.top}" y2="${PLOT.bottom}"/>${label(x, PLOT.bottom + 14, words, 'tick')}`;
}

function horizontalTick(y: number, words: string): string {
  return `<line class="grid" x1="${PLOT.left}" x2="${PLOT.right}" y1="${fixed(y)}" y2="${fixed(y)}"/>${label(PLOT.left - 6, y + 3.5, words, 'tick end')}`;
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
