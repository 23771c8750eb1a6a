// A table's layout → the rules that its style draws: all, some in one of the ways of statistical reports, or none.

import type { Dice } from './dice.ts';
import type { Layout, Rule } from './setting.ts';

const PARTLY = [
  'book',
  'book',
  'book',
  'leaves',
  'leaves',
  'headOnly',
  'levels',
  'headGrid',
  'inner',
  'frame',
  'open',
  'ends',
] as const;

export function rulesOf(dice: Dice, layout: Layout): readonly Rule[] {
  if (layout.style.ruling === 'borderless') return [];
  if (layout.style.ruling === 'ruled') return sidesOf(layout, () => true);
  const way = dice.oneOf(PARTLY);
  const spans = dice.chance(0.6) ? spanRules(layout) : [];
  const totals = dice.chance(0.4) ? totalRules(dice, layout) : [];
  return [...waysOf(layout)[way](), ...spans, ...totals];
}

function waysOf(layout: Layout): Readonly<Record<(typeof PARTLY)[number], () => readonly Rule[]>> {
  const { contents, ys, xs } = layout;
  const [top, head, foot] = [ys[0] ?? 0, ys[contents.headRows] ?? 0, ys.at(-1) ?? 0];
  const inner = xs.slice(1, -1);
  return {
    book: () => [top, head, foot].map((y) => level(layout, y)),
    leaves: () => [level(layout, top), ...leafRules(layout), level(layout, foot)],
    headOnly: () => [top, head].map((y) => level(layout, y)),
    ends: () => [top, foot].map((y) => level(layout, y)),
    levels: () => [top, ...ys.slice(contents.headRows)].map((y) => level(layout, y)),
    headGrid: () => [
      ...sidesOf(layout, (row) => row < contents.headRows),
      level(layout, foot),
      ...[xs[0] ?? 0, xs.at(-1) ?? 0].map((x) => ({ x0: x, y0: head, x1: x, y1: foot })),
    ],
    inner: () => [
      ...[top, head, foot].map((y) => level(layout, y)),
      ...inner.map((x) => ({ x0: x, y0: contents.headRows === 1 ? top : head, x1: x, y1: foot })),
    ],
    frame: () => [
      ...[top, head, foot].map((y) => level(layout, y)),
      ...[xs[0] ?? 0, xs.at(-1) ?? 0].map((x) => ({ x0: x, y0: top, x1: x, y1: foot })),
    ],
    open: () =>
      sidesOf(layout, () => true).filter(
        (rule) => !(rule.x0 === rule.x1 && (rule.x0 === xs[0] || rule.x0 === xs.at(-1))),
      ),
  };
}

function level({ xs }: Layout, y: number): Rule {
  return { x0: xs[0] ?? 0, y0: y, x1: xs.at(-1) ?? 0, y1: y };
}

/** A rule of its own below each lowest heading, none below the heading of the labels. */
function leafRules({ contents: { headRows, entries }, style, xs, ys }: Layout): readonly Rule[] {
  const leaves = entries.filter((entry) => entry.column > 0 && entry.row + entry.rowSpan === headRows);
  return leaves.map(({ column, columnSpan }) => ({
    x0: (xs[column] ?? 0) + style.gap / 3,
    y0: ys[headRows] ?? 0,
    x1: (xs[column + columnSpan] ?? 0) - style.gap / 3,
    y1: ys[headRows] ?? 0,
  }));
}

/** Above a total: one rule across, or one a column of figures. */
function totalRules(dice: Dice, layout: Layout): readonly Rule[] {
  const { contents, style, xs, ys } = layout;
  if (!contents.totalled) return [];
  const y = ys[contents.rows - 1] ?? 0;
  if (dice.chance(0.4)) return [level(layout, y)];
  return contents.wordy.flatMap((wordy, column) =>
    wordy
      ? []
      : [{ x0: (xs[column] ?? 0) + style.gap / 3, y0: y, x1: (xs[column + 1] ?? 0) - style.gap / 3, y1: y }],
  );
}

/** Short rules below headings that stand over several columns. */
function spanRules({ contents, style, xs, ys }: Layout): readonly Rule[] {
  return contents.entries
    .filter((entry) => entry.row < contents.headRows && entry.columnSpan > 1)
    .map((entry) => {
      const y = ys[entry.row + 1] ?? 0;
      return {
        x0: (xs[entry.column] ?? 0) + style.gap / 3,
        y0: y,
        x1: (xs[entry.column + entry.columnSpan] ?? 0) - style.gap / 3,
        y1: y,
      };
    });
}

/** All four sides of every cell of the chosen rows, blank slots being cells of their own. */
function sidesOf({ contents, xs, ys }: Layout, takes: (row: number) => boolean): readonly Rule[] {
  const taken = new Set(
    contents.entries.flatMap((entry) =>
      Array.from(
        { length: entry.rowSpan * entry.columnSpan },
        (_, at) =>
          `${entry.row + Math.floor(at / entry.columnSpan)} ${entry.column + (at % entry.columnSpan)}`,
      ),
    ),
  );
  const blanks = Array.from({ length: contents.rows * contents.columns }, (_, at) => ({
    row: Math.floor(at / contents.columns),
    column: at % contents.columns,
    rowSpan: 1,
    columnSpan: 1,
  })).filter(({ row, column }) => !taken.has(`${row} ${column}`) && !contents.sections.has(row));
  return [
    ...contents.entries.map((entry) =>
      contents.sections.has(entry.row) ? { ...entry, columnSpan: contents.columns } : entry,
    ),
    ...blanks,
  ]
    .filter(({ row }) => takes(row))
    .flatMap(({ row, column, rowSpan, columnSpan }) => {
      const [x0, x1, y0, y1] = [
        xs[column] ?? 0,
        xs[column + columnSpan] ?? 0,
        ys[row] ?? 0,
        ys[row + rowSpan] ?? 0,
      ];
      return [
        { x0, y0, x1, y1: y0 },
        { x0, y0: y1, x1, y1 },
        { x0, y0, x1: x0, y1 },
        { x0: x1, y0, x1, y1 },
      ];
    });
}
