// Which funding lines make up the total. Lines of a deeper level (财政资金, of which 中央, 省级 …) count once, with the line above them.
// Surprise: forms do not draw the level, so there are several readings of one block; a total is wrong only when none of them gives it.

import type { Evaluation, Funding, FundingSource } from '../record/evaluation.ts';
import { totalLine } from './subject.ts';

const FISCAL: ReadonlySet<FundingSource> = new Set(['fiscal', 'currentAppropriation']);
const REGIONAL: ReadonlySet<FundingSource> = new Set(['central', 'provincial', 'local']);
const OF_WHICH = /^[\s\d.、①-⑩-]*其中/;

export interface Parts {
  readonly total: Funding;
  /** The sets of lines that may be meant, the plainest first. */
  readonly readings: readonly (readonly Funding[])[];
  /** False for a lone 其中 line, which need not be all of the total. */
  readonly isExhaustive: boolean;
}

export function partsOf(evaluation: Evaluation): Parts | null {
  const total = totalLine(evaluation);
  const lines = evaluation.funding.filter((line) => line !== total && line.source !== 'total');
  const [only] = lines;
  if (!total || !only) return null;
  const isExhaustive = lines.length > 1 || !isOfWhich(only);
  return { total, readings: readingsOf(lines), isExhaustive };
}

function isOfWhich(line: Funding): boolean {
  return OF_WHICH.test(line.label.value);
}

/** Every way in which lines may stand below another line; the same set twice does no harm. */
function readingsOf(lines: readonly Funding[]): readonly (readonly Funding[])[] {
  const has = (sources: ReadonlySet<FundingSource>) => lines.some(({ source }) => sources.has(source));
  const deeper: ((line: Funding, at: number) => boolean)[] = [() => false];
  if (has(FISCAL)) deeper.push(({ source }) => REGIONAL.has(source));
  if (lines.some(({ source }) => source === 'fiscal')) {
    deeper.push(({ source }) => source === 'currentAppropriation');
    deeper.push(({ source }) => REGIONAL.has(source) || source === 'currentAppropriation');
  }
  deeper.push(({ source }) => source === 'unknown');
  deeper.push((line, at) => at > 0 && isOfWhich(line));
  for (const { from, to } of nestedRuns(lines)) {
    const isWithin = (at: number) => at >= from && at < to;
    deeper.push((_, at) => isWithin(at));
    deeper.push((_, at) => isWithin(at) && !hasParts(lines, at));
  }
  const readings = deeper.map((isDeeper) => lines.filter((line, at) => !isDeeper(line, at)));
  return readings.filter((reading) => reading.length > 0);
}

/** A line right above an 其中: inside a run it is where the parts of another source begin. */
function hasParts(lines: readonly Funding[], at: number): boolean {
  const [line, next] = lines.slice(at, at + 2);
  return line !== undefined && next !== undefined && !isOfWhich(line) && isOfWhich(next);
}

interface Run {
  readonly from: number;
  readonly to: number;
}

/** No line is told to consist of more; each run is a reading of its own over all lines. */
const MOST_NESTED = 50;

/** From the first 其中 below another line on, all lines or as many as may stand below that line; what follows stands beside it. */
function nestedRuns(lines: readonly Funding[]): readonly Run[] {
  const from = lines.findIndex((line, at) => at > 0 && isOfWhich(line));
  if (from < 0) return [];
  const nested = lines.slice(from, from + MOST_NESTED).map((_, at) => ({ from, to: from + at + 1 }));
  return [...nested, { from, to: lines.length }];
}
