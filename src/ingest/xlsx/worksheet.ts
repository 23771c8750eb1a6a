// A worksheet part → what it shows: cells through their formats, merges, hidden rows and columns.
// Surprise: the part is read as a stream and its claims (dimension, blank styled cells by the million) are ignored; only cells with content count.

import { keepBytes, keepCells, keepCharacters, keepSlots, MOST_COLUMNS } from '../caps.ts';
import { type Attributes, type Visitor, visitXml } from '../ooxml/stream.ts';
import { Refusal } from '../refusal.ts';
import { rangeOf, referenceOf, slotOf } from './reference.ts';
import type { Range, Sheet, SheetCell } from './sheet.ts';
import { type Stored, type Styles, storedText } from './stored.ts';

export function sheetOf(name: string, bytes: Uint8Array, styles: Styles, mostCells: number): Sheet {
  const reader = new WorksheetReader(styles, mostCells);
  visitXml(bytes, reader, withoutBlankCells);
  const { cells, merges, hiddenRows, hiddenColumns, uncomputed } = reader;
  return { name, cells, merges, hiddenRows, hiddenColumns, uncomputed };
}

/** Cells that only carry a style, up to a million on a sheet that was formatted as a whole: dropping them here halves the time. */
function withoutBlankCells(piece: string): string {
  return piece.replace(/<c r="[A-Z]{1,3}\d{1,7}"(?: s="\d{1,5}")?\/>/g, '');
}

/** A cell while its element is open. */
interface Open extends Stored {
  readonly row: number;
  readonly column: number;
  value: string;
  hasFormula: boolean;
}

class WorksheetReader implements Visitor {
  readonly cells: SheetCell[] = [];
  readonly merges: Range[] = [];
  readonly hiddenRows = new Set<number>();
  readonly hiddenColumns = new Set<number>();
  readonly uncomputed: string[] = [];
  private readonly styles: Styles;
  private readonly mostCells: number;
  private row = -1;
  private column = -1;
  private cell: Open | null = null;
  private isValue = false;
  private phonetic = 0;
  private hidden = 0;
  private bytes = 0;

  constructor(styles: Styles, mostCells: number) {
    this.styles = styles;
    this.mostCells = mostCells;
  }

  open(name: string, attributes: Attributes): void {
    if (name === 'c') this.openCell(attributes);
    else if (name === 'row') this.openRow(attributes);
    else if (name === 'v' || name === 't') this.isValue = this.phonetic === 0;
    else if (name === 'f' && this.cell) this.cell.hasFormula = true;
    else if (name === 'rPh') this.phonetic++;
    else if (name === 'col') this.hideColumns(attributes);
    else if (name === 'mergeCell') this.addMerge(attributes);
  }

  text(text: string): void {
    if (!this.isValue || !this.cell) return;
    this.cell.value += text;
    keepCharacters(this.cell.value.length);
  }

  close(name: string): void {
    if (name === 'v' || name === 't') this.isValue = false;
    else if (name === 'rPh') this.phonetic--;
    else if (name === 'c') this.closeCell();
  }

  private openRow(attributes: Attributes): void {
    const number = Number(attributes.r);
    this.row = Number.isInteger(number) && number > 0 ? number - 1 : this.row + 1;
    this.column = -1;
    if (isTrue(attributes.hidden) || Number(attributes.ht) === 0) this.hiddenRows.add(this.row);
  }

  private openCell(attributes: Attributes): void {
    const slot =
      attributes.r === undefined ? { row: this.row, column: this.column + 1 } : slotOf(attributes.r);
    if (!slot) throw badReference(attributes.r ?? '');
    this.column = slot.column;
    this.cell = {
      ...slot,
      kind: attributes.t ?? 'n',
      style: Number(attributes.s ?? 0),
      value: '',
      hasFormula: false,
    };
  }

  private closeCell(): void {
    const cell = this.cell;
    this.cell = null;
    if (!cell) return;
    if (cell.value === '' && cell.hasFormula && cell.kind !== 'str') this.uncomputed.push(referenceOf(cell));
    const text = storedText(cell, this.styles);
    if (text.trim() === '') return;
    keepCells(this.cells.length + 1, this.mostCells);
    // One shared string may stand in every cell.
    this.bytes += text.length;
    keepBytes(this.bytes);
    this.cells.push({ row: cell.row, column: cell.column, text });
  }

  private hideColumns(attributes: Attributes): void {
    if (!isTrue(attributes.hidden) && Number(attributes.width) !== 0) return;
    const last = Math.min(Number(attributes.max), MOST_COLUMNS);
    // Column by column, and as often as the part says so.
    this.hidden += last - Number(attributes.min);
    keepSlots(this.hidden);
    for (let column = Number(attributes.min); column <= last; column++) this.hiddenColumns.add(column - 1);
  }

  private addMerge(attributes: Attributes): void {
    const range = rangeOf(attributes.ref ?? '');
    if (range) this.merges.push(range);
    keepCells(this.merges.length, this.mostCells);
  }
}

function isTrue(value: string | undefined): boolean {
  return value === '1' || value === 'true';
}

function badReference(reference: string): Refusal {
  return new Refusal(
    'unreadable',
    `工作表里有无效的单元格引用：${reference.slice(0, 40)}`,
    `The worksheet has an invalid cell reference: ${reference.slice(0, 40)}`,
  );
}
