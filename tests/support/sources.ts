// Our own source files, parsed: what the habits are checked on.
// Surprise: the parser is the one that vitest brings along; TypeScript 7 is a native program without an in-process parser.

import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parseSync } from 'vite';

export interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [key: string]: unknown;
}

export interface SourceFile {
  /** Relative to src, such as `write/csv.ts`. */
  readonly path: string;
  readonly text: string;
  readonly program: Node;
}

const ROOT = new URL('../../src/', import.meta.url).pathname;

export function sourceFiles(): readonly SourceFile[] {
  return readdirSync(ROOT, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(ts|js)$/.test(entry.name))
    .map((entry) => fileAt(join(entry.parentPath, entry.name)))
    .toSorted((a, b) => (a.path < b.path ? -1 : 1));
}

function fileAt(path: string): SourceFile {
  const text = readFileSync(path, 'utf8');
  const { program, errors } = parseSync(path, text);
  if (errors.length > 0) throw new Error(`${path}: ${errors[0]?.message}`);
  return { path: relative(ROOT, path), text, program: program as unknown as Node };
}

/** Every node of a tree, outermost first. */
export function* nodesIn(node: Node): Generator<Node> {
  yield node;
  for (const value of Object.values(node)) {
    for (const child of Array.isArray(value) ? value : [value]) if (isNode(child)) yield* nodesIn(child);
  }
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && 'start' in value;
}

const FUNCTIONS = ['FunctionDeclaration', 'FunctionExpression', 'ArrowFunctionExpression'];

export function functionsIn(file: SourceFile): readonly Node[] {
  return [...nodesIn(file.program)].filter(({ type, body }) => FUNCTIONS.includes(type) && isNode(body));
}

/** Lines from the first to the last character of a node. */
export function linesOf({ text }: SourceFile, { start, end }: Node): number {
  return text.slice(start, end).split('\n').length;
}

export function lineOf({ path, text }: SourceFile, { start }: Node): string {
  return `${path}:${text.slice(0, start).split('\n').length}`;
}

/** What a file imports: `./x.ts`, `node:fs`, `zod`; dynamic imports and re-exports are among them. */
export function importsOf(file: SourceFile): readonly string[] {
  return [...nodesIn(file.program)].flatMap(({ type, source }) => {
    if (!/^(Import|Export)/.test(type) || !isNode(source)) return [];
    return typeof source.value === 'string' ? [source.value] : [];
  });
}
