// The noun "diagnostic": what does not hold, and the words for it.

export * from './catalogue/definitions.ts';
export * from './catalogue.ts';
export * from './diagnostic.ts';
export * from './make.ts';
