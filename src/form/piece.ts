// Cells as pieces: a text, its place, how sure it is, and what else it may read.
// Surprise: a cell of several words has as many readings as its words have, each with one word replaced.

import { joinLines } from '../text/join.ts';
import type { Cell, Line, Reading, Word } from '../tree/nodes.ts';
import type { Piece } from './form.ts';

export function pieceOf(block: Cell | Line): Piece {
  const { text, origin, words } = block;
  const confidence = words.reduce((least, word) => Math.min(least, word.confidence), 1);
  return { text, origin, confidence, readings: readingsOf(words, text) };
}

function readingsOf(words: readonly Word[], text: string): readonly Reading[] {
  const [only] = words;
  if (only && words.length === 1) return only.text === text ? only.readings : [];
  return words.flatMap((word, at) =>
    word.readings.map((reading) => ({
      text: joinLines(words.map((other, index) => (index === at ? reading.text : other.text))),
      probability: reading.probability,
    })),
  );
}

/** A part of a piece: the same place, another text. Its readings are dropped, since they are readings of the whole. */
export function partOf(piece: Piece, text: string): Piece {
  return text === piece.text ? piece : { ...piece, text, readings: [] };
}
