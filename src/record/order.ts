// Diagnostics in the order of the document: source first, then form by form, and within a form in the order of the record.
// Surprise: the order of the record stands for the order on the paper; a total that is printed in the header line still comes last.

import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import { HEAD_FIELDS } from './evaluation.ts';

const SECTIONS: readonly string[] = [...HEAD_FIELDS, 'funding', 'goal', 'indicators', 'total', 'narrative'];

/** Those of one place stay in the order in which they were said. */
export function inRecordOrder(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  return diagnostics.toSorted((a, b) => compareAll(rankOf(a), rankOf(b)));
}

/** The form (−1 for the source), the section, and the index in it (−1 for the whole of it). */
function rankOf({ evaluation, fields }: Diagnostic): readonly number[] {
  const [section = '', index = ''] = (fields[0] ?? '/').slice(1).split('/');
  return [evaluation ?? -1, SECTIONS.indexOf(section), /^\d+$/.test(index) ? Number(index) : -1];
}

function compareAll(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((value, index) => value !== b[index]);
  return at < 0 ? 0 : (a[at] ?? 0) - (b[at] ?? 0);
}
