// A Word body and its list definitions → the same body with the automatic numbers of its paragraphs written out as text.
// Surprise: a number that Word makes is on the paper but nowhere in the text; （一） before a goal may be one. Bullets are not numbers and stay out.

import { childOf, elementsIn, type XmlElement } from '../ooxml/xml.ts';
import { numeral } from './numerals.ts';
import { hasDeletedMark } from './paragraph.ts';
import { isShownRow } from './table.ts';

/** One level of a list: `pattern` has %1 … %9 where the numbers of the levels go. */
interface Level {
  readonly start: number;
  readonly format: string;
  readonly pattern: string;
}

/** The levels of a list by their depth. Lists of one definition count on together, unless one restarts. */
interface List {
  readonly counter: string;
  readonly levels: ReadonlyMap<number, Level>;
}

type Lists = ReadonlyMap<string, List>;

/** `numbering` is the root of the numbering part, `styles` that of the styles part, where there are any. */
export function withNumbers(body: XmlElement, numbering: XmlElement, styles: XmlElement | null): XmlElement {
  const numberer = new Numberer(listsOf(numbering), styleReferences(styles));
  return numberer.numbered(body);
}

function listsOf(numbering: XmlElement): Lists {
  const named = (name: string) => elementsIn(numbering).filter((element) => element.name === name);
  const definitions = new Map(
    named('w:abstractNum').map((item) => [item.attributes['w:abstractNumId'], item]),
  );
  const lists = named('w:num').map((item): [string, List] => {
    const id = item.attributes['w:numId'] ?? '';
    const definition = childOf(item, 'w:abstractNumId')?.attributes['w:val'] ?? '';
    const restarts = elementsIn(item).some((child) => childOf(child, 'w:startOverride'));
    return [
      id,
      { counter: restarts ? `own ${id}` : definition, levels: levelsOf(definitions.get(definition)) },
    ];
  });
  return new Map(lists);
}

function levelsOf(definition: XmlElement | undefined): ReadonlyMap<number, Level> {
  const levels = elementsIn(definition).filter((element) => element.name === 'w:lvl');
  return new Map(levels.map((level) => [Number(level.attributes['w:ilvl'] ?? 0), levelOf(level)]));
}

/** Nine numbers with words between them; a longer pattern would be written out before every paragraph. */
const LONGEST_PATTERN = 100;

function levelOf(level: XmlElement): Level {
  const value = (name: string) => childOf(level, name)?.attributes['w:val'];
  return {
    start: Number(value('w:start') ?? 1),
    format: value('w:numFmt') ?? 'decimal',
    pattern: (value('w:lvlText') ?? '').slice(0, LONGEST_PATTERN),
  };
}

/** Word's lists have nine levels. */
const DEEPEST = 8;

/** Which list and level a paragraph stands in. List 0 is Word's way of saying none. */
interface Reference {
  readonly list: string;
  readonly level: number;
}

function referenceIn(element: XmlElement | undefined): Reference | null {
  const properties = childOf(childOf(element, 'w:pPr'), 'w:numPr');
  const list = childOf(properties, 'w:numId')?.attributes['w:val'];
  const level = Math.min(Number(childOf(properties, 'w:ilvl')?.attributes['w:val'] ?? 0), DEEPEST);
  return list === undefined ? null : { list, level };
}

function styleReferences(styles: XmlElement | null): ReadonlyMap<string, Reference> {
  const found = elementsIn(styles ?? undefined).flatMap((style) => {
    const reference = referenceIn(style);
    return reference ? [[style.attributes['w:styleId'] ?? '', reference] as const] : [];
  });
  return new Map(found);
}

/** Walks in document order, since each number depends on those before it. */
class Numberer {
  private readonly lists: Lists;
  private readonly styles: ReadonlyMap<string, Reference>;
  private readonly counts = new Map<string, number[]>();

  constructor(lists: Lists, styles: ReadonlyMap<string, Reference>) {
    this.lists = lists;
    this.styles = styles;
  }

  /** The element itself where no number comes into it, which is nearly always. */
  numbered(element: XmlElement): XmlElement {
    if (/Pr$|:t$/.test(element.name) || isNowhere(element)) return element;
    const label = element.name === 'w:p' ? this.labelOf(element) : '';
    const children = element.children.map((child) =>
      typeof child === 'string' ? child : this.numbered(child),
    );
    if (label !== '') return { ...element, children: [runOf(label), ...children] };
    return children.every((child, at) => child === element.children[at]) ? element : { ...element, children };
  }

  private labelOf(paragraph: XmlElement): string {
    const style = childOf(childOf(paragraph, 'w:pPr'), 'w:pStyle')?.attributes['w:val'] ?? '';
    const reference = referenceIn(paragraph) ?? this.styles.get(style);
    const list = reference && this.lists.get(reference.list);
    const level = list?.levels.get(reference?.level ?? 0);
    if (!reference || !list || !level || level.format === 'bullet') return '';
    return labelText(list, level, this.counted(list, reference.level));
  }

  /** The numbers of all levels down to this one, after counting this paragraph. */
  private counted(list: List, depth: number): readonly number[] {
    const before = this.counts.get(list.counter) ?? [];
    const numbers = Array.from({ length: depth + 1 }, (_, at) => before[at] ?? startOf(list, at));
    if (before[depth] !== undefined) numbers[depth] = before[depth] + 1;
    this.counts.set(list.counter, numbers);
    return numbers;
  }
}

/** What the page does not show counts nothing: a text box stands in the file once more for old programs. */
function isNowhere(element: XmlElement): boolean {
  if (element.name === 'w:tr') return !isShownRow(element);
  return element.name === 'mc:Fallback' || (element.name === 'w:p' && hasDeletedMark(element));
}

function startOf(list: List, depth: number): number {
  return list.levels.get(depth)?.start ?? 1;
}

function labelText(list: List, level: Level, numbers: readonly number[]): string {
  const text = level.pattern.replace(/%([1-9])/g, (_, digit: string) => {
    const depth = Number(digit) - 1;
    return numeral(numbers[depth] ?? startOf(list, depth), list.levels.get(depth)?.format ?? 'decimal');
  });
  return /[A-Za-z0-9.]$/.test(text) ? `${text} ` : text;
}

function runOf(text: string): XmlElement {
  const content: XmlElement = { name: 'w:t', attributes: {}, children: [text] };
  return { name: 'w:r', attributes: {}, children: [content] };
}
