// A cell that a person named for a field → the part of it that states the field: the year of a title, the unit of 单位：万元.

import type { Pointer } from '../diagnostic/index.ts';
import { type Piece, partOf } from '../form/index.ts';

const PARTS: Readonly<Partial<Record<Pointer, RegExp>>> = {
  '/fiscalYear': /(?:19|20)\d\d/,
  '/amountUnit': /[百千]?[万亿]?元/,
};

export function statingPart(field: Pointer, piece: Piece): Piece {
  const [part] = PARTS[field]?.exec(piece.text) ?? [];
  return part === undefined ? piece : partOf(piece, part);
}
