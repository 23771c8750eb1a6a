// The operators that put ink on the page other than text: paths and pictures → rulings, surfaces and placed pictures.

import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Ruling } from '../../tree/nodes.ts';
import type { Box } from '../../tree/origin.ts';
import { isOnTint, keepSurface, type Marks, MOST_RULINGS, type SurfaceKind } from './marks.ts';
import { boxUnder, composed, isUpright, type Matrix, matrixOf } from './matrix.ts';
import {
  bandsOf,
  boundsOf,
  fillRulings,
  isBox,
  type Segment,
  sliverRuling,
  strokeRulings,
  subpathsOf,
  surfacesOf,
} from './paths.ts';
import { hides, intersection, type Paint, type State, shows } from './state.ts';
import { type Act, boxFrom, type Canvas, clipTo, isList, numberAt } from './surface.ts';

const FILLS: ReadonlySet<unknown> = new Set([
  OPS.fill,
  OPS.eoFill,
  OPS.fillStroke,
  OPS.eoFillStroke,
  OPS.closeFillStroke,
  OPS.closeEOFillStroke,
  OPS.rawFillPath,
]);
const STROKES: ReadonlySet<unknown> = new Set([
  OPS.stroke,
  OPS.closeStroke,
  OPS.fillStroke,
  OPS.eoFillStroke,
  OPS.closeFillStroke,
  OPS.closeEOFillStroke,
]);

export const constructPath: Act = (canvas, args) => {
  const [paint, pieces, bounds] = args;
  const data = isList(pieces) && isList(pieces[0]) ? (pieces[0] as ArrayLike<number>) : null;
  const subpaths = data ? subpathsOf(data, canvas.state) : [];
  if (data) drawPath(canvas, paint, subpaths);
  if (!canvas.clips) return;
  canvas.clips = false;
  if (!data || !isList(bounds)) return;
  clipTo(canvas, boxUnder(canvas.state.matrix, boxFrom(bounds)));
  if (!isBox(subpaths)) canvas.state = { ...canvas.state, isRagged: true };
};

function drawPath({ state, marks }: Canvas, paint: unknown, subpaths: readonly (readonly Segment[])[]): void {
  const filled = FILLS.has(paint) ? subpaths.map(boundsOf) : [];
  keepInk(marks, state.fill, fillRulings(filled, state));
  if (STROKES.has(paint)) keepInk(marks, state.stroke, strokeRulings(subpaths, state));
  if (filled.length > 0)
    keepSurfaces(marks, surfacesOf(filled, state), surfaceKind(state, state.fill, isBox(subpaths)));
  if (STROKES.has(paint))
    keepSurfaces(marks, bandsOf(subpaths, state), surfaceKind(state, state.stroke, !state.isDashed));
  if (paint === OPS.endPath) return;
  marks.counts.curves += subpaths.reduce(
    (sum, pieces) => sum + pieces.filter((piece) => piece.curved).length,
    0,
  );
}

/** White rules are kept only where they part coloured surfaces. */
function keepInk(marks: Marks, paint: Paint, rulings: readonly Ruling[]): void {
  if (rulings.length === 0 || !shows(paint, true)) return;
  const seen = (ruling: Ruling) => isOnTint(marks, [ruling.x0, ruling.y0, ruling.x1, ruling.y1]);
  keepRulings(marks, paint.dark ? rulings : rulings.filter(seen));
}

/** White that does not hide leaves nothing. Of a filled path only a single upright box is `whole`, sure to hide all of its bounds. */
function surfaceKind(state: State, paint: Paint, whole: boolean): SurfaceKind {
  return { dark: shows(paint), hides: whole && hides(state, paint) };
}

function keepSurfaces(marks: Marks, boxes: readonly Box[], kind: SurfaceKind): void {
  if (!kind.dark && !kind.hides) return;
  for (const box of boxes) keepSurface(marks, box, kind);
}

/** A shading fills all of the clip; some end within it. */
export const paintShading: Act = ({ state, marks }) => {
  keepSurfaces(marks, surfacesOf([state.clip], state), {
    dark: shows({ ...state.fill, dark: true }),
    hides: false,
  });
};

function keepRulings(marks: Marks, rulings: readonly Ruling[]): void {
  if (marks.rulings.length < MOST_RULINGS) marks.rulings.push(...rulings);
}

const UNIT: Box = [0, 0, 1, 1];

/** A picture as thin as a line is a ruling. */
export function painting(isMask: boolean): Act {
  return ({ state, marks }, args) => {
    const whole = boxUnder(state.matrix, UNIT);
    const sliver = sliverRuling(whole, state);
    if (sliver.length > 0) return keepRulings(marks, sliver);
    const box = intersection(whole, state.clip);
    const isOpaque = !isMask && state.mask === 'none' && isUpright(state.matrix);
    keepSurface(marks, box, { dark: true, hides: isOpaque && hides(state, { ...state.fill, plain: true }) });
    marks.pictures.push({ name: pictureName(args[0]), box, matrix: state.matrix, isMask });
  };
}

/** A stencil of one pixel, all of it inked: a filled box. */
export const paintSolid: Act = ({ state, marks }) => {
  const box = boxUnder(state.matrix, UNIT);
  keepInk(marks, state.fill, sliverRuling(box, state));
  keepSurfaces(marks, surfacesOf([box], state), surfaceKind(state, state.fill, isUpright(state.matrix)));
};

/** The decoder folds many paintings of one picture into one operator: [picture, a, b, c, d, positions] or [picture, a, d, positions]. */
export const paintRepeated: Act = (canvas, args) => {
  const positions = args.at(-1);
  if (!isList(positions)) return;
  const [a, b, c, d] =
    args.length > 5
      ? [1, 2, 3, 4].map((at) => numberAt(args, at))
      : [numberAt(args, 1), 0, 0, numberAt(args, 2)];
  for (let at = 0; at + 1 < positions.length; at += 2) {
    const place: Matrix = [
      a ?? 1,
      b ?? 0,
      c ?? 0,
      d ?? 1,
      numberAt(positions, at),
      numberAt(positions, at + 1),
    ];
    paintPlaced(canvas, place);
  }
};

/** Inline pictures that the decoder gathered: each entry brings its transform. */
export const paintGathered: Act = (canvas, args) => {
  for (const entry of args.flatMap((arg) => (Array.isArray(arg) ? arg : []))) {
    if (entry && typeof entry === 'object' && 'transform' in entry)
      paintPlaced(canvas, matrixOf(entry.transform));
  }
};

function paintPlaced({ state, marks }: Canvas, place: Matrix): void {
  keepRulings(marks, sliverRuling(boxUnder(composed(state.matrix, place), UNIT), state));
}

function pictureName(value: unknown): string {
  if (typeof value === 'string') return value;
  const data = value && typeof value === 'object' && 'data' in value ? value.data : null;
  return typeof data === 'string' ? data : '';
}
