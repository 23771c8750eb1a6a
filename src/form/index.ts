// The noun "form": which cell states which field.

export * from './form.ts';
export * from './vocabulary.ts';
