// A flattened page → how many quarters it was turned, from the looks of its characters.
// Surprise: no character is recognized; a small net only says which way up a scrap of ink looks (85 % right on one, always on thirty).

import { type Components, characterHeight, componentsOf } from './components.ts';
import type { Ink, Raster, Rectangle } from './raster.ts';
import stored from './upright-weights.json' with { type: 'json' };

const THUMB = 16;
const HIDDEN = stored.hidden;
const TURNS = 4;
/** Scraps looked at: the sum over 100 is beyond doubt. */
const MOST_SCRAPS = 150;
/** Below this many nothing is said about the page. */
const LEAST_SCRAPS = 6;
/** A page is turned only if that is likelier than upright by this much a scrap (natural logarithm). */
const MARGIN = 0.3;
/** … and if the scraps look like print at all: print scores −0.2 to −1.7 a scrap where it stands upright, lowest where it came upside down. */
const LEAST_SURE = -2;

/** Quarters clockwise by which the picture must be turned to stand upright; `ink` is the same picture's at half size. */
export function quartersToUpright(image: Raster, ink: Ink): number {
  const thumbs = thumbsOf(image, ink);
  if (thumbs.length < LEAST_SCRAPS) return 0;
  const scores = new Float64Array(TURNS);
  for (const thumb of thumbs) addScores(scores, thumb);
  const best = scores.indexOf(Math.max(...scores));
  const lead = (scores[best] ?? 0) - (scores[0] ?? 0);
  const sure = (scores[best] ?? 0) > LEAST_SURE * thumbs.length;
  return sure && lead > MARGIN * thumbs.length ? (TURNS - best) % TURNS : 0;
}

/** Scraps of the page, as the net sees them. */
function thumbsOf(image: Raster, ink: Ink): Float32Array[] {
  const parts = componentsOf(ink);
  const em = characterHeight(parts, Math.max(ink.width, ink.height));
  return scrapsOf(parts, em).map((scrap) => thumbOf(image, scrap));
}

/** Components of about a character's size, evenly over the page, in pixels of the full picture. */
function scrapsOf(parts: Components, em: number): Rectangle[] {
  const found: Rectangle[] = [];
  for (let at = 0; at < parts.count; at++) {
    const [x0, y0, x1, y1] = [parts.x0[at] ?? 0, parts.y0[at] ?? 0, parts.x1[at] ?? 0, parts.y1[at] ?? 0];
    const [longer, shorter] = [Math.max(x1 - x0, y1 - y0), Math.min(x1 - x0, y1 - y0)];
    if (longer < 0.6 * em || longer > 1.5 * em || shorter < 0.4 * em) continue;
    found.push({ x0: 2 * x0, y0: 2 * y0, x1: 2 * x1, y1: 2 * y1 });
  }
  const every = Math.max(1, found.length / MOST_SCRAPS);
  return Array.from(
    { length: Math.floor(found.length / every) },
    (_, at) => found[Math.floor(at * every)],
  ).filter((scrap) => scrap !== undefined);
}

/** The scrap stretched to a square, 1 for its darkest place. */
function thumbOf({ pixels, width }: Raster, scrap: Rectangle): Float32Array {
  const thumb = new Float32Array(THUMB * THUMB);
  const columns = partsOf(scrap.x0, scrap.x1);
  for (const [y, { from: top, to: bottom }] of partsOf(scrap.y0, scrap.y1).entries()) {
    for (let x = 0; x < THUMB; x++) {
      const left = columns[x]?.from ?? 0;
      const right = columns[x]?.to ?? 0;
      let sum = 0;
      for (let row = top * width; row < bottom * width; row += width) {
        for (let at = row + left; at < row + right; at++) sum += 255 - (pixels[at] ?? 255);
      }
      thumb[y * THUMB + x] = sum / ((bottom - top) * (right - left));
    }
  }
  const darkest = Math.max(1, ...thumb);
  return thumb.map((value) => value / darkest);
}

/** A stretch cut into as many parts as a thumbnail has pixels, each of at least one pixel. */
function partsOf(start: number, end: number): { from: number; to: number }[] {
  const part = (end - start) / THUMB;
  return Array.from({ length: THUMB }, (_, at) => {
    const from = Math.floor(start + at * part);
    return { from, to: Math.max(from + 1, Math.floor(start + (at + 1) * part)) };
  });
}

const whole = new Int8Array(Buffer.from(stored.weights, 'base64'));
const scale = Buffer.from(stored.scales, 'base64');
const scales = Float32Array.from({ length: scale.length / 4 }, (_, at) => scale.readFloatLE(4 * at));
/** The weights of the first layer, one hidden unit after the other. */
const first = new Float32Array(THUMB * THUMB * HIDDEN);
for (let at = 0; at < first.length; at++)
  first[(at % HIDDEN) * THUMB * THUMB + Math.floor(at / HIDDEN)] = whole[at] ?? 0;

/** Adds the logarithm of each turn's probability for one thumbnail. */
function addScores(scores: Float64Array, thumb: Float32Array): void {
  const outputs = new Float64Array(TURNS);
  for (let to = 0; to < TURNS; to++) outputs[to] = scales[2 * HIDDEN + TURNS + to] ?? 0;
  for (let unit = 0; unit < HIDDEN; unit++) {
    const value = hiddenValue(thumb, unit);
    for (let to = 0; to < TURNS; to++) {
      const weight =
        (whole[THUMB * THUMB * HIDDEN + unit * TURNS + to] ?? 0) * (scales[2 * HIDDEN + to] ?? 0);
      outputs[to] = (outputs[to] ?? 0) + value * weight;
    }
  }
  const most = Math.max(...outputs);
  const sum = outputs.reduce((total, output) => total + Math.exp(output - most), 0);
  for (let to = 0; to < TURNS; to++) {
    scores[to] = (scores[to] ?? 0) + Math.max(-8, (outputs[to] ?? 0) - most - Math.log(sum));
  }
}

function hiddenValue(thumb: Float32Array, unit: number): number {
  const start = unit * thumb.length;
  let sum = 0;
  for (let at = 0; at < thumb.length; at++) sum += (thumb[at] ?? 0) * (first[start + at] ?? 0);
  return Math.max(0, sum * (scales[unit] ?? 0) + (scales[HIDDEN + unit] ?? 0));
}
