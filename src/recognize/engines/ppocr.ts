// The PP-OCRv4 recognition model on onnxruntime-node: crops → lattices.
// Surprise: only lines of one width are read together, since padding would be read too; wide ones are read one by one, as they gain nothing.

import type { InferenceSession, Tensor } from 'onnxruntime-node';
import { cropOf } from '../crop.ts';
import type { Choice, Crop, Engine, Lattice, Step } from '../engine.ts';
import { folded } from './fold.ts';
import { graphOf, modelWith } from './graph.ts';
import { bytesOf, PPOCR_KEYS, PPOCR_MODEL } from './models.ts';

/** Pixels: what the model was trained on. */
const LINE_HEIGHT = 48;
/**
 * Pixels of them that a crop fills, white above and below: lines in training had such margins too. Measured on 84 pages: at 40 the text errors of an
 * office page are 0.13 % and those of a fax 1.0 %, at 48 0.15 and 0.9 % in a fifth more time, at 36 0.19 and 0.95 %; numbers all right at each.
 */
const CROP_HEIGHT = 40;
/** Pixels: widths are multiples of the model's own step, and no less than four of them. */
const WIDTH_STEP = 8;
const LEAST_WIDTH = 32;
/** Pixels of width that are read at a time: the narrow lines of numbers take a sixth less together. More gains nothing. */
const BATCH_WIDTH = 512;
/** Choices below this are left out of a step. */
const LEAST_PROBABILITY = 1e-4;

type Runtime = typeof import('onnxruntime-node');

/** Throws where the runtime cannot be loaded, and a ModelFault where the model cannot. */
export async function openPpocr(): Promise<Engine> {
  const runtime = await import('onnxruntime-node');
  const [model, keys] = await Promise.all([bytesOf(PPOCR_MODEL), bytesOf(PPOCR_KEYS)]);
  const session = await runtime.InferenceSession.create(modelWith(model, folded(graphOf(model))), {
    intraOpNumThreads: 1,
    interOpNumThreads: 1,
    graphOptimizationLevel: 'all',
  });
  const chars = alphabetOf(keys);
  return {
    name: 'PP-OCRv4',
    read: (cuts) =>
      readAll(
        cuts.map((cut) => cropOf(cut, CROP_HEIGHT)),
        { runtime, session, chars },
      ),
    close: () => session.release(),
  };
}

interface Reader {
  readonly runtime: Runtime;
  readonly session: InferenceSession;
  readonly chars: readonly string[];
}

/** Class 0 is the blank, the last is the space. */
function alphabetOf(keys: Uint8Array): readonly string[] {
  const lines = new TextDecoder().decode(keys).replace(/\r/g, '').split('\n');
  if (lines.at(-1) === '') lines.pop();
  return ['', ...lines, ' '];
}

/** Lines of one width are read together; each comes out as it would alone. */
async function readAll(crops: readonly Crop[], reader: Reader): Promise<readonly Lattice[]> {
  const lattices = new Map<Crop, Lattice>();
  for (const [width, alike] of Map.groupBy(crops, paddedWidth)) {
    for (const batch of batchesOf(alike, Math.max(1, Math.floor(BATCH_WIDTH / width)))) {
      const read = await readBatch(batch, width, reader);
      for (const [at, crop] of batch.entries()) lattices.set(crop, read[at] ?? []);
    }
  }
  return crops.map((crop) => lattices.get(crop) ?? []);
}

function paddedWidth(crop: Crop): number {
  return Math.max(LEAST_WIDTH, Math.ceil(crop.width / WIDTH_STEP) * WIDTH_STEP);
}

function batchesOf(crops: readonly Crop[], most: number): Crop[][] {
  return Array.from({ length: Math.ceil(crops.length / most) }, (_, at) =>
    crops.slice(at * most, (at + 1) * most),
  );
}

async function readBatch(
  crops: readonly Crop[],
  width: number,
  { runtime, session, chars }: Reader,
): Promise<readonly Lattice[]> {
  const input = new runtime.Tensor('float32', greys(crops, width), [crops.length, 3, LINE_HEIGHT, width]);
  const output = await session.run({ [session.inputNames[0] ?? 'x']: input });
  const result = output[session.outputNames[0] ?? ''] as Tensor;
  const [, steps = 0, classes = 0] = result.dims;
  const data = result.data as Float32Array;
  return crops.map((crop, at) =>
    latticeOf(data.subarray(at * steps * classes, (at + 1) * steps * classes), {
      steps,
      chars,
      share: width / crop.width,
    }),
  );
}

/** Grey as −1..1 in three equal channels; white is 1, and padding on the right is 0, as in training. */
function greys(crops: readonly Crop[], width: number): Float32Array {
  const plane = LINE_HEIGHT * width;
  const values = new Float32Array(crops.length * 3 * plane);
  for (const [at, crop] of crops.entries()) {
    const start = at * 3 * plane;
    paint(crop, values.subarray(start, start + plane), width);
    values.copyWithin(start + plane, start, start + plane);
    values.copyWithin(start + 2 * plane, start, start + plane);
  }
  return values;
}

function paint(crop: Crop, plane: Float32Array, width: number): void {
  const top = Math.floor((LINE_HEIGHT - crop.height) / 2);
  for (let y = 0; y < LINE_HEIGHT; y++) {
    const isIn = y >= top && y < top + crop.height;
    for (let x = 0; x < crop.width; x++) {
      const grey = isIn ? (crop.pixels[(y - top) * crop.width + x] ?? 255) : 255;
      plane[y * width + x] = grey / 127.5 - 1;
    }
  }
}

interface Seen {
  readonly steps: number;
  readonly chars: readonly string[];
  /** Of the crop's width, what the steps cover. */
  readonly share: number;
}

function latticeOf(probabilities: Float32Array, { steps, chars, share }: Seen): Lattice {
  const classes = probabilities.length / steps;
  const lattice: Step[] = [];
  for (let step = 0; step < steps; step++) {
    const at = ((step + 0.5) / steps) * share;
    if (at < 1)
      lattice.push({
        at,
        choices: choicesOf(probabilities.subarray(step * classes, (step + 1) * classes), chars),
      });
  }
  return lattice;
}

function choicesOf(probabilities: Float32Array, chars: readonly string[]): Choice[] {
  const choices: Choice[] = [];
  for (let at = 0; at < probabilities.length; at++) {
    const probability = probabilities[at] ?? 0;
    if (probability >= LEAST_PROBABILITY) choices.push({ char: chars[at] ?? '', probability });
  }
  return choices.sort((a, b) => b.probability - a.probability);
}
