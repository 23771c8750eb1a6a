// A form written as rows of cells between bars → the form that the writers of all carriers draw, and what a record of it states, line by line.
// Surprise: `<` is the cell to the left again, `^` the cell above: how merged cells are written here.

import type { DrawnCell, DrawnForm } from '../forms/index.ts';

/** `states` is what reading it must give, as `statementsOf` tells it. `flattens`: its rows can be told apart without their cells too. */
export interface WrittenForm {
  readonly name: string;
  readonly flattens: boolean;
  readonly lines: readonly string[];
  readonly rows: readonly string[];
  readonly states: readonly string[];
}

type Growing = { -readonly [Key in keyof DrawnCell]: DrawnCell[Key] };

export function drawnForm({ name, lines, rows }: Pick<WrittenForm, 'name' | 'lines' | 'rows'>): DrawnForm {
  const texts = rows.map((row) => row.split('|').map((text) => text.trim()));
  const columns = Math.max(...texts.map((row) => row.length));
  const cells = cellsIn(texts, columns);
  const [title = ''] = lines;
  const plan = { title, rows: [], funding: [], lines: [], header: [], notCompared: [] };
  // The writers ask the plan for its title, and for the cells that share points or are stored unrounded: there are none.
  return {
    seed: 0,
    family: name,
    plan: plan as unknown as DrawnForm['plan'],
    lines: lines.map((text) => ({ text, fields: [] })),
    rows: rows.length,
    columns,
    cells,
    evaluation: {},
    places: new Map(),
  };
}

function cellsIn(texts: readonly (readonly string[])[], columns: number): readonly DrawnCell[] {
  const owners: Growing[][] = [];
  const cells: Growing[] = [];
  for (const [row, line] of texts.entries()) {
    const here: Growing[] = [];
    for (let column = 0; column < columns; column++) {
      const text = line[column] ?? '<';
      const owner = text === '<' ? here[column - 1] : text === '^' ? owners[row - 1]?.[column] : undefined;
      const cell = owner ?? { row, column, rowSpan: 1, columnSpan: 1, text, fields: [] };
      if (!owner) cells.push(cell);
      cell.rowSpan = Math.max(cell.rowSpan, row - cell.row + 1);
      cell.columnSpan = Math.max(cell.columnSpan, column - cell.column + 1);
      here.push(cell);
    }
    owners.push(here);
  }
  return cells;
}

type Value = string | number | null | undefined;
type Values = Readonly<Record<string, Value>>;

const lineOf = (values: readonly Value[]) => values.map((value) => value ?? '–').join(' | ');
const picked = (from: Values, names: string) => names.split(' ').map((name) => from[name]);

/** One line for the header, one for each fund line, the goal, each indicator, the total and each text. */
export function statementsOf(record: Readonly<Record<string, unknown>>): readonly string[] {
  const list = (name: string) => record[name] as readonly Values[];
  const object = (name: string) => record[name] as Values;
  const header =
    'class title fiscalYear projectName projectCode supervisor supervisorCode implementer amountUnit';
  return [
    lineOf(picked(record as Values, header)),
    ...list('funding').map((line) =>
      lineOf(picked(line, 'source label initialBudget adjustedBudget executed weight executionRate score')),
    ),
    lineOf(picked(object('goal'), 'expected achieved')),
    ...list('indicators').map((row) =>
      lineOf(picked(row, 'level1 level2 level3 target actual weight score deviation')),
    ),
    lineOf(picked(object('total'), 'weight score grade')),
    ...list('narrative').map((text) => lineOf(picked(text, 'heading text'))),
  ];
}
