// tesseract.js, one language an engine: crops → lattices of one step a character.
// Surprise: its worker thread is kept only while it reads; between readings it does not hold the process open.

import path from 'node:path';
import type { Worker as Thread } from 'node:worker_threads';
import type { Page, Worker } from 'tesseract.js';
import { cropOf } from '../crop.ts';
import type { Crop, Engine, Lattice, Step } from '../engine.ts';
import { bytesOf, type Model, pathOf, TESSERACT_CHINESE, TESSERACT_ENGLISH } from './models.ts';

/** Pixels: the height of a line with its margins; chi_sim reads worse at twice this. */
const LINE_HEIGHT = 48;
/** White around a line, in pixels: Tesseract loses characters at the very edge. */
const BORDER = 12;
/** Dots per inch that fit a line of that height. */
const DENSITY = '200';
/** Tesseract's "one line of text". */
const ONE_LINE = '7';
/** Milliseconds after which starting counts as failed: a broken installation never answers. */
const START_LIMIT = 60_000;

export type Language = 'eng' | 'chi_sim';

const MODELS: Readonly<Record<Language, Model>> = { eng: TESSERACT_ENGLISH, chi_sim: TESSERACT_CHINESE };

/** Throws a ModelFault where the language's data are absent or wrong. */
export async function openTesseract(language: Language): Promise<Engine> {
  await bytesOf(MODELS[language]);
  const worker = await started(language);
  const thread = (worker as Worker & { readonly worker?: Thread }).worker;
  thread?.unref();
  return {
    name: `Tesseract ${language}`,
    read: async (crops) => {
      thread?.ref();
      try {
        return await readAll(crops, worker);
      } finally {
        thread?.unref();
      }
    },
    close: async () => void (await worker.terminate()),
  };
}

/** createWorker never settles, or kills the process, where something is amiss: hence the race and the error handler. */
async function started(language: Language): Promise<Worker> {
  const { createWorker, OEM } = await import('tesseract.js');
  const { promise, reject } = Promise.withResolvers<never>();
  const fail = (reason: unknown) => reject(new Error(`tesseract.js does not start: ${String(reason)}`));
  const timer = setTimeout(() => fail('no answer'), START_LIMIT);
  const options = {
    langPath: path.dirname(pathOf(MODELS[language])),
    gzip: true,
    cacheMethod: 'none',
    errorHandler: fail,
  };
  try {
    const worker = await Promise.race([createWorker(language, OEM.LSTM_ONLY, options), promise]);
    await worker.setParameters({ tessedit_pageseg_mode: ONE_LINE as never, user_defined_dpi: DENSITY });
    return worker;
  } finally {
    clearTimeout(timer);
  }
}

async function readAll(crops: readonly Crop[], worker: Worker): Promise<readonly Lattice[]> {
  const lattices: Lattice[] = [];
  for (const crop of crops) {
    const line = cropOf(crop, LINE_HEIGHT);
    const { data } = await worker.recognize(greymap(line), {}, { blocks: true, text: false });
    lattices.push(latticeOf(data, line.width + 2 * BORDER));
  }
  return lattices;
}

/** The crop with a white border as a PGM file, the plainest format that Leptonica reads. */
function greymap(crop: Crop): Buffer {
  const width = crop.width + 2 * BORDER;
  const height = crop.height + 2 * BORDER;
  const head = Buffer.from(`P5\n${width} ${height}\n255\n`);
  const file = Buffer.alloc(head.length + width * height, 255);
  head.copy(file);
  for (let y = 0; y < crop.height; y++) {
    const row = crop.pixels.subarray(y * crop.width, (y + 1) * crop.width);
    file.set(row, head.length + (y + BORDER) * width + BORDER);
  }
  return file;
}

/** A character is followed by a sure blank, so that a doubled one stays two; its other choices are not told. */
function latticeOf(page: Page, width: number): Lattice {
  const lines = (page.blocks ?? []).flatMap((block) =>
    block.paragraphs.flatMap((paragraph) => paragraph.lines),
  );
  const symbols = lines.flatMap((line) => line.words.flatMap((word) => word.symbols));
  return symbols.flatMap(({ text, confidence, bbox }): Step[] => [
    {
      at: (bbox.x0 + bbox.x1) / 2 / width,
      choices: [
        { char: text, probability: confidence / 100 },
        { char: '', probability: (1 - confidence / 100) / 2 },
      ],
    },
    { at: bbox.x1 / width, choices: [{ char: '', probability: 1 }] },
  ]);
}
