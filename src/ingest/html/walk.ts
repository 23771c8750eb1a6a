// A parsed page → the flow that it draws: paragraphs at block elements and line breaks, tables where they stand.
// Surprise: a line break in the source is a space, but between two Chinese characters it is nothing; editors wrap lines there.

import type { DefaultTreeAdapterTypes } from 'parse5';
import type { DrawnTable, Flow, Paragraph } from '../flow.ts';
import { drawnIn, isSymbolFont } from '../symbols.ts';
import { attributeOf, childrenOf, type HtmlElement, isHidden, type Placed } from './nodes.ts';
import { drawnTable } from './table.ts';

/** The flow of a whole page. */
export function flowOf(root: DefaultTreeAdapterTypes.Document): Flow {
  const walk = new Walk('');
  for (const child of childrenOf(root, '')) walk.visit(child, PLAIN);
  return walk.ended();
}

/** The flow of one element's content: a table cell, a caption. */
export function contentOf(placed: Placed): Flow {
  const walk = new Walk(placed.path);
  walk.visitChildren(placed, PLAIN);
  return walk.ended();
}

/** What an element hands down to its text: a symbol font, and whether line breaks in the source are kept (`pre`). */
interface Style {
  readonly font: string | null;
  readonly keepsBreaks: boolean;
}
const PLAIN: Style = { font: null, keepsBreaks: false };

const BLOCKS = new Set(
  (
    'address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 ' +
    'h4 h5 h6 header hr html legend li main nav ol p pre section summary ul tr td th tbody thead tfoot'
  ).split(' '),
);

/** Collects text until a block begins or ends. */
class Walk {
  private readonly flow: (Paragraph | DrawnTable)[] = [];
  private readonly path: string[];
  private text = '';

  constructor(path: string) {
    this.path = [path];
  }

  visit(child: string | Placed, style: Style): void {
    if (typeof child === 'string') this.text += textIn(child, style);
    else if (!isHidden(child.element)) this.visitElement(child, style);
  }

  visitChildren(placed: Placed, style: Style): void {
    for (const child of childrenOf(placed.element, placed.path)) this.visit(child, style);
  }

  ended(): Flow {
    this.endParagraph();
    return this.flow;
  }

  private visitElement(placed: Placed, style: Style): void {
    const { element } = placed;
    if (element.tagName === 'table') this.addTable(placed);
    else if (element.tagName === 'br') this.text += HARD_BREAK;
    else if (element.tagName === 'input') this.text += inputText(element);
    else if (BLOCKS.has(element.tagName)) this.visitBlock(placed, style);
    else this.visitChildren(placed, styleOf(element, style));
  }

  private visitBlock(placed: Placed, style: Style): void {
    this.endParagraph();
    this.path.push(placed.path);
    this.visitChildren(placed, styleOf(placed.element, style));
    this.endParagraph();
    this.path.pop();
  }

  private addTable(placed: Placed): void {
    this.endParagraph();
    this.flow.push(...drawnTable(placed));
  }

  private endParagraph(): void {
    const lines = linesOf(this.text);
    this.text = '';
    if (lines.length === 0) return;
    this.flow.push({ type: 'paragraph', lines, origin: { on: 'markup', path: this.path.at(-1) ?? '' } });
  }
}

/** Stand-ins that no page text holds: a `<br>`, and a line break of the source. Both are dropped from texts by the parser's input rules. */
const HARD_BREAK = '\u0001';
const SOFT_BREAK = '\u0002';

function textIn(source: string, style: Style): string {
  const text = style.font === null ? source : drawnIn(style.font, source);
  return style.keepsBreaks ? text.replace(/\n/g, HARD_BREAK) : text.replace(/[\n\r]/g, SOFT_BREAK);
}

const WHITE = /[ \t\f\u0002]+/g;
const WIDE = /[\p{Script=Han}\u3000-\u303F\uFF00-\uFFEF]/u;

function linesOf(text: string): readonly string[] {
  const lines = text.split(HARD_BREAK).map((line) => line.replace(WHITE, collapsed).trim());
  return lines.filter((line) => line !== '');
}

/** White space as laid out: one space, or nothing for a source line break between two wide characters. */
function collapsed(white: string, at: number, line: string): string {
  const before = line[at - 1] ?? '';
  const after = line[at + white.length] ?? '';
  return white.includes(SOFT_BREAK) && WIDE.test(before) && WIDE.test(after) ? '' : ' ';
}

function styleOf(element: HtmlElement, style: Style): Style {
  const css = attributeOf(element, 'style') ?? '';
  const named = attributeOf(element, 'face') ?? /font-family\s*:\s*([^;,]{1,60})/i.exec(css)?.[1];
  const font = named === undefined ? style.font : isSymbolFont(named) ? named : null;
  const keepsBreaks = style.keepsBreaks || element.tagName === 'pre' || /white-space\s*:\s*pre/i.test(css);
  return { font, keepsBreaks };
}

/** What a browser draws for a form field: a box with or without a tick, or the text that is filled in. */
function inputText(element: HtmlElement): string {
  const type = attributeOf(element, 'type')?.toLowerCase() ?? 'text';
  const isOn = attributeOf(element, 'checked') !== null;
  if (type === 'checkbox' || type === 'radio') return isOn ? '☑' : '□';
  return type === 'text' || type === 'number' ? (attributeOf(element, 'value') ?? '') : '';
}
