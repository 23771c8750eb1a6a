// A report and the tree that it was read from → pieces of the page's picture for its worst findings. Only scans have pictures.

import { LEVELS } from '../../diagnostic/index.ts';
import type { Report } from '../../record/index.ts';
import type { Document } from '../../tree/index.ts';
import { PrintedCells } from './crop.ts';
import { photoOf } from './photo.ts';

/** Addresses of pictures, by the finding's position in the report. */
export type Photos = Readonly<Record<string, string>>;
export const NO_PHOTOS: Photos = {};

/** Of one document: what is beyond is drawn. Ten of them are about 200 kB. */
const MOST = 10;

export function photosOf(report: Report, { pages }: Document): Photos {
  if (pages.every(({ picture }) => picture === null)) return NO_PHOTOS;
  const cells = report.evaluations.map((form) => new PrintedCells(form));
  const worst = report.diagnostics
    .map((diagnostic, at) => ({ diagnostic, at }))
    .toSorted((a, b) => LEVELS.indexOf(a.diagnostic.level) - LEVELS.indexOf(b.diagnostic.level));
  const photos = worst.slice(0, MOST).flatMap(({ diagnostic, at }): [string, string][] => {
    const crop = cells[diagnostic.evaluation ?? -1]?.cropFor(diagnostic) ?? null;
    const picture = pages.find(({ number }) => number === crop?.page)?.picture;
    const photo = crop && picture ? photoOf(picture, crop.box) : null;
    return photo === null ? [] : [[String(at), photo]];
  });
  return Object.fromEntries(photos);
}
