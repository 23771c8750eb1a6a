// Pieces of scanned pages that the page of a run shows: kept beside the reports, so that a resumed run has them without reading again.

import { readFile, rm } from 'node:fs/promises';
import type { Outcome } from '../pipeline.ts';
import type { Report } from '../record/index.ts';
import { NO_PHOTOS, type Photos, photosOf } from '../write/index.ts';
import { photosPath } from './beside.ts';
import { writeWhole } from './files.ts';

export function photosIn({ report, trees }: Outcome): Photos {
  return trees === null ? NO_PHOTOS : photosOf(report, trees.recognized);
}

export async function keepPhotos(outcome: Outcome, reportPath: string): Promise<void> {
  await keepAllPhotos(reportPath, photosIn(outcome));
}

export async function keepAllPhotos(reportPath: string, photos: Photos): Promise<void> {
  const path = photosPath(reportPath);
  if (Object.keys(photos).length === 0) await rm(path, { force: true });
  else await writeWhole(path, JSON.stringify(photos));
}

/** The text is our own; where there is none, or it was spoiled, the page draws the place instead. */
export async function photosBeside(reportPath: string): Promise<Photos> {
  const text = await readFile(photosPath(reportPath), 'utf8').catch(() => '{}');
  try {
    return JSON.parse(text) as Photos;
  } catch {
    return NO_PHOTOS;
  }
}

/** The pieces of a report that was worked out anew, taken from the former one's: a finding on the same fields has the same piece. */
export function carriedPhotos(photos: Photos, before: Report, after: Report): Photos {
  const known = new Map(before.diagnostics.map((diagnostic, at) => [subjectOf(diagnostic), photos[at]]));
  const carried = after.diagnostics.flatMap((diagnostic, at): [string, string][] => {
    const photo = known.get(subjectOf(diagnostic));
    return photo === undefined ? [] : [[String(at), photo]];
  });
  return Object.fromEntries(carried);
}

export async function carryPhotos(reportPath: string, before: Report, after: Report): Promise<void> {
  await keepAllPhotos(reportPath, carriedPhotos(await photosBeside(reportPath), before, after));
}

function subjectOf({ evaluation, code, fields }: Report['diagnostics'][number]): string {
  return JSON.stringify([evaluation, code, fields]);
}
