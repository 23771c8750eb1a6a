// The general engine: many lines given at once come out as each does alone.
// Surprise: where onnxruntime-node cannot be loaded, there is no such engine, and the test says that it was skipped.

import { expect, it } from 'vitest';
import type { Crop, Lattice } from '../../src/recognize/engine.ts';
import { openPpocr } from '../../src/recognize/engines/ppocr.ts';

const engine = await openPpocr().catch((error: Error) => {
  console.warn(`the general engine is not tested: ${error.message}`);
  return null;
});

/** Bars of ink, so many to a crop, that no other crop has; something is read from each. */
function crop(width: number, bars: number): Crop {
  const height = 30;
  const pixels = Uint8Array.from({ length: width * height }, (_, at) => {
    const [x, y] = [at % width, Math.floor(at / width)];
    return y > 5 && y < 25 && Math.floor((x * bars * 2) / width) % 2 === 1 ? 0 : 255;
  });
  return { width, height, pixels, print: 24 };
}

/** To the thousandth: the order of 32-bit sums may differ. */
function rounded(lattice: Lattice | undefined): unknown {
  return lattice?.map(({ choices }) =>
    choices
      .filter(({ probability }) => probability > 0.01)
      .map(({ char, probability }) => [char, probability.toFixed(3)]),
  );
}

it.runIf(engine)('reads lines of equal and of other widths as it reads each alone', async () => {
  const widths = [20, 90, 21, 90, 400, 22, 90, 1300, 20];
  const crops = widths.map((width, at) => crop(width, at + 1));
  const together = (await engine?.read(crops)) ?? [];
  expect(new Set(together.map((lattice) => JSON.stringify(lattice))).size).toBe(crops.length);
  for (const [at, one] of crops.entries()) {
    const [alone] = (await engine?.read([one])) ?? [];
    expect(rounded(together[at])).toEqual(rounded(alone));
  }
});
