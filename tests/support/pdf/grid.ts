// A ruled grid with spans, drawn as a PDF page in one of the ways in which programs draw tables, upright to the reader whatever the page's rotation.

import { pdfOf, sliverOf, strokeOf, textAt } from './writer.ts';

export interface DrawnCell {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
  readonly text: string;
}

/** Lengths in points; `gap` is by how much each line ends short of the one that it meets, `apart` how far the boxes of neighbouring cells are. */
export interface Drawing {
  readonly widths: readonly number[];
  readonly heights: readonly number[];
  readonly cells: readonly DrawnCell[];
  readonly way: 'strokes' | 'slivers';
  readonly line: number;
  readonly gap: number;
  readonly apart?: number;
  readonly offset: readonly [number, number];
  readonly rotate: 0 | 90 | 180 | 270;
}

export function drawnPdf(drawing: Drawing): Uint8Array {
  const [left, bottom] = drawing.offset;
  const width = left + sum(drawing.widths) + 40;
  const height = bottom + sum(drawing.heights) + 40;
  const upright = drawing.rotate % 180 === 0;
  const content = `q ${turn(drawing.rotate, width, height)} cm\n${contentOf(drawing, height)}\nQ`;
  return pdfOf([
    { width: upright ? width : height, height: upright ? height : width, rotate: drawing.rotate, content },
  ]);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/** The transform that the page's own rotation undoes. */
function turn(rotate: Drawing['rotate'], width: number, height: number): string {
  if (rotate === 90) return `0 1 -1 0 ${height} 0`;
  if (rotate === 180) return `-1 0 0 -1 ${width} ${height}`;
  if (rotate === 270) return `0 -1 1 0 0 ${width}`;
  return '1 0 0 1 0 0';
}

function contentOf(drawing: Drawing, height: number): string {
  const xs = placesOf(drawing.widths, drawing.offset[0]);
  const ys = placesOf(drawing.heights, 40).map((y) => height - y);
  return drawing.cells.map((cell) => cellContent(cell, xs, ys, drawing)).join('\n');
}

function placesOf(lengths: readonly number[], from: number): readonly number[] {
  const places = [from];
  for (const length of lengths) places.push((places.at(-1) ?? from) + length);
  return places;
}

function cellContent(
  cell: DrawnCell,
  xs: readonly number[],
  ys: readonly number[],
  drawing: Drawing,
): string {
  const draw = drawing.way === 'strokes' ? strokeOf : sliverOf;
  const { line, gap, apart = 0 } = drawing;
  const [x0, x1] = [(xs[cell.column] ?? 0) + apart / 2, (xs[cell.column + cell.columnSpan] ?? 0) - apart / 2];
  const [y1, y0] = [(ys[cell.row] ?? 0) - apart / 2, (ys[cell.row + cell.rowSpan] ?? 0) + apart / 2];
  return [
    draw(x0 + gap, y0, x1 - gap, y0, line),
    draw(x0 + gap, y1, x1 - gap, y1, line),
    draw(x0, y0 + gap, x0, y1 - gap, line),
    draw(x1, y0 + gap, x1, y1 - gap, line),
    textAt(x0 + 4, (y0 + y1) / 2 - 3, 8, cell.text),
  ].join('\n');
}
