// What a row's target and actual value say: which way is good, whether the target was missed, and which scores that gives.

import { describe, expect, it } from 'vitest';
import type { Indicator } from '../../src/record/evaluation.ts';
import { DEFAULT_PROFILE } from '../../src/record/profiles/index.ts';
import { achievementOf, basisOf, isCost, isMissed as isMissedBy } from '../../src/validate/achievement.ts';
import { isRounded, rightScores } from '../../src/validate/scoring.ts';
import { shown } from '../../src/validate/verdict.ts';
import { formWith } from '../support/clean-form.ts';
import type { Json } from '../support/shared-forms.ts';

function rowWith(more: Readonly<Record<string, Json>>): Indicator {
  const row = { level1: '产出指标', level2: '数量指标', level3: '培训', weight: '10', score: '10', ...more };
  const [first] = formWith({ '/indicators': [row] }).indicators;
  if (!first) throw new Error('no row');
  return first;
}

const OUTPUT = { level1: '产出指标', level2: '数量指标' };
const TIME = { level1: '产出指标', level2: '时效指标' };
const COST = { level1: '产出指标', level2: '成本指标' };
const COST1 = { level1: '成本指标', level2: '经济成本指标' };

/** False where nothing can be compared. */
function isMissed(row: Indicator): boolean {
  const achievement = achievementOf(row);
  return achievement !== null && isMissedBy(row, achievement);
}

describe('a target and an actual value of which one alone has a unit', () => {
  it.each([
    ['≥5万人', '4.8', true],
    ['≥5万人', '48000', false],
    ['≥48000', '4.8万人', false],
    ['≥5', '4.8万人', true],
    ['≥98%', '99', true],
    ['≥98%', '0.99', false],
    ['≥98%', '0', true],
    ['≥0%', '98', true],
    ['≥10%', '1', true],
    ['≥10%', '100', true],
    ['≥10%', '0.99', false],
    ['≥10%', '101', false],
    ['≥5个百分点', '0.1', true],
    ['≥50人', '1', true],
  ])('%s, %s are compared: %s', (target, actual, expected) => {
    expect(achievementOf(rowWith({ target, actual })) !== null).toBe(expected);
  });
});

describe('the direction of a target', () => {
  it.each([
    [OUTPUT, '培训', '≥80人', 'rising'],
    [OUTPUT, '培训', '>80人', 'rising'],
    [OUTPUT, '培训', '≤80人', 'falling'],
    [OUTPUT, '培训', '<80人', 'falling'],
    [OUTPUT, '培训', '=80人', 'exact'],
    [OUTPUT, '培训', '80人', 'rising'],
    [OUTPUT, null, '80人', 'rising'],
    [OUTPUT, '投诉', '80人', null],
    [OUTPUT, '培训时间', '80日', null],
    [OUTPUT, '产品不合格率', '5%', null],
    [OUTPUT, '群众上访人次', '5人次', null],
    [OUTPUT, '城镇登记失业率', '4.5%', null],
    [OUTPUT, '贫困发生率', '3%', null],
    [OUTPUT, '数据漏报率', '5%', null],
    [OUTPUT, '产品合格率', '95%', 'rising'],
    [OUTPUT, '办结案件数', '95件', 'rising'],
    [OUTPUT, '脱贫人数', '95人', 'rising'],
    [{ level1: '产出指标', level2: null }, '培训', '80日', 'rising'],
    [OUTPUT, '培训', '80日', 'rising'],
    [TIME, '培训', '80日', null],
    [TIME, '培训', '80个工作日', null],
    [TIME, '培训', '80人', 'rising'],
    [TIME, '培训', '100%', 'rising'],
    [COST, '培训', '80', 'falling'],
    [COST, '培训', '80元', 'falling'],
    [COST, null, '80元', 'falling'],
    [COST, '培训', '80%', null],
    [COST, '节约经费', '80元', null],
    [COST, '培训', '≥80元', 'rising'],
    [COST, '培训', '>80元', 'rising'],
    [COST1, '培训', '80元', 'falling'],
  ] as const)('%j %s %s is %s', (levels, level3, target, direction) => {
    const row = rowWith({ ...levels, level3, target, actual: target.replace(/^[≥>≤<=]/, '') });
    expect(achievementOf(row)?.direction).toBe(direction);
  });

  it('knows what a cost is by either level', () => {
    expect([OUTPUT, COST, COST1].map((levels) => isCost(rowWith(levels)))).toEqual([false, true, true]);
    expect(isCost(rowWith({ level1: null, level2: null }))).toBe(false);
  });
});

describe('a target', () => {
  it('is the adjusted one where that is filled', () => {
    const row = rowWith({ target: '≥80人', adjustedTarget: '≥50人', actual: '60人' });
    expect(basisOf(row)).toMatchObject({ stated: { value: '≥50人' }, quantity: { unit: '人' } });
    expect(isMissed(row)).toBe(false);
    expect(isMissed(rowWith({ target: '≥80人', actual: '60人' }))).toBe(true);
  });

  it.each([
    [OUTPUT, '≥80人', '79人', true],
    [OUTPUT, '≥80人', '80人', false],
    [OUTPUT, '≥80人', '81人', false],
    [OUTPUT, '≤80人', '81人', true],
    [OUTPUT, '≤80人', '80人', false],
    [OUTPUT, '≤80人', '79人', false],
    [OUTPUT, '=80人', '79人', true],
    [OUTPUT, '=80人', '80人', false],
    [OUTPUT, '=80人', '81人', false],
    [COST, '=80元', '81元', true],
    [COST, '=80元', '80元', false],
    [COST, '=80元', '79元', false],
    [OUTPUT, '≥80人', '79次', false],
    [OUTPUT, '≥8000元', '0.7万元', true],
    [OUTPUT, '≥8000元', '0.8万元', false],
    [OUTPUT, '≥80人', '=79人', true],
    [OUTPUT, '≥80人', '≥79人', false],
    [OUTPUT, '≥80人', '≤79人', false],
    [OUTPUT, '明显', '79人', false],
    [OUTPUT, '≥80人', '较好', false],
    [TIME, '80日', '90日', false],
    [TIME, '80日', '70日', false],
  ] as const)('%j %s is missed by %s: %s', (levels, target, actual, missed) => {
    expect(isMissed(rowWith({ ...levels, target, actual }))).toBe(missed);
  });

  it('is comparable with an actual value that repeats it, sign and all', () => {
    const isKnown = (actual: string) => achievementOf(rowWith({ target: '≥80人', actual })) !== null;
    expect(['≥80人', '≥81人', '≤80人', '>80人', '=80人'].map(isKnown)).toEqual([
      true,
      false,
      false,
      false,
      true,
    ]);
  });
});

describe('the right scores', () => {
  it.each([
    [OUTPUT, '≥80人', '52人', ['6.5']],
    [OUTPUT, '≥80人', '80人', ['10']],
    [OUTPUT, '≥80人', '90人', ['10']],
    [OUTPUT, '≥80人', '0人', ['0']],
    [OUTPUT, '≥80人', '-1人', []],
    [OUTPUT, '≥0人', '5人', []],
    [OUTPUT, '≥-1人', '5人', []],
    [OUTPUT, '≤0人', '0人', ['10']],
    [OUTPUT, '=80人', '80人', ['10']],
    [OUTPUT, '=80人', '79人', []],
    [TIME, '80日', '80日', []],
    [OUTPUT, '≤80人', '79人', ['10']],
    [OUTPUT, '≤80人', '100人', ['8', '7.5']],
    [OUTPUT, '≤80人', '160人', ['5', '0']],
    [OUTPUT, '≤80人', '320人', ['2.5', '0']],
    [OUTPUT, '≥80人', '好', []],
  ] as const)('%j %s, %s: %j', (levels, target, actual, scores) => {
    const right = rightScores(rowWith({ ...levels, target, actual }), DEFAULT_PROFILE);
    expect(right.map(({ value }) => shown(value))).toEqual(scores);
  });

  it.each([
    ['≥80人', '52人', ['52 ÷ 80 × 10 = 6.5']],
    ['≥80人', '80人', [null]],
    ['≤80人', '100人', ['80 ÷ 100 × 10 = 8', '(1 − (100 − 80) ÷ 80) × 10 = 7.5']],
    ['≤80人', '160人', ['80 ÷ 160 × 10 = 5', '(1 − (160 − 80) ÷ 80) × 10 = 0']],
    ['≤80人', '320人', ['80 ÷ 320 × 10 = 2.5', '0 × 10 = 0']],
  ])('are written out for %s, %s: %j', (target, actual, sums) => {
    const right = rightScores(rowWith({ ...OUTPUT, target, actual }), DEFAULT_PROFILE);
    expect(right.map(({ sum }) => sum)).toEqual(sums);
  });

  it('need a weight', () => {
    expect(rightScores(rowWith({ target: '≥80人', actual: '80人', weight: null }), DEFAULT_PROFILE)).toEqual(
      [],
    );
  });
});

describe('a score is rounded', () => {
  it.each([
    ['≥70人', '52人', '7.43', true],
    ['≥80人', '52人', '6.5', false],
    ['≥80人', '90人', '10', false],
    ['明显', '一般', '7.5', true],
    ['明显', '一般', '7', false],
    ['≥70人', '50人', '7', true],
    ['≥70人', '50人', '6', false],
    ['≤80人', '100人', '7.5', false],
    ['≤80人', '90人', '9', true],
    ['≥80人', '52人', null, false],
  ] as const)('%s, %s: %s %s', (target, actual, score, rounded) => {
    expect(isRounded(rowWith({ target, actual, score }), DEFAULT_PROFILE, 2)).toBe(rounded);
  });
});
