// Where the things of one report are, from the report's path: what was seen, the pictures of its pages, what people corrected.
// Surprise: corrections lie open beside the report, since they are people's work; all else is hidden and can be made again.

import { basename, dirname, join } from 'node:path';

const ENDING = /\.json$/;
export const CORRECTIONS = '.corrections.ndjson';

/** `reports/a.json` has its pieces of pictures in `.photos/a.json`. */
export function photosPath(report: string): string {
  return join(dirname(dirname(report)), '.photos', basename(report));
}

export function sheetPath(report: string): string {
  return join(sheetsOf(report), `${basename(report)}.gz`);
}

export function picturePath(report: string, page: number): string {
  return join(sheetsOf(report), `${basename(report).replace(ENDING, '')}-p${page}.webp`);
}

function sheetsOf(report: string): string {
  return join(dirname(dirname(report)), '.sheets');
}

/** The report's name of what lies beside it: `a-0123456789ab.json` of `a-0123456789ab.json.gz` and `a-0123456789ab-p1.webp`. */
export function reportBeside(name: string): string {
  return name.replace(/\.json\.gz$|-p\d+\.webp$/, '.json');
}

export function correctionsPath(report: string): string {
  return report.replace(ENDING, CORRECTIONS);
}
