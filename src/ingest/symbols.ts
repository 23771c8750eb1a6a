// A character of a symbol font → the character that it draws: check boxes in Wingdings, ≥ in Symbol.
// Surprise: Word stores them as code points of the private use area (U+F000 + code), web pages exported from Word as the bare Latin letter.

/** Facts from the fonts' own charts; only what forms use. */
const WINGDINGS: Readonly<Record<number, string>> = {
  108: '●',
  110: '■',
  111: '□',
  112: '□',
  113: '□',
  114: '□',
  117: '◆',
  118: '◆',
  159: '•',
  161: '○',
  168: '□',
  171: '★',
  251: '✗',
  252: '✓',
  253: '☒',
  254: '☑',
};
const WINGDINGS_2: Readonly<Record<number, string>> = {
  79: '✗',
  80: '✓',
  81: '☒',
  82: '☑',
  83: '☒',
  84: '☒',
  163: '□',
  48: '□',
  42: '□',
};
const SYMBOL: Readonly<Record<number, string>> = {
  45: '−',
  163: '≤',
  176: '°',
  177: '±',
  179: '≥',
  180: '×',
  183: '•',
  184: '÷',
  185: '≠',
  187: '≈',
};

const CHARTS: Readonly<Record<string, Readonly<Record<number, string>>>> = {
  wingdings: WINGDINGS,
  'wingdings 2': WINGDINGS_2,
  symbol: SYMBOL,
};

/** True for a font whose letters are pictures. */
export function isSymbolFont(font: string): boolean {
  return chartOf(font) !== undefined;
}

function chartOf(font: string): Readonly<Record<number, string>> | undefined {
  return CHARTS[font.replace(/["']/g, '').trim().toLowerCase()];
}

/** A text set in a symbol font, as drawn; what the chart does not know stays as it is. */
export function drawnIn(font: string, text: string): string {
  const chart = chartOf(font);
  if (!chart) return text;
  return text.replace(/[\u0021-\u00FF\uF020-\uF0FF]/g, (char) => chart[char.charCodeAt(0) & 0xff] ?? char);
}
