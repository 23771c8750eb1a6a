// Flattened forms whose labels narrow cells broke: over lines, by blanks, by the numbers of a site's parts; and what came into no row.

import { describe, expect, it } from 'vitest';
import { utf8 } from '../support/carriers/plain.ts';
import { reportOn } from '../support/carriers/reading.ts';

const read = (text: string) => reportOn('form.txt', utf8(text));

const HEADER = ['项目支出绩效自评表', '(2019年度)', '项目名称', '食堂改造', '主管部门', '云岭市发改委'];
const HEADS = ['年初', '预算数', '全年', '预算数', '全年', '执行数', '分值', '执行率', '得分'];
const FUNDS = ['年度资金总额', '43.2', '43.2', '37.24', '10', '86%', '8.6', '其中:当年财政拨款'];
const LEVELS = ['一级指标', '二级指标', '三级指标', '年度', '指标值', '实际', '完成值', '分值', '得分'];

describe('a cell a line whose cells print several lines', () => {
  it('has its headings and levels put together, and no residue for a reason', async () => {
    const lines = [
      ...[...HEADER, '实施单位', '云岭市技校', '项目资金', '(万元)', ...HEADS],
      ...[...FUNDS, '43.2', '43.2', '37.24', '上年结转资金', '其他资金'],
      ...['年度总体目标', '预期目标', '实际完成情况', '改造食堂一处', '已改造一处'],
      ...[...LEVELS, '偏差原因分析及改进措施'],
      ...['产出指标', '时效指标', '指标1完成及时率', '100', '100', '50', '50', '指标2', '……'],
      ...['效益指标', '经济效益', '指标', '指标1安全率', '100', '100', '30', '30', '0', '指标2', '……'],
      ...['满意度', '指标', '服务对象', '满意度指标', '指标1学生满意度', '100', '100', '10', '10', '0'],
      ...['总分', '100', '98.6'],
    ];
    const { evaluations, diagnostics } = await read(lines.join('\n\n'));
    const values = { target: '100', actual: '100' };
    expect(evaluations).toMatchObject([
      {
        amountUnit: '万元',
        funding: [
          { initialBudget: 43.2, executed: 37.24, weight: 10, executionRate: 86, score: 8.6 },
          { initialBudget: 43.2, executed: 37.24, weight: null, score: null },
          { initialBudget: null },
          { initialBudget: null },
        ],
        indicators: [
          { level2: '时效指标', level3: '指标1完成及时率', ...values, score: 50, deviation: null },
          { level2: '经济效益指标', level3: '指标1安全率', ...values, score: 30, deviation: '0' },
          { level1: '满意度指标', level2: '服务对象满意度指标', ...values, score: 10 },
        ],
        total: { weight: 100, score: 98.6 },
      },
    ]);
    expect(diagnostics.filter(({ level }) => level === 'error')).toEqual([]);
  });
});

describe('a cell a row of words', () => {
  it('knows what is left of a level whose words stand upright', async () => {
    const { evaluations } = await read(`项目支出绩效自评表
(2022年度)
项目名称 防汛经费
主管部门 云岭市水利局 实施单位 云岭市防汛办
项目资金
(万元)
年初预算数 全年预算数(A) 全年执行数(B) 分值 执行率(B/A) 得分
年度资金总额: 880 880 880 10 100% 10
 其中:本年财政拨款 880 880 880 - -
年度总体目标完成情况 预期目标 实际完成情况
 完成年度防汛工作。 完成年度目标。
年度绩效指标完成情况 一级
指标
二级指标 三级指标 年度指标值 实际完成值 分值 得分 偏差原因分析及改进措施
(50分)
数量指标 指标1:改造灌区数量 1 1 50 50
……
(30分)
经济效益
指标
指标1:安全度汛 是 是 30 30
满意度指标
(10分)
服务对象
满意度指标
指标1:群众满意度 90% 100% 10 10
总分 100 100`);
    expect(evaluations).toMatchObject([
      {
        amountUnit: '万元',
        goal: { expected: '完成年度防汛工作。', achieved: '完成年度目标。' },
        indicators: [
          { level1: '(50分)', level2: '数量指标', target: '1', actual: '1', weight: 50, score: 50 },
          { level1: '(30分)', level2: '经济效益指标', target: '是', weight: 30 },
          { level1: '满意度指标 (10分)', level2: '服务对象满意度指标', target: '90%', weight: 10 },
        ],
        total: { weight: 100, score: 100 },
      },
    ]);
  });
});

const GLUED =
  '2020年度县级专项资金绩效目标自评表专项资金名称储备粮县级主管部门云岭县粮食局实施单位粮食股项目资金(万元)' +
  '全年预算数(A)全年执行数(B)执行率(B/A)年度资金总额194.9194.9100%其中:中央、省、市补助县级资金194.9194.9100%其他资金' +
  '年度 总体 目标年初设定目标全年实际完成情况保持储备规模保持储备规模绩 效 指 标一级 指标二级 指标三级指标年度指标 值全年 完成值' +
  '未完成原因和 改进措施产 出 指 标质量 指标管理制 度严格执行率100%100%专户管 理率100%10';

describe('glued text with blanks in its labels, in numbered parts', () => {
  const parts = `1、${GLUED}
2、0%效益 指标可持 续影 响指标储备设备维 护及安全性高高满意 度指 标服务 对象 满意 度指 标市民满意度调查90%100%说明无`;

  it('is read as if neither stood there', async () => {
    const { evaluations } = await read(parts);
    const met = { target: '100%', actual: '100%' };
    expect(evaluations).toMatchObject([
      {
        title: '2020年度县级专项资金绩效目标自评表',
        funding: [
          { source: 'total', adjustedBudget: 194.9, executed: 194.9, executionRate: 100 },
          { source: 'central', label: '其中:中央、省、市补助', adjustedBudget: null },
          { source: 'local', adjustedBudget: 194.9, executed: 194.9, executionRate: 100 },
          { source: 'other', adjustedBudget: null },
        ],
        indicators: [
          { level1: '产出指标', level2: '质量指标', level3: '管理制度严格执行率', ...met },
          { level2: '质量指标', level3: '专户管理率', ...met },
          { level2: '可持续影响指标', level3: '储备设备维护及安全性', target: '高', actual: '高' },
          { level1: '满意度指标', level2: '服务对象满意度指标', target: '90%', actual: '100%' },
        ],
      },
    ]);
  });

  it('finds the numbers of a short list in its lines', async () => {
    const { evaluations } = await read('1、项目支出绩效自评表\n2、项目名称食堂');
    expect(evaluations).toEqual([]);
  });
});

describe('words of a page taken apart by its columns', () => {
  it('end a name at the next heading of amounts, and are told where they came into no row', async () => {
    const { evaluations, diagnostics } = await read(
      `云岭县项目支出绩效自评表 (2021年度) 项目名称 公共卫生 主管部门 云岭县卫健局 年初预算 数 0 项目资金 (万元) 年度资金总额
实施单位 云岭县卫生院 全年预算数 全年执行数 分值 执行率 得分 0 207.4538 10 100% 10 207.4538 — 100% — 其中:当年财政拨款 上年结转资金
其他资金 年度 总体 目标 一级 指标 — 公共卫生 年度 实际 指标值 完成值 居民健康档案 38508人 37442人 3 3 新生儿入访视数 214人 214人 2 2`,
    );
    expect(evaluations).toMatchObject([{ supervisor: '云岭县卫健局', goal: { expected: null } }]);
    const told = diagnostics.filter(({ code }) => code === 'unbound-cell').map(({ message }) => message.zh);
    expect(told).toEqual([
      expect.stringContaining('年初预算 数 0'),
      expect.stringContaining('207.4538'),
      expect.stringContaining('年度 总体 目标 一级 指标'),
    ]);
  });
});

it('names a transfer by 转移(项目)名称', async () => {
  const { evaluations } = await read(`转移支付区域(项目)绩效目标自评表
(2021年度)
转移(项目)名称 药物补助资金
中央主管部门
地方主管部门 云岭县卫健局 资金使用单位 云岭县卫健局
项目资金(万元) 全年预算数(A) 全年执行数(B) 执行率(B/A)
年度资金总额: 2300.67 2300.67 100%
总体目标完成情况 总体目标 全年实际完成情况
一级指标 二级指标 三级指标 年度指标值 全年完成值 未完成原因和改进措施
数量指标  指标1:补助医疗机构 37个 37个`);
  const named = { projectName: '药物补助资金', supervisor: '云岭县卫健局', implementer: '云岭县卫健局' };
  expect(evaluations).toMatchObject([named]);
});
