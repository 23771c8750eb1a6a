// What the tables of a form's rows have in common: whose row it is, and a printed number with its text beside it.

import type { Decimal } from '../../number/index.ts';
import type { Column, Reference } from '../column.ts';
import type { Placed } from '../placed.ts';

export const OF_FORM: Reference = { column: 'form_id', table: 'form', key: 'form_id' };

export function placeColumns<T>(): readonly Column<Placed<T>>[] {
  return [
    {
      name: 'form_id',
      type: 'text',
      required: true,
      comment: '所属表 the form it belongs to',
      of: ({ id }) => id,
    },
    {
      name: 'position',
      type: 'integer',
      required: true,
      comment: '次序，从 0 起 place in the form, from 0; evidence.field counts by it',
      of: ({ position }) => position,
    },
  ];
}

export interface Printed<T> {
  readonly name: string;
  /** The last part of the pointer to it. */
  readonly field: string;
  readonly comment: string;
  readonly of: (thing: T) => Decimal | null;
}

/** The value, and what is printed: 7.3 and 7.30 are equal values and different statements. */
export function printedColumns<T>({ name, field, comment, of }: Printed<T>): readonly Column<Placed<T>>[] {
  return [
    { name, type: 'exact', comment, of: ({ thing }) => of(thing) },
    {
      name: `${name}_text`,
      type: 'text',
      comment: `${name} 原文 its printed text`,
      of: ({ thing, textOf }) => (of(thing) === null ? null : textOf(field)),
    },
  ];
}
