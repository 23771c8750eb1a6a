// A page and what a stage saw on it → an SVG drawing: words, rulings, crossings, cells, and labelled boxes for bindings and findings.
// Surprise: colours and order of the layers are fixed, so that two overlays of one page can be laid side by side or compared as text.

import type { Page, Word } from '../tree/nodes.ts';
import type { Box } from '../tree/origin.ts';

/** A box with words beside it: what a binding or a finding says about a place. */
export interface Mark {
  readonly box: Box;
  readonly label: string;
}

/** What to draw; `picture` is an image address (a data: URL) laid beneath. */
export interface Layers {
  readonly words?: boolean;
  readonly rulings?: boolean;
  readonly cells?: boolean;
  readonly crossings?: readonly { readonly x: number; readonly y: number }[];
  readonly bindings?: readonly Mark[];
  readonly findings?: readonly Mark[];
  readonly picture?: string;
}

export function overlay(page: Page, layers: Layers): string {
  const size = `width="${fixed(page.width)}" height="${fixed(page.height)}" viewBox="0 0 ${fixed(page.width)} ${fixed(page.height)}"`;
  const parts = [
    layers.picture === undefined ? [] : [pictureOf(layers.picture, page)],
    layers.cells ? cellsOf(page) : [],
    layers.words ? page.words.flatMap(wordOf) : [],
    layers.rulings ? page.rulings.map(rulingOf) : [],
    (layers.crossings ?? []).map(crossingOf),
    (layers.bindings ?? []).flatMap((mark) => markOf(mark, '#0a7d36')),
    (layers.findings ?? []).flatMap((mark) => markOf(mark, '#c01818')),
  ];
  const body = [`<rect width="100%" height="100%" fill="#fff"/>`, ...parts.flat()].join('\n');
  return `<svg xmlns="http://www.w3.org/2000/svg" ${size} font-family="${FONTS}">\n${body}\n</svg>\n`;
}

const FONTS = 'Noto Sans CJK SC, Source Han Sans SC, WenQuanYi Micro Hei, sans-serif';

function pictureOf(address: string, { width, height }: Page): string {
  return `<image href="${escaped(address)}" width="${fixed(width)}" height="${fixed(height)}" opacity="0.6"/>`;
}

function cellsOf(page: Page): readonly string[] {
  const tables = page.children.filter((block) => block.type === 'table');
  const cells = tables.flatMap((table) => table.cells).filter((cell) => isOn(page, cell.origin));
  return cells.flatMap((cell, at) => {
    const box = cell.origin.on === 'page' ? cell.origin.box : ([0, 0, 0, 0] as const);
    const place = `${cell.row},${cell.column}`;
    return [
      rectangle(box, `fill="${TINTS[at % TINTS.length]}" stroke="#888" stroke-width="0.4"`),
      caption(place, box),
    ];
  });
}

function isOn(page: Page, origin: Word['origin']): boolean {
  return origin.on === 'page' && origin.page === page.number;
}

const TINTS = ['#fde9c8', '#d8ecfb', '#e2f5d8', '#f6dcef', '#fff7b8'];

function caption(text: string, [x0, , , y1]: Box): string {
  return `<text x="${fixed(x0 + 1)}" y="${fixed(y1 - 1)}" font-size="4" fill="#999">${escaped(text)}</text>`;
}

function wordOf(word: Word): readonly string[] {
  if (word.origin.on !== 'page') return [];
  const { box } = word.origin;
  const frame = rectangle(box, 'fill="none" stroke="#2b6cb0" stroke-width="0.25"');
  return word.text === '' ? [frame] : [frame, letters(word.text, box)];
}

/** Text squeezed into its box, so that a word stands exactly where the reader placed it. */
function letters(text: string, [x0, y0, x1, y1]: Box): string {
  const [width, height] = [x1 - x0, y1 - y0];
  const upended = height > 1.6 * width && text.length > 1;
  const [long, size] = upended ? [height, width * 0.84] : [width, height * 0.84];
  const place = upended
    ? `transform="translate(${fixed(x1 - width * 0.2)} ${fixed(y1)}) rotate(-90)"`
    : `x="${fixed(x0)}" y="${fixed(y1 - height * 0.16)}"`;
  return `<text ${place} font-size="${fixed(size)}" textLength="${fixed(long)}" lengthAdjust="spacingAndGlyphs">${escaped(text)}</text>`;
}

function rulingOf({ x0, y0, x1, y1, width }: Page['rulings'][number]): string {
  return `<line x1="${fixed(x0)}" y1="${fixed(y0)}" x2="${fixed(x1)}" y2="${fixed(y1)}" stroke="#d33" stroke-width="${fixed(Math.max(0.4, width))}" stroke-opacity="0.7"/>`;
}

function crossingOf({ x, y }: { readonly x: number; readonly y: number }): string {
  return `<circle cx="${fixed(x)}" cy="${fixed(y)}" r="1.2" fill="#7b2cbf"/>`;
}

function markOf({ box, label }: Mark, colour: string): readonly string[] {
  const [x0, y0] = box;
  return [
    rectangle(box, `fill="${colour}" fill-opacity="0.12" stroke="${colour}" stroke-width="0.8"`),
    `<text x="${fixed(x0)}" y="${fixed(y0 - 1)}" font-size="5" fill="${colour}">${escaped(label)}</text>`,
  ];
}

function rectangle([x0, y0, x1, y1]: Box, style: string): string {
  return `<rect x="${fixed(x0)}" y="${fixed(y0)}" width="${fixed(x1 - x0)}" height="${fixed(y1 - y0)}" ${style}/>`;
}

function fixed(value: number): string {
  return String(Math.round(value * 100) / 100);
}

function escaped(text: string): string {
  return text.replace(/[&<>"\u0000-\u0008\u000B\u000C\u000E-\u001F]/g, (char) => ESCAPES[char] ?? '');
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
