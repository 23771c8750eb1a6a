// Rows whose cells lost their columns, aligned to the headings: by type, by neighbours, then by a row's own arithmetic.

export { arithmeticCost } from './arithmetic.ts';
export * from './column.ts';
export { IMPOSSIBLE, isQualitative, misfit } from './misfit.ts';
export { type Alignment, blankCost, type Frame, recordsFrom, valuesOf } from './record.ts';
export { type AlignedRow, alignedRows, NO_NEIGHBOURS } from './stream.ts';
export { type Gap, isBlank, textOf, type Unit } from './unit.ts';
