// Level rules without uprights → the zones of a page that they mark as tables: two or more rules of one width, one below another.
// Surprise: the rules above and below a page's running text look just the same; what stands between them decides.

import { isAmount, type TextRow } from './chunks.ts';
import type { Segment } from './segments.ts';

export interface Zone {
  readonly y0: number;
  readonly y1: number;
  readonly x0: number;
  readonly x1: number;
  /** Two rules with nothing but headings between them: the table goes on below. */
  readonly isHeading: boolean;
}

/** Points. Shorter rules underline words. */
const SHORTEST = 70;
/** Points by which the ends of a table's rules differ at most. */
const ENDS = 7;
/** Rows between two rules that make no heading: more must be rows of a table. */
const HEADING = 4;
/** Share of the rows between two rules that are cut into chunks at least. */
const CHUNKED = 0.5;

export function zonesOf(rules: readonly Segment[], rows: readonly TextRow[]): readonly Zone[] {
  const zones: Zone[] = [];
  const long = rules.filter((rule) => rule.to - rule.from >= SHORTEST).sort((a, b) => a.at - b.at);
  for (const rule of long) {
    const at = zones.findLastIndex((zone) => isAlike(zone, rule));
    const zone = zones[at];
    if (zone && isTabular(rowsBetween(rows, zone, rule.at))) zones[at] = { ...zone, y1: rule.at };
    else zones.push({ y0: rule.at, y1: rule.at, x0: rule.from, x1: rule.to, isHeading: false });
  }
  return zones
    .filter((zone) => zone.y1 > zone.y0)
    .map((zone) => ({ ...zone, isHeading: isHeading(zone, long, rows) }));
}

function isHeading(zone: Zone, rules: readonly Segment[], rows: readonly TextRow[]): boolean {
  if (rules.some((rule) => rule.at > zone.y0 && rule.at < zone.y1 && isAlike(zone, rule))) return false;
  const within = rowsBetween(rows, { ...zone, y1: zone.y0 }, zone.y1);
  return within.length <= HEADING && !within.some((row) => row.chunks.some(isAmount));
}

function isAlike(zone: Zone, rule: Segment): boolean {
  return Math.abs(zone.x0 - rule.from) <= ENDS && Math.abs(zone.x1 - rule.to) <= ENDS;
}

function rowsBetween(rows: readonly TextRow[], zone: Zone, bottom: number): readonly TextRow[] {
  return rows
    .filter((row) => row.y0 + row.y1 > 2 * zone.y1 && row.y0 + row.y1 < 2 * bottom)
    .map((row) => ({
      ...row,
      chunks: row.chunks.filter((chunk) => chunk.x1 > zone.x0 && chunk.x0 < zone.x1),
    }))
    .filter((row) => row.chunks.length > 0);
}

/** How titles above and notes below a table begin: between two rules they tell that the rules belong to two tables. */
const BESIDE_TABLES =
  /^(?:(?:table|figure|fig\.|tab\.|tableau|tabelle|表|图)\s*[\dⅠ-Ⅻ一二三四五六七八九十]|(?:sources?|notes?|资料来源|数据来源|注)\s*[:：])/iu;

function isTabular(rows: readonly TextRow[]): boolean {
  if (rows.length === 0 || rows.some((row) => BESIDE_TABLES.test(row.chunks[0]?.text ?? ''))) return false;
  const chunked = rows.filter((row) => row.chunks.length > 1);
  if (2 * chunked.filter(isFields).length > chunked.length) return false;
  return chunked.length > 0 && (rows.length <= HEADING || chunked.length >= CHUNKED * rows.length);
}

/** Labels with colons side by side, with or without what is filled in: they stand above tables and between rules as headings do. */
export function isFields({ chunks }: TextRow): boolean {
  const labelled = chunks.filter((chunk) => /^[^\d:：]{1,12}[:：]/.test(chunk.text));
  return labelled.length > 1 && 2 * labelled.length > chunks.length;
}

/** The zone that holds both rows of print. */
export function inOneZone(zones: readonly Zone[], upper: TextRow, lower: TextRow): boolean {
  return zones.some((zone) => isWithin(zone, upper) && isWithin(zone, lower));
}

function isWithin(zone: Zone, { y0, y1 }: TextRow): boolean {
  return y0 + y1 > 2 * zone.y0 && y0 + y1 < 2 * zone.y1;
}
