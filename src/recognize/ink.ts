// A crop → its ink as runs of columns, each with its height: what stands apart on the line.
// Surprise: a Chinese character may be several runs (川) and two touching characters one; the white between runs is what is asked for.

import type { Crop } from './engine.ts';

/** Columns of the crop that hold ink without a gap, and the rows that it takes; `x1` and `y1` are the first outside. */
export interface Run {
  readonly x0: number;
  readonly x1: number;
  readonly y0: number;
  readonly y1: number;
}

/** Darker than this is ink. */
const INK = 170;

export function inkRuns(crop: Crop): readonly Run[] {
  const runs: Run[] = [];
  for (let x = 0, x0 = -1; x <= crop.width; x++) {
    const column = x < crop.width ? inkIn(x, crop) : null;
    const last = runs.at(-1);
    if (column && x0 >= 0 && last) runs[runs.length - 1] = { ...widened(last, column), x1: x + 1 };
    else if (column) runs.push({ ...column, x0: x, x1: x + 1 });
    x0 = column ? x : -1;
  }
  return runs;
}

function widened(run: Run, { y0, y1 }: { y0: number; y1: number }): Run {
  return { ...run, y0: Math.min(run.y0, y0), y1: Math.max(run.y1, y1) };
}

/** Highest and lowest ink of a column; null where it is white. */
function inkIn(
  x: number,
  { width, height, pixels }: Pick<Crop, 'width' | 'height' | 'pixels'>,
): { y0: number; y1: number } | null {
  let y0 = -1;
  let y1 = -1;
  for (let y = 0; y < height; y++) {
    if ((pixels[y * width + x] ?? 255) >= INK) continue;
    if (y0 < 0) y0 = y;
    y1 = y + 1;
  }
  return y0 < 0 ? null : { y0, y1 };
}
