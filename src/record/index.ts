// The noun "record": what a form states.

export * from './correction.ts';
export * from './evaluation.ts';
export * from './evidence.ts';
export * from './order.ts';
export * from './profile.ts';
export * from './profiles/index.ts';
export * from './published.ts';
export * from './report.ts';
export * from './schemas.ts';
export * from './stated.ts';
