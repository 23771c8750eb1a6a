// The codes that a face prints, and the characters that they are taken for → whether these can be what is printed.
// Surprise: of a font that says nothing of its characters the decoder takes each code for the character of that number. Most such codes number glyphs, so
// that digits come out as control characters, which nobody sees missing, and Chinese as letters of twenty scripts. Where all of them come out as signs of
// ASCII nothing tells: program text has as many odd ones.

/** What a face has shown so far. `lost`: inked glyphs that came out as nothing; `blocks`: of `foreign` characters. */
export interface Tally {
  shown: number;
  lost: number;
  foreign: number;
  readonly blocks: Set<number>;
}

export function noTally(): Tally {
  return { shown: 0, lost: 0, foreign: 0, blocks: new Set() };
}

/** A glyph as far as it matters here. The decoder keeps to itself whether a map gave it its text, or its code alone. */
interface Coded {
  readonly unicode?: string;
  readonly width?: number;
}

/** Whether a glyph takes room on the paper and has only a control character for a text. */
export function isLost({ unicode = '', width = 0 }: Coded): boolean {
  return width > 0 && (unicode === '' || CONTROL.test(unicode));
}

const CONTROL = /^[\u0000-\u0008\u000B\u000E-\u001F\u007F-\u009F]+$/;

export function weigh(face: Tally, glyph: Coded): void {
  face.shown++;
  const code = glyph.unicode?.charCodeAt(0) ?? 0;
  if (code >= HAN && code < AFTER_HAN) return;
  if (isLost(glyph)) face.lost++;
  if (code < NEAR || !FOREIGN.some(([first, last]) => first <= code && code <= last)) return;
  face.foreign++;
  face.blocks.add(code >> BLOCK);
}

/** What stands between the characters of Chinese documents: scripts of elsewhere, and Chinese of dictionaries. */
const NEAR = 0x0180;
const [HAN, AFTER_HAN] = [0x4e00, 0xa000];
const FOREIGN: readonly (readonly [number, number])[] = [
  [NEAR, 0x01cc],
  [0x01dd, 0x0250],
  [0x0262, 0x02c6],
  [0x02da, 0x0390],
  [0x0460, 0x1fff],
  [0x27c0, 0x2e7f],
  [0x3400, 0x4dbf],
  [AFTER_HAN, 0xabff],
];
/** Characters are counted by blocks of 128. */
const BLOCK = 7;
/** A text in a script of elsewhere keeps to fewer blocks: Arabic, with its joined forms, to five. Numbers of glyphs are spread over dozens. */
const MANY_BLOCKS = 6;
/** Share of strange characters from which all that a face shows is a guess; a stray sign and a list's bullets stay below. */
const MOST_STRANGE = 0.15;

export function isGuessed({ shown, lost, foreign, blocks }: Tally): boolean {
  const strange = lost + (blocks.size >= MANY_BLOCKS ? foreign : 0);
  return strange > 3 && strange > MOST_STRANGE * shown;
}
