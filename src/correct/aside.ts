// What is said of a correction that could not be laid over what was read.

import { type Diagnostic, diagnosticOf, type Message } from '../diagnostic/index.ts';
import type { BindingCorrection, TextCorrection } from '../record/index.ts';
import { place } from '../tree/index.ts';

/** Characters of a text that are quoted. */
const LONGEST = 40;

export function textAside(number: number, { place: origin, to }: TextCorrection): Diagnostic {
  const where = place(origin);
  const text = [...to].slice(0, LONGEST).join('');
  return aside(number, {
    zh: `${where} 处没有可以改为“${text}”的单元格`,
    en: `no cell stands at ${where} that could be made “${text}”`,
  });
}

export function bindingAside(
  number: number,
  { evaluation, field }: BindingCorrection,
  why: Message,
): Diagnostic {
  return aside(number, {
    zh: `第 ${evaluation + 1} 张表的字段 ${field}：${why.zh}`,
    en: `field ${field} of form ${evaluation + 1}: ${why.en}`,
  });
}

/** People count from 1. */
function aside(number: number, why: Message): Diagnostic {
  const what = {
    zh: `第 ${number + 1} 条更正未采用：${why.zh}。`,
    en: `Correction ${number + 1} was set aside: ${why.en}.`,
  };
  return diagnosticOf('source-note', { words: { what } });
}
