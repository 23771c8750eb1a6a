// Model files that are missing or not the expected ones: told once, whichever engine needs them.
// Surprise: what is read of a file is changed, not the file: other tests read the same models meanwhile.

import { readFile as read } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, expect, it, vi } from 'vitest';

const PICTURE = path.join(import.meta.dirname, '../support/scan/pictures/fax-2.png');

const broken = vi.hoisted(() => ({ name: '', bytes: null as Buffer | null }));

vi.mock('node:fs/promises', async (original) => {
  const real = await original<typeof import('node:fs/promises')>();
  const readFile = async (file: string) => {
    if (!file.endsWith(broken.name)) return real.readFile(file);
    if (broken.bytes) return broken.bytes;
    throw new Error('ENOENT');
  };
  return { ...real, readFile };
});

afterEach(() => vi.resetModules());

it.each([
  ['ch_PP-OCRv4_rec_infer.onnx', Buffer.from('x'), '与预期不符'],
  ['ppocr_keys_v1.txt', null, '缺少识别模型'],
  ['eng.traineddata.gz', Buffer.from('x'), '与预期不符'],
])('%s is missed before anything is read', async (name, bytes, told) => {
  Object.assign(broken, { name, bytes });
  const { reportOn } = await import('../support/carriers/reading.ts');
  const { diagnostics } = await reportOn('form.png', await read(PICTURE));
  const fatal = diagnostics.filter(({ level }) => level === 'fatal');
  expect(fatal.map(({ code }) => code)).toEqual(['unreadable']);
  expect(fatal[0]?.message.zh).toContain(told);
  expect(fatal[0]?.message.zh).toContain(name);
});
