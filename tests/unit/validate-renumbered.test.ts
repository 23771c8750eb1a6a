// A text with the numbers of another reading of it: what of the reading counts, and when it stands as it was read.

import { expect, it } from 'vitest';
import { renumbered } from '../../src/validate/renumbered.ts';

it.each([
  ['执行率71.25%', '热行率77.25%', '执行率77.25%'],
  ['执行率71.25%，共2次', '热行率71.25%，共3次', '执行率71.25%，共3次'],
  ['支出378万元', '支出378元', '支出378元'],
  ['执行率71，25%', '热行率71.25%', '执行率71，25%'],
  ['支出1,250元', '支由1,260元', '支出1,260元'],
  ['执行率71.25%', '热行率71.25%8', '热行率71.25%8'],
  ['执行率71.25%，共2次', '热行率77.25%', '热行率77.25%'],
  ['较好', '校好', '校好'],
])('%s read as %s is %s', (text, other, expected) => expect(renumbered(text, other)).toBe(expected));
