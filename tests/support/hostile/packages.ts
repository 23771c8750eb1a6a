// Makers of office packages from their parts, for tests: small ones, and ones whose directory lies.

import { strToU8, zipSync } from 'fflate';

const NO_TYPES =
  '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>';
/** Of a workbook with one sheet: what other programs than ours want to know before they open it. */
export const CONTENT_TYPES = `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${[
  ['workbook', 'sheet.main'],
  ['worksheets/sheet1', 'worksheet'],
  ['styles', 'styles'],
]
  .map(
    ([part, type]) =>
      `<Override PartName="/xl/${part}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${type}+xml"/>`,
  )
  .join('')}</Types>`;
const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const S = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const R = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

function relationships(items: readonly string[]): string {
  const xmlns = 'http://schemas.openxmlformats.org/package/2006/relationships';
  return `<?xml version="1.0"?><Relationships xmlns="${xmlns}">${items.join('')}</Relationships>`;
}

export function relationship(id: string, kind: string, target: string, mode = ''): string {
  return `<Relationship Id="${id}" Type="${R}/${kind}" Target="${target}"${mode}/>`;
}

/** A zip of texts or bytes by part name. */
export function zipOf(parts: Readonly<Record<string, string | Uint8Array>>): Uint8Array {
  const entries = Object.entries(parts).map(([name, part]) => [
    name,
    typeof part === 'string' ? strToU8(part) : part,
  ]);
  return zipSync(Object.fromEntries(entries), { level: 6, mtime: '2021-06-18' });
}

/** A docx whose body is `body`; `extra` replaces or adds parts. */
export function docxOf(body: string, extra: Readonly<Record<string, string>> = {}, head = ''): Uint8Array {
  return zipOf({
    '[Content_Types].xml': NO_TYPES,
    '_rels/.rels': relationships([relationship('rId1', 'officeDocument', 'word/document.xml')]),
    'word/document.xml': `<?xml version="1.0"?>${head}<w:document xmlns:w="${W}"><w:body>${body}</w:body></w:document>`,
    ...extra,
  });
}

/** One sheet of a workbook: the content of `<worksheet>`, and the attributes of its tab. */
export interface SheetSource {
  readonly xml: string;
  readonly state?: string;
}

export function xlsxOf(
  sheets: readonly SheetSource[],
  extra: Readonly<Record<string, string>> = {},
): Uint8Array {
  const tabs = sheets.map(
    ({ state = 'visible' }, at) =>
      `<sheet name="表${at + 1}" sheetId="${at + 1}" state="${state}" r:id="rId${at + 1}"/>`,
  );
  const parts = sheets.map(({ xml }, at) => [
    `xl/worksheets/sheet${at + 1}.xml`,
    `<?xml version="1.0"?><worksheet xmlns="${S}">${xml}</worksheet>`,
  ]);
  const related = sheets.map((_, at) =>
    relationship(`rId${at + 1}`, 'worksheet', `worksheets/sheet${at + 1}.xml`),
  );
  return zipOf({
    '[Content_Types].xml': NO_TYPES,
    '_rels/.rels': relationships([relationship('rId1', 'officeDocument', 'xl/workbook.xml')]),
    'xl/workbook.xml': `<?xml version="1.0"?><workbook xmlns="${S}" xmlns:r="${R}"><sheets>${tabs.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relationships([
      ...related,
      relationship('rIdS', 'styles', 'styles.xml'),
      relationship('rIdT', 'sharedStrings', 'sharedStrings.xml'),
    ]),
    ...Object.fromEntries(parts),
    ...extra,
  });
}

export function stylesXml(formats: readonly string[]): string {
  const own = formats.map((code, at) => `<numFmt numFmtId="${164 + at}" formatCode="${escaped(code)}"/>`);
  const styles = formats.map((_, at) => `<xf numFmtId="${164 + at}"/>`);
  return `<styleSheet xmlns="${S}"><numFmts>${own.join('')}</numFmts><cellXfs><xf numFmtId="0"/>${styles.join('')}</cellXfs></styleSheet>`;
}

export function sharedStringsXml(items: readonly string[], head = ''): string {
  return `<?xml version="1.0"?>${head}<sst xmlns="${S}">${items.map((item) => `<si>${item}</si>`).join('')}</sst>`;
}

export function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}

/** The same zip with every declared size set to `size`, as a bomb pretends. */
export function withFalseSizes(zip: Uint8Array, size: number): Uint8Array {
  const lying = zip.slice();
  const view = new DataView(lying.buffer);
  for (let at = 0; at + 4 <= lying.length; at++) {
    const signature = view.getUint32(at, true);
    if (signature === 0x02014b50) view.setUint32(at + 24, size, true);
    if (signature === 0x04034b50) view.setUint32(at + 22, size, true);
  }
  return lying;
}
