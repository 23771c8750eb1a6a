// The noun "record": what a form states.

export * from './evaluation.ts';
export * from './evidence.ts';
export * from './order.ts';
export * from './report.ts';
export * from './schemas.ts';
export * from './stated.ts';
