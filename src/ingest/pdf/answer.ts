// A promise of the decoder → its value, or a Refusal where the decoder has fallen silent; and its stray rejections kept from ending the program.
// Surprise: in a damaged file some of its promises never settle, and others are rejected where nobody can catch them.

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

/** Takes what the decoder rejects behind our back until the returned function is called; anything else stays an error of ours. */
export function straysTaken(): () => void {
  const take = (reason: unknown) => {
    if (!(reason instanceof Error && /pdfjs-dist/.test(reason.stack ?? ''))) throw reason;
  };
  process.on('unhandledRejection', take);
  return () => {
    setImmediate(() => process.off('unhandledRejection', take));
  };
}
