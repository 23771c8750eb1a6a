// Folding a model: the same answers in fewer operators, and nothing folded that must stay.
// Surprise: the real model is run both ways where onnxruntime-node can be loaded; elsewhere that test says that it was skipped.

import { readFileSync } from 'node:fs';
import type { Tensor as Result } from 'onnxruntime-node';
import { expect, it } from 'vitest';
import { folded } from '../../src/recognize/engines/fold.ts';
import {
  attribute,
  type Graph,
  graphOf,
  modelWith,
  type Operator,
  type Tensor,
} from '../../src/recognize/engines/graph.ts';
import { PPOCR_MODEL, pathOf } from '../../src/recognize/engines/models.ts';

const runtime = await import('onnxruntime-node').catch(() => null);
if (!runtime) console.warn('onnxruntime-node cannot be loaded: the folded model is not run');

/** What the order of 32-bit sums makes of probabilities on noise; half of the least one that is kept. */
const ROUNDING = 1e-4 / 2;

const model = new Uint8Array(readFileSync(pathOf(PPOCR_MODEL)));

function countOf({ operators }: Graph, name: string): number {
  return operators.filter((operator) => operator.name === name).length;
}

async function answerOf(bytes: Uint8Array, width: number): Promise<Float32Array> {
  if (!runtime) return new Float32Array();
  const session = await runtime.InferenceSession.create(bytes, { intraOpNumThreads: 1 });
  const pixels = Float32Array.from({ length: 3 * 48 * width }, (_, at) => Math.cos(at * at * 0.37));
  const input = new runtime.Tensor('float32', pixels, [1, 3, 48, width]);
  const answer = await session.run({ [session.inputNames[0] ?? '']: input });
  await session.release();
  return (answer[session.outputNames[0] ?? ''] as Result).data as Float32Array;
}

it('folds every scale, shift and hard swish of the model that is shipped', () => {
  const before = graphOf(model);
  const after = folded(before);
  expect(countOf(before, 'Clip')).toBe(28);
  expect(countOf(after, 'Clip')).toBe(0);
  expect(after.operators.length).toBeLessThan(0.7 * before.operators.length);
  const scalars = [...after.constants].filter(([, { values }]) => values.length === 1);
  const scaled = after.operators.filter(
    ({ name, inputs }) =>
      /^(Mul|Add)$/.test(name) &&
      inputs.some(
        (input) => /whswish|mobile_one/.test(input) && scalars.some(([scalar]) => scalar === input),
      ),
  );
  expect(scaled).toEqual([]);
});

it.runIf(runtime)('answers as the model did', async () => {
  const bytes = modelWith(model, folded(graphOf(model)));
  for (const width of [64, 320]) {
    const [before, after] = [await answerOf(model, width), await answerOf(bytes, width)];
    const most = before.reduce((worst, value, at) => Math.max(worst, Math.abs(value - (after[at] ?? 1))), 0);
    expect(before.length).toBe((width / 8) * 6625);
    expect(most).toBeLessThan(ROUNDING);
  }
});

it('writes back what it has read', () => {
  const again = graphOf(modelWith(model, graphOf(model)));
  const before = graphOf(model);
  expect(again.operators).toEqual(before.operators);
  expect([...again.constants.keys()]).toEqual([...before.constants.keys()]);
});

const tensor = (...values: number[]): Tensor => ({
  shape: [values.length, 1, 1, 1],
  values: Float32Array.from(values),
});
const operator = (
  name: string,
  inputs: string[],
  output: string,
  attributes: Operator['attributes'] = new Map(),
) => ({
  name,
  inputs,
  outputs: [output],
  attributes,
});
const convolution = (x: string, y: string, pads: readonly number[] = []) =>
  operator('Conv', [x, `${y}.w`, `${y}.b`], y, new Map([attribute('pads', { wholes: pads })]));
const CLIP = new Map([attribute('min', { float: 0 }), attribute('max', { float: 6 })]);
const SWISH = [
  operator('Add', ['y', 'three'], 'sum'),
  operator('Clip', ['sum'], 'clip', CLIP),
  operator('Mul', ['y', 'clip'], 'product'),
  operator('Div', ['product', 'six'], 'swish'),
];
const SCALE = [operator('Mul', ['swish', 'two'], 'double'), operator('Add', ['double', 'three'], 'x2')];
const constants = new Map([
  ['y.w', tensor(5, 7)],
  ['y.b', tensor(1, 1)],
  ['z.w', { shape: [2, 2, 1, 1], values: Float32Array.of(1, 2, 3, 4) }],
  ['z.b', tensor(0, 1)],
  ['two', tensor(2)],
  ['three', tensor(3)],
  ['six', tensor(6)],
]);
const namesOf = (graph: Graph) => graph.operators.map(({ name }) => name).join(' ');
const valuesOf = (graph: Graph, name: string) => [...(graph.constants.get(name)?.values ?? [])];

it('makes a scale behind a convolution part of it', () => {
  const operators = [
    convolution('x', 'y'),
    operator('Mul', ['two', 'y'], 'm'),
    operator('Add', ['m', 'three'], 'out'),
  ];
  const after = folded({ operators, constants });
  expect(after.operators.map(({ outputs }) => outputs)).toEqual([['out']]);
  expect([valuesOf(after, 'y.w'), valuesOf(after, 'y.b')]).toEqual([
    [10, 14],
    [5, 5],
  ]);
  expect([...after.constants.keys()]).toEqual(['y.w', 'y.b']);
});

it('makes a scale ahead of a convolution of one pixel part of that', () => {
  const after = folded({
    operators: [convolution('x', 'y'), ...SWISH, ...SCALE, convolution('x2', 'z')],
    constants,
  });
  expect(namesOf(after)).toBe('Conv HardSigmoid Mul Conv');
  expect([valuesOf(after, 'z.w'), valuesOf(after, 'z.b')]).toEqual([
    [2, 4, 6, 8],
    [9, 22],
  ]);
});

it('scales channel by channel where the next convolution looks beyond the edge, or others read as well', () => {
  const padded = [convolution('x', 'y'), ...SWISH, ...SCALE, convolution('x2', 'z', [1, 1, 1, 1])];
  const shared = [
    convolution('x', 'y'),
    ...SWISH,
    ...SCALE,
    convolution('x2', 'z'),
    operator('Relu', ['x2'], 'r'),
  ];
  for (const operators of [padded, shared]) {
    const after = folded({ operators, constants });
    expect(namesOf(after)).toMatch(/^Conv HardSigmoid Mul Conv Conv/);
    expect(valuesOf(after, 'z.w')).toEqual([1, 2, 3, 4]);
    expect([valuesOf(after, 'x2.factor'), valuesOf(after, 'x2.shift')]).toEqual([
      [2, 2],
      [3, 3],
    ]);
  }
});

it.each([
  [
    'a limit of 5',
    [
      SWISH[0],
      operator(
        'Clip',
        ['sum'],
        'clip',
        new Map([attribute('min', { float: 0 }), attribute('max', { float: 5 })]),
      ),
      SWISH[2],
      SWISH[3],
    ],
  ],
  ['a sum that is read elsewhere', [...SWISH, operator('Relu', ['sum'], 'r')]],
  ['six divided by it', [...SWISH.slice(0, 3), operator('Div', ['six', 'product'], 'swish')]],
  [
    'weights that two share',
    [
      operator('Mul', ['y', 'two'], 'm'),
      operator('Add', ['m', 'three'], 'out'),
      operator('Conv', ['q', 'y.w', 'y.b'], 'p'),
    ],
  ],
])('leaves %s as it is', (_, behind) => {
  const operators = [convolution('x', 'y'), ...(behind as Operator[])];
  expect(folded({ operators, constants }).operators).toEqual(operators);
});
