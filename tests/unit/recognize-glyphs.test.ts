// The classifier of glyphs on crops drawn as text: # black, + and . grey. Broken digits, specks and touching digits as faxes and photographs showed them.
// Surprise: what is tested is what the classifier must not say of a shape, with the net as it is; the net itself is measured by `npm run accuracy`.

import { describe, expect, it } from 'vitest';
import { consensusOf } from '../../src/recognize/consensus.ts';
import { readingsOf } from '../../src/recognize/decode.ts';
import type { Crop, Lattice } from '../../src/recognize/engine.ts';
import { OTHER, openGlyphs } from '../../src/recognize/engines/glyphs.ts';

const TONES: Readonly<Record<string, number>> = { '#': 0, '+': 127, '.': 205 };
/** White around the ink. */
const EDGE = 4;

function cropOf(rows: readonly string[], print: number): Crop {
  const width = Math.max(...rows.map((row) => row.length)) + 2 * EDGE;
  const blank = new Array<string>(EDGE).fill('');
  const drawn = [...blank, ...rows, ...blank].map((row) => ' '.repeat(EDGE) + row.padEnd(width - EDGE));
  const pixels = Uint8Array.from(drawn.join(''), (char) => TONES[char] ?? 255);
  return { width, height: drawn.length, pixels, print };
}

async function seenIn(crop: Crop): Promise<Lattice> {
  const [lattice = []] = await openGlyphs().read([crop]);
  return lattice;
}

/** A text as an engine that is sure of it gives it. */
function sure(text: string): Lattice {
  const steps = [...text].flatMap((char) => [[{ char, probability: 0.98 }], [{ char: '', probability: 1 }]]);
  return steps.map((choices, at) => ({ at: at / steps.length, choices }));
}

const DASH = '##########################';

/** 852 on a fax: a piece of the 5 lies where a point might. */
const BROKEN = [
  '   ...     .....',
  '   ###.    #####.    ####.',
  ' .    #.            #.   #.',
  ' #.   .            #.     #.',
  ' #.   #.           #.     #.',
  ' ##.. #.    ....         #.',
  '  .##..     ####.       #.',
  ' .# ###.        #.     #.',
  '.#    ##        #     #',
  '#      #  .     #',
  '#.     #  #    .#',
  ' #..      # .. ##  #    ##',
  '  ##        ##      ######',
];

/** 37% on a fax: the rings of the % and its slash are five pieces. */
const BROKEN_PERCENT = [
  '    .....        ....           .#',
  '  ..#####.     ..#########    .##.##         .#',
  ' .##  .###.   .############  .##  .#         .#',
  ' .#+    .##.            .#   .##  .##       .#',
  '.##     .###            .#   .#   .##      .#',
  ' .+     .###           .##  .##   .##     .##',
  '        .##+           .#   .##    .#     .#',
  '        .##           .##    .#    .#    .#',
  '        .#+           .##    .#   .##   .##   .#+',
  '    ....#+           .##     .##  .##   .#  .##.#+',
  '   .#####..          .#+     .##  .##  .#  .##  .#+',
  '       .###.         .#       .##.##  .#   .##  .##',
  '        .###        .##               .#   .##   .#',
  '         .##        .#+              .#    .##   .#+',
  '         .##       .##              .#     .##   .##',
  ' ..      .##       .#+              .#     .##   .##',
  '.##      .##      .##              .#      .##   .#.',
  '.##      +#+      .##             .+       .##  .##',
  '.##.. ..+#+      .##+             .+        .+  .#+',
  ' .##++###+       .#+             .+          .####',
  '    .##+                                       ..',
];

/** 100% on a fax: of the % are left two rings. */
const RINGS = [
  '                 #              #            #',
  ' ###           # . ##        ## .##       #  .#',
  ' .###         ##   .#       ##.  .##     ##   ##',
  '  ###        ##.    ##     ##.    .##    #.   ##',
  '  ##.        ##     .##    ##      ##    #    .#       #',
  '  ##        ##.      ##    ##      ##    #     #      #.',
  '  ##        ##       ##   ###      .##   #     #     #.',
  '  ##        ##       ##   ##.       ##   #     #     #',
  '  ##        ##       ##   ##        ##   #    ##    #.   # ##',
  '  ##        ##       ##   ##        ##   ##   ##   #.   #. .#',
  '  ##        ## #     ##   ##        ##   .#   #.   #   ##   ##',
  '  ##        ## .     ##   ##        ##    .   .   #.   ##   .#',
  '  ##        ##       ##   ##        ##           #.    #.    #',
  '  ##        ##       ##   ###       ##           #     #     #',
  '  ##        ##       ##   .##      ##.          #.     #     #',
  '  ###       ##       ##    ##      ##          #.      #     #',
  '  ###       .##     ##.    ##      ##          .       ##    #',
  '  ###        .#     ##     .##    ##.                  .#   ##',
  ' #####        .#   ##.      .##  ##.                    #   #.',
  ' .....         .   ..        ..  ..                     .   .',
];
/** The same without what is left of the stroke. */
const RINGS_ALONE = [
  '                 .+             .+         .+.+',
  '  .##+         .##..#+       .#+ .#+      .#. .+',
  '  .###        .##.  .#+     .##.  .#+    .##  .#+',
  '   .##       .##.   .##     .##    +#+   .##   +#',
  '   .##       .##.     .#+   .##.    .##   .#.   .#',
  '   .##      .##.     .##   .##      +#+  .#    .#',
  '   .##      .##      .##   .##      .##  .#    .#',
  '   .##      .##      .##  .###      .##  .#+   .#',
  '   .##      .##      .##+ .###      .##  .##   .#        .+ .+',
  '   .##      .##      .### .###      .##  .##  .##       .+. .#+',
  '   .##      .##       +## .###      .##   +#  .#.      .##   +#',
  '   .##      .##      .### .###      .##    .   .       .##   .#',
  '   .##      .##      .###  +##      .##                .##   .#+',
  '   .##      .##      .##.  .##      .##                .##   .##',
  '   .##      .##      .##   .##      .##                .##   .##',
  '   .##       +#+     .##   .##     .##.                .##   .#.',
  '   .##       .##     .#.    +#     .##                 .##   .#',
  '   .##        +#+   .##     .#+    .#.                  +#  .##',
  ' .####+        +#+ .##.      +#+ .#+.                    .+ .#.',
  '  .....         ..  ..        ..  ..                      .  .',
];

/** 20 on a fax: the 0 lost its top and its foot, and its halves look like brackets. */
const BROKEN_ZERO = [
  '       .+.',
  '       .+#.       ..    ..',
  '..      .+#.     .#+    .+.',
  '++       .++     ++.     ++.',
  '++        +#.   .#+      .#+',
  '..        ++.   +#+       ++',
  '          ++    ++.       ++.',
  '         .+.    ++        +#+',
  '        .+.     ++        +#+',
  '        ..      ++        +#+',
  '                ++        +#+',
  '                ++        +#+',
  '                +#.       ++.',
  '                .#+       ++',
  '                 ++      .#+',
  '                 .+.     ++.',
  '..       .+.      ++    .+.',
  '+#+++++++##+      ..    ..',
  '.++++++++++.',
];

describe('the classifier of glyphs', () => {
  it.each([
    ['alone', [DASH]],
    ['with a speck above it', [`${' '.repeat(28)}..`, `${' '.repeat(28)}++`, '', '', '', '', '', DASH]],
    [
      'as short as a hyphen with dirt beside it',
      [
        '  ++++       ',
        '+#####+      ',
        '+++++++      ',
        '         ..',
        '         +.',
        '          ..',
        '          +.',
      ],
    ],
    ['with a speck below it', [DASH, '', '', '', '', '', '', '', '   .+.']],
  ])('takes a dash %s for one', async (_, rows) => {
    const seen = await seenIn(cropOf(rows, 26));
    expect(readingsOf(seen)[0]?.text).toMatch(/^[-—]$/);
    expect(consensusOf({ general: sure('1'), glyphs: seen })[0]?.text).toMatch(/^[-—]$/);
  });

  it('takes what is too wide for a digit and too high for a dash for neither', async () => {
    const seen = await seenIn(cropOf(new Array(18).fill('#'.repeat(36)), 24));
    expect(seen[0]?.choices[0]?.char).toBe(OTHER);
    expect(seen.flatMap(({ choices }) => choices).some(({ char }) => /[\d=═—-]/.test(char))).toBe(false);
  });

  it.each([
    ['37%', BROKEN_PERCENT, 24],
    ['20', BROKEN_ZERO, 28],
    ['100%', RINGS, 24],
    ['100%', RINGS_ALONE, 24],
  ])('puts the pieces of %s together', async (text, rows, print) => {
    expect(readingsOf(await seenIn(cropOf(rows, print)))[0]?.text).toBe(text);
  });

  it('sees no point between digits that leave it no room', async () => {
    const seen = await seenIn(cropOf(BROKEN, 17));
    const [best] = consensusOf({ general: sure('852'), glyphs: seen });
    expect(best?.text).toBe('852');
  });

  it('sees a point where there is room for one', async () => {
    const apart = BROKEN.map(
      (row, at) => `${row.slice(0, 9)}${at > 10 ? '  ##  ' : '      '}${row.slice(11)}`,
    );
    const [best] = consensusOf({ general: sure('8.52'), glyphs: await seenIn(cropOf(apart, 17)) });
    expect(best?.text).toBe('8.52');
  });
});
