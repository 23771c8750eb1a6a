// A promise of the decoder → its value, or a Refusal where the decoder has fallen silent; and its stray rejections kept from ending the program.
// Surprise: in a damaged file some of its promises never settle, and others are rejected where nobody can catch them.

import { Refusal } from '../refusal.ts';

/** Milliseconds without an answer in which nothing was done on our thread, where the decoder works: a large page on a slow machine is no silence. */
const SILENCE = 6_000;

export async function answered<T>(promise: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const start = idleTime();
  const silence = new Promise<never>((_, reject) => {
    const listen = () => {
      const left = SILENCE - (idleTime() - start);
      if (left <= 0) reject(new Refusal('unreadable', ...SILENT));
      else timer = setTimeout(listen, left);
    };
    listen();
  });
  try {
    return await Promise.race([promise, silence]);
  } finally {
    clearTimeout(timer);
  }
}

/** Milliseconds that our thread has waited for something to do. */
function idleTime(): number {
  return performance.eventLoopUtilization().idle;
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
