// Text as a terminal shows it: how many columns it takes, cut to so many, and without what would move the cursor.

/** Ideographs, kana, Hangul, full-width forms and pictographs take two columns (Unicode East Asian Width W and F). */
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;
const NONE = /[\p{Mn}\p{Me}\p{Cf}]/u;

function columnsOfOne(letter: string): number {
  if (NONE.test(letter)) return 0;
  return WIDE.test(letter) ? 2 : 1;
}

export function columnsOf(text: string): number {
  return [...text].reduce((sum, letter) => sum + columnsOfOne(letter), 0);
}

/** As much of it as fits. */
export function cutTo(columns: number, text: string): string {
  let left = columns;
  let cut = '';
  for (const letter of text) {
    left -= columnsOfOne(letter);
    if (left < 0) return cut;
    cut += letter;
  }
  return cut;
}

/** Names of files may hold line breaks and what terminals take for commands. */
export function shown(name: string): string {
  return name.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]/gu, '�');
}
