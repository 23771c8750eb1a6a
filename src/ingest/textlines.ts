// Text → its lines with their numbers, at \n, \r\n and \r.
// Surprise: a form feed or a vertical tab does not begin a line here, though Unicode says so; editors do not count them either.

import { keepCharacters } from './caps.ts';

export interface NumberedLine {
  readonly text: string;
  /** 1-based. */
  readonly number: number;
}

export function numberedLines(text: string): readonly NumberedLine[] {
  return text.split(/\r\n|\n|\r/).map((line, index) => {
    keepCharacters(line.length);
    return { text: line, number: index + 1 };
  });
}
