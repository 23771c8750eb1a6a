// The stage "normalize": forms → evaluations. What the bound cells state, as typed values with their places.
// Surprise: a cell under a heading of numbers that is no number gives null and a doubt, never a guess.

import { type Diagnostic, diagnosticOf, type Pointer } from '../diagnostic/index.ts';
import type { Form, Piece } from '../form/form.ts';
import { quantityOf } from '../number/index.ts';
import type { Evaluation, Funding, Indicator, Narrative } from '../record/evaluation.ts';
import type { Stated } from '../record/stated.ts';
import { isNothing } from '../text/nothing.ts';
import { classOf, sourceOf } from './class.ts';
import { withParts } from './parts.ts';
import { percentOf } from './rate.ts';
import { type Fields, givenOf, numberOf, statementOf, tidied } from './statement.ts';

export function* normalize(forms: readonly Form[]): Generator<Diagnostic, readonly Evaluation[], void> {
  const evaluations: Evaluation[] = [];
  for (const [index, form] of forms.entries()) {
    const fields: Fields = new Map(form.bindings.map((binding) => [binding.field, binding]));
    yield* unreadNumbers(fields, index);
    evaluations.push(evaluationOf(form, fields));
  }
  return evaluations;
}

function evaluationOf(form: Form, fields: Fields): Evaluation {
  const title = titleOf(fields);
  const project = statementOf(fields, '/projectName');
  const ground = title ?? project;
  const kind = classOf(title?.value ?? '', project?.value ?? '', form.columns);
  return {
    title,
    class: ground && { ...ground, field: '/class', value: kind },
    fiscalYear: yearOf(statementOf(fields, '/fiscalYear')),
    projectName: project,
    projectCode: statementOf(fields, '/projectCode'),
    supervisor: statementOf(fields, '/supervisor'),
    supervisorCode: statementOf(fields, '/supervisorCode'),
    implementer: statementOf(fields, '/implementer'),
    amountUnit: statementOf(fields, '/amountUnit'),
    funding: each(fields, 'funding', (at) => fundingOf(fields, at)),
    goal: {
      expected: statementOf(fields, '/goal/expected'),
      achieved: statementOf(fields, '/goal/achieved'),
    },
    indicators: withParts(each(fields, 'indicators', (at) => indicatorOf(fields, at))),
    total: totalOf(fields),
    narrative: each(fields, 'narrative', (at) => narrativeOf(fields, at)),
    columns: form.columns,
    remarks: form.remarks.map((piece) => tidied(piece.text)),
    unsure: form.unsure,
    corrected: form.corrected,
  };
}

/** A title keeps its spaces: they are printed, not wrapped. */
function titleOf(fields: Fields): Stated<string> | null {
  const stated = statementOf(fields, '/title');
  const text = fields
    .get('/title')
    ?.pieces.map((piece) => piece.text.trim())
    .join('');
  return stated && text ? { ...stated, value: text, text } : stated;
}

const DIGITS = '零一二三四五六七八九';

/** 2022, or 二〇二二. */
function yearOf(stated: Stated<string> | null): Stated<number> | null {
  const printed = stated?.value.replace(/[〇○]/g, '零');
  const value = Number(printed?.replace(/[零一二三四五六七八九]/g, (digit) => String(DIGITS.indexOf(digit))));
  return stated && Number.isInteger(value) ? { ...stated, value } : null;
}

/** One value for each index that occurs below `/name/`, in order. */
function each<T>(fields: Fields, name: string, make: (at: Pointer) => T): readonly T[] {
  const pattern = new RegExp(`^/${name}/(\\d+)/`);
  const indexes = new Set([...fields.keys()].flatMap((field) => pattern.exec(field)?.[1] ?? []));
  return [...indexes].map((index) => make(`/${name}/${index}`));
}

function fundingOf(fields: Fields, at: Pointer): Funding {
  const label = labelOf(fields, `${at}/label`);
  const adjustedBudget = numberOf(fields, `${at}/adjustedBudget`);
  const executed = numberOf(fields, `${at}/executed`);
  return {
    source: sourceOf(label.value),
    label,
    initialBudget: numberOf(fields, `${at}/initialBudget`),
    adjustedBudget,
    executed,
    weight: numberOf(fields, `${at}/weight`),
    executionRate: percentOf(numberOf(fields, `${at}/executionRate`), { budget: adjustedBudget, executed }),
    score: numberOf(fields, `${at}/score`),
  };
}

/** Every funding line is bound with its label; one printed as a dash is still its label. */
function labelOf(fields: Fields, field: Pointer): Stated<string> {
  const stated = statementOf(fields, field);
  const [piece] = fields.get(field)?.pieces ?? [];
  if (!stated && !piece) throw new Error(`a funding line without a label: ${field}`);
  return stated ?? { ...(piece as Piece), field, value: piece?.text ?? '' };
}

function indicatorOf(fields: Fields, at: Pointer): Indicator {
  const target = givenOf(fields, `${at}/target`);
  const adjustedTarget = givenOf(fields, `${at}/adjustedTarget`);
  const actual = givenOf(fields, `${at}/actual`);
  return {
    level1: statementOf(fields, `${at}/level1`),
    level2: statementOf(fields, `${at}/level2`),
    level3: statementOf(fields, `${at}/level3`),
    target,
    adjustedTarget,
    actual,
    targetQuantity: target && quantityOf(target.value),
    adjustedTargetQuantity: adjustedTarget && quantityOf(adjustedTarget.value),
    actualQuantity: actual && quantityOf(actual.value),
    weight: numberOf(fields, `${at}/weight`),
    score: numberOf(fields, `${at}/score`),
    deviation: givenOf(fields, `${at}/deviation`),
    partOf: null,
  };
}

function totalOf(fields: Fields): Evaluation['total'] {
  return {
    weight: numberOf(fields, '/total/weight'),
    score: numberOf(fields, '/total/score'),
    grade: statementOf(fields, '/total/grade'),
  };
}

function narrativeOf(fields: Fields, at: Pointer): Narrative {
  return { heading: statementOf(fields, `${at}/heading`), text: statementOf(fields, `${at}/text`) };
}

const NUMERIC =
  /^\/(funding|indicators)\/\d+\/(initialBudget|adjustedBudget|executed|weight|executionRate|score)$|^\/total\/(weight|score)$/;

function* unreadNumbers(fields: Fields, evaluation: number): Generator<Diagnostic, void, void> {
  for (const field of fields.keys()) {
    const stated = NUMERIC.test(field) ? givenOf(fields, field) : null;
    if (!stated || isNothing(stated.text) || numberOf(fields, field)) continue;
    const what = {
      zh: `“${stated.text}”不能读作数字，未采用。`,
      en: `“${stated.text}” is not a number and was left out.`,
    };
    yield diagnosticOf('unbound-cell', { evaluation, fields: [field], stated: stated.text, words: { what } });
  }
}
