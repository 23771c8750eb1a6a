// A form while it is being bound. The only mutable thing of this stage; it never leaves it.

import type { Pointer } from '../diagnostic/diagnostic.ts';
import type { Binding, ColumnName, Form, Piece } from '../form/form.ts';
import { originKey } from '../tree/origin.ts';

/** Nothing was guessed so far, and nobody has looked. */
const NO_JUDGEMENT = { unsure: [], settled: [], corrected: [], gone: [] };

export class Draft {
  readonly #bindings = new Map<Pointer, readonly Piece[]>();
  readonly #columns = new Set<ColumnName>();
  readonly #remarks: Piece[] = [];

  bind(field: Pointer, ...pieces: readonly Piece[]): void {
    this.bindAll(field, pieces);
  }

  /** States a field, once: what was bound first stays. Pieces without text state nothing. There may be more pieces than a call takes arguments. */
  bindAll(field: Pointer, pieces: readonly Piece[]): void {
    const stating = pieces.filter((piece) => piece.text.trim() !== '');
    if (stating.length > 0 && !this.#bindings.has(field)) this.#bindings.set(field, stating);
  }

  /** Whether a field is stated by what is printed there. */
  states({ origin }: Piece): boolean {
    const place = originKey(origin);
    return [...this.#bindings.values()].some((pieces) =>
      pieces.some((piece) => originKey(piece.origin) === place),
    );
  }

  has(field: Pointer): boolean {
    return this.#bindings.has(field);
  }

  print(column: ColumnName): void {
    this.#columns.add(column);
  }

  remark(...pieces: readonly Piece[]): void {
    this.#remarks.push(...pieces.filter((piece) => piece.text.trim() !== ''));
  }

  form(): Form {
    const bindings: Binding[] = [...this.#bindings].map(([field, pieces]) => ({ field, pieces }));
    return { bindings, columns: [...this.#columns], remarks: this.#remarks, ...NO_JUDGEMENT };
  }
}
