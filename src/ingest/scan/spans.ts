// A rule and the ink under it → the stretches of it, between crossings, that the ink bears out.
// Surprise: a stroke of a character in line with a rule above and below a merged cell looks like the rule; it falls short of the crossings.

import type { Ink } from './raster.ts';

/** In pixels, centre line and thickness; `from` < `to` along the rule, `at` across it. */
export interface Rule {
  readonly from: number;
  readonly to: number;
  readonly at: number;
  readonly thickness: number;
}

/** The page as rulings are sought on it: `shade` is its ink and what stamps may have covered, `em` the height of a character in pixels. */
export interface Inked {
  readonly ink: Ink;
  readonly shade: Ink;
  readonly em: number;
}

/** All in heights of a character. How far an end may miss the rule that it meets. */
export const REACH = 0.45;
/** A rule longer than this may stand without an end that meets another. */
export const LONG = 3.2;
/** Thickest rule: bold frames are 3 or 4 points, characters 10. At 0.45 the first bold strokes are taken. */
export const THICKEST = 0.4;
/** Share of ink between two crossings: a full-height stroke of a character covers 0.6 to 0.75 of the lowest row. */
const SPAN_COVER = 0.8;
/** An open end is at least this long, and this share of it is ink, and thin: a stroke in line with a rule stands off from it. */
const SHORTEST_END = 1.2;
const END_COVER = 0.93;
/** One longer than a short rule is ink by this share, up to the length of a line of print: six characters in line with a rule were seen to cover 0.81. */
const LONG_END_COVER = 0.9;
const LINE_OF_PRINT = 12;
/** Crossings nearer than this are the two lines of a double rule. */
const TOUCHING = 0.3;

/** Where other rules cross a rule, or nearly, from its start to its end. */
export function cutsOf(rule: Rule, crossing: readonly Rule[], reach: number): number[] {
  return crossing
    .filter((other) => other.from - reach <= rule.at && rule.at <= other.to + reach)
    .map((other) => Math.round(other.at))
    .filter((at) => at > rule.from - reach && at < rule.to + reach)
    .sort((a, b) => a - b);
}

/** Share of a rule's length that has ink. */
export function coverOf({ bits, width, height }: Ink, rule: Rule): number {
  const reach = Math.max(1, Math.round(rule.thickness / 2));
  const y0 = Math.max(0, Math.round(rule.at) - reach);
  const y1 = Math.min(height - 1, Math.round(rule.at) + reach);
  let covered = 0;
  for (let x = rule.from; x < rule.to; x++) {
    for (let y = y0; y <= y1; y++) {
      if (!bits[y * width + x]) continue;
      covered++;
      break;
    }
  }
  return covered / (rule.to - rule.from);
}

/** Share of a rule's columns in which the ink through its centre is no higher than a rule may be thick. */
export function thinShare({ bits, width, height }: Ink, rule: Rule, thickness: number): number {
  let thin = 0;
  for (let x = rule.from; x < rule.to; x++) {
    const middle = Math.round(rule.at);
    let [top, bottom] = [middle, middle];
    while (top > 0 && bits[(top - 1) * width + x] && bottom - top <= thickness) top--;
    while (bottom < height && bits[bottom * width + x] && bottom - top <= thickness) bottom++;
    if (bottom - top <= thickness) thin++;
  }
  return thin / (rule.to - rule.from);
}

/**
 * The rule between its crossings, as far as ink bears it out: a stroke of a character that stands in line with a rule above and below
 * a merged cell would otherwise cut the cell. Neighbouring spans stay one rule; what overshoots the last crossing is cut off.
 */
export function spansOf(rule: Rule, crossing: readonly Rule[], page: Inked): Rule[] {
  const cuts = cutsOf(rule, crossing, REACH * page.em);
  if (cuts.length < 2) return [rule];
  const ends = [rule.from, ...cuts.filter((at) => at > rule.from && at < rule.to), rule.to];
  const spans: Rule[] = [];
  for (let at = 1; at < ends.length; at++) {
    const span = { ...rule, from: ends[at - 1] ?? 0, to: ends[at] ?? 0 };
    const free =
      (at === 1 && span.from < (cuts[0] ?? 0)) || (at === ends.length - 1 && span.to > (cuts.at(-1) ?? 0));
    if (!isBorne(span, page, free)) continue;
    const last = spans.at(-1);
    if (last?.to === span.from) spans[spans.length - 1] = { ...last, to: span.to };
    else spans.push(span);
  }
  return spans;
}

/** `free`: one end of the span meets nothing. */
function isBorne(span: Rule, page: Inked, free: boolean): boolean {
  const length = span.to - span.from;
  if (length === 0) return false;
  if (length < TOUCHING * page.em) return true;
  if (free && length < LONG * page.em) return isFreeEnd(span, page);
  const isLine = free && length < LINE_OF_PRINT * page.em;
  return coverOf(page.shade, span) >= (isLine ? LONG_END_COVER : SPAN_COVER);
}

/** A short piece beyond the last crossing is the open end of a table that goes on over the page, if it is rule through and through. */
function isFreeEnd(span: Rule, { ink, em }: Inked): boolean {
  if (span.to - span.from < SHORTEST_END * em) return false;
  return coverOf(ink, span) >= END_COVER && thinShare(ink, span, THICKEST * em) >= END_COVER;
}
