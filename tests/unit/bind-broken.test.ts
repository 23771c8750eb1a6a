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

describe('a goal whose labels stand in the cells of its texts', () => {
  const goal = ['年度总体目标', '预期目标：修复草原2万亩，围栏5万米。', '实际完成情况：修复草原1.6万亩。'];
  const rows = [
    ['项目名称', '草原修复'],
    ['主管部门', '云岭旗林草局', '实施单位', '云岭旗草原站'],
    ['项目资金（万元）', '', '年初预算数', '全年预算数', '全年执行数', '分值', '执行率', '得分'],
    ['', '年度资金总额', '260.5', '260.5', '198.3', '10', '76.12%', '7.61'],
    goal,
    ['一级指标', '二级指标', '三级指标', '年度指标值', '实际完成值', '分值', '得分', '偏差原因分析'],
    ['产出指标', '数量指标', '修复面积', '≥2万亩', '1.6万亩', '50', '40', '雨水偏晚，2024年补播'],
    ['产出指标', '数量指标', '围栏长度', '≥5万米', '5.2万米', '40', '40', ''],
    ['总分', '', '', '', '', '100', '87.61', ''],
  ];
  const title = '项目支出绩效自评表（2023年度）';
  const cells = rows.map((row) => row.filter((cell) => cell !== ''));

  it.each([
    ['tabs', [title, ...rows.map((row) => row.join('\t'))].join('\n')],
    ['a cell a line', [title, ...cells.flat()].join('\n')],
    [
      'a cell a line, blanks behind colons',
      [title, ...cells.flat()].join('\n').replace(/：(?=修复)/g, '： '),
    ],
    ['blanks', [title, ...cells.map((row) => row.join(' '))].join('\n')],
    ['one line', [title, ...cells.flat()].join(' ')],
  ])('%s', async (_, text) => {
    const { evaluations, diagnostics } = await read(text);
    expect(evaluations).toMatchObject([
      {
        goal: { expected: '修复草原2万亩，围栏5万米。', achieved: '修复草原1.6万亩。' },
        indicators: [{ level3: '修复面积', deviation: '雨水偏晚，2024年补播' }, { level3: '围栏长度' }],
      },
    ]);
    expect(diagnostics.filter(({ level }) => level === 'error')).toEqual([]);
  });
});

describe('pipes', () => {
  it('join the lines of a row whose cells print line breaks', async () => {
    const { evaluations, diagnostics } = await read(`| 2020年度项目支出绩效自评表 | ||||||||
| 项目名称 |
卫片执法补助 |
|||||||
| 主管部门 | 云岭市资源局 | 实施单位 | 云岭区资源局 | |||||
|
项目资金 (万元) |
年初预算数 | 全年预算数 | 全年执行数 | 分值 | 执行率 | 得分 | ||
| 年度资金总额 | 7.29 | 7.29 | 7.29 | 10 | 100% | 10 | ||
|
年度 总体 目标 |
预期目标 | 实际完成情况 | ||||||
| 支付补助 | 已支付 | |||||||
|
一级 指标 |
二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分 | 偏差原因 | |
| 产出指标 | 质量指标 | 验收合格率 | 100% | 100% | 60 | 60 | ||
| 效益指标 | 社会效益指标 | 责停率 | ≥95% | 95% | 30 | 30 | ||
| 总分 | 100 | 100 | ||||||`);
    expect(evaluations).toMatchObject([
      {
        title: '2020年度项目支出绩效自评表',
        projectName: '卫片执法补助',
        amountUnit: '万元',
        funding: [{ executed: 7.29, weight: 10, executionRate: 100, score: 10 }],
        goal: { expected: '支付补助', achieved: '已支付' },
        indicators: [
          { level1: '产出指标', level3: '验收合格率', actual: '100%', score: 60 },
          { level1: '效益指标', level3: '责停率', target: '≥95%', score: 30 },
        ],
        total: { weight: 100, score: 100 },
      },
    ]);
    expect(diagnostics.filter(({ code }) => code === 'unbound-cell')).toEqual([]);
  });

  it('take a rate without its sign for no points, where the row has lost a blank', async () => {
    const { evaluations } = await read(`项目支出绩效自评表（2020年度） |
项目名称 | 非遗保护 |
项目资金（元） | 年初预算数 | 全年预算数 | 全年执行数 | 分值 | 执行率（%） | 得分 |
年度资金总额 | 500000 | 650000 | 648325.6 | 10 | 99.74 | 9.97 |
其中：财政拨款 | 500000 | 650000 | 648325.6 | 99.74 |
一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分 |
产出指标 | 数量指标 | 记录传承人数 | ≥5位 | 5位 | 90 | 90 |`);
    const part = { executed: 648325.6, weight: null, executionRate: 99.74, score: null };
    expect(evaluations).toMatchObject([{ funding: [{ weight: 10 }, part] }]);
  });

  it('print a total between blanks', async () => {
    const { evaluations } = await read(`项目支出绩效自评表（2021年度）
| 项目名称 | 垃圾分类 |
| 主管部门 | 云阳市城管局 | 实施单位 | 云阳市分类中心 |
| 一级指标 | 二级指标 | 三级指标 | 分值 | 指标值 | 实际完成值 | 评分标准 | 得分 | 偏差原因 |
| 产出 | 产出数量 | 小区数 | 60 | 60个 | 63个 | 达标得满分 | 60 |  |
| 效益 | 社会效益 | 减量率 | 40 | ≥5% | 6% | 达标得满分 | 37.3 | 无 |
| 合计 |  |  | 100 |  |  |  | 97.3 |  |`);
    expect(evaluations).toMatchObject([{ total: { weight: 100, score: 97.3 } }]);
  });
});

it('passes over a heading beside those of the goal, and the levels of a department', async () => {
  const { evaluations } = await read(`项目支出绩效自评表
（2022年度）
项目名称 公路养护 实施（主管）单位 清河县交通局
三、目标完成情况
年度预期目标 具体完成情况 总体完成率
养护公路120公里。 已养护公路120公里。 100%
四、年度绩效指标完成情况
一级指标 二级指标 三级指标 年度指标值 实际完成值 分值 得分
履职效能 重点工作履行情况 阅读活动场次 ≥50场 56场 50 50
社会效应 服务对象满意度 读者满意度 ≥90% 96% 50 50
总分 100 100`);
  expect(evaluations).toMatchObject([
    {
      implementer: '清河县交通局',
      goal: { expected: '养护公路120公里。', achieved: '已养护公路120公里。' },
      indicators: [
        { level1: '履职效能', level2: '重点工作履行情况', level3: '阅读活动场次' },
        { level1: '社会效应', level2: '服务对象满意度', level3: '读者满意度' },
      ],
    },
  ]);
});
