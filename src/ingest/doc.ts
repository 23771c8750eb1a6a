// An old Word, WPS or RTF document → docx through LibreOffice, when it is installed → the tree.
// Surprise: the office program runs as a child with a profile of its own in a temporary folder, so that it neither meets nor leaves any other instance.

import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import type { Document } from '../tree/nodes.ts';
import { documentOf } from './docx/index.ts';
import { Refusal } from './refusal.ts';
import type { Source } from './source.ts';

export async function* readDoc(source: Source): AsyncGenerator<Diagnostic, Document, void> {
  const folder = await mkdtemp(join(tmpdir(), 'hebiao-doc-'));
  try {
    const bytes = await convertedToDocx(source.bytes, folder);
    return yield* documentOf({ ...source, bytes }, 'doc');
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function convertedToDocx(bytes: Uint8Array, folder: string): Promise<Uint8Array> {
  const input = join(folder, 'source.doc');
  await writeFile(input, bytes);
  await runOffice(input, folder);
  try {
    return new Uint8Array(await readFile(join(folder, 'source.docx')));
  } catch {
    throw new Refusal(
      'unreadable',
      'LibreOffice 无法转换此文档，文件可能已损坏或加密；请在 Word 或 WPS 中另存为 docx。',
      'LibreOffice could not convert it: it may be damaged or encrypted. Save it as docx in Word or WPS.',
    );
  }
}

/** A cold start with a fresh profile takes 3–8 s on two cores; a document that needs a minute does not end. */
const MOST_MILLISECONDS = 60_000;

function runOffice(input: string, folder: string): Promise<void> {
  const profile = pathToFileURL(join(folder, 'profile')).href;
  const settings = [`-env:UserInstallation=${profile}`, '--headless', '--norestore', '--convert-to', 'docx'];
  // A group of its own: soffice is a script that starts the real program, and both must end together.
  const child = spawn('soffice', [...settings, '--outdir', folder, input], {
    stdio: 'ignore',
    detached: true,
  });
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      stop(child);
      reject(tooSlow());
    }, MOST_MILLISECONDS);
    child.on('error', (error) => {
      clearTimeout(timer);
      reject(notInstalled(error));
    });
    child.on('close', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}

function stop(child: ChildProcess): void {
  if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
}

function tooSlow(): Refusal {
  return new Refusal(
    'timed-out',
    `LibreOffice 在 ${MOST_MILLISECONDS / 1000} 秒内没有转换完；请在 Word 或 WPS 中另存为 docx。`,
    `LibreOffice did not finish within ${MOST_MILLISECONDS / 1000} s. Save it as docx in Word or WPS.`,
  );
}

function notInstalled(error: Error): Refusal {
  return new Refusal(
    'unsupported-carrier',
    `读取 doc、wps、rtf 需要安装 LibreOffice（命令 soffice）：${error.message}。也可以在 Word 或 WPS 中另存为 docx。`,
    `Reading doc, wps and rtf needs LibreOffice (the command soffice): ${error.message}. Or save it as docx in Word or WPS.`,
  );
}
