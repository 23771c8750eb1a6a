// What stands at the edges of the pages over which a table goes on, and where those pages lie.

import { describe, expect, it } from 'vitest';
import { type Page, tablesOf } from '../../src/tree/index.ts';
import { gridRulings, locatedPages, pageOf, textsOf, words } from '../support/pdf/paper.ts';

interface Place {
  readonly left?: number;
  readonly top?: number;
  /** Of its last row; the others are as high as one line. */
  readonly height?: number;
}

/** A table of three columns: on the first page from 690 on, so that it ends near the foot. */
function part(page: number, rows: readonly (readonly string[])[], place: Place = {}): Page {
  const { left = 50, top = page === 1 ? 700 : 60, height = 20 } = place;
  const xs = [0, 100, 200, 300].map((x) => left + x);
  const ys = [...rows.map((_, at) => top + 20 * at), top + 20 * (rows.length - 1) + height];
  const printed = rows.flatMap((row, at) =>
    row.flatMap((text, column) => words(left + 5 + 100 * column, top + 5 + 20 * at, text, page)),
  );
  return pageOf(printed, gridRulings(xs, ys), page);
}

const HEADER = ['name', 'plan', 'done'];
const first = (place: Place = {}) => part(1, [HEADER, ['roads', '10', '9'], ['towns', '30', '28']], place);
const second = (place: Place = {}) => part(2, [HEADER, ['parks', '20', '18']], place);
const tables = (...pages: readonly Page[]) => tablesOf(locatedPages(...pages)).length;
describe('a table whose next row was too high for the rest of the page', () => {
  it('goes on, though its header is printed again above that row', () => {
    const early = first({ top: 600 });
    expect(textsOf(locatedPages(early, second({ height: 140 })))).toEqual([
      [HEADER, ['roads', '10', '9'], ['towns', '30', '28'], ['parks', '20', '18']],
    ]);
    expect(tables(early, second({ height: 40 }))).toBe(2);
  });
});
