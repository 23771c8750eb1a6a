// The tones of a page's tiles → its shaded areas.
// Surprise: shade is told from a shadow by its edge: straight, and a step all around.

import { around, neighboursOf, type Tiles } from './tones.ts';

/** Parts of the tone by which a tile may differ from those before it and be of their area: noise of a photograph stays below 0.03 … */
const EVEN = 0.05;
/** … and by which it differs from its neighbour at a step, a shadow's slope being gentler. */
const STEP = 0.03;
/** How fast an area's tone follows the light: a slope of half a step a tile. */
const FOLLOWS = 0.1;
/** Share of an area's edge that must be a step; a cell is cut by its print. */
const STEPS = 0.75;
/** Tiles in a row, on average, at the edge of what is drawn with a ruler: a cell of a page turned by 3° has 6, one whose print touches its edge 3.5, what lies about in a photograph 2.6. */
const STRAIGHT = 3;
/** What is brighter than this part of the paper around it needs no mending … */
const SHADED = 0.92;
/** … and this share of an area's edge must lie beside paper: elsewhere other shaded cells may be. */
const BESIDE_PAPER = 0.15;
/** Tiles that an area takes at least, and the share of them that is more than a thick rule. */
const LEAST_TILES = 16;
const THICK = 0.6;
/** An area of one shade. */
export interface Area {
  /** The tone of the shade for each tile, those under print and at the edge among them; 0 elsewhere. */
  readonly tones: Uint8Array;
  /** 1 for the tiles within its edge. */
  readonly inside: Uint8Array;
  /** Its tone as part of that of the paper around it. */
  readonly ratio: number;
}

export function areasOf(tiles: Tiles): Area[] {
  const near = neighboursOf(tiles);
  const seen = new Uint8Array(tiles.tones.length);
  const areas: Area[] = [];
  for (let start = 0; start < seen.length; start++) {
    if (seen[start] || !isEven(start, near, tiles)) continue;
    const even = evenFrom(start, near, tiles, seen);
    const area = even.length >= LEAST_TILES ? areaOf(even, tiles) : null;
    if (area) areas.push(area);
  }
  return areas;
}

/** True where all tiles around one are like it. */
function isEven(at: number, near: Int32Array, tiles: Tiles): boolean {
  const tone = tiles.tones[at] ?? 0;
  for (let side = 4 * at; side < 4 * at + 4; side++) {
    const other = near[side] ?? -1;
    if (other >= 0 && !isLike(other, tone, tiles)) return false;
  }
  return true;
}

function isLike(at: number, tone: number, { tones }: Tiles): boolean {
  return Math.abs((tones[at] ?? 0) - tone) <= EVEN * tone;
}

/** The tiles of one tone, or of one that changes no faster than the light, that hang together with a tile. */
function evenFrom(start: number, near: Int32Array, tiles: Tiles, seen: Uint8Array): number[] {
  const found = [start];
  const tones = [tiles.tones[start] ?? 0];
  seen[start] = 1;
  for (let next = 0; next < found.length; next++) {
    const tone = tones[next] ?? 0;
    const first = 4 * (found[next] ?? 0);
    for (let side = first; side < first + 4; side++) {
      const other = near[side] ?? -1;
      if (other < 0 || seen[other] || !isLike(other, tone, tiles)) continue;
      seen[other] = 1;
      found.push(other);
      tones.push(tone + FOLLOWS * ((tiles.tones[other] ?? 0) - tone));
    }
  }
  return found;
}

/** Null where the tiles are no shaded area of the sheet: too thin, at the picture's edge, or without a step around them. */
function areaOf(even: readonly number[], tiles: Tiles): Area | null {
  if (even.some((at) => isAtEdge(at, tiles)) || thickShare(even, tiles) < THICK) return null;
  const tones = new Uint8Array(tiles.tones.length);
  for (const at of even) tones[at] = tiles.tones[at] ?? 0;
  const inside = filled(tones, tiles);
  const edge = edgeOf(even, inside, tiles);
  const steps = edge.filter(({ step }) => step >= STEP).length;
  if (edge.length < STRAIGHT * edge.filter(({ turns }) => turns).length) return null;
  const ratios = edge.map(({ ratio }) => ratio).filter((ratio) => ratio < SHADED);
  if (steps < STEPS * edge.length || ratios.length < BESIDE_PAPER * edge.length) return null;
  return { tones: spread(tones, inside, tiles), inside, ratio: median(ratios) };
}

function isAtEdge(at: number, { across, down }: Tiles): boolean {
  const column = at % across;
  const row = (at - column) / across;
  return column === 0 || row === 0 || column === across - 1 || row === down - 1;
}

/** Share of the tiles that lie in a square of four of them. */
function thickShare(even: readonly number[], { across, tones }: Tiles): number {
  const own = new Uint8Array(tones.length);
  for (const at of even) own[at] = 1;
  const thick = new Set<number>();
  for (const at of even) {
    const square = [at, at + 1, at + across, at + across + 1];
    if (square.every((one) => own[one])) for (const one of square) thick.add(one);
  }
  return thick.size / even.length;
}

/** Where an area ends: the step there, as part of its tone, and its tone as part of the brightest up to three tiles outside. */
interface Edge {
  readonly step: number;
  readonly ratio: number;
  /** True where the tile beside it has no such edge: a straight side ends. */
  readonly turns: boolean;
}

function edgeOf(even: readonly number[], inside: Uint8Array, tiles: Tiles): Edge[] {
  return even.flatMap((at) => {
    const tone = tiles.tones[at] ?? 1;
    const outside = around(at, tiles).filter((near) => !inside[near]);
    return outside.map((near): Edge => {
      const outwards = [1, 2, 3].map((steps) => tiles.tones[at + steps * (near - at)] ?? 0);
      const beside = Math.abs(near - at) === 1 ? tiles.across : 1;
      return {
        step: Math.abs((outwards[0] ?? 0) - tone) / tone,
        ratio: tone / Math.max(1, ...outwards),
        turns: !inside[at + beside] || inside[near + beside] === 1,
      };
    });
  });
}

/** 1 for an area's tiles and those that it encloses: print on it. */
function filled(tones: Uint8Array, tiles: Tiles): Uint8Array {
  const inside = new Uint8Array(tones.length).fill(1);
  const stack = [0];
  inside[0] = 0;
  for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
    for (const near of around(at, tiles)) {
      if (!inside[near] || tones[near]) continue;
      inside[near] = 0;
      stack.push(near);
    }
  }
  return inside;
}

/** Gives the tiles under print, and two more around the area, where its edge runs, the tone of the nearest shaded tile. */
function spread(tones: Uint8Array, inside: Uint8Array, tiles: Tiles): Uint8Array {
  const all = Uint8Array.from(tones);
  let front = [...all.keys()].filter((at) => all[at]);
  for (let round = 0; front.length > 0; round++) {
    const next: number[] = [];
    for (const at of front) {
      for (const near of around(at, tiles)) {
        if (all[near] || (!inside[near] && round >= 2)) continue;
        all[near] = all[at] ?? 0;
        next.push(near);
      }
    }
    front = next;
  }
  return all;
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? 1;
}
