// What the prose claims about money: what must be held against the table, and what must not, since it is something else.

import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../src/diagnostic/index.ts';
import { DEFAULT_PROFILE } from '../../src/record/profiles/index.ts';
import { validate } from '../../src/validate/index.ts';
import { type Changes, changed, formWith } from '../support/clean-form.ts';
import { type Json, sharedForms } from '../support/shared-forms.ts';
import { evaluationOf } from '../support/stated.ts';

function mismatches(evaluation: ReturnType<typeof evaluationOf>): readonly Diagnostic[] {
  return [...validate({ evaluations: [evaluation], profile: DEFAULT_PROFILE })].filter(
    ({ code }) => code === 'narrative-mismatch',
  );
}

/** On the clean form: 年初 and 全年 378.65, 执行 353.07, 执行率 93.24. */
function told(text: string, more: Changes = {}): readonly Diagnostic[] {
  return mismatches(formWith({ ...more, '/narrative/0/text': text }));
}

describe('prose that contradicts the table', () => {
  it.each([
    ['预算执行率93.25%', '93.25', '/funding/0/executionRate'],
    ['截至2022年12月31日，预算执行率为 83.24 ％', '83.24', '/funding/0/executionRate'],
    ['预算完成率85.5%', '85.5', '/funding/0/executionRate'],
    ['资金执行率：93.42%', '93.42', '/funding/0/executionRate'],
    ['年度预算执行完成率达到了92.24%', '92.24', '/funding/0/executionRate'],
    ['本项目2022年年初预算安排387.65万元', '387.65', '/funding/0/initialBudget'],
    ['调整后预算数为378.75万元', '378.75', '/funding/0/adjustedBudget'],
    ['全年预算资金3786600元', '3786600', '/funding/0/adjustedBudget'],
    ['全年实际支出353.17万元', '353.17', '/funding/0/executed'],
    ['财政批复预算378.15万元', '378.15', '/funding/0/adjustedBudget'],
    ['其他单位执行率80%，本项目执行率92.24%', '92.24', '/funding/0/executionRate'],
    ['中央资金预算200万元。实际执行率85.24%', '85.24', '/funding/0/executionRate'],
    ['本项目预算378.65万元，执行353.07万元，执行率93.34%', '93.34', '/funding/0/executionRate'],
    ['技能培训全年预算380万元', '380', '/funding/0/adjustedBudget'],
    ['预算执行数0.0353170亿元', '0.0353170', '/funding/0/executed'],
    ['本项目执行率92.24%', '92.24', '/funding/0/executionRate'],
    ['全年实际使用353.17万元', '353.17', '/funding/0/executed'],
    ['年初批复数387.65万元', '387.65', '/funding/0/initialBudget'],
    ['上年预算执行率85.20%；本年预算执行率92.24%', '92.24', '/funding/0/executionRate'],
    ['剔除结转资金后，执行率66.67%；预算执行率92.24%', '92.24', '/funding/0/executionRate'],
    [`上年${'，已完成'.repeat(60)}，预算执行率92.24%`, '92.24', '/funding/0/executionRate'],
  ])('%s', (text, stated, field) => {
    const [first, ...others] = told(`${text}。`);
    expect(others).toEqual([]);
    expect(first).toMatchObject({ level: 'error', stated });
    expect(first?.fields.slice(0, 2)).toEqual(['/narrative/0/text', field]);
    expect(first?.message.zh).toContain(text.slice(-6));
  });
});

describe('prose that says something else, or the same', () => {
  it.each([
    '预算执行率93.2%，预算执行率93.244%',
    '预算执行率约95%，预算执行率接近94%，预算执行率超过90%',
    '目标执行率95%，确保预算执行率达到100%，计划支出400万元',
    '2021年预算执行率80.11%，上年执行率为85.2%',
    '一季度预算执行率25.31%，截至6月底预算执行率48.20%，截至2022年9月30日预算执行率71.05%',
    '项目完成率95.24%，验收合格率100%，资金到位率100%，设备利用率93.25%',
    '其中：教材费执行数120.5万元，培训费预算250万元',
    '成交金额359.71万元，合同金额353.08万元，中标价352.07万元',
    '节约资金20.64亿元，溢价5.43亿元，结余25.58万元，结转资金25.58万元',
    '年初预算、全年预算分别为378.65万元、378.66万元',
    '每人支出350元，15元/次，预算100元/人',
    '执行预算资金353.07万元，占预算的93.25%',
    '我局年初部门预算5200万元',
    '培训子项目预算100万元，实际支出98万元，执行率98%',
    '其中：设备购置支出35.6万元，执行率89%；差旅支出12万元，执行率60%',
    '中央资金预算200万元，实际执行180万元，实际执行率90%',
    '部门整体支出预算5000万元，执行率92%',
    '我单位全年预算1200万元，执行1100万元，执行率91.67%，其中本项目执行率93.24%',
    '第一笔支付100万元，第二笔支付253.07万元',
    '培训费支出100万元、劳务费支出253.07万元，共支出353.07万元',
    '剔除结转资金后，预算执行率为66.67%，按合同口径计算，执行率88.1%',
    '全年预算资金378.65万元，其中财政拨款300万元，上年结转78.65万元',
    '支付率93%，三公经费执行率80.5%，甲项目预算执行率66.01%',
    '共计支付353.0712万元',
    '追加预算10万元，调减预算5.5万元',
    '年初预算安排200万元用于设备，178.65万元用于人员',
    '年初预算为378万元，全年支出353.1万元',
    '执行数３５３.０７万元，预算数３７８．６５０万元',
    '预算执行率1%提升，执行率100%以上的单位',
    '支出进度93.2%',
    '根据评分标准，预算执行率90%（含）以上得满分',
    '资金支付率100%，项目执行率100%',
    '（一）培训费。预算120万元，执行115万元，执行率95.83%。（二）教材费。预算258.65万元，执行238.07万元，执行率92.04%',
  ])('%s', (text) => {
    expect(told(`${text}。`).map(({ message }) => message.zh)).toEqual([]);
  });

  /** Each beside a sentence that differs by this alone: what is a slip of the table's number there is another number here. */
  it.each([
    ['预算执行率92.24%', '上年预算执行率92.24%'],
    ['预算执行率92.24%', '预算执行率约92.24%'],
    ['预算执行率92.24%', '预算执行率不低于92.24%'],
    ['预算执行率92.24%', '预算执行率≥92.24%'],
    ['预算执行率92.24%', '目标预算执行率92.24%'],
    ['预算执行率92.24%', '目 标预算执行率92.24%'],
    ['预算执行率92.24%', '一季度预算执行率92.24%'],
    ['预算执行率92.24%', '2021年预算执行率92.24%'],
    ['截至12月底预算执行率92.24%', '截至6月底预算执行率92.24%'],
    ['预算执行率92.24%', '预算执行率92.24%以上'],
    ['预算执行率92.24%', '剔除结转资金后，预算执行率92.24%'],
    ['预算执行率92.24%', '按合同口径计算，预算执行率92.24%'],
    ['全年预算378.75万元', '结转资金全年预算378.75万元'],
    ['全年预算378.75万元', '追加资金全年预算378.75万元'],
    ['支出353.17万元', '预算支出353.17万元'],
    ['实际支出353.17万元', '预计实际支出353.17万元'],
  ])('%s against %s', (wrong, other) => {
    expect(told(`${wrong}。`)).toHaveLength(1);
    expect(told(`${other}。`)).toEqual([]);
  });

  it('never takes a full-width comma for one of thousands', () => {
    const amounts = { '/funding/0/executed': '1353.07', '/funding/0/adjustedBudget': '1378.65' };
    expect(told('全年实际支出1,353.17万元。', amounts)).toHaveLength(1);
    expect(told('全年实际支出1，353.17万元。', amounts)).toEqual([]);
  });

  it('is right where the amounts give its rate, and the table is wrong', () => {
    const [first] = told('预算执行率93.24%。', { '/funding/0/executionRate': '94.24' });
    expect(first?.fields.slice(0, 2)).toEqual(['/funding/0/executionRate', '/narrative/0/text']);
    expect(first).toMatchObject({ stated: '94.24', computed: '93.24' });
    const [cut] = told('预算执行率93.25%。', {
      '/funding/0/executed': '353.09',
      '/funding/0/executionRate': '93.24',
    });
    expect(cut?.fields[0]).toBe('/narrative/0/text');
  });

  it('is silent without a table to hold it against', () => {
    expect(told('预算执行率12.34%，执行数1.5万元。', { '/funding': [] })).toEqual([]);
    expect(told('执行数353.17万元。', { '/amountUnit': null })).toEqual([]);
  });

  it('lets a rate of the initial budget be one', () => {
    const more = { '/funding/0/initialBudget': '400.00' };
    expect(told('预算执行率88.27%。', more)).toEqual([]);
  });

  it('reads a megabyte of prose within the time of a test', () => {
    expect(told('预算执行率约12,345,678.9'.repeat(40_000))).toEqual([]);
  });
});

const TIED: readonly (readonly [string, string])[] = [
  ['s1', '71.24%'],
  ['s1', '378.65万元'],
  ['s2', '675.92万元'],
  ['s2', '493.49万元'],
  ['s2', '73.01%'],
  ['s2', '735.59万元'],
];

describe('one wrong digit in the prose of a seed form', () => {
  const forms = sharedForms();
  it.skipIf(forms.length === 0).each(TIED)('%s: every digit of %s', (id, number) => {
    const plain = forms.find((form) => form.id === id)?.evaluation as Readonly<Record<string, Json>>;
    const [block] = plain.narrative as readonly { readonly text: string }[];
    const text = block?.text ?? '';
    expect(text).toContain(number);
    for (const [place, char] of [...number].entries()) {
      for (const digit of /\d/.test(char) ? '0123456789'.replace(char, '') : '') {
        const other = number.slice(0, place) + digit + number.slice(place + 1);
        const form = changed(plain, { '/narrative/0/text': text.replace(number, other) });
        const found = mismatches(evaluationOf(form as Readonly<Record<string, Json>>));
        const isRight = id === 's1' && other === '71.25%';
        const naming = found.filter(({ because }) => because.some((ground) => ground.text.includes(other)));
        expect(naming.length, other).toBe(isRight ? 0 : 1);
      }
    }
  });
});

it.each([
  ['project', 0],
  ['department', 1],
])('holds the accounts of a department against a form of the class %s', (kind, count) => {
  const heading = '三、部门整体支出情况分析';
  expect(told('预算执行率90.00%。', { '/narrative/0/heading': heading, '/class': kind })).toHaveLength(count);
});
