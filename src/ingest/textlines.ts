// Text → its lines with their numbers, at \n, \r\n and \r.
// Surprise: a form feed or a vertical tab does not begin a line here, though Unicode says so; editors do not count them either.

import { keepCells, keepCharacters } from './caps.ts';

export interface NumberedLine {
  readonly text: string;
  /** 1-based. */
  readonly number: number;
}

/** More separators (tabs, pipes, line breaks) than `mostCells` are refused before anything is made of them. */
export function numberedLines(text: string, mostCells: number): readonly NumberedLine[] {
  keepCells(separatorsIn(text), mostCells);
  return text.split(/\r\n|\n|\r/).map((line, index) => {
    keepCharacters(line.length);
    return { text: line, number: index + 1 };
  });
}

const SEPARATORS = new Set(['\t', '\n', '\r', '|'].map((char) => char.charCodeAt(0)));

function separatorsIn(text: string): number {
  let count = 0;
  for (let at = 0; at < text.length; at++) if (SEPARATORS.has(text.charCodeAt(at))) count++;
  return count;
}
