// The program's version, as package.json says it, and which of two versions is the newer one: part by part; 0.10.0 comes after 0.9.1.
// Surprise: a version that nobody recorded is the oldest of all, so that any other replaces it.

import manifest from '../package.json' with { type: 'json' };

export const VERSION: string = manifest.version;

export const UNKNOWN_VERSION = '0';

/** Above 0 where `a` is the newer, 0 where neither is. A pre-release comes before its release. */
export function compareVersions(a: string, b: string): number {
  const [[left, leftPre], [right, rightPre]] = [partsOf(a), partsOf(b)];
  const at = left.findIndex((part, index) => part !== right[index]);
  if (at >= 0) return (left[at] ?? 0) - (right[at] ?? 0);
  if (leftPre === rightPre) return 0;
  if (leftPre === '' || rightPre === '') return leftPre === '' ? 1 : -1;
  return leftPre < rightPre ? -1 : 1;
}

function partsOf(version: string): readonly [parts: readonly number[], pre: string] {
  const [numbers = '', ...pre] = version.split('-');
  const parts = numbers.split('.').map(Number);
  return [[0, 1, 2].map((index) => parts[index] || 0), pre.join('-')];
}
