// An xlsx package → its sheets in the order of their tabs.
// Surprise: a sheet's part is found through the workbook's relationships; the names sheet1.xml, sheet2.xml say nothing about the order.

import { keepCharacters } from '../caps.ts';
import { mainPart, type Package, partOf, relationshipsOf } from '../ooxml/package.ts';
import { visitXml } from '../ooxml/stream.ts';
import { childOf, elementsIn, type XmlElement, xmlOf } from '../ooxml/xml.ts';
import { Refusal } from '../refusal.ts';
import type { Sheet, Workbook } from './sheet.ts';
import { formatsOf, type Styles } from './stored.ts';
import { sheetOf } from './worksheet.ts';

/** A worksheet with a million formatted blank rows, as some office programs leave it, is 60–70 MB of XML; it streams in about 1.5 s. */
const MOST_SHEET_BYTES = 80_000_000;

export function workbookOf(from: Package, mostCells: number): Workbook {
  const main = mainPart(from, 'xl/workbook.xml');
  const bytes = partOf(from, main);
  if (!bytes) throw new Refusal('unreadable', '压缩包里没有工作簿。', 'The archive holds no workbook part.');
  const workbook = xmlOf(bytes);
  const styles = stylesOf(from, main, workbook);
  const tabs = elementsIn(childOf(workbook, 'sheets'));
  const shown = tabs.filter((tab) => (tab.attributes.state ?? 'visible') === 'visible');
  const parts = new Map(
    relationshipsOf(from, main)
      .filter(isWorksheet)
      .map(({ id, target }) => [id, target]),
  );
  const sheets: Sheet[] = [];
  let cellsLeft = mostCells;
  for (const tab of shown) {
    const part = partOf(from, parts.get(tab.attributes['r:id'] ?? '') ?? '', MOST_SHEET_BYTES);
    if (!part) continue;
    const sheet = sheetOf(tab.attributes.name ?? '', part, styles, cellsLeft);
    cellsLeft -= sheet.cells.length;
    sheets.push(sheet);
  }
  const hidden = tabs.filter((tab) => !shown.includes(tab)).map((tab) => tab.attributes.name ?? '');
  return { sheets, hidden };
}

/** Chart sheets and macro sheets have no cells to show. */
function isWorksheet(relationship: { readonly kind: string }): boolean {
  return relationship.kind === 'worksheet';
}

function stylesOf(from: Package, main: string, workbook: XmlElement): Styles {
  const related = relationshipsOf(from, main);
  const part = (kind: string) =>
    partOf(from, related.find((relation) => relation.kind === kind)?.target ?? '');
  const strings = part('sharedStrings');
  const styles = part('styles');
  const date1904 = childOf(workbook, 'workbookPr')?.attributes.date1904 ?? '';
  return {
    strings: strings ? stringsOf(strings) : [],
    formats: styles ? formatsIn(xmlOf(styles)) : [],
    date1904: /^(1|true)$/.test(date1904),
  };
}

function formatsIn(styles: XmlElement): readonly string[] {
  const own = elementsIn(childOf(styles, 'numFmts')).map(
    ({ attributes }) => [Number(attributes.numFmtId), attributes.formatCode ?? 'General'] as const,
  );
  const cellStyles = elementsIn(childOf(styles, 'cellXfs')).map(({ attributes }) =>
    Number(attributes.numFmtId ?? 0),
  );
  return formatsOf(new Map(own), cellStyles);
}

/** Shared strings with their runs joined; phonetic guides (`rPh`) are not part of the text. */
function stringsOf(bytes: Uint8Array): readonly string[] {
  const strings: string[] = [];
  let text = '';
  let isText = false;
  let phonetic = 0;
  visitXml(bytes, {
    open(name) {
      if (name === 'si') text = '';
      else if (name === 'rPh') phonetic++;
      else if (name === 't') isText = phonetic === 0;
    },
    text(piece) {
      if (isText) text += piece;
      keepCharacters(text.length);
    },
    close(name) {
      if (name === 'si') strings.push(text);
      else if (name === 'rPh') phonetic--;
      else if (name === 't') isText = false;
    },
  });
  return strings;
}
