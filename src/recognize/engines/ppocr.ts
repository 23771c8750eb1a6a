// The PP-OCRv4 recognition model on onnxruntime-node: crops → lattices.
// Surprise: crops of one batch are padded to the widest, and padding costs as much as print; so batches hold crops of nearly one width.

import type { InferenceSession, Tensor } from 'onnxruntime-node';
import { cropOf } from '../crop.ts';
import type { Choice, Crop, Engine, Lattice, Step } from '../engine.ts';
import { bytesOf, PPOCR_KEYS, PPOCR_MODEL } from './models.ts';

/** Pixels: what the model was trained on. */
const LINE_HEIGHT = 48;
/** Pixels: the widths of batches are multiples of this; the model's own step is 8. */
const WIDTH_STEP = 16;
/** Crops wider than this are read one by one: a batch of wide ones falls out of the cache and is 40 % slower. */
const WIDE = 200;
const BATCH = 8;
/** Choices below this are left out of a step. */
const LEAST_PROBABILITY = 1e-4;

type Runtime = typeof import('onnxruntime-node');

/** Throws where the runtime cannot be loaded, and a ModelFault where the model cannot. */
export async function openPpocr(): Promise<Engine> {
  const runtime = await import('onnxruntime-node');
  const [model, keys] = await Promise.all([bytesOf(PPOCR_MODEL), bytesOf(PPOCR_KEYS)]);
  const session = await runtime.InferenceSession.create(model, {
    intraOpNumThreads: 1,
    interOpNumThreads: 1,
    graphOptimizationLevel: 'all',
  });
  const chars = alphabetOf(keys);
  return {
    name: 'PP-OCRv4',
    read: (cuts) =>
      readAll(
        cuts.map((cut) => cropOf(cut, LINE_HEIGHT)),
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
  const lattices = new Array<Lattice>(crops.length).fill([]);
  for (const batch of batchesOf(crops)) {
    const read = await readBatch(
      batch.map((at) => crops[at] as Crop),
      reader,
    );
    for (const [place, at] of batch.entries()) lattices[at] = read[place] ?? [];
  }
  return lattices;
}

function paddedWidth(crop: Crop): number {
  return Math.max(WIDTH_STEP * 2, Math.ceil(crop.width / WIDTH_STEP) * WIDTH_STEP);
}

/** Indexes of crops, narrow ones together with others of the same padded width. */
function batchesOf(crops: readonly Crop[]): number[][] {
  const byWidth = new Map<number, number[]>();
  for (const [at, crop] of crops.entries()) {
    const width = paddedWidth(crop);
    byWidth.set(width, [...(byWidth.get(width) ?? []), at]);
  }
  return [...byWidth].flatMap(([width, all]) => {
    const size = width > WIDE ? 1 : BATCH;
    return Array.from({ length: Math.ceil(all.length / size) }, (_, part) =>
      all.slice(part * size, (part + 1) * size),
    );
  });
}

async function readBatch(crops: readonly Crop[], reader: Reader): Promise<readonly Lattice[]> {
  const width = paddedWidth(crops[0] as Crop);
  const input = new Float32Array(crops.length * 3 * LINE_HEIGHT * width);
  for (const [place, crop] of crops.entries()) fill(input, crop, { place, width });
  const tensor = new reader.runtime.Tensor('float32', input, [crops.length, 3, LINE_HEIGHT, width]);
  const output = await reader.session.run({ [reader.session.inputNames[0] ?? 'x']: tensor });
  const result = output[reader.session.outputNames[0] ?? ''] as Tensor;
  return crops.map((crop, place) =>
    latticeOf(result, place, { chars: reader.chars, share: width / crop.width }),
  );
}

/** Grey as −1..1 in three equal channels; padding is 0, as in training. */
function fill(input: Float32Array, crop: Crop, at: { place: number; width: number }): void {
  const plane = LINE_HEIGHT * at.width;
  const start = at.place * 3 * plane;
  for (let y = 0; y < LINE_HEIGHT; y++) {
    for (let x = 0; x < crop.width; x++) {
      input[start + y * at.width + x] = (crop.pixels[y * crop.width + x] ?? 255) / 127.5 - 1;
    }
  }
  input.copyWithin(start + plane, start, start + plane);
  input.copyWithin(start + 2 * plane, start, start + plane);
}

function latticeOf(
  result: Tensor,
  place: number,
  line: { chars: readonly string[]; share: number },
): Lattice {
  const [, count = 0, classes = 0] = result.dims;
  const data = result.data as Float32Array;
  const steps: Step[] = [];
  for (let step = 0; step < count; step++) {
    const start = (place * count + step) * classes;
    const at = ((step + 0.5) / count) * line.share;
    if (at < 1) steps.push({ at, choices: choicesOf(data.subarray(start, start + classes), line.chars) });
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
