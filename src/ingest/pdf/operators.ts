// A page → the operators of its content stream, or a Refusal where it nests graphics states deeper than any document does.
// Surprise: the decoder works on our thread, and its time grows with the square of that depth: 300,000 take it minutes in which nothing else of ours runs.
// Only its own messages come through meanwhile, so that they are listened to.

import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { Refusal } from '../refusal.ts';
import { answered } from './answer.ts';
import type { OperatorList } from './canvas.ts';
import type { Listener, Opened, OpenedPage } from './open.ts';

/** The format advises 28, and programs that forget to restore leave some hundreds a page. 5,000 take a quarter of a second, 20,000 some seconds. */
const MOST_NESTED = 5_000;

/** What matters here of the decoder's message: a piece of an operator list, if it is one. */
interface Piece {
  readonly chunk?: { readonly fnArray?: readonly number[] };
}

export async function operatorsOf(page: OpenedPage, { port }: Opened): Promise<OperatorList> {
  const tooDeep = Promise.withResolvers<never>();
  let depth = 0;
  const count: Listener = ({ data }) => {
    for (const operator of (data as Piece).chunk?.fnArray ?? []) {
      depth += STEPS[operator] ?? 0;
      if (depth > MOST_NESTED) tooDeep.reject(new Refusal('over-limit', ...refusalAt(page.pageNumber)));
    }
  };
  port.addEventListener('message', count);
  try {
    return await answered(Promise.race([page.getOperatorList(), tooDeep.promise]));
  } finally {
    port.removeEventListener('message', count);
  }
}

const STEPS: Readonly<Record<number, number>> = { [OPS.save]: 1, [OPS.restore]: -1 };

function refusalAt(page: number): readonly [string, string] {
  return [
    `PDF 第${page}页的图形状态嵌套超过 ${MOST_NESTED} 层，文件不正常；请重新导出，或用 --pages 跳过该页。`,
    `Page ${page} of the PDF nests more than ${MOST_NESTED} graphics states, as no document does. Export it again, or leave the page out with --pages.`,
  ];
}
