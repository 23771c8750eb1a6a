// A Word document → its paragraphs and tables as the final text shows them.
// Surprise: the main part need not be word/document.xml; the package's own relationships say which it is. Targets outside the package are never followed.

import type { Diagnostic } from '../../diagnostic/diagnostic.ts';
import { flowPage } from '../../tree/build.ts';
import type { Carrier, Document } from '../../tree/nodes.ts';
import { keepCells } from '../caps.ts';
import { blocksOf } from '../flow.ts';
import { mainPart, type Package, packageOf, partOf, relationshipsOf } from '../ooxml/package.ts';
import { childOf, type XmlElement, xmlOf } from '../ooxml/xml.ts';
import { Refusal, sourceNote } from '../refusal.ts';
import type { Source } from '../source.ts';
import { contentFlow } from './content.ts';
import { withNumbers } from './numbering.ts';

export async function* readDocx(source: Source): AsyncGenerator<Diagnostic, Document, void> {
  return yield* documentOf(source, 'docx');
}

/** `carrier` is what the document came as: a `doc` arrives here converted. */
export function* documentOf(source: Source, carrier: Carrier): Generator<Diagnostic, Document, void> {
  const from = packageOf(source);
  const main = mainPart(from, 'word/document.xml');
  const body = bodyOf(xmlOf(mainBytes(from, main), cellCounter(source.limits.cells)));
  const element = numberedBody(from, main, body);
  const children = blocksOf(contentFlow({ element, path: '/w:body' }));
  if (children.length === 0) yield* pictureNote(from);
  return { type: 'document', carrier, pages: [flowPage(children)] };
}

function cellCounter(most: number): (name: string) => void {
  let cells = 0;
  return (name) => {
    if (name === 'w:tc') keepCells(++cells, most);
  };
}

function mainBytes(from: Package, main: string): Uint8Array {
  const bytes = partOf(from, main);
  if (!bytes)
    throw new Refusal('unreadable', '压缩包里没有 Word 正文。', 'The archive holds no Word document part.');
  return bytes;
}

function bodyOf(root: XmlElement): XmlElement {
  const body = childOf(root, 'w:body');
  if (!body)
    throw new Refusal('unreadable', 'Word 正文里没有 w:body。', 'The Word document part has no w:body.');
  return body;
}

/** The body with its automatic numbers, where the document has lists at all. */
function numberedBody(from: Package, main: string, body: XmlElement): XmlElement {
  const related = relationshipsOf(from, main);
  const part = (kind: string) =>
    partOf(from, related.find((relation) => relation.kind === kind)?.target ?? '');
  const numbering = part('numbering');
  const styles = part('styles');
  return numbering ? withNumbers(body, xmlOf(numbering), styles && xmlOf(styles)) : body;
}

function* pictureNote(from: Package): Generator<Diagnostic, void, void> {
  if (![...from.directory.keys()].some((name) => name.startsWith('word/media/'))) return;
  yield sourceNote(
    '文档里只有图片，没有文字；请另存为 PDF 或导出图片后再读。',
    'The document holds pictures and no text. Save it as PDF, or export the pictures, and read those.',
  );
}
