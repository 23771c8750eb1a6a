// Flattened forms with words that no vocabulary knows, as headings and as lines of funds: what stands beside them is read all the same.

import { expect, it } from 'vitest';
import { utf8 } from '../support/carriers/plain.ts';
import { reportOn } from '../support/carriers/reading.ts';

const ROWS = [
  ['项目名称', '智慧交通运维', '项目负责人及电话', '王某'],
  ['主管部门', '云川市交通运输局', '实施单位', '云川市交通信息中心'],
  ['项目资金', '', '年初预算数', '全年预算数', '全年执行数', '分值', '执行率', '得分'],
  ['', '年度资金总额', '120.00', '118.00', '106.20', '10', '90%', '9'],
  ['', '按支出类型分：基本支出', '120.00', '118.00', '106.20', '—', '90%', '—'],
  ['年度总体目标', '预期目标', '实际完成情况'],
  ['', '保障系统稳定运行。', '系统全年稳定运行。'],
  [
    ...['绩效指标', '一级指标', '二级指标', '三级指标', '目标填报口径'],
    ...['年度指标值', '实际完成值', '分值', '评分'],
  ],
  ['', '产出指标', '数量指标', '运维系统数量', '台账', '≥6套', '6套', '40', '40'],
  ['', '', '质量指标', '系统可用率', '监测平台', '≥99%', '99.5%', '20', '20'],
  ['', '效益指标', '社会效益指标', '通行效率提升', '监测平台', '≥5%', '4%', '20', '16'],
  ['', '满意度指标', '服务对象满意度指标', '公众满意度', '问卷', '≥90%', '92%', '10', '10'],
  ['合计', '100', '95'],
];

const LAYOUTS = [
  ['blanks', ROWS.map((row) => row.filter((cell) => cell !== '').join(' ')).join('\n')],
  ['a cell a line', ROWS.flatMap((row) => row.map((cell) => cell || ' ')).join('\n\n')],
] as const;

it.each(LAYOUTS)('reads past unknown headings, lines and labels: %s', async (_, content) => {
  const { evaluations, diagnostics } = await reportOn('form.txt', utf8(`项目支出绩效自评表\n\n${content}`));
  expect(evaluations).toHaveLength(1);
  expect(evaluations[0]).toMatchObject({
    projectName: '智慧交通运维',
    funding: [
      { label: '年度资金总额', adjustedBudget: 118, executed: 106.2, executionRate: 90, score: 9 },
      {
        label: '按支出类型分：基本支出',
        adjustedBudget: 118,
        executed: 106.2,
        executionRate: 90,
        score: null,
      },
    ],
    goal: { expected: '保障系统稳定运行。', achieved: '系统全年稳定运行。' },
    indicators: [
      { level3: '运维系统数量', target: '≥6套', actual: '6套', weight: 40, score: 40 },
      { level3: '系统可用率', target: '≥99%', actual: '99.5%', weight: 20, score: 20 },
      { level3: '通行效率提升', target: '≥5%', actual: '4%', weight: 20, score: 16 },
      { level3: '公众满意度', target: '≥90%', actual: '92%', weight: 10, score: 10 },
    ],
    total: { weight: 100, score: 95 },
  });
  expect(diagnostics.filter(({ level }) => level === 'error' || level === 'doubt')).toEqual([]);
});

it('cuts glued digits into no part finer than the total, however well its rate comes out', async () => {
  const text = [
    '转移支付区域绩效自评表（2022年度）转移支付名称城镇补助资金主管部门某厅资金情况（万元）全年预算数（A）全年执行数（B）预算执行率（B/A）',
    '年度资金总额：1250.001100.5088.04%其中：中央财政资金800.00750.5093.81%地方资金400.00300.0075%其他资金50.0050.00100%',
    '绩效指标一级指标二级指标三级指标指标值全年实际完成值未完成原因和改进措施产出指标数量指标改造小区个数≥25个26个',
  ].join('');
  const { evaluations, diagnostics } = await reportOn('form.txt', utf8(text));
  expect(evaluations[0]).toMatchObject({ funding: [{}, {}, { adjustedBudget: 400, executed: 300 }, {}] });
  expect(diagnostics.filter(({ level }) => level === 'error')).toEqual([]);
});

it('takes words after a whole value for the reason, though they could be its unit', async () => {
  const text = `转移支付区域绩效自评表
转移支付名称 城镇补助资金
主管部门 某厅
资金情况（万元） 全年预算数（A） 全年执行数（B） 预算执行率（B/A）
年度资金总额 100 88 88%
绩效指标 一级指标 二级指标 三级指标 指标值 全年实际完成值 未完成原因和改进措施
产出指标 数量指标 改造小区个数 ≥25个 24个 手续办理较慢
质量指标 工程合格率 ≥98% 95% 因降雨延期
效益指标 社会效益指标 受益人口 ≥3 万人 4 万人`;
  const { evaluations } = await reportOn('form.txt', utf8(text));
  expect(evaluations[0]).toMatchObject({
    indicators: [
      { actual: '24个', deviation: '手续办理较慢' },
      { actual: '95%', deviation: '因降雨延期' },
      { actual: '4 万人', deviation: null },
    ],
  });
});

const NOTE_ABOVE_TOTAL = [
  ['项目名称', '易地搬迁后续扶持'],
  ['一级指标', '二级指标', '三级指标', '年度指标值', '实际完成值', '分值', '得分', '偏差原因'],
  ['产出指标', '数量指标', '扶持产业数量', '≥5个', '6个', '50', '50'],
  ['效益指标', '经济效益指标', '户均增收', '≥2000元', '2150元', '50', '50'],
  ['其他需要说明的事项', '总分 为自评结果'],
  ['总分', '100', '98.5', '优'],
];

it.each([
  ['blanks', NOTE_ABOVE_TOTAL.map((row) => row.join(' ')).join('\n')],
  ['a cell a line', NOTE_ABOVE_TOTAL.flat().join('\n\n')],
])('reads a total below the remarks: %s', async (_, content) => {
  const { evaluations, diagnostics } = await reportOn('form.txt', utf8(`项目支出绩效自评表\n\n${content}`));
  expect(evaluations[0]).toMatchObject({
    indicators: [{ score: 50 }, { score: 50 }],
    total: { weight: 100, score: 98.5, grade: '优' },
    narrative: [{ heading: '其他需要说明的事项', text: '总分为自评结果' }],
  });
  expect(diagnostics.filter(({ level }) => level === 'error')).toMatchObject([
    { code: 'total-score-mismatch' },
  ]);
});

const NUMBERED = [
  ['项目名称', '图书馆运行'],
  ['年度总体目标', '预期目标', '实际完成情况'],
  ['接待读者10万人次', '接待读者12万人次'],
  ['序号', '一级指标', '二级指标', '三级指标', '年度指标值', '实际完成值', '分值', '得分', '偏差原因'],
  ['1', '产出指标', '数量指标', '接待读者', '≥10万人次', '12万人次', '20', '20'],
  ['2', '质量指标', '图书完好率', '≥98%', '97%', '20', '19.8', '借阅磨损'],
  ['3', '时效指标', '开放天数', '≥330天', '335天', '10', '10'],
  ['4', '效益指标', '社会效益指标', '阅读推广活动', '≥50场', '52场', '50', '50'],
  ['总分', '100', '99.8'],
];

it.each([
  ['blanks', NUMBERED.map((row) => row.join(' ')).join('\n')],
  ['a cell a line', NUMBERED.flat().join('\n\n')],
])('takes numbers under 序号 for no value, and it for no goal: %s', async (_, content) => {
  const { evaluations, diagnostics } = await reportOn('form.txt', utf8(`项目支出绩效自评表\n\n${content}`));
  expect(evaluations[0]).toMatchObject({
    goal: { expected: '接待读者10万人次', achieved: '接待读者12万人次' },
    indicators: [
      { level1: '产出指标', level3: '接待读者', weight: 20, score: 20, deviation: null },
      { level1: '产出指标', level2: '质量指标', score: 19.8, deviation: '借阅磨损' },
      { level2: '时效指标', level3: '开放天数', actual: '335天', weight: 10, score: 10 },
      { level1: '效益指标', level3: '阅读推广活动', weight: 50, score: 50 },
    ],
    total: { weight: 100, score: 99.8 },
  });
  expect(diagnostics.filter(({ level }) => level === 'error' || level === 'doubt')).toEqual([]);
});

it('leaves the place of weight and score to the slashes printed there, and a 0 before them to the rate', async () => {
  const text = `项目支出绩效自评表
项目名称 环卫保洁
项目资金（万元） 年初预算 调整后预算数 预算执行数 预算执行率 权重 得分 原因
总额 2450.00 2450.00 2120.00 86.53% 10 8.65 年末财力紧张
其中：财政资金 2450.00 2450.00 2120.00 86.53% / /
单位资金 0 0 0 0 / /
一级指标 二级指标 三级指标 年度指标值 完成值 权重 得分 未完成原因分析
产出指标 数量指标 清扫面积 ≥260万平方米 260万平方米 90 90`;
  const { evaluations } = await reportOn('form.txt', utf8(text));
  expect(evaluations[0]?.funding).toMatchObject([
    { weight: 10, score: 8.65 },
    { executionRate: 86.53, weight: null, score: null },
    { executed: 0, executionRate: 0, weight: null, score: null },
  ]);
});

it('ends the value of a header label with its cell, and a row of 上海 before the next of its levels', async () => {
  const cells = [
    ...['项目名称', '公园绿地养护经费', '预算单位', '桃浦镇绿化所', '具体实施处室', '养护科'],
    ...['是否为经常性项目', '是', '绩效等级', '优', '自评时间', '2023-03-15'],
    ...['一级指标', '二级指标', '三级指标', '年度指标值', '实际完成值', '权重', '得分', '备注'],
    ...['投入和管理目标', '财务管理', '资金使用合规性', '合规', '合规', '10', '10'],
    ...['产出目标', '数量', '绿地养护面积', '≥85万平方米', '85万平方米', '80', '77.6', '降雨'],
    ...['影响力目标', '长效管理', '制度健全性', '健全', '健全', '10', '10'],
  ];
  const { evaluations } = await reportOn('form.txt', utf8(`项目支出绩效自评表\n\n${cells.join('\n\n')}`));
  expect(evaluations[0]).toMatchObject({
    projectName: '公园绿地养护经费',
    implementer: '桃浦镇绿化所',
    total: { grade: '优' },
    indicators: [
      { level1: '投入和管理目标', level3: '资金使用合规性', deviation: null },
      { level1: '产出目标', level3: '绿地养护面积', weight: 80, score: 77.6, deviation: '降雨' },
      { level1: '影响力目标', level3: '制度健全性', weight: 10, score: 10 },
    ],
  });
});
