// Grey with shaded cells → grey in which they are as bright as the paper around them; white print on a dark cell becomes dark print on paper.
// Surprise: a page without shaded areas comes back as it is, pixel by pixel.

import type { Raster } from './raster.ts';
import { type Area, areasOf } from './shaded.ts';
import { around, type Tiles, tonesOf } from './tones.ts';

/** Tiles across the shorter side: about the height of a character, two or three a row of a table. */
const TILES = 200;
/** White print on a brighter shade than this is not seen either. */
const DARK = 0.75;
/** Share of a dark area that is white print, at least. */
const WHITE_PRINT = 0.01;

export function unshaded(image: Raster): Raster {
  const side = Math.max(4, Math.round(Math.min(image.width, image.height) / TILES));
  const tiles = tonesOf(image, side, side < 8 ? 1 : 2);
  const areas = areasOf(tiles);
  if (areas.length === 0) return image;
  const pixels = Uint8Array.from(image.pixels);
  const covers = coversOf(areas, image, tiles);
  for (const [at, cover] of covers.entries())
    if (cover) liftTile(pixels, image, { at, tiles, tones: liftedTones(cover) });
  return { ...image, pixels };
}

/** More of a dark area is brighter than half-way to the paper than is darker than half of its shade; at its edge may be dark rules. */
function hasWhitePrint(image: Raster, { tones, inside, ratio }: Area, tiles: Tiles): boolean {
  if (ratio > DARK) return false;
  let [bright, dark, all] = [0, 0, 0];
  for (const [at, shade] of tones.entries()) {
    if (!inside[at] || !around(at, tiles).every((near) => inside[near])) continue;
    for (const value of pixelsOf(at, image, tiles)) {
      all++;
      if (value > (shade + shade / ratio) / 2) bright++;
      else if (value < shade / 2) dark++;
    }
  }
  return bright > WHITE_PRINT * all && bright > dark;
}

function* pixelsOf(at: number, { width, height, pixels }: Raster, tiles: Tiles): Generator<number> {
  const x0 = (at % tiles.across) * tiles.side;
  const y0 = Math.floor(at / tiles.across) * tiles.side;
  for (let y = y0; y < Math.min(height, y0 + tiles.side); y++)
    yield* pixels.subarray(y * width + x0, y * width + Math.min(width, x0 + tiles.side));
}

/** What lies over a tile: its shade, the tone of the paper around, and whether what is brighter than the shade is print. */
interface Cover {
  readonly shade: number;
  readonly paper: number;
  readonly white: boolean;
}

type Covers = (Cover | undefined)[];

function coversOf(areas: readonly Area[], image: Raster, tiles: Tiles): Covers {
  const covers: Covers = new Array(tiles.tones.length).fill(undefined);
  const within: Covers = new Array(tiles.tones.length).fill(undefined);
  for (const area of areas) {
    const white = hasWhitePrint(image, area, tiles);
    for (const [at, shade] of area.tones.entries()) {
      if (shade === 0) continue;
      const paper = Math.min(255, shade / area.ratio);
      covers[at] = { shade, paper, white: false };
      if (area.inside[at]) within[at] = { shade, paper, white };
    }
  }
  return covers.map((cover, at) => within[at] ?? whiteRuleAt(at, within, tiles) ?? cover);
}

/** One or two tiles between two areas of white print: a white rule. */
function whiteRuleAt(at: number, within: Covers, { across }: Tiles): Cover | undefined {
  return [1, across]
    .flatMap((step) => [
      [at - step, at + step],
      [at - step, at + 2 * step],
      [at - 2 * step, at + step],
    ])
    .filter((sides) => sides.every((side) => within[side]?.white))
    .map(([side = 0]) => within[side])[0];
}

/** The new tone for each old one: what is as bright as paper stays, but for white print, which becomes black; all else gets as much brighter as the shade is darker than paper. */
function liftedTones({ shade, paper, white }: Cover): Uint8Array {
  return Uint8Array.from({ length: 256 }, (_, tone) => {
    if (white && tone > shade) return Math.max(0, (paper * (paper - tone)) / (paper - shade));
    return tone > (shade + paper) / 2 ? tone : Math.min(paper, (tone * paper) / shade);
  });
}

function liftTile(
  pixels: Uint8Array,
  image: Raster,
  { at, tiles, tones }: { at: number; tiles: Tiles; tones: Uint8Array },
): void {
  const x0 = (at % tiles.across) * tiles.side;
  const y0 = Math.floor(at / tiles.across) * tiles.side;
  const x1 = Math.min(image.width, x0 + tiles.side);
  for (let y = y0; y < Math.min(image.height, y0 + tiles.side); y++) {
    for (let here = y * image.width + x0; here < y * image.width + x1; here++)
      pixels[here] = tones[image.pixels[here] ?? 255] ?? 255;
  }
}
