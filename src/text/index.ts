// Texts as they are printed, and how they are compared.

export * from './distance.ts';
export * from './join.ts';
export * from './label.ts';
export * from './nothing.ts';
export * from './storable.ts';
export * from './width.ts';
