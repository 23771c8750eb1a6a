// The record that was read beside the one that the form states: every leaf by its pointer, and the pointers where they differ.

import type { Expected, Json } from '../forms/index.ts';

export interface Difference {
  readonly pointer: string;
  readonly expected: Json | undefined;
  readonly read: Json | undefined;
}

/** `notCompared`: pointers, `*` for any index. Evidence is never compared. */
export function differencesOf(
  expected: Expected,
  read: Expected,
  notCompared: readonly string[],
): readonly Difference[] {
  const [wanted, found] = [leavesOf(expected), leavesOf(read)];
  const pointers = [...new Set([...wanted.keys(), ...found.keys()])];
  return pointers
    .filter((pointer) => !pointer.startsWith('/evidence') && !isSkipped(pointer, notCompared))
    .filter((pointer) => wanted.get(pointer) !== found.get(pointer))
    .map((pointer) => ({ pointer, expected: wanted.get(pointer), read: found.get(pointer) }));
}

/** How many values a record states; what is null is none. */
export function valuesOf(record: Expected): number {
  return [...leavesOf(record).values()].filter((value) => value !== null).length;
}

function isSkipped(pointer: string, notCompared: readonly string[]): boolean {
  const general = pointer.replaceAll(/\/\d+(?=\/)/g, '/*');
  return notCompared.some((skipped) => pointer === skipped || general === skipped);
}

function leavesOf(value: Json, at = ''): ReadonlyMap<string, Json> {
  if (value === null || typeof value !== 'object') return new Map([[at, value]]);
  const entries = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
  const leaves = entries.flatMap(([key, inner]) => [...leavesOf(inner as Json, `${at}/${key}`)]);
  return new Map(leaves.length === 0 ? [[at, '(empty)']] : leaves);
}
