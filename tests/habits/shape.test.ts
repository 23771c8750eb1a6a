// Functions are short, files are small, parameters are few; what is measured is the whole of src.

import { expect, it } from 'vitest';
import {
  functionsIn,
  lineOf,
  linesOf,
  type Node,
  nodesIn,
  type SourceFile,
  sourceFiles,
} from '../support/sources.ts';

const files = sourceFiles();
const functions = files.flatMap((file) =>
  functionsIn(file).map((node) => ({ file, node, lines: linesOf(file, node) })),
);
const lengths = functions.map(({ lines }) => lines).toSorted((a, b) => a - b);
const quantile = (share: number): number => lengths[Math.floor(lengths.length * share)] ?? 0;

it('finds functions at all', () => {
  expect(functions.length).toBeGreaterThan(100);
});

it('has no function of more than 40 lines', () => {
  const long = functions.filter(({ lines }) => lines > 40);
  expect(long.map(({ file, node, lines }) => `${lineOf(file, node)}: ${lines} lines`)).toEqual([]);
});

it('has short functions: half of them at most 6 lines, nine in ten at most 18', () => {
  expect(quantile(0.5)).toBeLessThanOrEqual(6);
  expect(quantile(0.9)).toBeLessThanOrEqual(18);
});

/** Lists of labels are data: their length is the field's, not ours. */
const DATA = /^(form\/labels\/|diagnostic\/catalogue\/)/;

it('has no file of 250 lines or more', () => {
  const long = files.filter(({ path, text }) => !DATA.test(path) && text.split('\n').length > 250);
  expect(long.map(({ path }) => path)).toEqual([]);
});

it('has no function of more than four parameters', () => {
  const wide = functions.filter(({ node }) => (node.params as readonly Node[]).length > 4);
  expect(wide.map(({ file, node }) => lineOf(file, node))).toEqual([]);
});

const places = (type: string) => (file: SourceFile) =>
  [...nodesIn(file.program)].filter((node) => node.type === type).map((node) => lineOf(file, node));

it('has no any', () => {
  expect(files.flatMap(places('TSAnyKeyword'))).toEqual([]);
});

it('has no non-null assertion', () => {
  expect(files.flatMap(places('TSNonNullExpression'))).toEqual([]);
});
