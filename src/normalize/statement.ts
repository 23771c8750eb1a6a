// A binding as a stated value: its pieces joined and tidied, its dashes taken for what they mean, its text read as what the field holds.
// Surprise: spaces between Chinese characters are layout (`产 出 指 标`, a wrapped cell), so they go; all others stay.

import type { Pointer } from '../diagnostic/diagnostic.ts';
import type { Binding, Piece } from '../form/form.ts';
import { type Decimal, printedDecimal } from '../number/index.ts';
import type { Stated } from '../record/stated.ts';
import { folded } from '../text/label.ts';
import { isNothing } from '../text/nothing.ts';

const BETWEEN_WIDE = /(?<=[\p{Script=Han}，。；：、（）《》“”])\s+(?=[\p{Script=Han}，。；：、（）《》“”])/gu;

export function tidied(text: string): string {
  return text.trim().replace(BETWEEN_WIDE, '');
}

/** All bindings of a form by field. */
export type Fields = ReadonlyMap<Pointer, Binding>;

export function statementOf(fields: Fields, field: Pointer): Stated<string> | null {
  const pieces = fields.get(field)?.pieces ?? [];
  const [first] = pieces;
  const text = pieces.map((piece) => tidied(piece.text)).join('');
  if (!first || isNothing(text)) return null;
  const confidence = Math.min(...pieces.map((piece) => piece.confidence));
  return { value: text, field, text, origin: first.origin, confidence, readings: readingsOf(pieces) };
}

function readingsOf(pieces: readonly Piece[]): Stated<string>['readings'] {
  const [only] = pieces;
  if (only && pieces.length === 1) return only.readings;
  return pieces.flatMap((piece, at) =>
    piece.readings.map((reading) => ({
      text: pieces.map((other, index) => (index === at ? reading.text : other.text)).join(''),
      probability: reading.probability,
    })),
  );
}

/** A short value in which 无 means nothing. */
export function givenOf(fields: Fields, field: Pointer): Stated<string> | null {
  const stated = statementOf(fields, field);
  return stated && folded(stated.value) === '无' ? null : stated;
}

/** The number that a cell prints; null where there is none, or none that can be read. */
export function numberOf(fields: Fields, field: Pointer): Stated<Decimal> | null {
  const stated = givenOf(fields, field);
  const value = stated && printedDecimal(stated.text);
  return stated && value ? { ...stated, value } : null;
}
