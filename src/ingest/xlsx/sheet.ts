// What a worksheet shows, whichever format stored it: the hand-over between the decoders and the grid.

/** 0-based and inclusive. */
export interface Range {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** `text` is what the cell shows through its number format. */
export interface SheetCell {
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

/** `uncomputed` names the cells whose formula has no stored result. */
export interface Sheet {
  readonly name: string;
  readonly cells: readonly SheetCell[];
  readonly merges: readonly Range[];
  readonly hiddenRows: ReadonlySet<number>;
  readonly hiddenColumns: ReadonlySet<number>;
  readonly uncomputed: readonly string[];
}

/** `hidden` names the sheets that are not shown. */
export interface Workbook {
  readonly sheets: readonly Sheet[];
  readonly hidden: readonly string[];
}
