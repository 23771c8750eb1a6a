// The content of a body, a cell or a text box → its flow of paragraphs and tables.
// Surprise: what wraps content (content controls, insertions, links) is looked through; what was deleted or moved away is not there.

import type { DrawnTable, Flow, Paragraph } from '../flow.ts';
import type { XmlElement } from '../ooxml/xml.ts';
import { hasDeletedMark, paragraphText } from './paragraph.ts';
import { drawnTable } from './table.ts';

/** An element with its path below the document. */
export interface Placed {
  readonly element: XmlElement;
  readonly path: string;
}

const WRAPPERS = new Set(['w:sdt', 'w:sdtContent', 'w:ins', 'w:moveTo', 'w:customXml', 'w:smartTag']);

/** The child elements with their paths, ordinals counted by name from 1 where a name can occur twice. */
export function placedChildren(parent: Placed): readonly Placed[] {
  const seen = new Map<string, number>();
  return parent.element.children.flatMap((child) => {
    if (typeof child === 'string') return [];
    const ordinal = (seen.get(child.name) ?? 0) + 1;
    seen.set(child.name, ordinal);
    return [{ element: child, path: `${parent.path}/${child.name}[${ordinal}]` }];
  });
}

/** Children of one name, looked for through wrappers as well. */
export function wrappedChildren(parent: Placed, name: string): readonly Placed[] {
  return placedChildren(parent).flatMap((child) => {
    if (child.element.name === name) return [child];
    return WRAPPERS.has(child.element.name) ? wrappedChildren(child, name) : [];
  });
}

export function contentFlow(parent: Placed): Flow {
  return finalParagraphs(placedChildren(parent)).flatMap((child) => flowOf(child));
}

/** A paragraph of which a tracked change has deleted the mark goes on in the one after it. */
function finalParagraphs(children: readonly Placed[]): readonly Placed[] {
  const groups: Placed[][] = [];
  let goesOn = false;
  for (const child of children) {
    const isParagraph = child.element.name === 'w:p';
    if (goesOn && isParagraph) groups.at(-1)?.push(child);
    else groups.push([child]);
    goesOn = isParagraph && hasDeletedMark(child.element);
  }
  return groups.flatMap((group) => (group.length > 1 ? joined(group) : group));
}

function joined(paragraphs: readonly Placed[]): readonly Placed[] {
  const [first, last] = [paragraphs[0], paragraphs.at(-1)];
  if (!first || !last) return [];
  const children = paragraphs.flatMap(({ element }) => element.children);
  return [{ path: first.path, element: { ...last.element, children } }];
}

function flowOf(placed: Placed): Flow {
  const { name } = placed.element;
  if (name === 'w:p') return paragraphFlow(placed);
  if (name === 'w:tbl') return [drawnTable(placed)] satisfies readonly DrawnTable[];
  return WRAPPERS.has(name) || name === 'mc:AlternateContent' ? contentFlow(chosen(placed)) : [];
}

/** The paragraph, then what the text boxes anchored in it hold. */
function paragraphFlow(placed: Placed): Flow {
  const { text, boxes } = paragraphText(placed);
  const paragraph: Paragraph = {
    type: 'paragraph',
    lines: text.split('\n'),
    origin: { on: 'markup', path: placed.path },
  };
  return [paragraph, ...boxes.flatMap(contentFlow)];
}

/** The branch of an AlternateContent that is drawn: the first choice, which is what current programs show. Anything else is itself. */
export function chosen(placed: Placed): Placed {
  if (placed.element.name !== 'mc:AlternateContent') return placed;
  const branches = placedChildren(placed);
  return branches.find((branch) => branch.element.name === 'mc:Choice') ?? branches[0] ?? placed;
}
