// Layout line breaks inside a cell, taken out as a Chinese reader would: no space between Chinese characters.

const WIDE = /[\p{Script=Han}\u3000-\u303F\uFF00-\uFFEF\u2E80-\u2FDF“”‘’…—·]/u;
const NO_SPACE_AFTER = /[([{<《“‘/:;,.]$/;
const NO_SPACE_BEFORE = /^[)\]}>》”’/:;,.%‰)]/;

/** True where a line break between the two texts stands for no space. */
export function joinsTight(before: string, after: string): boolean {
  const last = [...before.slice(-2)].at(-1) ?? '';
  const first = [...after.slice(0, 2)][0] ?? '';
  if (last === '' || first === '') return true;
  if (WIDE.test(last) || WIDE.test(first)) return true;
  return (
    NO_SPACE_AFTER.test(before) ||
    NO_SPACE_BEFORE.test(after) ||
    !(/[A-Za-z]/.test(last) || /[A-Za-z]/.test(first))
  );
}

/** The lines of a cell as one text: trimmed, joined tight around Chinese and digits, with a space between Latin words. */
export function joinLines(lines: readonly string[]): string {
  const kept = lines.map((line) => line.trim()).filter((line) => line !== '');
  // Each line is held against the one before it, not against all before it: a cell of 500,000 lines stays linear.
  const spaced = kept.map((line, at) => (joinsTight(kept[at - 1] ?? '', line) ? line : ` ${line}`));
  return spaced.join('');
}
