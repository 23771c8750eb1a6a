// The PP-OCRv4 recognition model on onnxruntime-node: crops → lattices.
// Surprise: crops are read one by one: batches of equal widths took as long, and wide ones longer, because they fall out of the cache.

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

async function readAll(crops: readonly Crop[], reader: Reader): Promise<readonly Lattice[]> {
  const lattices: Lattice[] = [];
  for (const crop of crops) lattices.push(await readLine(crop, reader));
  return lattices;
}

function paddedWidth(crop: Crop): number {
  return Math.max(LEAST_WIDTH, Math.ceil(crop.width / WIDTH_STEP) * WIDTH_STEP);
}

async function readLine(crop: Crop, { runtime, session, chars }: Reader): Promise<Lattice> {
  const width = paddedWidth(crop);
  const input = new runtime.Tensor('float32', greys(crop, width), [1, 3, LINE_HEIGHT, width]);
  const output = await session.run({ [session.inputNames[0] ?? 'x']: input });
  const result = output[session.outputNames[0] ?? ''] as Tensor;
  return latticeOf(result, { chars, share: width / crop.width });
}

/** Grey as −1..1 in three equal channels; white is 1, and padding on the right is 0, as in training. */
function greys(crop: Crop, width: number): Float32Array {
  const plane = LINE_HEIGHT * width;
  const values = new Float32Array(3 * plane);
  const top = Math.floor((LINE_HEIGHT - crop.height) / 2);
  for (let y = 0; y < LINE_HEIGHT; y++) {
    for (let x = 0; x < crop.width; x++) {
      const isIn = y >= top && y < top + crop.height;
      const grey = isIn ? (crop.pixels[(y - top) * crop.width + x] ?? 255) : 255;
      values[y * width + x] = grey / 127.5 - 1;
    }
  }
  values.copyWithin(plane, 0, plane);
  values.copyWithin(2 * plane, 0, plane);
  return values;
}

function latticeOf(result: Tensor, line: { chars: readonly string[]; share: number }): Lattice {
  const [, count = 0, classes = 0] = result.dims;
  const data = result.data as Float32Array;
  const steps: Step[] = [];
  for (let step = 0; step < count; step++) {
    const at = ((step + 0.5) / count) * line.share;
    const probabilities = data.subarray(step * classes, (step + 1) * classes);
    if (at < 1) steps.push({ at, choices: choicesOf(probabilities, line.chars) });
  }
  return steps;
}

function choicesOf(probabilities: Float32Array, chars: readonly string[]): Choice[] {
  const choices: Choice[] = [];
  for (let at = 0; at < probabilities.length; at++) {
    const probability = probabilities[at] ?? 0;
    if (probability >= LEAST_PROBABILITY) choices.push({ char: chars[at] ?? '', probability });
  }
  return choices.sort((a, b) => b.probability - a.probability);
}
