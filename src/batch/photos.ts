// Pieces of scanned pages that the page of a run shows: kept beside the reports, so that a resumed run has them without reading again.

import { readFile, rm } from 'node:fs/promises';
import type { Outcome } from '../pipeline.ts';
import { NO_PHOTOS, type Photos, photosOf } from '../write/index.ts';
import { photosPath } from './beside.ts';
import { writeWhole } from './files.ts';

export function photosIn({ report, trees }: Outcome): Photos {
  return trees === null ? NO_PHOTOS : photosOf(report, trees.recognized);
}

export async function keepPhotos(outcome: Outcome, reportPath: string): Promise<void> {
  const photos = photosIn(outcome);
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
