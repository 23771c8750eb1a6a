// What the walk asks of parse5's nodes: their kind, attributes, children with ordinals, and whether a browser shows them.
// Surprise: an element's path counts siblings of the same name from 1, as XPath does, so that it can be pasted into a browser's console.

import type { DefaultTreeAdapterTypes } from 'parse5';

export type HtmlElement = DefaultTreeAdapterTypes.Element;
export type HtmlNode = DefaultTreeAdapterTypes.ChildNode;
type Parent = DefaultTreeAdapterTypes.ParentNode;

/** An element with its path from the root. */
export interface Placed {
  readonly element: HtmlElement;
  readonly path: string;
}

export function isElement(node: HtmlNode): node is HtmlElement {
  return 'tagName' in node;
}

export function attributeOf(element: HtmlElement, name: string): string | null {
  return element.attrs.find((attribute) => attribute.name === name)?.value ?? null;
}

const ALONE = new Set(['html', 'head', 'body']);

/** Children in order: texts as strings, elements with their paths; comments are left out. */
export function* childrenOf(parent: Parent, path: string): Generator<string | Placed, void, void> {
  const seen = new Map<string, number>();
  for (const node of parent.childNodes) {
    if (node.nodeName === '#text' && 'value' in node) yield node.value;
    if (!isElement(node)) continue;
    const ordinal = (seen.get(node.tagName) ?? 0) + 1;
    seen.set(node.tagName, ordinal);
    const step = ALONE.has(node.tagName) ? node.tagName : `${node.tagName}[${ordinal}]`;
    yield { element: node, path: `${path}/${step}` };
  }
}

/** The child elements of these names that are shown. */
export function shownChildren(parent: Placed, names: ReadonlySet<string>): readonly Placed[] {
  const children = [...childrenOf(parent.element, parent.path)];
  return children.filter(
    (child) => typeof child !== 'string' && names.has(child.element.tagName) && !isHidden(child.element),
  ) as readonly Placed[];
}

const NEVER_SHOWN = new Set(
  'head script style template noscript iframe object svg math audio video canvas datalist del'.split(' '),
);
const HIDING = /(?:^|;)\s*(?:display\s*:\s*none|mso-hide\s*:\s*all)/i;

export function isHidden(element: HtmlElement): boolean {
  if (NEVER_SHOWN.has(element.tagName) || attributeOf(element, 'hidden') !== null) return true;
  if (element.tagName === 'option' && attributeOf(element, 'selected') === null) return true;
  const style = attributeOf(element, 'style');
  return style !== null && HIDING.test(style);
}
