// A line that may begin with a comparator (≥98%, ≤3次) → its readings, the comparator as the classifier of glyphs sees it.
// Surprise: the general engine reads what stands behind the sign alone; for the sign itself it writes > or a digit (≥86套 → 286套) as it pleases.

import type { Reading } from '../tree/nodes.ts';
import { signOf } from './alphabet.ts';
import type { Lattice } from './engine.ts';

/** The classifier's probability from which its comparator stands. */
const SURE = 0.8;
const COMPARATOR = /^[≥≤><=≧≦═]$/;
/** What a comparator stands before. Elsewhere a bar is 一, and other marks are dirt. */
const NUMBER = /^\.?\d/;

interface Ahead {
  readonly char: string;
  /** As part of the crop's width: what lies before it is the sign. Short of its right edge, lest the first digit be lost. */
  readonly end: number;
}

/** `read` decodes a lattice into readings, likeliest first. */
export function withSignAhead(
  general: Lattice,
  glyphs: Lattice,
  read: (lattice: Lattice) => readonly Reading[],
): readonly Reading[] {
  const readings = read(general);
  const ahead = signAhead(glyphs);
  if (!ahead) return readings;
  const behind = read(general.filter(({ at }) => at > ahead.end)).map(withoutSign);
  if (!opensWithSign(readings[0]?.text) && !NUMBER.test(behind[0]?.text ?? '')) return readings;
  return behind.map(({ text, probability }) => ({ text: ahead.char + text, probability }));
}

function signAhead([first, edge]: Lattice): Ahead | null {
  const sign = first?.choices[0];
  if (!first || !edge || !sign || !COMPARATOR.test(sign.char) || sign.probability < SURE) return null;
  return { char: sign.char, end: (first.at + edge.at) / 2 };
}

function opensWithSign(text: string | undefined): boolean {
  return COMPARATOR.test(signOf([...(text ?? '')][0] ?? '') ?? '');
}

function withoutSign({ text, probability }: Reading): Reading {
  return { text: opensWithSign(text) ? [...text].slice(1).join('').trimStart() : text, probability };
}
