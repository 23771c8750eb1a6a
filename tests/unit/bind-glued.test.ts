// Forms whose cells nothing separates: where one heading, one blank and one number ends and the next begins.

import { expect, it } from 'vitest';
import { utf8 } from '../support/carriers/plain.ts';
import { reportOn } from '../support/carriers/reading.ts';

/** A form with these headings and lines of funds; its indicators add up to 90 of 90. */
function formWith(funds: string, total: string): string {
  return [
    '项目支出绩效自评表（2022年度）项目名称图书馆运行主管部门东陵市文旅局实施单位东陵市图书馆',
    funds,
    '年度总体目标预期目标实际完成情况接待读者接待读者',
    '一级指标二级指标三级指标年度指标值实际完成值分值得分偏差原因分析及改进措施',
    '产出指标数量指标接待读者≥10万人次12万人次5050效益指标社会效益指标阅读推广活动≥50场52场3030',
    `满意度指标服务对象满意度指标读者满意度≥90%95%1010总分100${total}`,
  ].join('');
}

const HEADINGS = '项目资金（万元）年初预算数全年预算数全年执行数分值执行率得分';

async function fundsOf(funds: string, total: string) {
  const { evaluations, diagnostics } = await reportOn('form.txt', utf8(formWith(funds, total)));
  expect(evaluations[0]).toMatchObject({ total: { weight: 100, score: Number(total) } });
  expect(diagnostics.filter(({ level }) => level === 'error')).toEqual([]);
  return evaluations[0]?.funding;
}

const TOTAL = { initialBudget: 150, adjustedBudget: 150, executed: 147, executionRate: 98, score: 9.8 };

it('takes 执行率得分 for two headings where the rate has no other', async () => {
  const lines = '年度资金总额1501501471098%9.8其中：本年财政拨款150150147—98%—';
  expect(await fundsOf(HEADINGS + lines, '99.8')).toMatchObject([
    { ...TOTAL, weight: 10 },
    { executed: 147, executionRate: 98, weight: null, score: null },
  ]);
});

it('takes it for one where the rate has a heading before it', async () => {
  const headings = '项目资金（万元）年初预算数全年预算数全年执行数预算执行率执行率得分';
  expect(await fundsOf(`${headings}年度资金总额15015014798%9.8`, '99.8')).toMatchObject([TOTAL]);
});

it('cuts amounts alike, as the rate between them says', async () => {
  const lines = '年度资金总额150.00150.00147.001098.00%9.80其中：本年财政拨款150.00150.00147.00—98.00%—';
  expect(await fundsOf(HEADINGS + lines, '99.8')).toMatchObject([
    { ...TOTAL, weight: 10 },
    { initialBudget: 150, executed: 147, executionRate: 98, score: null },
  ]);
});

it('doubts what rests on digits left together where another cut is nearly as good', async () => {
  const funds = `${HEADINGS}年度资金总额：500万元500万元330万元10分0.99分`;
  const { diagnostics } = await reportOn('form.txt', utf8(formWith(funds, '99')));
  expect(diagnostics.map(({ level, code }) => `${level} ${code}`)).toEqual(
    expect.arrayContaining(['doubt execution-score-mismatch', 'doubt total-score-mismatch']),
  );
  expect(diagnostics.filter(({ level }) => level === 'error')).toEqual([]);
});

it('says so where the digits of a line fit under no headings', async () => {
  const lines = '年度资金总额1501501471098%9.8其中：本年财政拨款150,1,5,0,1,4,7—98%—';
  const { evaluations, diagnostics } = await reportOn('form.txt', utf8(formWith(HEADINGS + lines, '99.8')));
  expect(evaluations[0]?.funding).toMatchObject([TOTAL, { executed: null }]);
  expect(diagnostics).toContainEqual(
    expect.objectContaining({ level: 'doubt', fields: ['/funding/1/label'] }),
  );
});

it('doubts a row whose score is more than its weight, though words stand between them', async () => {
  const text = formWith(`${HEADINGS}年度资金总额1501501471098%9.8`, '99.8').replace(
    '阅读推广活动≥50场52场3030',
    '阅读推广活动≥50场52场30分31分',
  );
  const { diagnostics } = await reportOn('form.txt', utf8(text));
  expect(diagnostics.map(({ level, code }) => `${level} ${code}`)).toContain('doubt score-exceeds-weight');
});

it('takes no word that also names a level from the name that it begins', async () => {
  const text = formWith(`${HEADINGS}年度资金总额1501501471098%9.8`, '99.8').replace(
    '阅读推广活动≥50场52场',
    '完成年度资料上报按时完成按时完成',
  );
  const { evaluations } = await reportOn('form.txt', utf8(text));
  expect(evaluations[0]).toMatchObject({
    indicators: [{}, { level1: '效益指标', level3: '完成年度资料上报' }, {}],
  });
});

it('takes 执行率权重 for one heading', async () => {
  const headings = '项目资金（万元）年初批复数调整后预算数全年执行数执行率权重预算执行率得分';
  const funds = `${headings}年度资金总额150.00150.00147.001098.00%9.8`;
  expect(await fundsOf(funds, '99.8')).toMatchObject([{ ...TOTAL, weight: 10 }]);
});

it('cuts each line like the first, past a line of blanks', async () => {
  const headings = '项目资金（万元）全年预算数(A)全年执行数(B)权重执行率(B/A)得分';
  const lines = '年度资金总额：16016010100%10其中:本年财政拨款-----其他资金160160---';
  expect(await fundsOf(headings + lines, '100')).toMatchObject([
    { adjustedBudget: 160, executed: 160, weight: 10, score: 10 },
    { adjustedBudget: null, executed: null },
    { adjustedBudget: 160, executed: 160, weight: null },
  ]);
});

it.each([
  ['a part with more digits than the total', '2800285926461092.55%9.3', '585585471------'],
  ['a whole number above 1 for a fraction', '3218.982800.151941.81069.34%6.93', '323.5333.51278.54------'],
  ['a score above its weight', '3198.4642757.282561.659498100.92919.29', '1378.581378.581182.959498------'],
])('convicts nobody by %s', async (_, total, part) => {
  const { diagnostics } = await reportOn(
    'form.txt',
    utf8(formWith(`${HEADINGS}年度资金总额：${total}其中：本年财政拨款${part}`, '99.3')),
  );
  const codes = diagnostics.filter(({ level }) => level === 'error').map(({ code }) => code);
  expect(codes.filter((code) => code !== 'total-score-mismatch')).toEqual([]);
});
