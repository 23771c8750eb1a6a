// Bytes → an opened PDF, or a Refusal that says what is wrong with the file.
// Surprise: the decoder takes the buffer that it is given for its own, so it gets a copy.

import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { getDocument, PasswordException, PDFWorker } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { Refusal } from '../refusal.ts';
import type { Source } from '../source.ts';
import { answered } from './answer.ts';

const HOME = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));

type Decoded = Awaited<ReturnType<typeof getDocument>['promise']>;
export type OpenedPage = Awaited<ReturnType<Decoded['getPage']>>;

export type Listener = (event: { readonly data: unknown }) => void;

interface Port {
  readonly addEventListener: (name: 'message', listener: Listener) => void;
  readonly removeEventListener: (name: 'message', listener: Listener) => void;
}

/** `isShown`: whether a layer is switched on; `port`: where the decoder's messages pass. To be closed, whatever went wrong with it. */
export interface Opened {
  readonly pdf: Decoded;
  readonly isShown: (layer: unknown) => boolean;
  readonly port: Port;
  readonly close: () => Promise<void>;
}

export async function opened(source: Source): Promise<Opened> {
  const worker = new PDFWorker({ verbosity: 0 });
  const task = getDocument({
    worker,
    data: Uint8Array.from(source.bytes),
    ...(source.password === null ? {} : { password: source.password }),
    cMapUrl: folder('cmaps'),
    cMapPacked: true,
    standardFontDataUrl: folder('standard_fonts'),
    wasmUrl: folder('wasm'),
    iccUrl: folder('iccs'),
    maxImageSize: source.limits.pixels,
    disableFontFace: true,
    useSystemFonts: false,
    isOffscreenCanvasSupported: false,
    enableXfa: false,
    verbosity: 0,
  });
  const close = async () => {
    try {
      await answered(task.destroy());
    } finally {
      worker.destroy();
    }
  };
  try {
    const pdf = await answered(task.promise);
    return { pdf, isShown: await layersOf(pdf), port: worker.port as unknown as Port, close };
  } catch (thrown) {
    await close();
    throw refusalOf(thrown, source.password);
  }
}

/** Layers as a reader finds them on the screen on opening; where they are damaged, nothing is left out. */
async function layersOf(pdf: Decoded): Promise<Opened['isShown']> {
  const layers = await answered(pdf.getOptionalContentConfig()).catch(() => null);
  return (layer) => layers === null || layers.isVisible(layer);
}

function folder(name: string): string {
  return `${join(HOME, name)}/`;
}

function refusalOf(thrown: unknown, password: string | null): unknown {
  if (thrown instanceof Refusal) return thrown;
  if (thrown instanceof PasswordException) {
    return password === null
      ? new Refusal(
          'encrypted',
          'PDF 已加密；请用 --password 给出打开密码。',
          'The PDF is encrypted. Give its password with --password.',
        )
      : new Refusal('encrypted', 'PDF 的打开密码不正确。', 'The password does not open the PDF.');
  }
  const said = thrown instanceof Error ? thrown.message : String(thrown);
  return new Refusal(
    'unreadable',
    `PDF 已损坏或不完整（${said}）；请重新下载或导出。`,
    `The PDF is damaged or incomplete (${said}). Download or export it again.`,
  );
}
