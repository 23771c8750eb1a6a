// XML bytes → a sequence of opened elements, texts and closed elements under canonical names.
// Surprise: a document type is refused outright. No office program writes one, and an entity in it could expand without end.

import { SaxesParser } from 'saxes';
import { keepCharacters, keepDepth } from '../caps.ts';
import { Refusal } from '../refusal.ts';

export type Attributes = Readonly<Record<string, string>>;

/** Names are `prefix:local` with a canonical prefix (`w`, `mc` …), or `local` alone in a workbook's own namespace. */
export interface Visitor {
  open(name: string, attributes: Attributes): void;
  text(text: string): void;
  close(name: string): void;
}

/** Transitional and strict files name their namespaces differently, and a program may choose any prefix for them. */
const PREFIXES: Readonly<Record<string, string>> = {
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main': 'w:',
  'http://purl.oclc.org/ooxml/wordprocessingml/main': 'w:',
  'http://schemas.openxmlformats.org/markup-compatibility/2006': 'mc:',
  'http://schemas.openxmlformats.org/officeDocument/2006/math': 'm:',
  'http://purl.oclc.org/ooxml/officeDocument/math': 'm:',
  'http://schemas.openxmlformats.org/officeDocument/2006/relationships': 'r:',
  'http://purl.oclc.org/ooxml/officeDocument/relationships': 'r:',
  'http://schemas.openxmlformats.org/package/2006/relationships': '',
  'http://schemas.openxmlformats.org/spreadsheetml/2006/main': '',
  'http://purl.oclc.org/ooxml/spreadsheetml/main': '',
};

/** Bytes are decoded and parsed in pieces, so that a large part never stands in memory as one string. */
const PIECE = 1_000_000;

/** `filter` may shorten a piece of the source before it is parsed. */
export function visitXml(
  bytes: Uint8Array,
  visitor: Visitor,
  filter: (piece: string) => string = (piece) => piece,
): void {
  const progress = { events: 0 };
  const parser = cappedParser(visitor, progress);
  const isUtf16 = bytes[0] === 0xff && bytes[1] === 0xfe;
  const decoder = new TextDecoder(isUtf16 ? 'utf-16le' : 'utf-8');
  let unbroken = 0;
  for (let at = 0; at < bytes.length; at += PIECE) {
    const piece = filter(decoder.decode(bytes.subarray(at, at + PIECE), { stream: true }));
    const before = progress.events;
    parser.write(piece);
    unbroken = progress.events === before ? unbroken + piece.length : 0;
    // One text or one tag longer than the cap: the parser would gather all of it before it says so.
    keepCharacters(unbroken);
  }
  parser.close();
}

function cappedParser(visitor: Visitor, progress: { events: number }): SaxesParser {
  const names = new CanonicalNames();
  const parser = new SaxesParser();
  let depth = 0;
  const text = (piece: string) => {
    keepCharacters(piece.length);
    visitor.text(piece);
  };
  parser.on('doctype', refuseDoctype);
  parser.on('error', refuseMalformed);
  parser.on('opentag', (tag) => {
    progress.events++;
    keepDepth(++depth);
    const isPlain = !hasPrefixes(tag.attributes);
    if (!isPlain) names.learn(tag.attributes);
    visitor.open(names.of(tag.name), isPlain ? tag.attributes : names.ofAttributes(tag.attributes));
  });
  parser.on('closetag', (tag) => {
    depth--;
    visitor.close(names.of(tag.name));
  });
  parser.on('text', text);
  parser.on('cdata', text);
  return parser;
}

/**
 * Prefixes as declared so far, mapped to canonical ones. Declarations are taken to hold for the whole part, as every
 * office program writes them: that halves the time of a namespace-aware parse.
 */
class CanonicalNames {
  private readonly prefixes = new Map<string, string>();
  private readonly known = new Map<string, string>();

  /** Takes in what an element declares, before its own name is asked for. */
  learn(attributes: Attributes): void {
    for (const name in attributes) {
      const canonical = name.startsWith('xmlns') ? PREFIXES[attributes[name] ?? ''] : undefined;
      const prefix = name.slice('xmlns:'.length);
      if (canonical === undefined || this.prefixes.get(prefix) === canonical) continue;
      this.prefixes.set(prefix, canonical);
      this.known.clear();
    }
  }

  of(name: string): string {
    const known = this.known.get(name);
    if (known !== undefined) return known;
    const colon = name.indexOf(':');
    const prefix = name.slice(0, Math.max(colon, 0));
    const canonical = (this.prefixes.get(prefix) ?? (colon > 0 ? `${prefix}:` : '')) + name.slice(colon + 1);
    this.known.set(name, canonical);
    return canonical;
  }

  /** Attributes without a prefix belong to no namespace and keep their names. */
  ofAttributes(attributes: Attributes): Attributes {
    const named: Record<string, string> = {};
    for (const name in attributes) named[name.includes(':') ? this.of(name) : name] = attributes[name] ?? '';
    return named;
  }
}

/** True where an attribute has a prefix or declares one: a worksheet's million cells have none and are passed on as they are. */
function hasPrefixes(attributes: Attributes): boolean {
  for (const name in attributes) if (name.includes(':') || name === 'xmlns') return true;
  return false;
}

function refuseDoctype(): never {
  throw new Refusal(
    'over-limit',
    '文档内部的 XML 自行定义了文档类型或实体，展开后大小无法预料，不予读取。',
    'The XML inside defines a document type or entities of its own, which may grow without bound. It is not read.',
  );
}

function refuseMalformed({ message }: Error): never {
  throw new Refusal(
    'unreadable',
    `文档内部的 XML 已损坏：${message}`,
    `The XML inside is damaged: ${message}`,
  );
}
