// A flattened page → what makes its rules level and upright: skew, shear and slight perspective are undone in one resampling.
// Surprise: nothing looks for the sheet's corners; the slopes of the rules, as a linear function of where they stand, are the perspective.

import { type Ink, type Raster, turnedOver } from './raster.ts';
import { skewOf } from './skew.ts';
import { type Stroke, strokesOf } from './strokes.ts';
import { type Quad, warped } from './warp.ts';

/** Slope of a level rule at a place: `at` + `per` × distance from the page's middle. */
interface Slopes {
  readonly at: number;
  readonly per: number;
}

/** Half a pixel over the whole page: below it a turn only blurs. */
const WORTH_TURNING = 0.5;
/** A rule used for the slopes is at least this part of the page's side long. */
const LONG = 0.08;
/** Slopes of fewer rules than this say nothing about perspective. */
const RULES_FOR_PERSPECTIVE = 4;
/** Slope difference over the page below which it is measurement noise rather than perspective. */
const WORTH_SQUARING = 0.0015;

/** For the page itself and for whatever lies over it, pixel on pixel; `ink` is the page's at half size. */
export function straightening(image: Raster, ink: Ink): (one: Raster) => Raster {
  const level = slopesOf(ink);
  const plumb = slopesOf(turnedOver(ink));
  const upright = plumb ?? { at: -(level?.at ?? 0), per: 0 };
  const sideways = level ?? { at: plumb ? -plumb.at : Math.tan(skewOf(ink)), per: 0 };
  const shift = Math.max(Math.abs(sideways.at), Math.abs(upright.at)) * Math.max(image.width, image.height);
  const squaring = Math.max(Math.abs(sideways.per) * image.height, Math.abs(upright.per) * image.width);
  if (shift < WORTH_TURNING && squaring < WORTH_SQUARING) return (one) => one;
  const quad = quadOf(image, sideways, upright);
  return (one) => warped(one, quad);
}

/** The slopes of the nearly horizontal rules of some ink at half size; null where there are none. `per` is for the full size. */
function slopesOf(ink: Ink): Slopes | null {
  const coarse = Math.tan(skewOf(ink));
  const sheared = shearedBy(ink, coarse);
  const strokes = strokesOf(sheared, { run: 14, gap: 2, thickness: 6 })
    .filter((stroke) => stroke.x1 - stroke.x0 > LONG * ink.width)
    .map((stroke) => unsheared(stroke, coarse));
  return strokes.length === 0 ? null : slopesThrough(strokes, ink.height);
}

/** Every column moved up by its distance from the left times the slope. */
function shearedBy(ink: Ink, slope: number): Ink {
  const { width, height, bits } = ink;
  if (Math.abs(slope) * width < 1) return ink;
  const sheared = new Uint8Array(bits.length);
  for (let x0 = 0, x1 = 0; x0 < width; x0 = x1) {
    const shift = Math.round(x0 * slope);
    while (x1 < width && Math.round(x1 * slope) === shift) x1++;
    const to = Math.min(height, height - shift);
    for (let y = Math.max(0, -shift); y < to; y++)
      sheared.set(bits.subarray((y + shift) * width + x0, (y + shift) * width + x1), y * width + x0);
  }
  return { width, height, bits: sheared };
}

function unsheared(stroke: Stroke, slope: number): Stroke {
  const middle = (stroke.x0 + stroke.x1) / 2;
  return { ...stroke, slope: stroke.slope + slope, y: stroke.y + middle * slope };
}

/** Weighted least squares of slope against place, twice: the second time without the rules that are far off. */
function slopesThrough(strokes: readonly Stroke[], height: number): Slopes {
  const first = regressed(strokes, height, 0.02);
  const off = strokes.map((stroke) => Math.abs(stroke.slope - slopeAt(first, stroke, height)));
  const tolerance = Math.max(0.0008, 2.5 * median(off));
  const near = strokes.filter((_, at) => (off[at] ?? 0) <= tolerance);
  return regressed(near.length > 0 ? near : strokes, height, WORTH_SQUARING);
}

function slopeAt(slopes: Slopes, stroke: Stroke, height: number): number {
  return slopes.at + slopes.per * 2 * (stroke.y - height / 2);
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;
}

/** A rule weighs with the square of its length: the error of its slope falls with it. */
function regressed(strokes: readonly Stroke[], height: number, leastChange: number): Slopes {
  let [n, y, s, yy, ys] = [0, 0, 0, 0, 0];
  for (const stroke of strokes) {
    const weight = (stroke.x1 - stroke.x0) ** 2;
    const place = 2 * (stroke.y - height / 2);
    n += weight;
    y += weight * place;
    s += weight * stroke.slope;
    yy += weight * place * place;
    ys += weight * place * stroke.slope;
  }
  const spread = yy / n - (y / n) ** 2;
  const per = spread > (height / 8) ** 2 ? (ys / n - (y / n) * (s / n)) / spread : 0;
  if (strokes.length < RULES_FOR_PERSPECTIVE || Math.abs(per) * 2 * height < leastChange) {
    return { at: s / n, per: 0 };
  }
  return { at: s / n - (per * y) / n, per };
}

/** The four corners in the picture that become the page's corners. */
function quadOf(image: Raster, level: Slopes, plumb: Slopes): Quad {
  const { width, height } = image;
  const top = { y: 0, slope: level.at - (level.per * height) / 2 };
  const bottom = { y: height, slope: level.at + (level.per * height) / 2 };
  const left = { x: 0, slope: plumb.at - (plumb.per * width) / 2 };
  const right = { x: width, slope: plumb.at + (plumb.per * width) / 2 };
  const corner = (rule: { y: number; slope: number }, side: { x: number; slope: number }) =>
    crossing(rule, side, image);
  return [corner(top, left), corner(top, right), corner(bottom, right), corner(bottom, left)];
}

/** Where y = rule.y + rule.slope·(x − w/2) meets x = side.x + side.slope·(y − h/2). */
function crossing(
  rule: { y: number; slope: number },
  side: { x: number; slope: number },
  { width, height }: Raster,
): { x: number; y: number } {
  const y =
    (rule.y + rule.slope * (side.x - (side.slope * height) / 2 - width / 2)) / (1 - rule.slope * side.slope);
  return { x: side.x + side.slope * (y - height / 2), y };
}
