// The stage "correct": what people said of a source, laid over what the program read: texts over the tree, bindings over the forms.
// Surprise: it stands twice in the pipeline, before `bind` and after it; what it cannot place is set aside and said, never guessed.

export { correctBindings } from './bindings.ts';
export { fieldBefore } from './numbering.ts';
export { blockAt, printedBlocks } from './places.ts';
export { isBindable } from './pointers.ts';
export { unsettled } from './settled.ts';
export { type Standing, standingOf } from './standing.ts';
export { type Corrected, correctTexts } from './texts.ts';
