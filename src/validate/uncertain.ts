// Cells of a scan that were read with little confidence: one doubt for each printed thing, the worst first, at most so many.

import { type Diagnostic, diagnosticOf } from '../diagnostic/index.ts';
import type { Stated } from '../record/stated.ts';
import { printedOnce, statementsOf } from './statements.ts';
import { groundsOf, type Subject } from './subject.ts';

export function* uncertainReadings({ evaluation, profile }: Subject): Generator<Diagnostic, void> {
  const { doubtedBelow, mostDoubts } = profile.reading;
  const doubted = statementsOf(evaluation)
    .filter(({ confidence }) => confidence < doubtedBelow)
    .sort((a, b) => a.confidence - b.confidence);
  for (const stated of printedOnce(doubted).slice(0, mostDoubts)) yield doubtOf(stated);
}

/** Characters of a long text that are quoted, and how many of them stand before what is doubtful. */
const LONGEST = 40;
const LEAD = 12;

function doubtOf(stated: Stated<unknown>): Diagnostic {
  const [first, ...more] = stated.readings.slice(0, 3).map((reading) => reading.text);
  const text = quoted(stated.text, first ?? stated.text);
  const percent = Math.round(stated.confidence * 100);
  const others = first === undefined ? [] : [first, ...more].map((other) => quoted(other, stated.text));
  return diagnosticOf('uncertain-reading', {
    fields: [stated.field],
    stated: text,
    explanation: 'reading',
    because: groundsOf([stated]).map((ground) => ({ ...ground, text })),
    words: {
      what: {
        zh: `“${text}”的识别把握只有 ${percent}%${others.map((other) => `，也可能是“${other}”`).join('')}。`,
        en: `“${text}” was read with a confidence of only ${percent}%${others.map((other) => `, it may be “${other}”`).join('')}.`,
      },
    },
  });
}

/** A long text from a little before where it differs from the other. */
function quoted(text: string, other: string): string {
  const start = Math.max(0, Math.min(firstDifference(text, other) - LEAD, text.length - LONGEST));
  const end = start + LONGEST;
  return `${start > 0 ? '…' : ''}${text.slice(start, end)}${end < text.length ? '…' : ''}`;
}

function firstDifference(text: string, other: string): number {
  let at = 0;
  while (at < text.length && text[at] === other[at]) at += 1;
  return at < text.length ? at : 0;
}
