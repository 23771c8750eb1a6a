// Bytes → which carrier they are.
// Surprise: the name is asked only where the bytes allow two answers (text, csv and markdown are all text); a PDF named form.xls is a PDF.

import type { Carrier } from '../tree/nodes.ts';
import { csvScore } from './csvshape.ts';
import { decoded } from './decode.ts';
import { isSurelyDelimiterRow } from './markdown.ts';
import { directoryOf } from './ooxml/zip.ts';
import { Refusal } from './refusal.ts';
import type { Source } from './source.ts';

/** The carrier, or a `Refusal` where nothing here reads such bytes. */
export function carrierOf(source: Pick<Source, 'name' | 'bytes'>): Carrier {
  if (source.bytes.length === 0)
    throw new Refusal('unreadable', '文件是空的（0 字节）。', 'The file is empty (0 bytes).');
  return signedCarrier(source.bytes) ?? textCarrier(source);
}

const SIGNATURES: readonly (readonly [string, (bytes: Uint8Array) => Carrier | null])[] = [
  ['PK\x03\x04', zipCarrier],
  ['PK\x05\x06', zipCarrier],
  ['\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1', oleCarrier],
  ['\x89PNG', () => 'scan'],
  ['\xFF\xD8\xFF', () => 'scan'],
  ['II*\x00', () => 'scan'],
  ['MM\x00*', () => 'scan'],
  ['GIF8', () => 'scan'],
  ['RIFF', (bytes) => (latin(bytes, 8, 12) === 'WEBP' ? 'scan' : null)],
  ['BM', (bytes) => (latin(bytes, 6, 10) === '\0\0\0\0' ? 'scan' : null)],
  ['{\\rtf', () => 'doc'],
  ['Rar!\x1A\x07', refuseArchive],
  ['7z\xBC\xAF\x27\x1C', refuseArchive],
];

function signedCarrier(bytes: Uint8Array): Carrier | null {
  const start = latin(bytes, 0, 1024);
  const signed = SIGNATURES.find(([signature]) => start.startsWith(signature));
  if (signed) return signed[1](bytes);
  // A PDF may carry rubbish before its header; readers look within the first 1024 bytes.
  return start.includes('%PDF-') ? 'pdf' : null;
}

function latin(bytes: Uint8Array, from: number, to: number): string {
  return String.fromCharCode(...bytes.subarray(from, to));
}

function zipCarrier(bytes: Uint8Array): Carrier {
  const names = [...directoryOf(bytes).keys()];
  const has = (start: string) => names.some((name) => name.startsWith(start));
  if (has('word/')) return 'docx';
  if (has('xl/')) return 'xlsx';
  if (names.includes('OFD.xml')) return 'ofd';
  throw unsupportedZip(names);
}

function unsupportedZip(names: readonly string[]): Refusal {
  const isOpenDocument = names.includes('mimetype') || names.includes('content.xml');
  if (isOpenDocument || names.some((name) => name.startsWith('ppt/'))) {
    return new Refusal(
      'unsupported-carrier',
      '不支持演示文稿和 OpenDocument 文件；请另存为 PDF、docx 或 xlsx。',
      'Presentations and OpenDocument files are not read. Save it as PDF, docx or xlsx.',
    );
  }
  return new Refusal(
    'unsupported-carrier',
    '这是一个压缩包，不是文档；其中若有文档，请用 hebiao run 读取，或先解压。',
    'This is a zip archive, not a document. Where it holds documents, hebiao run reads them; or unpack it first.',
  );
}

function refuseArchive(): never {
  throw new Refusal(
    'unsupported-carrier',
    '这是 rar 或 7z 压缩包；请先解压，或改用 zip 压缩。',
    'A rar or 7z archive. Unpack it first, or pack it as zip.',
  );
}

/** OLE2 keeps its streams' names as UTF-16; they stand in the directory, in plain sight. */
function oleCarrier(bytes: Uint8Array): Carrier {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const has = (stream: string) => buffer.includes(Buffer.from(`${stream}\0`, 'utf16le'));
  if (has('EncryptedPackage')) throw encryptedPackage();
  if (has('WordDocument')) return 'doc';
  if (has('Workbook') || has('Book')) return 'xls';
  throw new Refusal(
    'unsupported-carrier',
    '这是旧版 Office 容器，但其中没有 Word 文档或 Excel 工作簿；请另存为 docx、xlsx 或 PDF。',
    'An old Office container without a Word document or a workbook. Save it as docx, xlsx or PDF.',
  );
}

function encryptedPackage(): Refusal {
  return new Refusal(
    'encrypted',
    '文件已用密码加密；请先在 Office 或 WPS 中去掉密码再读。',
    'The file is encrypted with a password. Remove the password in Office or WPS first.',
  );
}

/** Enough to see a table's first rows; a page's head with its styles stays below it. */
const LOOKED_AT = 200_000;
const HTML = /<(?:!doctype\s+html|html|head|body|table|div|p|span|h[1-6]|center)[\s>/]/i;

function textCarrier({ name, bytes }: Pick<Source, 'name' | 'bytes'>): Carrier {
  const { text } = decoded(bytes.subarray(0, LOOKED_AT));
  refuseEntities(text);
  refuseWebArchive(text);
  if (isSpreadsheetXml(text)) return 'xls';
  const lines = text.split(/\r\n|\n|\r/);
  const isMarkdown = lines.some((line, at) => isSurelyDelimiterRow(line, lines[at - 1] ?? ''));
  if (isMarkdown) return 'markdown';
  if (HTML.test(text)) return 'html';
  return plainCarrier(name.toLowerCase(), text);
}

/** Between text, csv and markdown the name decides, unless the commas alone are proof. */
function plainCarrier(name: string, text: string): Carrier {
  const score = csvScore(text);
  if (/\.(csv|tsv)$/.test(name) && score !== 'none') return 'csv';
  if (/\.(md|markdown)$/.test(name)) return 'markdown';
  return score === 'sure' ? 'csv' : 'text';
}

function isSpreadsheetXml(text: string): boolean {
  return (
    text.slice(0, 2_000).includes('urn:schemas-microsoft-com:office:spreadsheet') && /^\s*<\?xml/.test(text)
  );
}

/** An XML file that defines entities is no document of ours, and expanding them may never end. */
function refuseEntities(text: string): void {
  const head = text.slice(0, 20_000);
  if (!/<!ENTITY\s/.test(head)) return;
  throw new Refusal(
    'over-limit',
    '文件自行定义了 XML 实体，展开后大小无法预料，不予读取。',
    'The file defines XML entities of its own, which may grow without bound. It is not read.',
  );
}

/** A page saved with its pictures in one file (mht, often named doc): mail parts, encoded line by line. */
function refuseWebArchive(text: string): void {
  const head = text.slice(0, 5_000);
  if (!/^MIME-Version:/im.test(head) || !/^Content-Type:\s*multipart\/related/im.test(head)) return;
  throw new Refusal(
    'unsupported-carrier',
    '这是单文件网页（mht）；请用 Word、WPS 或浏览器另存为 docx、PDF 或普通网页。',
    'This is a single-file web page (mht). Save it as docx, PDF or a plain web page.',
  );
}
