// Draws → what a table says: headings on one to three levels, labels, figures. Nothing here knows how it will look.
// Surprise: a slot that is left out is blank on the paper; the heading over the labels is blank more often than not.

import type { Dice } from './dice.ts';
import { headOf } from './heads.ts';
import { capitalized, phrase, placeName } from './prose.ts';

export interface Entry {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
  readonly text: string;
  /** A footnote's sign, set small and high behind the text. */
  readonly sign?: string;
}

export interface Contents {
  readonly headRows: number;
  readonly rows: number;
  readonly columns: number;
  /** Which columns hold words rather than figures; the first always does. */
  readonly wordy: readonly boolean[];
  readonly entries: readonly Entry[];
  /** How far each row's label is set in, in steps. */
  readonly indents: readonly number[];
  /** Rows that are a section's title alone. */
  readonly sections: ReadonlySet<number>;
  /** Whether the last row is a total. */
  readonly totalled: boolean;
}

type Kind = 'figures' | 'mixed' | 'words';

export function contentsOf(dice: Dice, most: number): Contents {
  const kind: Kind = dice.oneOf(['figures', 'figures', 'figures', 'figures', 'mixed', 'words']);
  const columns = kind === 'words' ? dice.between(3, Math.min(5, most)) : dice.between(3, most);
  const wordy = Array.from(
    { length: columns },
    (_, at) => at === 0 || kind === 'words' || (kind === 'mixed' && at === 1),
  );
  const head = headOf(dice, columns, wordy);
  const body = bodyOf(dice, { kind, wordy, from: head.rows });
  return {
    headRows: head.rows,
    rows: head.rows + body.rows,
    columns,
    wordy,
    entries: [...head.entries, ...withSigns(dice, body.entries)],
    indents: [...Array.from({ length: head.rows }, () => 0), ...body.indents],
    sections: body.sections,
    totalled: body.totalled,
  };
}

function withSigns(dice: Dice, entries: readonly Entry[]): readonly Entry[] {
  const share = dice.oneOf([0, 0, 0, 0.04]);
  return entries.map((entry) =>
    dice.chance(share) ? { ...entry, sign: dice.oneOf(['1', '2', 'a', '(1)', '3)']) } : entry,
  );
}

interface Body {
  readonly rows: number;
  readonly entries: readonly Entry[];
  readonly indents: readonly number[];
  readonly sections: ReadonlySet<number>;
  readonly totalled: boolean;
}

interface Plan {
  readonly kind: Kind;
  readonly wordy: readonly boolean[];
  readonly from: number;
}

function bodyOf(dice: Dice, { kind, wordy, from }: Plan): Body {
  const rows = kind === 'words' ? dice.between(3, 8) : dice.between(4, 24);
  const sectioned = kind !== 'words' && dice.chance(0.3);
  const places = dice.chance(0.4);
  const long = dice.chance(0.35);
  const totalled = kind !== 'words' && dice.chance(0.4);
  const print = figuresOf(dice, wordy.length);
  const indents: number[] = [];
  const sections = new Set<number>();
  const entries: Entry[] = [];
  for (let at = 0; at < rows; at++) {
    const row = from + at;
    const isSection = sectioned && at < rows - 2 && !sections.has(row - 1) && (at === 0 || dice.chance(0.2));
    if (isSection) sections.add(row);
    indents.push(sectioned && !isSection ? dice.oneOf([1, 1, 2]) : 0);
    const label =
      totalled && at === rows - 1
        ? dice.oneOf(['Total', 'TOTAL', 'All items', 'Total, all countries'])
        : places && !isSection
          ? placeName(dice)
          : capitalized(phrase(dice, long ? dice.oneOf([2, 5, 8, 11]) : dice.between(1, 3)));
    entries.push({ row, column: 0, rowSpan: 1, columnSpan: 1, text: label });
    if (isSection) continue;
    for (let column = 1; column < wordy.length; column++) {
      const text = wordy[column]
        ? capitalized(phrase(dice, kind === 'words' ? dice.oneOf([2, 3, 5, 8]) : dice.between(1, 3)))
        : print(column, at);
      if (text !== '') entries.push({ row, column, rowSpan: 1, columnSpan: 1, text });
    }
  }
  return { rows, entries, indents, sections, totalled };
}

type Print = (column: number, row: number) => string;

/** Each column prints its own kind of figure; some slots hold what stands for none. */
function figuresOf(dice: Dice, columns: number): Print {
  const styles = Array.from({ length: columns }, () =>
    dice.oneOf(['thousands', 'decimal', 'percent', 'small', 'spaced'] as const),
  );
  const none = dice.oneOf(['', '-', '--', 'n.a.', '...', ':']);
  const holes = dice.oneOf([0, 0, 0.05, 0.15]);
  const dollars = dice.chance(0.15);
  const marks = dice.chance(0.15);
  return (column, row) => {
    if (dice.chance(holes)) return none;
    const style = styles[column] ?? 'small';
    const text = figure(dice, style);
    const signed = dice.chance(0.05) ? (style === 'thousands' ? `(${text})` : `-${text}`) : text;
    const priced = dollars && row === 0 && style === 'thousands' ? `$${signed}` : signed;
    return marks && dice.chance(0.05) ? `${priced}*` : priced;
  };
}

function figure(dice: Dice, style: 'thousands' | 'decimal' | 'percent' | 'small' | 'spaced'): string {
  const group = () => String(dice.between(0, 999)).padStart(3, '0');
  if (style === 'thousands')
    return `${dice.between(1, 999)},${group()}${dice.chance(0.2) ? `,${group()}` : ''}`;
  if (style === 'spaced') return `${dice.between(1, 99)} ${group()}`;
  if (style === 'decimal') return `${dice.between(0, 120)}.${dice.between(0, 9)}`;
  if (style === 'percent') return `${dice.between(0, 99)}.${dice.between(0, 9)}%`;
  return String(dice.between(0, 999));
}
