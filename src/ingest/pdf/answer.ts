// A promise of the decoder → its value, or a Refusal where the decoder has fallen silent.
// Surprise: in a damaged file some of its promises never settle; without a timer the whole program would end then, since nothing is left to wait for.

import { Refusal } from '../refusal.ts';

/** Milliseconds without an answer. It works on our thread, so that time spent working does not count: the timer comes to its turn only when nothing is done. */
const SILENCE = 6_000;

export async function answered<T>(promise: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const silence = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Refusal('unreadable', ...SILENT)), SILENCE);
  });
  try {
    return await Promise.race([promise, silence]);
  } finally {
    clearTimeout(timer);
  }
}

const SILENT = [
  'PDF 已损坏：解码中途没有了下文；请重新下载或导出。',
  'The PDF is damaged: its decoding came to no end. Download or export it again.',
] as const;
