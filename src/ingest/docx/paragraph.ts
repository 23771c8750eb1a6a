// A `w:p` → its text as printed, and the text boxes anchored in it.
// Surprise: a check box can be a symbol-font letter, a form field or a content control; all three come out as ☑, ☒ or □.

import { childOf, elementsIn, textOf, type XmlElement } from '../ooxml/xml.ts';
import { drawnIn } from '../symbols.ts';
import { chosen, type Placed, placedChildren } from './content.ts';

/** `text` has \n at hard line breaks; `boxes` are the contents of text boxes, in order. */
export interface ParagraphText {
  readonly text: string;
  readonly boxes: readonly Placed[];
}

export function paragraphText(paragraph: Placed): ParagraphText {
  const pieces: string[] = [];
  const boxes: Placed[] = [];
  for (const piece of piecesOf(paragraph)) {
    if (typeof piece === 'string') pieces.push(piece);
    else boxes.push(piece);
  }
  return { text: pieces.join(''), boxes };
}

type Piece = string | Placed;

/** Deleted text, field codes, properties and notes: none of it stands on the page where it stands in the file. */
const NOT_SHOWN = new Set(
  'w:del w:moveFrom w:instrText w:delText w:delInstrText w:pPr w:rPr w:sdtPr w:sdtEndPr w:rt w:footnoteReference w:commentReference'.split(
    ' ',
  ),
);

const FIXED: Readonly<Record<string, string>> = {
  'w:br': '\n',
  'w:cr': '\n',
  'w:tab': ' ',
  'w:ptab': ' ',
  'w:noBreakHyphen': '-',
  'w:softHyphen': '',
};

function* piecesOf(parent: Placed): Generator<Piece, void, void> {
  const font = fontOf(parent.element);
  for (const child of placedChildren(parent)) {
    const { element } = child;
    if (NOT_SHOWN.has(element.name) || isHiddenRun(element)) continue;
    if (element.name === 'w:txbxContent') yield child;
    else yield* pieceOf(child, font);
  }
}

function* pieceOf(child: Placed, font: string): Generator<Piece, void, void> {
  const { element } = child;
  const fixed = FIXED[element.name];
  if (fixed !== undefined) yield fixed;
  else if (element.name === 'w:t' || element.name === 'm:t') yield drawnIn(font, textOf(element));
  else if (element.name === 'w:sym') yield symbolText(element);
  else if (element.name === 'w:fldChar') yield fieldBox(element);
  else yield* piecesOf(chosen(child));
}

function isHiddenRun(run: XmlElement): boolean {
  return run.name === 'w:r' && isOn(childOf(childOf(run, 'w:rPr'), 'w:vanish'));
}

/** A Word switch: present means on, unless its value says otherwise. */
export function isOn(element: XmlElement | undefined): boolean {
  return element !== undefined && !/^(0|false|off)$/.test(element.attributes['w:val'] ?? '');
}

/** Deleted, or moved to somewhere else, together with what separates it from the next paragraph. */
export function hasDeletedMark(paragraph: XmlElement): boolean {
  const mark = childOf(childOf(paragraph, 'w:pPr'), 'w:rPr');
  return hasProperty(mark, 'w:del') || hasProperty(mark, 'w:moveFrom');
}

function fontOf(run: XmlElement): string {
  return childOf(childOf(run, 'w:rPr'), 'w:rFonts')?.attributes['w:ascii'] ?? '';
}

function symbolText(element: XmlElement): string {
  const code = Number.parseInt(element.attributes['w:char'] ?? '', 16);
  if (!(code > 0 && code <= 0xffff)) return '';
  return drawnIn(element.attributes['w:font'] ?? '', String.fromCharCode(code));
}

/** A legacy form field that is a check box prints a box; other field characters print nothing. */
function fieldBox(element: XmlElement): string {
  const box = childOf(childOf(element, 'w:ffData'), 'w:checkBox');
  if (!box) return '';
  const state = childOf(box, 'w:checked') ?? childOf(box, 'w:default');
  return isOn(state) ? '☑' : '□';
}

/** The numbers, dates and switches among an element's properties: `w:val` of the named child as a whole number, or null. */
export function numberOf(properties: XmlElement | undefined, name: string): number | null {
  const value = childOf(properties, name)?.attributes['w:val'] ?? '';
  return /^\d{1,6}$/.test(value) ? Number(value) : null;
}

/** True where the properties hold a child of that name. */
export function hasProperty(properties: XmlElement | undefined, name: string): boolean {
  return properties !== undefined && elementsIn(properties).some((element) => element.name === name);
}
