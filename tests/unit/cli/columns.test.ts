// What a terminal shows of a text: wide characters, and names that would command it.

import { expect, it } from 'vitest';
import { columnsOf, cutTo, shown } from '../../../src/cli/columns.ts';

it.each([
  ['abc', 3],
  ['自评表', 6],
  ['（１）', 6],
  ['ｱ가😀', 5],
  ['e\u0301', 1],
  ['', 0],
])('%j takes %i columns', (text, columns) => {
  expect(columnsOf(text)).toBe(columns);
});

it('cuts before what does not fit whole', () => {
  expect(cutTo(5, '自评表')).toBe('自评');
  expect(cutTo(6, '自评表')).toBe('自评表');
  expect(cutTo(2, '😀x')).toBe('😀');
});

it('shows names without what moves the cursor or turns the line', () => {
  expect(shown('a\x1b[2Jb\nc\u202ed表')).toBe('a�[2Jb�c�d表');
});
