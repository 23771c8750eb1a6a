// XML → plain elements under canonical prefixes, so that Word's transitional and strict files read alike.
// Surprise: a document type is refused outright. No office program writes one, and an entity in it could expand without end.

import { SaxesParser } from 'saxes';
import { keepBytes, keepDepth, keepElements } from '../caps.ts';
import { Refusal } from '../refusal.ts';

/** `name` is `prefix:local` with a canonical prefix (`w`, `mc`, `v` …); attribute names likewise, without a prefix where they have none. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (XmlElement | string)[];
}

/** While it grows. */
interface Growing extends XmlElement {
  readonly attributes: Record<string, string>;
  readonly children: (XmlElement | string)[];
}

const PREFIXES: Readonly<Record<string, string>> = {
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main': 'w',
  'http://purl.oclc.org/ooxml/wordprocessingml/main': 'w',
  'http://schemas.openxmlformats.org/markup-compatibility/2006': 'mc',
  'http://schemas.microsoft.com/office/word/2010/wordml': 'w14',
  'http://schemas.openxmlformats.org/package/2006/relationships': 'rel',
};

/** Called for each element's canonical name as it opens: to count, and to refuse early. */
export type Watch = (name: string) => void;

export function xmlOf(bytes: Uint8Array, watch: Watch = () => {}): XmlElement {
  keepBytes(bytes.length);
  const root: Growing = { name: '', attributes: {}, children: [] };
  const open: Growing[] = [root];
  const parser = new SaxesParser({ xmlns: true });
  let elements = 0;
  parser.on('doctype', refuseDoctype);
  parser.on('error', (error) => {
    throw malformed(error.message);
  });
  parser.on('opentag', (tag) => {
    keepElements(++elements);
    keepDepth(open.length);
    const element: Growing = { name: nameOf(tag), attributes: {}, children: [] };
    for (const attribute of Object.values(tag.attributes))
      element.attributes[nameOf(attribute)] = attribute.value;
    watch(element.name);
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on('closetag', () => open.pop());
  parser.on('text', (text) => open.at(-1)?.children.push(text));
  parser.on('cdata', (text) => open.at(-1)?.children.push(text));
  parser.write(xmlText(bytes)).close();
  return elementsIn(root)[0] ?? root;
}

function nameOf({ uri, prefix, local }: { uri: string; prefix: string; local: string }): string {
  const canonical = PREFIXES[uri] ?? prefix;
  return canonical === '' ? local : `${canonical}:${local}`;
}

/** XML without a byte order mark is UTF-8; TextDecoder takes the mark off. */
function xmlText(bytes: Uint8Array): string {
  const isUtf16 = bytes[0] === 0xff && bytes[1] === 0xfe;
  return new TextDecoder(isUtf16 ? 'utf-16le' : 'utf-8').decode(bytes);
}

function refuseDoctype(): never {
  throw new Refusal(
    'over-limit',
    '文档内部的 XML 自行定义了文档类型或实体，展开后大小无法预料，不予读取。',
    'The XML inside defines a document type or entities of its own, which may grow without bound. It is not read.',
  );
}

function malformed(said: string): Refusal {
  return new Refusal('unreadable', `文档内部的 XML 已损坏：${said}`, `The XML inside is damaged: ${said}`);
}

export function elementsIn(element: XmlElement): readonly XmlElement[] {
  return element.children.filter((child) => typeof child !== 'string');
}

/** The first child element of that name. */
export function childOf(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find(
    (child): child is XmlElement => typeof child !== 'string' && child.name === name,
  );
}

/** All text inside, in order. */
export function textOf(element: XmlElement): string {
  return element.children.map((child) => (typeof child === 'string' ? child : textOf(child))).join('');
}
