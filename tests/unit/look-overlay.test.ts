// The overlay: what is drawn of a page, layer by layer, and that no text of a page can leave its element.

import { expect, it } from 'vitest';
import { overlay } from '../../src/look/index.ts';
import { gridRulings, locatedPages, pageOf, word } from '../support/pdf/paper.ts';

const page = locatedPages(
  pageOf([word(60, 105, '<a&"b>'), word(160, 105, 'c')], gridRulings([50, 150, 250], [100, 120])),
).pages[0];

it('draws the layers that are asked for, and no others', () => {
  if (!page) throw new Error('no page');
  const bare = overlay(page, {});
  const full = overlay(page, {
    words: true,
    rulings: true,
    cells: true,
    crossings: [{ x: 50, y: 100 }],
    findings: [{ box: [50, 100, 150, 120], label: 'sum' }],
  });
  expect(bare).not.toMatch(/<line|<circle|<text/);
  expect(full.match(/<line/g)).toHaveLength(5);
  expect(full.match(/<circle/g)).toHaveLength(1);
  expect(full).toContain('>sum</text>');
});

it('escapes what the page says', () => {
  if (!page) throw new Error('no page');
  const drawn = overlay(page, { words: true, picture: 'data:image/png;base64,AA"><script>' });
  expect(drawn).toContain('&lt;a&amp;&quot;b&gt;');
  expect(drawn).not.toContain('<script');
});
