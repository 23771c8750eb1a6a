// ingest/scan on pictures drawn here: rulings, straightening, stamps, odd files.
// Surprise: no font is needed; bars of ink stand for print.

import sharp, { type Sharp } from 'sharp';
import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../src/diagnostic/index.ts';
import { despeckled } from '../../src/ingest/scan/despeckle.ts';
import { readScan } from '../../src/ingest/scan/index.ts';
import { positive } from '../../src/ingest/scan/negative.ts';
import { quarterTurned } from '../../src/ingest/scan/raster.ts';
import { unshaded } from '../../src/ingest/scan/shade.ts';
import { DEFAULT_LIMITS, type Limits } from '../../src/ingest/source.ts';
import type { Document, Page } from '../../src/tree/index.ts';

interface Outcome {
  readonly document: Document | null;
  readonly diagnostics: readonly Diagnostic[];
}

async function read(bytes: Uint8Array, limits: Partial<Limits> = {}): Promise<Outcome> {
  const source = { name: 'x', bytes, limits: { ...DEFAULT_LIMITS, ...limits }, password: null, pages: null };
  const stage = readScan(source);
  const diagnostics: Diagnostic[] = [];
  for (;;) {
    const step = await stage.next();
    if (step.done) return { document: step.value, diagnostics };
    diagnostics.push(step.value);
  }
}

const WIDTH = 1000;
const HEIGHT = 1400;
/** A picture that says no resolution is taken for A4. */
const POINTS = 841.89 / HEIGHT;
const ROWS = [200, 260, 320, 380, 440, 700];
const COLUMNS = [100, 300, 500, 900];

/** A ruled grid with a bar of "print" in most cells, at 120 dots per inch. */
function grid(extra = ''): string {
  const level = ROWS.map((y) => `<line x1="100" x2="900" y1="${y}" y2="${y}"/>`);
  const plumb = COLUMNS.map((x) => `<line x1="${x}" x2="${x}" y1="200" y2="700"/>`);
  const print = ROWS.slice(0, -1).flatMap((y) =>
    COLUMNS.slice(0, -1).flatMap((x) =>
      Array.from({ length: 5 }, (_, at) => character(x + 30 + 24 * at, y + 22)),
    ),
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}"><rect width="100%" height="100%" fill="#fff"/>
    <g stroke="#000" stroke-width="2">${[...level, ...plumb, ...print].join('')}</g>${extra}</svg>`;
}

/** 土, more or less: a character that stands the right way up. */
function character(x: number, y: number): string {
  const bars = [
    [8, 0, 3, 20],
    [3, 7, 13, 3],
    [0, 17, 19, 3],
  ];
  return bars
    .map(
      ([dx = 0, dy = 0, w, h]) =>
        `<rect x="${x + dx}" y="${y + dy}" width="${w}" height="${h}" stroke="none"/>`,
    )
    .join('');
}

function picture(extra = ''): Sharp {
  return sharp(Buffer.from(grid(extra))).flatten({ background: '#fff' });
}

async function pageOf(bytes: Uint8Array): Promise<Page> {
  const { document } = await read(bytes);
  const page = document?.pages[0];
  if (!page) throw new Error('no page');
  return page;
}

function rules(page: Page): { level: number; plumb: number } {
  const level = page.rulings.filter((rule) => rule.y0 === rule.y1).length;
  return { level, plumb: page.rulings.length - level };
}

describe('rulings of a picture', () => {
  it('are all found, and nothing else', async () => {
    const page = await pageOf(await picture().toColourspace('b-w').png().toBuffer());
    expect(rules(page)).toEqual({ level: ROWS.length, plumb: COLUMNS.length });
  });

  it.each([-3, -1.3, 0.4, 2.2])('are level again after a turn by %s degrees', async (angle) => {
    const turned = await picture().rotate(angle, { background: '#fff' }).jpeg({ quality: 70 }).toBuffer();
    const page = await pageOf(turned);
    expect(rules(page)).toEqual({ level: ROWS.length, plumb: COLUMNS.length });
    const lengths = page.rulings.map((rule) => Math.hypot(rule.x1 - rule.x0, rule.y1 - rule.y0));
    expect(Math.max(...lengths) / Math.min(...lengths)).toBeCloseTo(800 / 500, 1);
  });

  it('are found at 120 and at 600 dots per inch', async () => {
    const large = await picture().resize({ width: 5000 }).png().toBuffer();
    expect(rules(await pageOf(large))).toEqual({ level: ROWS.length, plumb: COLUMNS.length });
  });

  it('are found when they are faint', async () => {
    const faint = await picture().linear(0.3, 178).png().toBuffer();
    expect(rules(await pageOf(faint))).toEqual({ level: ROWS.length, plumb: COLUMNS.length });
  });
});

describe('places of print', () => {
  it('are one a cell, inside it', async () => {
    const page = await pageOf(await picture().png().toBuffer());
    expect(page.words).toHaveLength((ROWS.length - 1) * (COLUMNS.length - 1));
    expect(page.words.every((word) => word.text === '')).toBe(true);
  });

  it('are the same where a dark table shows along two edges of the page', async () => {
    const plain = await pageOf(await picture().png().toBuffer());
    const edged = await pageOf(
      await picture('<path d="M0 0H1000V12H8V760H0Z" fill="#333"/>').png().toBuffer(),
    );
    expect(edged.words).toEqual(expect.arrayContaining([...plain.words]));
  });
});

describe('shaded cells', () => {
  /** What the shade leaves of a cell's white print. */
  const rewritten = (x: number, y: number) =>
    Array.from({ length: 5 }, (_, at) => character(x + 30 + 24 * at, y + 22)).join('');
  const shades = {
    'with dark print': '<path d="M100 200H900V260H100ZM100 260H300V700H100Z" fill="#8a8a8a"/>',
    'with white print': '<path d="M100 201H900V259H100Z" fill="#1f4e9b"/>',
  };

  it.each(Object.entries(shades))('%s keep their rules and their print', async (print, shade) => {
    const plain = await pageOf(await picture().png().toBuffer());
    const white = print === 'with white print';
    const over = white
      ? `${shade}<g fill="#fff">${COLUMNS.slice(0, -1).map((x) => rewritten(x, 200))}</g><path d="M300 200V260M500 200V260" stroke="#fff" stroke-width="2"/>`
      : `<g style="mix-blend-mode:multiply">${shade}</g>`;
    const page = await pageOf(await picture(over).jpeg({ quality: 85 }).toBuffer());
    expect(rules(page)).toEqual({ level: ROWS.length, plumb: COLUMNS.length });
    expect(page.words).toHaveLength(plain.words.length);
  });
});

describe('a negative', () => {
  it('is read like the page itself', async () => {
    const plain = await pageOf(await picture().png().toBuffer());
    const negative = await pageOf(await picture().negate().jpeg({ quality: 85 }).toBuffer());
    expect(rules(negative)).toEqual({ level: ROWS.length, plumb: COLUMNS.length });
    expect(negative.words).toHaveLength(plain.words.length);
  });

  it('is not a page in bad light, nor a black one', () => {
    const page = (tones: readonly number[]) => ({
      width: 400,
      height: 400,
      pixels: Uint8Array.from({ length: 160_000 }, (_, at) => tones[at % 50 === 0 ? 1 : 0] ?? 0),
    });
    for (const tones of [
      [70, 15],
      [0, 0],
      [240, 20],
    ]) {
      const image = page(tones);
      expect(positive(image)).toBe(image);
    }
    expect(positive(page([10, 250])).pixels[1]).toBe(245);
  });
});

describe('a page without print', () => {
  it.each(['#fff', '#000', '#777'])('of the colour %s is told to be blank', async (background) => {
    const page = sharp({ create: { width: 800, height: 1100, channels: 3, background } });
    const { document, diagnostics } = await read(await page.png().toBuffer());
    expect(document?.pages[0]?.words).toEqual([]);
    expect(diagnostics.map(({ message }) => message.en)).toEqual([expect.stringContaining('blank')]);
  });
});

describe('dark things that are no cells', () => {
  it('are left as they are', () => {
    const side = 800;
    const pixels = new Uint8Array(side * side).fill(240);
    for (let y = 100; y < 700; y++) {
      for (let x = 0; x < side; x++) {
        const off = Math.hypot(x - 400, y - 400) + 40 * Math.sin(x / 9) + 40 * Math.cos(y / 7);
        if (off < 250) pixels[y * side + x] = 120;
      }
    }
    const page = { width: side, height: side, pixels };
    expect(unshaded(page)).toBe(page);
  });
});

describe('a red seal', () => {
  const seal = '<circle cx="520" cy="330" r="90" fill="none" stroke="#d22" stroke-width="8" opacity="0.8"/>';

  it('is taken out and told', async () => {
    const { document, diagnostics } = await read(await picture(seal).jpeg({ quality: 85 }).toBuffer());
    expect(diagnostics.map((diagnostic) => diagnostic.code)).toEqual(['source-note']);
    expect(rules(document?.pages[0] as Page)).toEqual({ level: ROWS.length, plumb: COLUMNS.length });
  });

  it.each(['#d22', '#eebcbc'])(
    'of the colour %s leaves faint rules beside it as they are',
    async (colour) => {
      const faint = await picture().linear(0.25, 191).png().toBuffer();
      const ring = `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}"><circle cx="520" cy="350" r="80" fill="none" stroke="${colour}" stroke-width="8"/></svg>`;
      const stamped = sharp(faint).composite([{ input: Buffer.from(ring), blend: 'multiply' }]);
      const { document, diagnostics } = await read(await stamped.png().toBuffer());
      expect(diagnostics.map((diagnostic) => diagnostic.code)).toEqual(['source-note']);
      expect(rules(document?.pages[0] as Page)).toEqual({ level: ROWS.length, plumb: COLUMNS.length });
    },
  );

  it.each([0, 1.3])(
    'that covers the rules leaves them whole, on a page turned by %s degrees',
    async (angle) => {
      const rings = [350, 470].map(
        (y) => `<circle cx="${y + 160}" cy="${y}" r="90" fill="none" stroke="#d22" stroke-width="8"/>`,
      );
      const star = '<rect x="480" y="300" width="50" height="45" fill="#d22"/>';
      const turned = picture(rings.join('') + star).rotate(angle, { background: '#fff' });
      const page = await pageOf(await turned.jpeg({ quality: 85 }).toBuffer());
      expect(rules(page)).toEqual({ level: ROWS.length, plumb: COLUMNS.length });
    },
  );

  it('draws no rule where the paper has none', async () => {
    const apart = '<path d="M120 800h260M620 800h260M120 860h260M620 860h260" stroke-width="2"/>';
    const ring = '<circle cx="500" cy="830" r="110" fill="none" stroke="#d22" stroke-width="8"/>';
    const page = await pageOf(
      await picture(`<g stroke="#000">${apart}</g>${ring}`).jpeg({ quality: 85 }).toBuffer(),
    );
    expect(page.rulings.filter((rule) => rule.y0 > 750 * POINTS)).toHaveLength(4);
  });
});

describe('specks', () => {
  /** Ink of a given tone on a white page of 40 × 20, each as x, y, width, height, tone. */
  const page = (...inks: readonly (readonly number[])[]) => {
    const image = { width: 40, height: 20, pixels: new Uint8Array(800).fill(255) };
    for (const [x = 0, y = 0, width = 1, height = 1, tone = 0] of inks) {
      for (let row = y; row < y + height; row++) image.pixels.fill(tone, row * 40 + x, row * 40 + x + width);
    }
    return image;
  };
  const inkIn = (image: { pixels: Uint8Array }) => image.pixels.filter((value) => value < 128).length;

  it('of one pixel are taken out, and of two where no print is near', () => {
    expect(inkIn(despeckled(page([20, 10])))).toBe(0);
    expect(inkIn(despeckled(page([20, 10, 2])))).toBe(0);
  });

  it('are not seen in a decimal point, however thin', () => {
    expect(inkIn(despeckled(page([14, 2, 2, 10], [20, 10, 1, 2])))).toBe(22);
    expect(inkIn(despeckled(page([20, 10, 1, 2, 0], [19, 10, 1, 2, 185], [21, 10, 1, 2, 131])))).toBe(2);
  });
});

describe('files', () => {
  it('of 16 bits, CMYK, with transparency and of odd kinds are read alike', async () => {
    const kinds = [
      picture().toColourspace('rgb16').png(),
      picture().toColourspace('cmyk').jpeg(),
      sharp(Buffer.from(grid().replace('fill="#fff"', 'fill="none"'))).png(),
      picture().webp(),
      picture().gif(),
      picture().toColourspace('b-w').threshold(128).tiff({ compression: 'ccittfax4', bitdepth: 1 }),
    ];
    for (const kind of kinds) {
      expect(rules(await pageOf(await kind.toBuffer()))).toEqual({
        level: ROWS.length,
        plumb: COLUMNS.length,
      });
    }
  });

  it('that are bitmaps are read', async () => {
    const { data } = await picture()
      .removeAlpha()
      .toColourspace('srgb')
      .raw()
      .toBuffer({ resolveWithObject: true });
    expect(rules(await pageOf(bitmap(data)))).toEqual({ level: ROWS.length, plumb: COLUMNS.length });
  });

  it('that are cut off, empty or no picture are refused with words', async () => {
    const whole = await picture().png().toBuffer();
    for (const bytes of [
      whole.subarray(0, 900),
      new Uint8Array(0),
      new TextEncoder().encode('not a picture'),
    ]) {
      const { document, diagnostics } = await read(bytes);
      expect(document).toBeNull();
      expect(diagnostics.map(({ code }) => code)).toEqual(['unreadable']);
    }
  });

  it('over the limit of pixels are refused before they are decoded', async () => {
    const { document, diagnostics } = await read(await picture().png().toBuffer(), { pixels: 1_000_000 });
    expect(document).toBeNull();
    expect(diagnostics.map(({ code }) => code)).toEqual(['over-limit']);
  });

  it.each([0, 255])('of one tone (%s) give a page without print', async (tone) => {
    const blank = sharp({
      create: { width: 600, height: 800, channels: 3, background: { r: tone, g: tone, b: tone } },
    });
    const page = await pageOf(await blank.png().toBuffer());
    expect(page.words).toEqual([]);
  });
});

describe('a quarter turn', () => {
  it('comes back after four', () => {
    const image = { width: 3, height: 2, pixels: Uint8Array.of(1, 2, 3, 4, 5, 6) };
    expect(quarterTurned(image, 1)).toEqual({ width: 2, height: 3, pixels: Uint8Array.of(4, 1, 5, 2, 6, 3) });
    expect(quarterTurned(quarterTurned(image, 1), 3)).toEqual(image);
    expect(quarterTurned(quarterTurned(image, 2), 2)).toEqual(image);
  });
});

/** 24 bits a pixel, bottom-up, as Windows writes it. */
function bitmap(rgb: Uint8Array): Uint8Array {
  const stride = Math.ceil((WIDTH * 3) / 4) * 4;
  const file = Buffer.alloc(54 + stride * HEIGHT);
  file.write('BM');
  file.writeUInt32LE(file.length, 2);
  file.writeUInt32LE(54, 10);
  file.writeUInt32LE(40, 14);
  file.writeInt32LE(WIDTH, 18);
  file.writeInt32LE(HEIGHT, 22);
  file.writeUInt16LE(1, 26);
  file.writeUInt16LE(24, 28);
  for (let y = 0; y < HEIGHT; y++) {
    for (let x = 0; x < WIDTH; x++) {
      const from = (y * WIDTH + x) * 3;
      const to = 54 + (HEIGHT - 1 - y) * stride + 3 * x;
      file.set([rgb[from + 2] ?? 0, rgb[from + 1] ?? 0, rgb[from] ?? 0], to);
    }
  }
  return file;
}
