// The noun "tree": what is on the paper.

export * from './build.ts';
export * from './grid.ts';
export * from './legible.ts';
export * from './nodes.ts';
export * from './origin.ts';
export * from './outline.ts';
export * from './walk.ts';
