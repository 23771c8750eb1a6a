// Every page of an opened PDF, one at a time: its marks, its trust, and the page that comes of them.
// Surprise: one page that cannot be decoded does not end the reading; the page is left empty and a note says so.

import type { Diagnostic } from '../../diagnostic/diagnostic.ts';
import type { Document, Page } from '../../tree/nodes.ts';
import { fatalOf, pagesOf, Refusal, sourceNote } from '../refusal.ts';
import type { Source } from '../source.ts';
import { answered, straysTaken } from './answer.ts';
import { marksOf, type Paper } from './canvas.ts';
import { faceNamed } from './face.ts';
import type { Marks } from './marks.ts';
import type { Matrix } from './matrix.ts';
import { type Opened, type OpenedPage, opened } from './open.ts';
import { operatorsOf } from './operators.ts';
import { type Renderer, rendererOf, takenPicture } from './picture.ts';
import { canHoldForm, LONG } from './skim.ts';
import { type Trust, trustOf } from './trust.ts';
import { type Frame, tiltOf, turnedBack } from './upright.ts';
import { wordsOf } from './words.ts';

interface Sitting {
  readonly source: Source;
  readonly opened: Opened;
  readonly renderer: Renderer;
  readonly skims: boolean;
  readonly heard: { usable: number; failed: number; follows: boolean };
}

export async function* readPages(source: Source): AsyncGenerator<Diagnostic, Document | null, void> {
  const renderer = rendererOf(source);
  const release = straysTaken();
  let document: Opened | null = null;
  try {
    document = await opened(source);
    const numbers = chosenPages(document.pdf.numPages, source);
    const skims = source.formsOnly === true && numbers.length > LONG;
    const heard = { usable: 0, failed: 0, follows: false };
    return yield* documentOf(numbers, { source, opened: document, renderer, skims, heard });
  } catch (thrown) {
    yield fatalOf(thrown);
    return null;
  } finally {
    renderer.close();
    // What goes wrong while closing has no bearing on what was read.
    await document?.close().catch(() => undefined);
    release();
  }
}

function chosenPages(count: number, { pages, limits }: Source): readonly number[] {
  const chosen = pagesOf(Math.min(count, 100_000), pages);
  if (chosen.length <= limits.pages) return chosen;
  throw new Refusal(
    'over-limit',
    `PDF 有 ${count} 页，超过 ${limits.pages} 页的上限；请用 --pages 选择页码。`,
    `The PDF has ${count} pages, over the limit of ${limits.pages}. Choose some with --pages.`,
  );
}

async function* documentOf(
  numbers: readonly number[],
  sitting: Sitting,
): AsyncGenerator<Diagnostic, Document, void> {
  const pages: Page[] = [];
  for (const number of numbers) pages.push(yield* pageNumbered(number, sitting));
  if (numbers.length > 0 && sitting.heard.failed === numbers.length)
    throw new Refusal('unreadable', ...NO_PAGE);
  const scans = pages.some((page) => page.picture !== null);
  return { type: 'document', carrier: scans && sitting.heard.usable === 0 ? 'scan' : 'pdf', pages };
}

const NO_PAGE = [
  'PDF 中没有一页可以解码，文件可能已损坏；请重新下载或导出。',
  'No page of the PDF can be decoded; it may be damaged. Download or export it again.',
] as const;

async function* pageNumbered(number: number, sitting: Sitting): AsyncGenerator<Diagnostic, Page, void> {
  try {
    const page = await answered(sitting.opened.pdf.getPage(number));
    const result = yield* pageOf(page, sitting);
    page.cleanup();
    return result;
  } catch (thrown) {
    if (thrown instanceof Refusal) throw thrown;
    sitting.heard.failed++;
    yield brokenPage(number, thrown);
    return emptyPage(number, 0, 0);
  }
}

function brokenPage(number: number, thrown: unknown): Diagnostic {
  const said = thrown instanceof Error ? thrown.message : String(thrown);
  return sourceNote(
    `第${number}页无法解码，未读取：${said}`,
    `page ${number} cannot be decoded and was not read: ${said}`,
  );
}

function emptyPage(number: number, width: number, height: number): Page {
  return { type: 'page', number, width, height, words: [], rulings: [], picture: null, children: [] };
}

async function* pageOf(page: OpenedPage, sitting: Sitting): AsyncGenerator<Diagnostic, Page, void> {
  const { width, height } = page.getViewport({ scale: 1 });
  const number = page.pageNumber;
  const { marks, frame } = await marksAndFrame(page, sitting.opened);
  const trust = trustOf(marks, width * height);
  if (sitting.skims && !isWanted({ marks, trust }, sitting)) {
    if (trust === 'usable') sitting.heard.usable++;
    return emptyPage(number, width, height);
  }
  if (trust === 'usable' || trust === 'empty') return textPage(number, { marks, frame, trust }, sitting);
  return yield* picturePage(page, { marks, frame, trust }, sitting);
}

/** Of a long document: a page that can hold a form, whose text does not tell, or that comes after a form's table, which may go on there. */
function isWanted({ marks, trust }: Pick<Seen, 'marks' | 'trust'>, { heard }: Sitting): boolean {
  const isAfterTable = heard.follows;
  const isTold = trust === 'usable' || trust === 'empty' || trust === 'recognized before';
  const hinted = !isTold || canHoldForm(marks.glyphs.map((glyph) => glyph.text).join(''));
  heard.follows = (hinted || isAfterTable) && marks.rulings.length >= TABLE_RULES;
  return hinted || isAfterTable;
}

/** Rulings from which a page after a form may go on with it. */
const TABLE_RULES = 8;

interface Seen {
  readonly marks: Marks;
  readonly frame: Frame;
  readonly trust: Trust;
}

async function marksAndFrame(page: OpenedPage, opened: Opened): Promise<{ marks: Marks; frame: Frame }> {
  const list = await operatorsOf(page, opened);
  const viewport = page.getViewport({ scale: 1 });
  // The one flip: this transform takes PDF's y, which grows upward, to ours, and turns the page by its /Rotate.
  const base = viewport.transform as unknown as Matrix;
  const frame: Frame = { width: viewport.width, height: viewport.height, base };
  const marks = marksOf(list, paperOf(frame, page, opened));
  const tilt = tiltOf(marks.glyphs);
  if (tilt === 0) return { marks, frame };
  const upright = turnedBack(frame, tilt);
  return { marks: marksOf(list, paperOf(upright, page, opened)), frame: upright };
}

function paperOf({ base, width, height }: Frame, page: OpenedPage, { isShown }: Opened): Paper {
  return { base, box: [0, 0, width, height], faceOf: faceNamed(page), isShown };
}

function textPage(number: number, { marks, frame, trust }: Seen, { heard }: Sitting): Page {
  if (trust === 'usable') heard.usable++;
  const words = wordsOf(marks.glyphs, marks.rulings, number);
  return { ...emptyPage(number, frame.width, frame.height), words, rulings: marks.rulings };
}

async function* picturePage(
  page: OpenedPage,
  seen: Seen,
  sitting: Sitting,
): AsyncGenerator<Diagnostic, Page, void> {
  const number = page.pageNumber;
  const { scannedPage, shrunk } = await import('../scan/index.ts');
  const upright = page.getViewport({ scale: 1 });
  const frame = { width: upright.width, height: upright.height, base: seen.frame.base };
  const taken = seen.frame.width === frame.width ? takenPicture(page, seen.marks, frame) : null;
  const image = await shrunk(taken ?? (await sitting.renderer.rendered(number)));
  const reason = REASONS[seen.trust];
  if (reason) yield sourceNote(`第${number}页${reason[0]}`, `page ${number}: ${reason[1]}`);
  return yield* scannedPage(image, { number, width: frame.width, height: frame.height });
}

/** Why a page that has text is read from its picture; a plain scan needs no words. */
const REASONS: Partial<Record<Trust, readonly [string, string]>> = {
  'recognized before': [
    '的文字层是他人识别图片所得，未采用，改为识别图片',
    'its text layer is an earlier recognition of the picture; the picture is read instead',
  ],
  'unmapped glyphs': [
    '的文字层缺少字符编码，未采用，改为识别图片',
    'its text layer lacks character codes; the rendered page is read instead',
  ],
  'outlines only': [
    '的文字已转为曲线，改为识别图片',
    'its text was turned into outlines; the rendered page is read instead',
  ],
};
