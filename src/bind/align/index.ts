// Rows whose cells lost their columns, aligned to the headings: by type, by neighbours, then by a row's own arithmetic.

export { arithmeticCost, type Values } from './arithmetic.ts';
export { bestRecord, isGuessed } from './best.ts';
export * from './column.ts';
export { IMPOSSIBLE, isQualitative, misfit } from './misfit.ts';
export { decimalsIn } from './numbers.ts';
export {
  type Alignment,
  blankCost,
  type Placed,
  valuesOf,
} from './record.ts';
export { type AlignedRow, alignedRows, NO_NEIGHBOURS } from './stream.ts';
export { type Gap, isBlank, isGlued, textOf, type Unit } from './unit.ts';
