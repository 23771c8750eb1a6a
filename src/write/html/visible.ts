// Any text → text that can be looked at: cut to a length, and with its control and direction characters made visible.
// Surprise: what was cut is said in the text itself, so that a shortened cell is never taken for the whole of it.

/** Characters that have no shape of their own or turn the direction of what follows. Tab and line break are kept. */
const INVISIBLE =
  /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u200E\u200F\u061C\u202A-\u202E\u2066-\u2069\uFEFF]/g;

/** `most` is in characters (UTF-16 units). */
export function visible(text: string, most: number): string {
  const kept = text.length > most ? `${wholeStart(text, most)}…〔${text.length} 字/chars〕` : text;
  return kept.replaceAll(INVISIBLE, (letter) => `⟦${codePoint(letter)}⟧`);
}

/** Never half of a surrogate pair. */
function wholeStart(text: string, most: number): string {
  return text.slice(0, most).replace(/[\uD800-\uDBFF]$/, '');
}

function codePoint(letter: string): string {
  return `U+${letter.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
}

/** For element content and for attributes in double quotes. */
export function escaped(text: string): string {
  return text.replaceAll(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`);
}

/** JSON that can stand inside a script element: no `<` can end it, whatever the strings hold. */
export function embedded(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c');
}
