// A model's graph → the same mathematics in fewer operators: scales and shifts become part of the convolutions beside them.
// Surprise: nothing is approximated (32-bit rounding aside), yet the model takes two thirds of the time: the runtime keeps the layout in which it computes
// fastest only from one convolution to the next, and every scalar between them made it change to and fro.

import { attribute, floatOf, type Graph, type Operator, type Tensor, wholesAt } from './graph.ts';

/** A graph that is being changed. */
interface Work {
  operators: Operator[];
  readonly constants: Map<string, Tensor>;
}

/** y = x × factor + shift, as two operators, and the name of y. */
interface Affine {
  readonly operators: readonly Operator[];
  readonly factor: number;
  readonly shift: number;
  readonly output: string;
}

export function folded(graph: Graph): Graph {
  const work: Work = { operators: [...graph.operators], constants: new Map(graph.constants) };
  for (const convolution of graph.operators) {
    if (!isOwnConvolution(work, convolution)) continue;
    const straight = withScaleBehind(work, convolution);
    const swish = asHardSwish(work, outputOf(straight));
    if (swish) withScaleAhead(work, swish, channelsOf(work, straight));
  }
  const read = new Set(work.operators.flatMap(({ inputs }) => inputs));
  return {
    operators: work.operators,
    constants: new Map([...work.constants].filter(([name]) => read.has(name))),
  };
}

/** A convolution with a bias, whose weights and bias no other operator reads. */
function isOwnConvolution(work: Work, { name, inputs }: Operator): boolean {
  const own = inputs.slice(1);
  return (
    name === 'Conv' &&
    own.length === 2 &&
    own.every((input) => work.constants.has(input) && readersOf(work, input).length === 1)
  );
}

/** conv(x) × a + b = conv(x) with weights × a and a bias × a + b. */
function withScaleBehind(work: Work, convolution: Operator): Operator {
  const affine = affineOf(work, outputOf(convolution));
  if (!affine) return convolution;
  const { factor, shift, output } = affine;
  const [, weights = '', bias = ''] = convolution.inputs;
  change(work, weights, (value) => value * factor);
  change(work, bias, (value) => value * factor + shift);
  const scaled = { ...convolution, outputs: [output] };
  replace(work, [convolution, ...affine.operators], [scaled]);
  return scaled;
}

/** x × min(max(x + 3, 0), 6) / 6 as two operators that the runtime knows as one; null where x goes on otherwise. */
function asHardSwish(work: Work, x: string): Operator | null {
  const sum = readersOf(work, x).find((reader) => scalarOf(work, reader, 'Add', x) === 3);
  if (!sum) return null;
  const clip = onlyReader(work, outputOf(sum));
  if (clip?.name !== 'Clip' || floatOf(clip, 'min') !== 0 || floatOf(clip, 'max') !== 6) return null;
  const product = onlyReader(work, outputOf(clip));
  if (product?.name !== 'Mul' || !product.inputs.includes(x)) return null;
  const share = onlyReader(work, outputOf(product));
  if (!share || scalarOf(work, share, 'Div', outputOf(product)) !== 6) return null;
  const gate = `${outputOf(share)}.gate`;
  const gated: Operator = {
    name: 'HardSigmoid',
    inputs: [x],
    outputs: [gate],
    attributes: new Map([attribute('alpha', { float: 1 / 6 }), attribute('beta', { float: 1 / 2 })]),
  };
  const swish = { ...product, inputs: [x, gate], outputs: share.outputs };
  replace(work, [sum, clip, product, share], [gated, swish]);
  return swish;
}

/** conv(x × a + b) = conv(x) with weights × a and a bias + b × the sum of weights, if white around the picture plays no part; else a scale channel by channel. */
function withScaleAhead(work: Work, before: Operator, channels: number): void {
  const affine = affineOf(work, outputOf(before));
  if (!affine) return;
  const next = onlyReader(work, affine.output);
  if (!next || !isOwnConvolution(work, next) || wholesAt(next, 'pads').some((pad) => pad !== 0))
    byChannel(work, before, { ...affine, channels });
  else intoNext(work, before, { ...affine, next });
}

/** The scale becomes part of the convolution that reads it. */
function intoNext(work: Work, before: Operator, affine: Affine & { readonly next: Operator }): void {
  const { operators, factor, shift, output, next } = affine;
  const [, weights = '', bias = ''] = next.inputs;
  const sums = sumsOf(work.constants.get(weights) as Tensor);
  change(work, bias, (value, at) => value + shift * (sums[at] ?? 0));
  change(work, weights, (value) => value * factor);
  replace(work, [before, ...operators], [{ ...before, outputs: [output] }]);
}

/** As a convolution of one pixel, which the runtime computes in the layout of those around it. */
function byChannel(work: Work, before: Operator, affine: Affine & { readonly channels: number }): void {
  const { operators, factor, shift, output, channels } = affine;
  const [weights, bias] = [`${output}.factor`, `${output}.shift`];
  const all = (value: number) => new Float32Array(channels).fill(value);
  work.constants.set(weights, { shape: [channels, 1, 1, 1], values: all(factor) });
  work.constants.set(bias, { shape: [channels], values: all(shift) });
  const scale: Operator = {
    name: 'Conv',
    inputs: [outputOf(before), weights, bias],
    outputs: [output],
    attributes: new Map([
      attribute('kernel_shape', { wholes: [1, 1] }),
      attribute('group', { whole: channels }),
    ]),
  };
  replace(work, operators, [scale]);
}

/** Of x, where all that reads it is a product with a number and then a sum with one. */
function affineOf(work: Work, x: string): Affine | null {
  const product = onlyReader(work, x);
  const factor = product ? scalarOf(work, product, 'Mul', x) : null;
  if (!product || factor === null) return null;
  const sum = onlyReader(work, outputOf(product));
  const shift = sum ? scalarOf(work, sum, 'Add', outputOf(product)) : null;
  if (!sum || shift === null) return null;
  return { operators: [product, sum], factor, shift, output: outputOf(sum) };
}

/** The one number that the operator, if it is of this name, takes beside x. */
function scalarOf({ constants }: Work, { name, inputs }: Operator, wanted: string, x: string): number | null {
  const others = inputs.filter((input) => input !== x);
  const values = constants.get(others[0] ?? '')?.values;
  const isAskedFor = name === wanted && inputs.includes(x) && (wanted !== 'Div' || inputs[0] === x);
  return isAskedFor && others.length === 1 && values?.length === 1 ? (values[0] ?? null) : null;
}

function readersOf({ operators }: Work, name: string): readonly Operator[] {
  return operators.filter(({ inputs }) => inputs.includes(name));
}

function onlyReader(work: Work, name: string): Operator | null {
  const [reader, ...others] = readersOf(work, name);
  return reader && others.length === 0 ? reader : null;
}

function outputOf({ outputs }: Operator): string {
  return outputs[0] ?? '';
}

function channelsOf({ constants }: Work, { inputs }: Operator): number {
  return constants.get(inputs[1] ?? '')?.shape[0] ?? 0;
}

/** Of the weights of each output channel. */
function sumsOf({ shape: [channels = 1], values }: Tensor): readonly number[] {
  const size = values.length / channels;
  return Array.from({ length: channels }, (_, channel) =>
    values.subarray(channel * size, (channel + 1) * size).reduce((sum, value) => sum + value, 0),
  );
}

function change({ constants }: Work, name: string, by: (value: number, at: number) => number): void {
  const tensor = constants.get(name);
  if (!tensor) return;
  const values = tensor.values.slice();
  for (let at = 0; at < values.length; at++) values[at] = by(values[at] ?? 0, at);
  constants.set(name, { ...tensor, values });
}

/** New operators in the place of the first of the old ones. */
function replace(work: Work, old: readonly Operator[], by: readonly Operator[]): void {
  const [first] = old;
  work.operators = work.operators.flatMap((one) => {
    if (one === first) return by;
    return old.includes(one) ? [] : [one];
  });
}
