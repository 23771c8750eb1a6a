// Bytes of any carrier → the tree: what is on the paper.
// Surprise: each reader is loaded only when a source needs it; a spreadsheet decoder alone takes 300 ms to load, a hundred forms of text.

import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import type { Carrier, Document } from '../tree/nodes.ts';
import { fatalOf, Refusal } from './refusal.ts';
import { carrierOf } from './sniff.ts';
import type { Reader, Source } from './source.ts';

export { inflated, type Part, partsOf } from './ooxml/zip.ts';
export { Refusal } from './refusal.ts';
export { carrierOf } from './sniff.ts';
export { DEFAULT_LIMITS, type Limits, type Source } from './source.ts';

/** Yields what is worth knowing about the source, and returns its tree, or null after one `fatal`. Nothing is thrown. */
export async function* ingest(source: Source): AsyncGenerator<Diagnostic, Document | null, void> {
  try {
    const read = await READERS[carrierOf(source)]();
    return yield* read(source);
  } catch (error) {
    yield fatalOf(error);
    return null;
  }
}

const READERS: Readonly<Record<Carrier, () => Promise<Reader>>> = {
  text: async () => (await import('./text.ts')).readText,
  csv: async () => (await import('./csv.ts')).readCsv,
  markdown: async () => (await import('./markdown.ts')).readMarkdown,
  html: async () => (await import('./html/index.ts')).readHtml,
  docx: async () => (await import('./docx/index.ts')).readDocx,
  doc: async () => (await import('./doc.ts')).readDoc,
  xlsx: async () => (await import('./xlsx/index.ts')).readXlsx,
  xls: async () => (await import('./xlsx/index.ts')).readXls,
  pdf: async () => (await import('./pdf/index.ts')).readPdf,
  scan: async () => (await import('./scan/index.ts')).readScan,
  ofd: async () => refuseOfd,
};

// biome-ignore lint/correctness/useYield: a reader that only refuses has nothing to yield
async function* refuseOfd(): AsyncGenerator<Diagnostic, null, void> {
  throw new Refusal(
    'unsupported-carrier',
    '暂不支持 OFD 版式文件；请用阅读器另存或打印为 PDF 后再读。',
    'OFD documents are not read yet. Save or print it as PDF in its viewer.',
  );
}
