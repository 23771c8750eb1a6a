// A finding's cells → the part of the page to draw: a band across the table, with the wrong cell in its middle.
// Surprise: the drawing is made from the boxes and texts in the report, not from the document, which need not exist any more.

import type { Diagnostic } from '../../diagnostic/index.ts';
import type { PublishedEvaluation } from '../../record/index.ts';
import type { Box } from '../../tree/index.ts';
import { visible } from './visible.ts';

/** A printed cell with its place. Two fields of one cell (a target and its quantity) are one. */
export interface Printed {
  readonly page: number;
  readonly box: Box;
  readonly text: string;
}

/** `marks` point into the form's list of cells; `wrong` is the one where it is wrong, null where that cell is blank and so not drawn. */
export interface Crop {
  readonly page: number;
  readonly box: Box;
  readonly marks: readonly number[];
  readonly wrong: number | null;
}

/** Points above and below the wrong cell: two rows of a usual form, enough to find the place on the paper. */
const AROUND = 40;
/** The tallest band, in rows like the wrong one and in points: more of small print could not be read. */
const ROWS = 12;
const [LOWEST, TALLEST] = [170, 330];
const MARGIN = 6;
const LONGEST_TEXT = 400;

export class PrintedCells {
  readonly #cells: Printed[] = [];
  readonly #byPlace = new Map<string, number>();
  readonly #byField = new Map<string, number>();

  constructor(form: PublishedEvaluation) {
    for (const [field, { text, origin }] of Object.entries(form.evidence)) {
      if (origin.on === 'page') this.#add(field, { page: origin.page, box: origin.box, text });
    }
  }

  #add(field: string, { page, box, text }: Printed): void {
    const place = `${page}:${box.join()}`;
    const index =
      this.#byPlace.get(place) ?? this.#cells.push({ page, box, text: visible(text, LONGEST_TEXT) }) - 1;
    this.#byPlace.set(place, index);
    this.#byField.set(field, index);
  }

  /** Null where none of the fields is drawn on a page (a blank cell, a carrier without pages). */
  cropOf(fields: readonly string[]): Crop | null {
    const marks = [...new Set(fields.flatMap((field) => this.#byField.get(field) ?? []))];
    const first = this.#cells[marks[0] ?? -1];
    if (first === undefined) return null;
    const onPage = this.#cells.filter(({ page }) => page === first.page);
    const marked = marks.flatMap((mark) => this.#cells[mark] ?? []).filter(({ page }) => page === first.page);
    const wrong = this.#byField.get(fields[0] ?? '') ?? null;
    return { page: first.page, box: bandAround(first.box, boxesOf(marked), boxesOf(onPage)), marks, wrong };
  }

  /** Around the fields of a finding and what it rests on. */
  cropFor({ fields, because }: Diagnostic): Crop | null {
    return this.cropOf([...fields, ...because.map(({ field }) => field)]);
  }

  /** The cells that the crops show; marks are told anew in their numbers. */
  shown(crops: readonly Crop[]): { readonly cells: readonly Printed[]; readonly crops: readonly Crop[] } {
    const kept = this.#cells
      .map((_, index) => index)
      .filter((index) => crops.some((crop) => this.#isIn(index, crop)));
    const renumbered = new Map(kept.map((old, index) => [old, index]));
    return {
      cells: kept.flatMap((index) => this.#cells[index] ?? []),
      crops: crops.map((crop) => ({
        ...crop,
        marks: crop.marks.flatMap((mark) => renumbered.get(mark) ?? []),
        wrong: crop.wrong === null ? null : (renumbered.get(crop.wrong) ?? null),
      })),
    };
  }

  #isIn(index: number, { page, box: [, top, , bottom], marks }: Crop): boolean {
    const cell = this.#cells[index];
    if (cell === undefined) return false;
    return marks.includes(index) || (cell.page === page && cell.box[3] > top && cell.box[1] < bottom);
  }
}

function boxesOf(cells: readonly Printed[]): readonly Box[] {
  return cells.map(({ box }) => box);
}

/** Grows around the wrong cell to take in the other marked ones, nearest first, as long as it can be read. */
function bandAround(first: Box, marked: readonly Box[], onPage: readonly Box[]): Box {
  const room = Math.min(TALLEST, Math.max(LOWEST, ROWS * (first[3] - first[1]))) - 2 * AROUND;
  let [top, bottom] = [first[1], Math.min(first[3], first[1] + room)];
  const near = marked.toSorted((a, b) => distance(a, first) - distance(b, first));
  for (const [, y0, , y1] of near) {
    const grown = [Math.min(top, y0), Math.max(bottom, y1)] as const;
    if (grown[1] - grown[0] <= room) [top, bottom] = grown;
  }
  const left = Math.min(...onPage.map(([x0]) => x0));
  const right = Math.max(...onPage.map(([, , x1]) => x1));
  return [left - MARGIN, Math.max(0, top - AROUND), right + MARGIN, bottom + AROUND].map(
    tenths,
  ) as unknown as Box;
}

function distance(a: Box, b: Box): number {
  return Math.abs(a[1] - b[1]);
}

function tenths(value: number): number {
  return Math.round(value * 10) / 10;
}
