// A PDF written by hand: one content stream a page, Helvetica or Times, everything uncompressed, so that a test can say what is on the paper to the point.
// Surprise: offsets in the cross-reference table are bytes; the texts are ASCII, so that characters are bytes.

export interface SheetOptions {
  readonly width: number;
  readonly height: number;
  readonly rotate?: 0 | 90 | 180 | 270;
}

/** `fonts`, `resources`, `entries`: what stands beside the page's own fonts, in its resources, and in the page itself. */
export interface SheetOf extends SheetOptions {
  readonly content: string;
  readonly fonts?: string;
  readonly resources?: string;
  readonly entries?: string;
}

/** What a document has beside its pages: entries of its catalogue, and objects, of which the first after one page has the number `FIRST_EXTRA`. */
export interface Extras {
  readonly catalogue?: string;
  readonly objects?: readonly string[];
}

export const FIRST_EXTRA = 7;

/** Pages of content streams → the bytes of a PDF. */
export function pdfOf(
  sheets: readonly SheetOf[],
  { catalogue = '', objects: extra = [] }: Extras = {},
): Uint8Array {
  const kids = sheets.map((_, at) => `${4 + 2 * at} 0 R`).join(' ');
  const objects = [
    `<< /Type /Catalog /Pages 2 0 R ${catalogue} >>`,
    `<< /Type /Pages /Kids [${kids}] /Count ${sheets.length} >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
    ...sheets.flatMap((sheet, at) => [
      pageObject(sheet, 5 + 2 * at, 4 + 2 * sheets.length),
      streamObject(sheet.content),
    ]),
    '<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman /Encoding /WinAnsiEncoding >>',
    ...extra,
  ];
  return new TextEncoder().encode(fileOf(objects));
}

function pageObject(sheet: SheetOf, content: number, times: number): string {
  const { width, height, rotate = 0, fonts = '', resources = '', entries = '' } = sheet;
  return `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${width} ${height}] /Rotate ${rotate} /Resources << /Font << /F1 3 0 R /F2 ${times} 0 R ${fonts} >> ${resources} >> ${entries} /Contents ${content} 0 R >>`;
}

export function streamObject(content: string, entries = ''): string {
  return `<< ${entries} /Length ${content.length} >>\nstream\n${content}\nendstream`;
}

/** Numbered objects, the first of them the catalogue → the bytes of a PDF, as text. */
export function fileOf(objects: readonly string[]): string {
  let text = '%PDF-1.4\n';
  const offsets = objects.map((object, at) => {
    const offset = text.length;
    text += `${at + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const start = text.length;
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}`;
  return `${text}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`;
}

/** Words at a baseline, in PDF's space (y up). */
export function textAt(x: number, y: number, size: number, text: string, font = 'F1'): string {
  const safe = text.replace(/[\\()]/g, '\\$&');
  return `BT /${font} ${size} Tf 1 0 0 1 ${x} ${y} Tm (${safe}) Tj ET`;
}

export function strokeOf(x0: number, y0: number, x1: number, y1: number, width: number): string {
  return `${width} w ${x0} ${y0} m ${x1} ${y1} l S`;
}

/** The same line as a filled sliver. */
export function sliverOf(x0: number, y0: number, x1: number, y1: number, width: number): string {
  const half = width / 2;
  const [x, y] = [Math.min(x0, x1) - (x0 === x1 ? half : 0), Math.min(y0, y1) - (y0 === y1 ? half : 0)];
  const [w, h] = [x0 === x1 ? width : Math.abs(x1 - x0), y0 === y1 ? width : Math.abs(y1 - y0)];
  return `${x} ${y} ${w} ${h} re f`;
}
