// Labels folded to one spelling, so that 项目资金 （万元） and 项目资金(万元) are one label.

import { halfWidth, unradical } from './width.ts';

const SIGNS: readonly (readonly [RegExp, string])[] = [
  [/[≧⩾]|>=|=>/g, '≥'],
  [/[≦⩽]|<=|=</g, '≤'],
  [/[═﹦]/g, '='],
  [/[︰∶﹕]/g, ':'],
  [/[﹙〔【「[]/g, '('],
  [/[﹚〕】」\]]/g, ')'],
  [/[÷]/g, '/'],
];

/** Labels come back on every row and form: folding each once is a third of the time of binding. */
const known = new Map<string, string>();
const MOST_KNOWN = 20_000;
const LONGEST_KNOWN = 40;

/** Half width, everyday ideographs, one sign for each comparator and bracket, no white space. */
export function folded(text: string): string {
  if (text.length > LONGEST_KNOWN) return fold(text);
  let answer = known.get(text);
  if (answer === undefined) {
    answer = fold(text);
    if (known.size > MOST_KNOWN) known.clear();
    known.set(text, answer);
  }
  return answer;
}

function fold(text: string): string {
  const plain = unradical(halfWidth(text)).replace(/\s+/g, '');
  return SIGNS.reduce((folding, [sign, plainSign]) => folding.replace(sign, plainSign), plain);
}

/** A folded label without what is printed in brackets after it, and without a closing colon: 执行率(B/A): → 执行率. */
export function bareLabel(text: string): string {
  return folded(text)
    .replace(/\([^()]*\)/g, '')
    .replace(/[::]+$/, '');
}
