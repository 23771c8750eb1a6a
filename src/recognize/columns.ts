// A read table → the same table with what its columns can hold taken into account: a comparator column holds no dash.
// Surprise: on a fax the two lines of ═ run together into one thick dash; only the column's heading tells them apart.

import { conceptIn } from '../form/vocabulary.ts';
import type { Cell, Reading, Table, Word } from '../tree/nodes.ts';

const DASH = /^[-—]$/;
const EQUAL = /^[═=]$/;
/** How much less likely a dash is than an equals sign in a column of comparators, where blank is left blank. */
const DASH_WEIGHT = 0.1;

export function withColumns(table: Table): Table {
  const heads = table.cells.filter((cell) => conceptIn('indicatorColumn', cell.text) === 'comparator');
  if (heads.length === 0) return table;
  const cells = table.cells.map((cell) =>
    heads.some((head) => isUnder(cell, head)) ? asComparator(cell) : cell,
  );
  return { ...table, cells };
}

function isUnder(cell: Cell, head: Cell): boolean {
  return cell.row > head.row && cell.column === head.column && cell.columnSpan === head.columnSpan;
}

function asComparator(cell: Cell): Cell {
  const [word] = cell.words;
  if (!word || cell.words.length > 1 || !DASH.test(word.text)) return cell;
  const equal = reweighed(word);
  return { ...cell, text: equal.text, words: [equal] };
}

function reweighed(word: Word): Word {
  const readings: Reading[] = [{ text: word.text, probability: word.confidence }, ...word.readings];
  const weighed = readings
    .map(({ text, probability }) => ({
      text,
      probability: DASH.test(text) ? probability * DASH_WEIGHT : probability,
    }))
    .sort((a, b) => b.probability - a.probability);
  const sum = weighed.reduce((total, reading) => total + reading.probability, 0);
  const [best, ...others] = weighed.map(({ text, probability }) => ({
    text,
    probability: probability / sum,
  }));
  if (!best || !EQUAL.test(best.text)) return word;
  return { ...word, text: best.text, confidence: best.probability, readings: others };
}
