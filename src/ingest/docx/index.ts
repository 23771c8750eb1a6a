// A Word document → its paragraphs and tables as the final text shows them.
// Surprise: the main part need not be word/document.xml; the package's own relationships say which it is. Targets outside the package are never followed.

import type { Diagnostic } from '../../diagnostic/diagnostic.ts';
import { flowPage } from '../../tree/build.ts';
import type { Carrier, Document } from '../../tree/nodes.ts';
import { keepCells, MOST_BYTES } from '../caps.ts';
import { blocksOf } from '../flow.ts';
import { childOf, elementsIn, type XmlElement, xmlOf } from '../ooxml/xml.ts';
import { type Directory, directoryOf, inflated, type Part } from '../ooxml/zip.ts';
import { Refusal, sourceNote } from '../refusal.ts';
import type { Source } from '../source.ts';
import { contentFlow } from './content.ts';

export async function* readDocx(source: Source): AsyncGenerator<Diagnostic, Document, void> {
  return yield* documentOf(source, 'docx');
}

/** `carrier` is what the document came as: a `doc` arrives here converted. */
export function* documentOf(source: Source, carrier: Carrier): Generator<Diagnostic, Document, void> {
  const directory = directoryOf(source.bytes);
  const body = bodyOf(xmlOf(mainBytes(source, directory), cellCounter(source.limits.cells)));
  const children = blocksOf(contentFlow({ element: body, path: '/w:body' }));
  if (children.length === 0) yield* pictureNote(directory);
  return { type: 'document', carrier, pages: [flowPage(children)] };
}

function cellCounter(most: number): (name: string) => void {
  let cells = 0;
  return (name) => {
    if (name === 'w:tc') keepCells(++cells, most);
  };
}

function mainBytes(source: Source, directory: Directory): Uint8Array {
  const part = directory.get(mainName(source, directory)) ?? directory.get('word/document.xml');
  if (!part)
    throw new Refusal('unreadable', '压缩包里没有 Word 正文。', 'The archive holds no Word document part.');
  return partBytes(source, part);
}

function partBytes(source: Source, part: Part): Uint8Array {
  return inflated(source.bytes, part, Math.min(source.limits.inflatedBytes, MOST_BYTES));
}

/** The target of the package's officeDocument relationship, as a name in the archive; empty where there is none. */
function mainName(source: Source, directory: Directory): string {
  const part = directory.get('_rels/.rels');
  if (!part) return '';
  const relationships = elementsIn(xmlOf(partBytes(source, part)));
  const main = relationships.find((relationship) =>
    relationship.attributes.Type?.endsWith('/officeDocument'),
  );
  return (main?.attributes.Target ?? '').replace(/^\//, '');
}

function bodyOf(root: XmlElement): XmlElement {
  const body = childOf(root, 'w:body');
  if (!body)
    throw new Refusal('unreadable', 'Word 正文里没有 w:body。', 'The Word document part has no w:body.');
  return body;
}

function* pictureNote(directory: Directory): Generator<Diagnostic, void, void> {
  if (![...directory.keys()].some((name) => name.startsWith('word/media/'))) return;
  yield sourceNote(
    '文档里只有图片，没有文字；请另存为 PDF 或导出图片后再读。',
    'The document holds pictures and no text. Save it as PDF, or export the pictures, and read those.',
  );
}
