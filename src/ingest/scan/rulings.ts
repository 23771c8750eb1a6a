// Ink of an upright page → its rulings, in pixels, and the ink without them.
// Surprise: a short stroke counts as a ruling only where both its ends meet rulings that cross it: inside a character nothing crosses at both ends.

import { type Ink, turnedOver } from './raster.ts';
import {
  coverOf,
  cutsOf,
  type Inked,
  LONG,
  REACH,
  type Rule,
  spansOf,
  THICKEST,
  thinShare,
} from './spans.ts';
import { type Stroke, strokesOf } from './strokes.ts';

export type { Rule } from './spans.ts';

export interface Rules {
  readonly level: readonly Rule[];
  readonly plumb: readonly Rule[];
}

/** All in heights of a character. A run of a rule is longer than most strokes of characters … */
const RUN = 0.7;
/** … a rule longer than this stands for itself: no row of characters has one stroke in line for so long … */
const ALONE = 12;
/** … one longer than this must lie between crossing rules (the dash —— is 2 long), up to a stroke in line with it … */
const HELD = 0.6;
/** … a shorter one is at least this long (the lowest rows) and must end on crossing rules, exactly. */
const SHORT = 0.95;
const EXACT_REACH = 0.12;
/** Gap closed between two pieces of one rule: a broken line of a fax, a character on the rule. */
const PIECE_GAP = 0.45;
/** Share of a wider gap that is covered where a stamp lay over the rule; under a ring next to none of it is left open. */
const GAP_COVER = 0.8;
/** How far the centres of two pieces of one rule may differ. */
const PIECE_SHIFT = 0.14;
/** Share of a rule's length under ink, at least: a fax breaks a rule … */
const LONG_COVER = 0.75;
/** … but a short one that is broken is more likely a row of strokes, and so is every one below this length. */
const SHORT_COVER = 0.88;
/** Share of a short rule's columns without ink above or below it: strokes of characters are crossed everywhere. */
const SHORT_THIN = 0.7;

/** `shade` is the ink and what stamps may have covered; the ink itself where there were none. */
export function rulesOf(ink: Ink, em: number, shade: Ink): Rules {
  const page = { ink, shade, em };
  const across = turnedOver(ink);
  const turned = { ink: across, shade: shade === ink ? across : turnedOver(shade), em };
  const rules = crossingRules(candidatesOn(page), candidatesOn(turned), em);
  return {
    level: rules.level.flatMap((rule) => spansOf(rule, rules.plumb, page)),
    plumb: rules.plumb.flatMap((rule) => spansOf(rule, rules.level, turned)),
  };
}

/** Strokes in line: one rule that is broken, or, where that does not stand, what of its pieces does. Strokes of characters get in line with rules, too. */
interface InLine {
  readonly whole: Rule;
  readonly pieces: readonly Rule[];
}

/** The ways to see strokes in line as rules, the likeliest first. */
type Ways = readonly (readonly Rule[])[];

function candidatesOn(page: Inked): Ways[] {
  const strokes = strokesOf(page.ink, sizeFor(page.em));
  const borneOut = (rules: readonly Rule[]) =>
    rules.filter((rule) => rule.to - rule.from >= SHORT * page.em && isCovered(rule, page));
  return inLine(strokes, page).map(({ whole, pieces }) => [borneOut([whole]), borneOut(pieces)]);
}

function sizeFor(em: number) {
  return {
    run: Math.max(8, Math.round(RUN * em)),
    gap: Math.max(1, Math.round(em / 12)),
    thickness: Math.max(3, Math.round(THICKEST * em)),
  };
}

function inLine(strokes: readonly Stroke[], page: Inked): InLine[] {
  const found: InLine[] = [];
  const sorted = [...strokes].sort((a, b) => a.x0 - b.x0);
  for (const stroke of sorted) {
    const piece = { from: stroke.x0, to: stroke.x1, at: stroke.y, thickness: stroke.thickness };
    const at = found.findIndex(({ whole }) => continues(whole, piece, page));
    const before = found[at];
    if (before) found[at] = { whole: union(before.whole, piece), pieces: [...before.pieces, piece] };
    else found.push({ whole: piece, pieces: [piece] });
  }
  return found;
}

/** True where ink runs along most of the rule; rows of characters whose strokes happen to align leave more open. */
function isCovered(rule: Rule, { ink, shade, em }: Inked): boolean {
  const length = rule.to - rule.from;
  if (length >= ALONE * em) return coverOf(shade, rule) >= LONG_COVER;
  return coverOf(shade, rule) >= SHORT_COVER && thinShare(ink, rule, THICKEST * em) >= SHORT_THIN;
}

function continues(rule: Rule, piece: Rule, { ink, shade, em }: Inked): boolean {
  if (Math.abs(rule.at - piece.at) > Math.max(1.5, PIECE_SHIFT * em)) return false;
  if (piece.from - rule.to <= PIECE_GAP * em) return true;
  if (shade === ink) return false;
  const gap = { from: rule.to, to: piece.from, at: (rule.at + piece.at) / 2, thickness: rule.thickness };
  return coverOf(shade, gap) >= GAP_COVER;
}

function union(rule: Rule, piece: Rule): Rule {
  const a = rule.to - rule.from;
  const b = piece.to - piece.from;
  return {
    from: Math.min(rule.from, piece.from),
    to: Math.max(rule.to, piece.to),
    at: (rule.at * a + piece.at * b) / (a + b),
    thickness: Math.max(rule.thickness, piece.thickness),
  };
}

/** Keeps the rules that are long enough to stand alone, then again and again those that hang together with kept ones. */
function crossingRules(level: readonly Ways[], plumb: readonly Ways[], em: number): Rules {
  const standing = (candidates: readonly Ways[], crossing: readonly Rule[]) =>
    candidates.flatMap((ways) => {
      const stand = ways.map((rules) =>
        rules.filter((rule) => isAlone(rule, em) || hangsOn(rule, crossing, em)),
      );
      return stand.find((rules) => rules.length > 0) ?? [];
    });
  let kept: Rules = { level: standing(level, []), plumb: standing(plumb, []) };
  for (let round = 0; round < 4; round++) {
    const next = { level: standing(level, kept.plumb), plumb: standing(plumb, kept.level) };
    const same = areSame(next.level, kept.level) && areSame(next.plumb, kept.plumb);
    kept = next;
    if (same) break;
  }
  return kept;
}

function areSame(some: readonly Rule[], others: readonly Rule[]): boolean {
  return some.length === others.length && some.every((rule, at) => rule === others[at]);
}

function isAlone(rule: Rule, em: number): boolean {
  return rule.to - rule.from >= ALONE * em;
}

/** Most of a long rule must lie between kept ones that it crosses; a short one must end on such, exactly. */
function hangsOn(rule: Rule, crossing: readonly Rule[], em: number): boolean {
  const length = rule.to - rule.from;
  if (length >= LONG * em) {
    const cuts = cutsOf(rule, crossing, REACH * em);
    return (cuts.at(-1) ?? 0) - (cuts[0] ?? 0) >= HELD * length;
  }
  const reach = Math.max(3, EXACT_REACH * em);
  return meets(rule.from, rule.at, crossing, reach) && meets(rule.to, rule.at, crossing, reach);
}

function meets(end: number, at: number, crossing: readonly Rule[], reach: number): boolean {
  return crossing.some(
    (rule) =>
      Math.abs(rule.at - end) <= reach + rule.thickness / 2 &&
      rule.from - reach <= at &&
      at <= rule.to + reach,
  );
}

/** The ink with the rules taken out; where a character crosses a rule its stroke beside the rule stays. */
export function withoutRules(ink: Ink, rules: Rules): Ink {
  const bits = Uint8Array.from(ink.bits);
  for (const rule of rules.level) eraseLevel(bits, ink, rule);
  for (const rule of rules.plumb) erasePlumb(bits, ink, rule);
  return { ...ink, bits };
}

/** Pixels on either side of a rule's centre line that are taken out with it. */
export function halfBand(rule: Rule): number {
  return rule.thickness / 2 + 1.5;
}

function eraseLevel(bits: Uint8Array, { width, height }: Ink, rule: Rule): void {
  const y1 = Math.min(height - 1, Math.round(rule.at + halfBand(rule)));
  for (let y = Math.max(0, Math.round(rule.at - halfBand(rule))); y <= y1; y++) {
    bits.fill(0, y * width + rule.from, y * width + rule.to);
  }
}

function erasePlumb(bits: Uint8Array, { width, height }: Ink, rule: Rule): void {
  const x0 = Math.max(0, Math.round(rule.at - halfBand(rule)));
  const x1 = Math.min(width, Math.round(rule.at + halfBand(rule)) + 1);
  for (let y = rule.from; y < Math.min(height, rule.to); y++) bits.fill(0, y * width + x0, y * width + x1);
}
