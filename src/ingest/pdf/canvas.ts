// A decoded content stream, operator by operator → the marks on the page.
// Surprise: text is taken from here and not from the decoder's own text extraction: only here are colour, clip, rendering mode and the place of each glyph known,
// and one pass over the stream costs half of two.

import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Ruling } from '../../tree/nodes.ts';
import type { Box } from '../../tree/origin.ts';
import { type Listed, shownText } from './glyphs.ts';
import { isOnTint, type Marks, MOST_GLYPHS, MOST_RULINGS, MOST_TINTS, noMarks } from './marks.ts';
import { boxUnder, composed, type Matrix, matrixOf } from './matrix.ts';
import { fillRulings, type Segment, sliverRuling, strokeRulings, subpathsOf, tintsOf } from './paths.ts';
import {
  type Face,
  initialState,
  intersection,
  isDark,
  type Paint,
  type Pen,
  START,
  type State,
  shows,
} from './state.ts';

export interface OperatorList {
  readonly fnArray: ArrayLike<number>;
  readonly argsArray: readonly unknown[];
}

/** `base` takes the page's own space to ours; `faceOf` finds a font by the stream's name for it. */
export interface Paper {
  readonly base: Matrix;
  readonly box: Box;
  readonly faceOf: (name: string) => Face;
}

interface Canvas {
  readonly paper: Paper;
  readonly marks: Marks;
  readonly saved: State[];
  state: State;
  pen: Pen;
  clips: boolean;
}

type Args = readonly unknown[];
type Act = (canvas: Canvas, args: Args) => void;

export function marksOf(list: OperatorList, paper: Paper): Marks {
  const state = initialState(paper.base, paper.box);
  const canvas: Canvas = { paper, marks: noMarks(), saved: [], state, pen: START, clips: false };
  for (let at = 0; at < list.fnArray.length; at++) {
    const args = list.argsArray[at];
    ACTS[list.fnArray[at] ?? 0]?.(canvas, isList(args) ? args : []);
  }
  return canvas.marks;
}

function isList(value: unknown): value is Args {
  return Array.isArray(value) || ArrayBuffer.isView(value);
}

function numberAt(args: Args, at: number): number {
  const value = Number(args[at]);
  return Number.isFinite(value) ? value : 0;
}

function setting(name: keyof State): Act {
  return (canvas, args) => {
    canvas.state = { ...canvas.state, [name]: numberAt(args, 0) };
  };
}

function colouring(name: 'fill' | 'stroke', colour: (args: Args) => unknown): Act {
  return (canvas, args) => {
    canvas.state = { ...canvas.state, [name]: { ...canvas.state[name], dark: isDark(colour(args)) } };
  };
}

const save: Act = (canvas) => {
  canvas.saved.push(canvas.state);
};

const restore: Act = (canvas) => {
  canvas.state = canvas.saved.pop() ?? canvas.state;
};

function transform(canvas: Canvas, matrix: Matrix): void {
  canvas.state = { ...canvas.state, matrix: composed(canvas.state.matrix, matrix) };
}

function clipTo(canvas: Canvas, box: Box): void {
  canvas.state = { ...canvas.state, clip: intersection(canvas.state.clip, box) };
}

const setGState: Act = (canvas, args) => {
  for (const entry of isList(args[0]) ? args[0] : []) {
    if (isList(entry)) setParameter(canvas, String(entry[0]), entry[1]);
  }
};

function setParameter(canvas: Canvas, name: string, value: unknown): void {
  const { state } = canvas;
  if (name === 'ca') canvas.state = { ...state, fill: { ...state.fill, alpha: Number(value) } };
  else if (name === 'CA') canvas.state = { ...state, stroke: { ...state.stroke, alpha: Number(value) } };
  else if (name === 'LW') canvas.state = { ...state, lineWidth: Number(value) };
  else if (name === 'Font' && isList(value)) setFont(canvas, value);
}

const setFont: Act = (canvas, args) => {
  canvas.state = {
    ...canvas.state,
    face: canvas.paper.faceOf(String(args[0])),
    fontSize: numberAt(args, 1),
  };
};

const paintForm: Act = (canvas, args) => {
  save(canvas, []);
  if (args[0]) transform(canvas, matrixOf(args[0]));
  if (isList(args[1])) clipTo(canvas, boxUnder(canvas.state.matrix, boxFrom(args[1])));
};

function boxFrom(args: Args): Box {
  return [numberAt(args, 0), numberAt(args, 1), numberAt(args, 2), numberAt(args, 3)];
}

/** An annotation's appearance is placed on the page, whatever the page's own stream left behind. */
const beginAnnotation: Act = (canvas, args) => {
  save(canvas, []);
  canvas.state = initialState(canvas.paper.base, canvas.paper.box);
  transform(canvas, composed(matrixOf(args[2]), matrixOf(args[3])));
};

const moveText: Act = (canvas, args) => {
  const x = canvas.pen.lineX + numberAt(args, 0);
  const y = canvas.pen.lineY + numberAt(args, 1);
  canvas.pen = { ...canvas.pen, x, y, lineX: x, lineY: y };
};

const showText: Act = (canvas, args) => {
  if (!isList(args[0]) || canvas.marks.glyphs.length > MOST_GLYPHS) return;
  canvas.pen = shownText(
    args[0] as readonly (Listed | number | null)[],
    canvas.pen,
    canvas.state,
    canvas.marks,
  );
};

const awaitClip: Act = (canvas) => {
  canvas.clips = true;
};

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

const constructPath: Act = (canvas, args) => {
  const [paint, pieces, bounds] = args;
  const data = isList(pieces) && isList(pieces[0]) ? (pieces[0] as ArrayLike<number>) : null;
  if (data) drawPath(canvas, paint, subpathsOf(data, canvas.state));
  if (!canvas.clips) return;
  canvas.clips = false;
  if (data && isList(bounds)) clipTo(canvas, boxUnder(canvas.state.matrix, boxFrom(bounds)));
};

function drawPath({ state, marks }: Canvas, paint: unknown, subpaths: readonly (readonly Segment[])[]): void {
  if (FILLS.has(paint)) keepInk(marks, state.fill, fillRulings(subpaths, state));
  if (STROKES.has(paint)) keepInk(marks, state.stroke, strokeRulings(subpaths, state));
  if (FILLS.has(paint) && shows(state.fill)) keepTints(marks, tintsOf(subpaths, state));
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

function keepTints(marks: Marks, tints: readonly Box[]): void {
  if (marks.tints.length < MOST_TINTS) marks.tints.push(...tints);
}

function keepRulings(marks: Marks, rulings: readonly Ruling[]): void {
  if (marks.rulings.length < MOST_RULINGS) marks.rulings.push(...rulings);
}

const UNIT: Box = [0, 0, 1, 1];

/** A picture as thin as a line is a ruling. */
function painting(isMask: boolean): Act {
  return ({ state, marks }, args) => {
    const box = boxUnder(state.matrix, UNIT);
    const sliver = sliverRuling(box, state);
    if (sliver.length > 0) keepRulings(marks, sliver);
    else
      marks.pictures.push({
        name: pictureName(args[0]),
        box: intersection(box, state.clip),
        matrix: state.matrix,
        isMask,
      });
  };
}

/** The decoder folds many paintings of one picture into one operator: [picture, a, b, c, d, positions] or [picture, a, d, positions]. */
const paintRepeated: Act = (canvas, args) => {
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
const paintGathered: Act = (canvas, args) => {
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

const ACTS: Readonly<Record<number, Act>> = {
  [OPS.save]: save,
  [OPS.restore]: restore,
  [OPS.transform]: (canvas, args) => transform(canvas, matrixOf(args)),
  [OPS.setGState]: setGState,
  [OPS.setLineWidth]: setting('lineWidth'),
  [OPS.setFillRGBColor]: colouring('fill', (args) => args[0]),
  [OPS.setStrokeRGBColor]: colouring('stroke', (args) => args[0]),
  [OPS.setFillColorN]: colouring('fill', () => null),
  [OPS.setStrokeColorN]: colouring('stroke', () => null),
  [OPS.setFillTransparent]: colouring('fill', () => '#ffffff'),
  [OPS.setStrokeTransparent]: colouring('stroke', () => '#ffffff'),
  [OPS.clip]: awaitClip,
  [OPS.eoClip]: awaitClip,
  [OPS.constructPath]: constructPath,
  [OPS.paintFormXObjectBegin]: paintForm,
  [OPS.paintFormXObjectEnd]: restore,
  [OPS.beginGroup]: save,
  [OPS.endGroup]: restore,
  [OPS.beginAnnotation]: beginAnnotation,
  [OPS.endAnnotation]: restore,
  [OPS.paintImageXObject]: painting(false),
  [OPS.paintInlineImageXObject]: painting(false),
  [OPS.paintImageXObjectRepeat]: paintRepeated,
  [OPS.paintImageMaskXObjectRepeat]: paintRepeated,
  [OPS.paintImageMaskXObjectGroup]: paintGathered,
  [OPS.paintInlineImageXObjectGroup]: paintGathered,
  [OPS.paintImageMaskXObject]: painting(true),
  [OPS.paintSolidColorImageMask]: painting(true),
  [OPS.beginText]: (canvas) => {
    canvas.pen = START;
  },
  [OPS.setTextMatrix]: (canvas, args) => {
    canvas.pen = { ...START, matrix: matrixOf(isList(args[0]) ? args[0] : args) };
  },
  [OPS.setFont]: setFont,
  [OPS.setCharSpacing]: setting('charSpacing'),
  [OPS.setWordSpacing]: setting('wordSpacing'),
  [OPS.setHScale]: (canvas, args) => {
    canvas.state = { ...canvas.state, scale: numberAt(args, 0) / 100 };
  },
  [OPS.setLeading]: setting('leading'),
  [OPS.setTextRise]: setting('rise'),
  [OPS.setTextRenderingMode]: setting('mode'),
  [OPS.moveText]: moveText,
  [OPS.setLeadingMoveText]: (canvas, args) => {
    canvas.state = { ...canvas.state, leading: -numberAt(args, 1) };
    moveText(canvas, args);
  },
  [OPS.nextLine]: (canvas) => moveText(canvas, [0, -canvas.state.leading]),
  [OPS.showText]: showText,
};
