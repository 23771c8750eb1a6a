// A decoded content stream, operator by operator → the marks on the page.
// Surprise: text is taken from here and not from the decoder's own text extraction: only here are colour, clip, rendering mode and the place of each glyph known,
// and one pass over the stream costs half of two.

import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { uncovered } from './covers.ts';
import { type Shown, shownText } from './glyphs.ts';
import { type Marks, MOST_GLYPHS, noMarks } from './marks.ts';
import { matrixOf } from './matrix.ts';
import {
  beginAnnotation,
  beginGroup,
  beginLayer,
  beginMarked,
  endGroup,
  endMarked,
  paintForm,
  restore,
  save,
} from './nesting.ts';
import { constructPath, paintGathered, painting, paintRepeated, paintShading, paintSolid } from './paint.ts';
import { withShadedCells } from './shaded.ts';
import { initialState, isDark, START, type State } from './state.ts';
import { type Act, type Args, type Canvas, isList, numberAt, type Paper, transform } from './surface.ts';

export type { Paper } from './surface.ts';

export interface OperatorList {
  readonly fnArray: ArrayLike<number>;
  readonly argsArray: readonly unknown[];
}

export function marksOf(list: OperatorList, paper: Paper): Marks {
  const canvas = canvasOf(paper);
  for (let at = 0; at < list.fnArray.length; at++) {
    const args = list.argsArray[at];
    ACTS[list.fnArray[at] ?? 0]?.(canvas, isList(args) ? args : []);
  }
  return withShadedCells(uncovered(canvas.printed));
}

function canvasOf(paper: Paper): Canvas {
  const state = initialState(paper.base, paper.box);
  const marks = noMarks();
  const nesting = { saved: [], shown: [], unseen: 0 };
  return { paper, printed: marks, marks, ...nesting, state, pen: START, clips: false };
}

function setting(name: keyof State): Act {
  return (canvas, args) => {
    canvas.state = { ...canvas.state, [name]: numberAt(args, 0) };
  };
}

function colouring(name: 'fill' | 'stroke', colour: (args: Args) => unknown): Act {
  return (canvas, args) => {
    const said = colour(args);
    const paint = { ...canvas.state[name], dark: isDark(said), plain: said !== null };
    canvas.state = { ...canvas.state, [name]: paint };
  };
}

const setGState: Act = (canvas, args) => {
  const entries = isList(args[0]) ? args[0] : [];
  for (const entry of entries) {
    if (isList(entry)) setParameter(canvas, String(entry[0]), entry[1]);
  }
  // The decoder puts this alone before a picture with a mask of its own. Who sets no mask and nothing else, as it may be, hides nothing by a picture.
  const [only] = entries;
  if (entries.length === 1 && isList(only) && only[0] === 'SMask' && only[1] === false)
    canvas.state = { ...canvas.state, mask: 'picture' };
};

function setParameter(canvas: Canvas, name: string, value: unknown): void {
  PARAMETERS[name]?.(canvas, value);
}

const PARAMETERS: Readonly<Record<string, (canvas: Canvas, value: unknown) => void>> = {
  ca: (canvas, value) => {
    const { fill, veil } = canvas.state;
    canvas.state = { ...canvas.state, fill: { ...fill, alpha: Number(value) * veil } };
  },
  CA: (canvas, value) => {
    const { stroke, veil } = canvas.state;
    canvas.state = { ...canvas.state, stroke: { ...stroke, alpha: Number(value) * veil } };
  },
  LW: (canvas, value) => {
    canvas.state = { ...canvas.state, lineWidth: Number(value) };
  },
  BM: (canvas, value) => {
    canvas.state = { ...canvas.state, isBlended: value !== 'source-over' };
  },
  SMask: (canvas, value) => {
    canvas.state = { ...canvas.state, mask: value === true ? 'soft' : 'none' };
  },
  Font: (canvas, value) => {
    if (isList(value)) setFont(canvas, value);
  },
};

const setFont: Act = (canvas, args) => {
  canvas.state = {
    ...canvas.state,
    face: canvas.paper.faceOf(String(args[0])),
    fontSize: numberAt(args, 1),
  };
};

const moveText: Act = (canvas, args) => {
  const x = canvas.pen.lineX + numberAt(args, 0);
  const y = canvas.pen.lineY + numberAt(args, 1);
  canvas.pen = { ...canvas.pen, x, y, lineX: x, lineY: y };
};

const showText: Act = (canvas, args) => {
  if (!isList(args[0]) || canvas.marks.glyphs.length > MOST_GLYPHS) return;
  canvas.pen = shownText(args[0] as Shown, canvas.pen, canvas.state, canvas.marks);
};

const awaitClip: Act = (canvas) => {
  canvas.clips = true;
};

const ACTS: Readonly<Record<number, Act>> = {
  [OPS.save]: save,
  [OPS.restore]: restore,
  [OPS.transform]: (canvas, args) => transform(canvas, matrixOf(args)),
  [OPS.setGState]: setGState,
  [OPS.setLineWidth]: setting('lineWidth'),
  [OPS.setDash]: (canvas, args) => {
    canvas.state = { ...canvas.state, isDashed: isList(args[0]) && args[0].length > 0 };
  },
  [OPS.shadingFill]: paintShading,
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
  [OPS.beginGroup]: beginGroup,
  [OPS.endGroup]: endGroup,
  [OPS.beginMarkedContent]: beginMarked,
  [OPS.beginMarkedContentProps]: beginLayer,
  [OPS.endMarkedContent]: endMarked,
  [OPS.beginAnnotation]: beginAnnotation,
  [OPS.endAnnotation]: restore,
  [OPS.paintImageXObject]: painting(false),
  [OPS.paintInlineImageXObject]: painting(false),
  [OPS.paintImageXObjectRepeat]: paintRepeated,
  [OPS.paintImageMaskXObjectRepeat]: paintRepeated,
  [OPS.paintImageMaskXObjectGroup]: paintGathered,
  [OPS.paintInlineImageXObjectGroup]: paintGathered,
  [OPS.paintImageMaskXObject]: painting(true),
  [OPS.paintSolidColorImageMask]: paintSolid,
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
