// Tables without rules that go on over the page, and pages that begin another one.

import { describe, expect, it } from 'vitest';
import { locatedPages, pageOf, textsOf, words } from '../support/pdf/paper.ts';

/** Lines of print, the first page's at its foot. */
const page = (number: number, texts: readonly string[], top = number === 1 ? 790 - 14 * texts.length : 60) =>
  pageOf(
    texts.map((text, at) => words(60, top + 14 * at, text, number)),
    [],
    number,
  );

const HEADER = 'Region          2005     2006';
const FIRST = [
  HEADER,
  'North East     1,200     1,310',
  'South            870       905',
  'West              40        38',
];
const SECOND = [
  'East             310       400',
  'Islands           12        10',
  'Abroad             7         8',
];
const found = (second: readonly string[], top?: number) =>
  textsOf(locatedPages(page(1, FIRST, top), page(2, second)));

describe('a table without rules at the foot of a page', () => {
  const whole = [
    ['Region', '2005', '2006'],
    ['North East', '1,200', '1,310'],
    ['South', '870', '905'],
    ['West', '40', '38'],
    ['East', '310', '400'],
    ['Islands', '12', '10'],
    ['Abroad', '7', '8'],
  ];

  it('goes on with figures below figures, and below its header printed again', () => {
    expect(found(SECOND)).toEqual([whole]);
    expect(found([HEADER, ...SECOND])).toEqual([whole]);
  });

  it('has ended where there was room, another heading follows, or the columns stand elsewhere', () => {
    expect(found(SECOND, 500)).toHaveLength(2);
    expect(found(['Sector          first    second', ...SECOND])).toHaveLength(2);
    expect(found(SECOND.map((line) => line.replace(/ {8}/, '                  ')))).toHaveLength(2);
    expect(found(SECOND.map((line) => `${line}      1.5`))).toHaveLength(2);
  });
});
