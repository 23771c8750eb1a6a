// What encloses other content, forms, groups, annotations and layers: where it stands, what it is clipped to, and whether it is printed at all.
// Surprise: the stencil of a soft mask stands in the stream like any other group; what it draws only says where something else is let through.

import { noMarks } from './marks.ts';
import { boxUnder, composed, type Matrix, matrixOf } from './matrix.ts';
import { initialState, withinGroup } from './state.ts';
import { type Act, boxFrom, type Canvas, clipTo, isList, transform } from './surface.ts';

export const save: Act = (canvas) => {
  canvas.saved.push(canvas.state);
};

export const restore: Act = (canvas) => {
  canvas.state = canvas.saved.pop() ?? canvas.state;
};

export const paintForm: Act = (canvas, args) => {
  save(canvas, []);
  if (args[0]) transform(canvas, matrixOf(args[0]));
  clipToForm(canvas, args[1], canvas.state.matrix);
};

/** The decoder gives a group's form no box of its own: the group has it, in the form's space. */
export const beginGroup: Act = (canvas, args) => {
  const { smask, bbox, matrix } = groupOf(args[0]);
  enter(canvas, !smask);
  save(canvas, []);
  canvas.state = withinGroup(canvas.state);
  clipToForm(canvas, bbox, composed(canvas.state.matrix, matrixOf(matrix)));
};

export const endGroup: Act = (canvas) => {
  restore(canvas, []);
  leave(canvas);
};

/** An annotation's appearance is placed on the page, whatever the page's own stream left behind, and ends where its rectangle does. */
export const beginAnnotation: Act = (canvas, args) => {
  save(canvas, []);
  canvas.state = initialState(canvas.paper.base, canvas.paper.box);
  clipToForm(canvas, args[1], canvas.state.matrix);
  transform(canvas, composed(matrixOf(args[2]), matrixOf(args[3])));
};

/** A layer that is switched off is not on the paper, wherever its content stands. */
export const beginLayer: Act = (canvas, args) => {
  enter(canvas, args[0] !== 'OC' || canvas.paper.isShown(args[1]));
};

/** Content marked for any other purpose is nested with layers, so that its end must find its own beginning. */
export const beginMarked: Act = (canvas) => {
  enter(canvas, true);
};

export const endMarked: Act = leave;

function clipToForm(canvas: Canvas, box: unknown, toPage: Matrix): void {
  if (isList(box) && box.length >= 4) clipTo(canvas, boxUnder(toPage, boxFrom(box)));
}

interface Group {
  readonly smask?: unknown;
  readonly bbox?: unknown;
  readonly matrix?: unknown;
}

function groupOf(value: unknown): Group {
  return value && typeof value === 'object' ? value : {};
}

/** From here on content is printed or not, as `shown` says, up to the `leave` that belongs to it. */
function enter(canvas: Canvas, shown: boolean): void {
  canvas.shown.push(shown);
  if (!shown) settle(canvas, canvas.unseen + 1);
}

function leave(canvas: Canvas): void {
  if (canvas.shown.pop() === false) settle(canvas, canvas.unseen - 1);
}

/** Content that is not printed is followed all the same, since it moves the pen and changes the state; its marks are thrown away. */
function settle(canvas: Canvas, unseen: number): void {
  canvas.unseen = unseen;
  canvas.marks = unseen > 0 ? noMarks() : canvas.printed;
}
