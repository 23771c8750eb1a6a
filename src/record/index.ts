// The noun "record": what a form states.

export * from './evaluation.ts';
export * from './stated.ts';
