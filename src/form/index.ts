// The noun "form": which cell states which field.

export * from './form.ts';
export * from './piece.ts';
export * from './vocabulary.ts';
