// XML → plain elements, for parts that are small or have to be walked as a tree.

import { keepElements } from '../caps.ts';
import { visitXml } from './stream.ts';

/** Names as in stream.ts. Texts are strings among the children. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (XmlElement | string)[];
}

/** While it grows. */
interface Growing extends XmlElement {
  readonly children: (XmlElement | string)[];
}

/** The root element. `watch` is told each name as it opens: to count, and to refuse early. */
export function xmlOf(bytes: Uint8Array, watch: (name: string) => void = () => {}): XmlElement {
  const document: Growing = { name: '', attributes: {}, children: [] };
  const open: Growing[] = [document];
  let elements = 0;
  visitXml(bytes, {
    open(name, attributes) {
      keepElements(++elements);
      watch(name);
      const element: Growing = { name, attributes, children: [] };
      open.at(-1)?.children.push(element);
      open.push(element);
    },
    text: (text) => open.at(-1)?.children.push(text),
    close: () => open.pop(),
  });
  return elementsIn(document)[0] ?? document;
}

export function elementsIn(element: XmlElement | undefined): readonly XmlElement[] {
  return element?.children.filter((child) => typeof child !== 'string') ?? [];
}

/** The first child element of that name. */
export function childOf(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return elementsIn(element).find((child) => child.name === name);
}

/** All text inside, in order. */
export function textOf(element: XmlElement): string {
  return element.children.map((child) => (typeof child === 'string' ? child : textOf(child))).join('');
}
