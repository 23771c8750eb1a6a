// What is printed for "nothing": dashes, slashes, stars, dots, blanks.

const NOTHING = /^[-—–―─_/\\*…\s]*$/;

export function isNothing(text: string): boolean {
  return NOTHING.test(text);
}
