// An error that rests on recognized cells becomes a doubt where another likely reading of one or two of them would resolve it.
// Surprise: the record is not changed. A reading that makes a sum work out is no better evidence of what is printed; it only says
// that the author may be right.

import type { Diagnostic, Message, Pointer } from '../diagnostic/index.ts';
import type { Evaluation } from '../record/evaluation.ts';
import type { Stated } from '../record/stated.ts';
import { isNothing } from '../text/nothing.ts';
import type { Reading } from '../tree/nodes.ts';
import { renumbered } from './renumbered.ts';
import { type Change, printedOnce, reread, statementsOf } from './statements.ts';
import type { Rule, Subject } from './subject.ts';

/** Changes tried one by one, the likeliest first, then in pairs: bounds the work for a scan on which nothing is certain. */
const MOST_CHANGES = 24;
const MOST_PAIRS = 120;

/** The diagnostic itself, or the doubt that stands in its place. `rule` is the one that gave it. */
export function arbitrated(diagnostic: Diagnostic, rule: Rule, subject: Subject): Diagnostic {
  if (diagnostic.level !== 'error') return diagnostic;
  const changes = changesFor(diagnostic, subject);
  if (changes.length === 0) return diagnostic;
  const before = errorsLike(diagnostic, rule, subject);
  const resolving = attemptsWith(changes).find((attempt) => {
    const evaluation = reread(subject.evaluation, attempt);
    if (evaluation === null) return false;
    const after = errorsLike(diagnostic, rule, { ...subject, evaluation });
    return after.length < before.length && after.every(({ stated }) => stated !== diagnostic.stated);
  });
  return resolving ? doubtOf(diagnostic, resolving) : diagnostic;
}

/** The likely other readings of the cells on which the diagnostic rests, each printed thing once. */
function changesFor(diagnostic: Diagnostic, { evaluation, profile }: Subject): readonly Change[] {
  const fields = restsOn(diagnostic);
  const uncertain = statementsOf(evaluation).filter(
    (stated) => fields.has(stated.field) && isUncertain(stated),
  );
  return printedOnce(uncertain)
    .flatMap((stated) => othersOf(stated).map((reading) => ({ stated, ...reading })))
    .filter(({ probability }) => probability >= profile.reading.likelyFrom)
    .filter(({ stated, text }) => !isNothing(text) || stated.field !== diagnostic.fields[0])
    .sort((a, b) => b.probability - a.probability)
    .slice(0, MOST_CHANGES);
}

/** The other readings of a statement. In a text of words only its numbers count, and readings with the same numbers count together. */
function othersOf({ value, text, readings }: Stated<unknown>): readonly Reading[] {
  const others = new Map<string, number>();
  for (const reading of readings) {
    const other = typeof value === 'string' ? renumbered(text, reading.text) : reading.text;
    others.set(other, (others.get(other) ?? 0) + reading.probability);
  }
  others.delete(text);
  return [...others].map(([other, probability]) => ({ text: other, probability }));
}

function isUncertain({ readings }: Stated<unknown>): boolean {
  return readings.length > 0;
}

function attemptsWith(changes: readonly Change[]): readonly (readonly Change[])[] {
  const pairs = changes.flatMap((first, at) =>
    changes
      .slice(at + 1)
      .filter(({ stated }) => stated !== first.stated)
      .map((second) => [first, second]),
  );
  return [...changes.map((change) => [change]), ...pairs.slice(0, MOST_PAIRS)];
}

/** Errors of the same kind about the same fields. */
function errorsLike(diagnostic: Diagnostic, rule: Rule, subject: Subject): readonly Diagnostic[] {
  const key = keyOf(diagnostic);
  return [...rule(subject)].filter((other) => other.level === 'error' && keyOf(other) === key);
}

function keyOf({ code, fields }: Diagnostic): string {
  return [code, ...fields.toSorted()].join();
}

function doubtOf(diagnostic: Diagnostic, changes: readonly Change[]): Diagnostic {
  const zh = changes.map(({ stated, text }) => `“${stated.text}”也可能是“${text}”`).join('，');
  const en = changes.map(({ stated, text }) => `“${stated.text}” may be “${text}”`).join(' and ');
  return doubted(diagnostic, {
    zh: `图像中${zh}，如此则相符`,
    en: `in the picture ${en}, with which it would work out`,
  });
}

function doubted(diagnostic: Diagnostic, but: Message): Diagnostic {
  const { zh, en } = diagnostic.message;
  return {
    ...diagnostic,
    level: 'doubt',
    explanation: 'reading',
    message: {
      zh: `${zh.replace(/。$/, '')}；但${but.zh}。`,
      en: `${en.replace(/\.$/, '')}; but ${but.en}.`,
    },
  };
}

/** Used by the stage to skip the work for carriers on which nothing was recognized. */
export function hasReadings(evaluation: Evaluation): boolean {
  return statementsOf(evaluation).some(isUncertain);
}

/** An error that rests on a cell whose place in flattened text, or whose reading, is only a guess is a doubt: we may be wrong, not the author. */
export function excused(diagnostic: Diagnostic, evaluation: Evaluation): Diagnostic {
  const fields = restsOn(diagnostic);
  const guessed = evaluation.unsure.filter((field) => fields.has(field));
  if (diagnostic.level !== 'error' || guessed.length === 0) return diagnostic;
  const isRead = statementsOf(evaluation).some(
    ({ field, confidence }) => guessed.includes(field) && confidence < 1,
  );
  return doubted(diagnostic, isRead ? ILLEGIBLE : GUESSED_CUT);
}

/** Its fields, and its grounds elsewhere: the more exact amount that another text tells. */
function restsOn({ fields, because }: Diagnostic): ReadonlySet<Pointer> {
  return new Set([...fields, ...because.map(({ field }) => field)]);
}

const GUESSED_CUT: Message = {
  zh: '原文没有分隔，各数字的切分只是推测',
  en: 'nothing separates the cells in this text, and where its digits were cut is a guess',
};

const ILLEGIBLE: Message = {
  zh: '该页笔画残缺，所依据的文字难以辨认',
  en: 'the page on which this rests can hardly be read',
};
