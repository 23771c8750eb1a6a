// Readings of a line that is no number, weighed by whether they are labels of these forms.
// Surprise: a label only wins over another reading that the picture leaves nearly as likely; nothing is corrected to a label that no engine saw.

import { ALL_SECTIONS, labelsOf } from '../form/vocabulary.ts';
import { bareLabel } from '../text/label.ts';
import type { Reading } from '../tree/nodes.ts';

/** How much likelier a label is than one particular other text: half the lines of a form are labels, out of some 600. */
const LABEL_WEIGHT = 12;
/** Shorter labels (得分, 单位) differ by one character from too many words … */
const SHORTEST = 3;
/** … but those of the total row (合计, 总分) count: with its label the row is lost, and its sums with it. */
const SHORT_TOO = 'total';

let known: { readonly labels: ReadonlySet<string>; readonly short: ReadonlySet<string> } | null = null;

function isLabel(text: string): boolean {
  known ??= {
    labels: new Set(ALL_SECTIONS.flatMap((section) => labelsOf(section))),
    short: new Set(labelsOf(SHORT_TOO)),
  };
  const label = bareLabel(text);
  if (label.length < SHORTEST) return known.short.has(label);
  return known.labels.has(label) || known.labels.has(label.replace(/指标$/, ''));
}

/** A worn 一 is read as one dash or two, or as a dot. */
const WORN_ONE = /^(?:[-—－]{1,2}|·)(?=\p{Script=Han})/u;

/** Not ranked, and no longer shares of one. */
export function weighedByLabels(readings: readonly Reading[]): readonly Reading[] {
  return readings.map(({ text: read, probability }) => {
    const meant = read.replace(WORN_ONE, '一');
    const text = isLabel(meant) ? meant : read;
    return { text, probability: isLabel(text) ? probability * LABEL_WEIGHT : probability };
  });
}
