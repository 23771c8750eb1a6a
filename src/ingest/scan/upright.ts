// A flattened page → how many quarters it was turned, from the looks of its characters.
// Surprise: no character is recognized; a small net only says which way up a scrap of ink looks (85 % right on one, always on thirty).

import { inkOf } from './binarise.ts';
import { type Components, characterHeight, componentsOf } from './components.ts';
import { halved, type Raster, type Rectangle } from './raster.ts';
import stored from './upright-weights.json' with { type: 'json' };

const THUMB = 16;
const HIDDEN = stored.hidden;
const TURNS = 4;
/** Scraps looked at: the sum over 100 is beyond doubt, 300 cost 5 ms. */
const MOST_SCRAPS = 300;
/** Below this many nothing is said about the page. */
const LEAST_SCRAPS = 6;
/** A page is turned only if that is likelier than upright by this much a scrap (natural logarithm). */
const MARGIN = 0.3;
/** … and if the scraps look like print at all: print scores −0.2 to −1.3 a scrap where it stands upright. */
const LEAST_SURE = -1.6;

/** Quarters clockwise by which the picture must be turned to stand upright. */
export function quartersToUpright(image: Raster): number {
  const thumbs = thumbsOf(image);
  if (thumbs.length < LEAST_SCRAPS) return 0;
  const scores = new Float64Array(TURNS);
  for (const thumb of thumbs) addScores(scores, thumb);
  const best = scores.indexOf(Math.max(...scores));
  const lead = (scores[best] ?? 0) - (scores[0] ?? 0);
  const sure = (scores[best] ?? 0) > LEAST_SURE * thumbs.length;
  return sure && lead > MARGIN * thumbs.length ? (TURNS - best) % TURNS : 0;
}

/** Scraps of the page, as the net sees them. */
export function thumbsOf(image: Raster): Float32Array[] {
  const small = halved(image);
  const parts = componentsOf(inkOf(small, 12));
  const em = characterHeight(parts, Math.max(small.width, small.height));
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
  const [across, down] = [(scrap.x1 - scrap.x0) / THUMB, (scrap.y1 - scrap.y0) / THUMB];
  for (let y = 0; y < THUMB; y++) {
    for (let x = 0; x < THUMB; x++) {
      const left = Math.floor(scrap.x0 + x * across);
      const top = Math.floor(scrap.y0 + y * down);
      const right = Math.max(left + 1, Math.floor(scrap.x0 + (x + 1) * across));
      const bottom = Math.max(top + 1, Math.floor(scrap.y0 + (y + 1) * down));
      let sum = 0;
      for (let py = top; py < bottom; py++) {
        for (let px = left; px < right; px++) sum += 255 - (pixels[py * width + px] ?? 255);
      }
      thumb[y * THUMB + x] = sum / ((bottom - top) * (right - left));
    }
  }
  const darkest = Math.max(1, ...thumb);
  return thumb.map((value) => value / darkest);
}

const whole = new Int8Array(Buffer.from(stored.weights, 'base64'));
const scale = Buffer.from(stored.scales, 'base64');
const scales = Float32Array.from({ length: scale.length / 4 }, (_, at) => scale.readFloatLE(4 * at));

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
  let sum = 0;
  for (let at = 0; at < thumb.length; at++) sum += (thumb[at] ?? 0) * (whole[at * HIDDEN + unit] ?? 0);
  return Math.max(0, sum * (scales[unit] ?? 0) + (scales[HIDDEN + unit] ?? 0));
}
