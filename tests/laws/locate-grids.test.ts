// The law of locate: a ruled grid comes back as the cells that were drawn, whatever drew it.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type DrawnCell, drawnPdf } from '../support/pdf/grid.ts';
import { tablesIn } from '../support/pdf/read.ts';

interface Grid {
  readonly widths: readonly number[];
  readonly heights: readonly number[];
  readonly cells: readonly DrawnCell[];
}

/** Rows and columns cut into rectangles by a list of wishes; a wish that does not fit shrinks until it does. */
function gridOf(
  widths: readonly number[],
  heights: readonly number[],
  wishes: readonly (readonly [number, number])[],
): Grid {
  const taken = new Set<string>();
  const cells: DrawnCell[] = [];
  for (const [row] of heights.entries()) {
    for (const [column] of widths.entries()) {
      if (taken.has(`${row},${column}`)) continue;
      const [down, across] = wishes[cells.length % wishes.length] ?? [1, 1];
      const columnSpan = freeAcross(taken, row, column, Math.min(across, widths.length - column));
      const rowSpan = Math.min(down, heights.length - row);
      for (let y = row; y < row + rowSpan; y++)
        for (let x = column; x < column + columnSpan; x++) taken.add(`${y},${x}`);
      cells.push({ row, column, rowSpan, columnSpan, text: `c${cells.length}` });
    }
  }
  return { widths, heights, cells };
}

function freeAcross(taken: ReadonlySet<string>, row: number, column: number, most: number): number {
  let span = 1;
  while (span < most && !taken.has(`${row},${column + span}`)) span++;
  return span;
}

/** Lines at which a cell begins; a grid whose every line parts something comes back as it is. */
function hasAllLines({ widths, heights, cells }: Grid): boolean {
  return (
    widths.every((_, at) => cells.some((cell) => cell.column === at)) &&
    heights.every((_, at) => cells.some((cell) => cell.row === at))
  );
}

const grid = fc
  .tuple(
    fc.array(fc.integer({ min: 24, max: 120 }), { minLength: 2, maxLength: 7 }),
    fc.array(fc.integer({ min: 14, max: 60 }), { minLength: 2, maxLength: 9 }),
    fc.array(fc.tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 })), {
      minLength: 3,
      maxLength: 12,
    }),
  )
  .map(([widths, heights, wishes]) => gridOf(widths, heights, wishes))
  .filter(hasAllLines);

const drawing = fc.record({
  grid,
  way: fc.constantFrom('strokes' as const, 'slivers' as const),
  line: fc.constantFrom(0.25, 0.5, 1, 2),
  /** Lines that end short of one another, or whole boxes that stand apart. */
  break: fc.oneof(
    fc.constantFrom(0, 0.5, 1.5).map((gap) => ({ gap, apart: 0 })),
    fc.constantFrom(1.5, 3, 3.5, 4, 5.25).map((apart) => ({ gap: 0, apart })),
  ),
  offset: fc.tuple(fc.integer({ min: 20, max: 90 }), fc.integer({ min: 20, max: 90 })),
  rotate: fc.constantFrom(0 as const, 90 as const, 180 as const, 270 as const),
});

describe('random ruled grids', () => {
  it('come back as the same cells', async () => {
    await fc.assert(
      fc.asyncProperty(drawing, async ({ grid: drawn, break: breaks, ...rest }) => {
        const tables = await tablesIn(drawnPdf({ ...drawn, ...breaks, ...rest }));
        expect(tables).toHaveLength(1);
        const cells = tables[0]?.cells.map(({ row, column, rowSpan, columnSpan, text }) => ({
          row,
          column,
          rowSpan,
          columnSpan,
          text,
        }));
        expect(cells).toEqual(drawn.cells);
      }),
      { numRuns: 120, seed: 20_260 },
    );
  }, 60_000);
});
