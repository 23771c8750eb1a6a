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

/** Half width, everyday ideographs, one sign for each comparator and bracket, no white space. */
export function folded(text: string): string {
  const plain = unradical(halfWidth(text)).replace(/\s+/g, '');
  return SIGNS.reduce((folding, [sign, plainSign]) => folding.replace(sign, plainSign), plain);
}

/** A folded label without what is printed in brackets after it, and without a closing colon: 执行率(B/A): → 执行率. */
export function bareLabel(text: string): string {
  return folded(text)
    .replace(/\([^()]*\)/g, '')
    .replace(/[::]+$/, '');
}
