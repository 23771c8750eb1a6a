// The engines that this machine can run: the general one, the classifier of glyphs, and a third for numbers on which those two differ.
// Surprise: where onnxruntime-node cannot be loaded, tesseract.js is the general engine; a broken model file is no such case and is told.

import type { Message } from '../../diagnostic/diagnostic.ts';
import type { Engine } from '../engine.ts';
import { openGlyphs } from './glyphs.ts';
import { bytesOf, ModelFault, TESSERACT_ENGLISH } from './models.ts';
import { openPpocr } from './ppocr.ts';
import { openTesseract } from './tesseract.ts';

export interface Engines {
  readonly general: Engine;
  readonly glyphs: Engine;
  /** Opened at the first doubtful number; its model is checked before. */
  readonly numbers: () => Promise<Engine>;
  /** What a user should know about the choice; null where all is as intended. */
  readonly note: Message | null;
}

let opened: Promise<Engines> | null = null;

/** Opened once in a process and kept: a model takes longer to load than a page to read. */
export function engines(): Promise<Engines> {
  opened ??= open();
  return opened;
}

async function open(): Promise<Engines> {
  const { general, note } = await openGeneral();
  await bytesOf(TESSERACT_ENGLISH);
  let numbers: Promise<Engine> | null = null;
  return {
    general,
    glyphs: openGlyphs(),
    numbers: () => {
      numbers ??= openTesseract('eng');
      return numbers;
    },
    note,
  };
}

async function openGeneral(): Promise<Pick<Engines, 'general' | 'note'>> {
  try {
    return { general: await openPpocr(), note: null };
  } catch (error) {
    if (error instanceof ModelFault) throw error;
    const reason = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
    return {
      general: await openTesseract('chi_sim'),
      note: {
        zh: `onnxruntime-node 无法加载（${reason}），仅用 tesseract.js 识别，准确率会下降`,
        en: `onnxruntime-node cannot be loaded (${reason}); tesseract.js reads alone, and less well`,
      },
    };
  }
}
