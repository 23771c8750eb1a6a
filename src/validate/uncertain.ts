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

/** Characters of a long text that are quoted. */
const LONGEST = 40;

function doubtOf(stated: Stated<unknown>): Diagnostic {
  const text = stated.text.length > LONGEST ? `${stated.text.slice(0, LONGEST)}…` : stated.text;
  const percent = Math.round(stated.confidence * 100);
  const others = stated.readings.slice(0, 3).map((reading) => reading.text);
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
