// An office package (a zip of XML parts) → its parts by what they are for.
// Surprise: a part's relationships name their targets relative to the part, and may point outside the package; such targets are never followed.

import { keepBytes, MOST_BYTES } from '../caps.ts';
import type { Source } from '../source.ts';
import { elementsIn, xmlOf } from './xml.ts';
import { type Directory, directoryOf, inflated } from './zip.ts';

export interface Package {
  readonly bytes: Uint8Array;
  readonly directory: Directory;
  readonly inflatedBytes: number;
}

export function packageOf(source: Source): Package {
  return {
    bytes: source.bytes,
    directory: directoryOf(source.bytes),
    inflatedBytes: source.limits.inflatedBytes,
  };
}

/** The bytes of a part, or null where the package has none of that name. */
export function partOf(from: Package, name: string, most = MOST_BYTES): Uint8Array | null {
  const part = from.directory.get(name);
  return part ? inflated(from.bytes, part, Math.min(from.inflatedBytes, most)) : null;
}

/** For a decoder that inflates by itself: refuses a package whose parts together exceed the cap on text. */
export function keepInflated(from: Package): void {
  let total = 0;
  for (const name of from.directory.keys()) {
    total += partOf(from, name)?.length ?? 0;
    keepBytes(total);
  }
}

/** `kind` is the last step of the relationship's type, the same in transitional and strict files. */
export interface Relationship {
  readonly id: string;
  readonly kind: string;
  readonly target: string;
}

/** What a part (or, for an empty name, the package) is related to inside the package; targets are names of parts. */
export function relationshipsOf(from: Package, name: string): readonly Relationship[] {
  const folder = name.slice(0, name.lastIndexOf('/') + 1);
  const bytes = partOf(from, `${folder}_rels/${name.slice(folder.length)}.rels`);
  if (!bytes) return [];
  const inside = elementsIn(xmlOf(bytes)).filter(({ attributes }) => attributes.TargetMode !== 'External');
  return inside.map(({ attributes }) => ({
    id: attributes.Id ?? '',
    kind: (attributes.Type ?? '').split('/').at(-1) ?? '',
    target: resolved(folder, attributes.Target ?? ''),
  }));
}

/** The main part by its relationship, else by the name that it always has. */
export function mainPart(from: Package, usual: string): string {
  const main = relationshipsOf(from, '').find((relationship) => relationship.kind === 'officeDocument');
  return main && from.directory.has(main.target) ? main.target : usual;
}

function resolved(folder: string, target: string): string {
  const steps: string[] = [];
  for (const step of (target.startsWith('/') ? target : folder + target).split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return steps.join('/');
}
