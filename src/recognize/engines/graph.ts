// The graph of an ONNX model: bytes → operators and constants, and back.
// Surprise: only what folding looks at is taken apart; every other field stays the bytes that it was.

import { BinaryReader, BinaryWriter, WireType } from '@bufbuild/protobuf/wire';

/** An operator with its attributes as they are stored. */
export interface Operator {
  readonly name: string;
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  readonly attributes: ReadonlyMap<string, Message>;
}

/** Numbers that are part of the model, row by row. */
export interface Tensor {
  readonly shape: readonly number[];
  readonly values: Float32Array;
}

/** Operators in the order in which they can run, and the constants that they read, by name. Constants of whole numbers are operators. */
export interface Graph {
  readonly operators: readonly Operator[];
  readonly constants: ReadonlyMap<string, Tensor>;
}

/** A field of a message: the bytes of its value, without its length. */
interface Field {
  readonly number: number;
  readonly type: WireType;
  readonly value: Uint8Array;
}

type Message = readonly Field[];

/** Numbers of fields in onnx.proto, which never change. */
const MODEL = { graph: 7 };
const GRAPH = { node: 1 };
const NODE = { input: 1, output: 2, op: 4, attribute: 5 };
const ATTRIBUTE = { name: 1, float: 2, whole: 3, tensor: 5, wholes: 8, type: 20 };
const TENSOR = { dims: 1, type: 2, raw: 9 };
/** Kinds of attributes, and the kind of a tensor of 32-bit numbers. */
const FLOAT = 1;
const INT = 2;
const TENSOR_KIND = 4;
const INTS = 7;

const text = new TextDecoder();

/** Throws where the bytes are no message. */
export function graphOf(model: Uint8Array): Graph {
  const all = valuesOf(graphIn(model), GRAPH.node).map(operatorOf);
  const constants = new Map<string, Tensor>();
  const operators = all.filter((operator) => {
    const tensor = operator.name === 'Constant' ? tensorOf(operator.attributes.get('value') ?? []) : null;
    if (tensor) constants.set(operator.outputs[0] ?? '', tensor);
    return tensor === null;
  });
  return { operators, constants };
}

/** The same model with another graph. */
export function modelWith(model: Uint8Array, { operators, constants }: Graph): Uint8Array {
  const nodes = [...[...constants].map(constantNode), ...operators.map(nodeOf)];
  const others = graphIn(model).filter(({ number }) => number !== GRAPH.node);
  const graph = bytesOf([...others, ...nodes.map((node) => field(GRAPH.node, node))]);
  return bytesOf(
    fieldsOf(model).map((one) => (one.number === MODEL.graph ? field(MODEL.graph, graph) : one)),
  );
}

/** The number that an attribute holds; null where there is none. */
export function floatOf({ attributes }: Operator, name: string): number | null {
  const [value] = valuesOf(attributes.get(name) ?? [], ATTRIBUTE.float);
  return value ? new BinaryReader(value).float() : null;
}

/** The whole numbers that an attribute holds. */
export function wholesAt({ attributes }: Operator, name: string): readonly number[] {
  return wholesOf(attributes.get(name) ?? [], ATTRIBUTE.wholes);
}

/** What an attribute may hold: a number, a whole number, or several whole ones. */
export type Value =
  | { readonly float: number }
  | { readonly whole: number }
  | { readonly wholes: readonly number[] };

export function attribute(name: string, value: Value): readonly [string, Message] {
  return [name, [named(name), ...valueFields(value)]];
}

function valueFields(value: Value): Message {
  if ('float' in value)
    return [
      plain(ATTRIBUTE.float, WireType.Bit32, new BinaryWriter().float(value.float)),
      whole(ATTRIBUTE.type, FLOAT),
    ];
  if ('whole' in value) return [whole(ATTRIBUTE.whole, value.whole), whole(ATTRIBUTE.type, INT)];
  return [...value.wholes.map((one) => whole(ATTRIBUTE.wholes, one)), whole(ATTRIBUTE.type, INTS)];
}

function graphIn(model: Uint8Array): Message {
  return fieldsOf(valuesOf(fieldsOf(model), MODEL.graph)[0] ?? new Uint8Array());
}

function operatorOf(node: Uint8Array): Operator {
  const fields = fieldsOf(node);
  const texts = (number: number) => valuesOf(fields, number).map((value) => text.decode(value));
  const attributes = valuesOf(fields, NODE.attribute).map((bytes) => fieldsOf(bytes));
  return {
    name: texts(NODE.op)[0] ?? '',
    inputs: texts(NODE.input),
    outputs: texts(NODE.output),
    attributes: new Map(
      attributes.map((fields) => [text.decode(valuesOf(fields, ATTRIBUTE.name)[0]), fields]),
    ),
  };
}

function nodeOf({ name, inputs, outputs, attributes }: Operator): Uint8Array {
  return bytesOf([
    ...inputs.map((input) => field(NODE.input, Buffer.from(input))),
    ...outputs.map((output) => field(NODE.output, Buffer.from(output))),
    field(NODE.op, Buffer.from(name)),
    ...[...attributes.values()].map((fields) => field(NODE.attribute, bytesOf(fields))),
  ]);
}

/** Null where it is no tensor of 32-bit numbers as raw bytes. */
function tensorOf(attribute: Message): Tensor | null {
  const fields = fieldsOf(valuesOf(attribute, ATTRIBUTE.tensor)[0] ?? new Uint8Array());
  const [raw] = valuesOf(fields, TENSOR.raw);
  if (!raw || wholesOf(fields, TENSOR.type)[0] !== FLOAT) return null;
  return { shape: wholesOf(fields, TENSOR.dims), values: new Float32Array(new Uint8Array(raw).buffer) };
}

function constantNode([name, { shape, values }]: readonly [string, Tensor]): Uint8Array {
  const dims = shape.map((size) => whole(TENSOR.dims, size));
  const raw = field(TENSOR.raw, new Uint8Array(values.buffer, values.byteOffset, values.byteLength));
  const tensor = field(ATTRIBUTE.tensor, bytesOf([...dims, whole(TENSOR.type, FLOAT), raw]));
  const value: Message = [named('value'), tensor, whole(ATTRIBUTE.type, TENSOR_KIND)];
  return nodeOf({ name: 'Constant', inputs: [], outputs: [name], attributes: new Map([['value', value]]) });
}

function fieldsOf(bytes: Uint8Array): Message {
  const reader = new BinaryReader(bytes);
  const fields: Field[] = [];
  while (reader.pos < reader.len) {
    const [number, type] = reader.tag();
    const value = type === WireType.LengthDelimited ? reader.bytes() : reader.skip(type, number);
    fields.push({ number, type, value });
  }
  return fields;
}

/** Values are copied once: a writer that grows with ten megabytes of weights takes twice as long. */
function bytesOf(fields: Message): Uint8Array {
  const bytes = Buffer.concat(
    fields.flatMap(({ number, type, value }) => [headOf(number, type, value), value]),
  );
  return new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.length);
}

function headOf(number: number, type: WireType, value: Uint8Array): Uint8Array {
  const writer = new BinaryWriter().tag(number, type);
  return (type === WireType.LengthDelimited ? writer.uint32(value.length) : writer).finish();
}

function valuesOf(fields: Message, number: number): readonly Uint8Array[] {
  return fields.filter((one) => one.number === number).map(({ value }) => value);
}

/** Whole numbers of a field, one by one or packed. */
function wholesOf(fields: Message, number: number): readonly number[] {
  return valuesOf(fields, number).flatMap((value) => {
    const reader = new BinaryReader(value);
    const wholes: number[] = [];
    while (reader.pos < reader.len) wholes.push(Number(reader.int64()));
    return wholes;
  });
}

function field(number: number, value: Uint8Array): Field {
  return { number, type: WireType.LengthDelimited, value };
}

function plain(number: number, type: WireType, writer: BinaryWriter): Field {
  return { number, type, value: writer.finish() };
}

function whole(number: number, value: number): Field {
  return plain(number, WireType.Varint, new BinaryWriter().int64(value));
}

function named(name: string): Field {
  return field(ATTRIBUTE.name, Buffer.from(name));
}
