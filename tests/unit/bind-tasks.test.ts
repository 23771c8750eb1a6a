// 部门整体 forms print a block 年度主要任务 with budgets of its own: none of it is a fund line, in any layout.

import { expect, it } from 'vitest';
import { utf8 } from '../support/carriers/plain.ts';
import { reportOn } from '../support/carriers/reading.ts';

type Rows = readonly (readonly string[])[];

async function only(name: string, content: string) {
  const { evaluations } = await reportOn(name, utf8(content));
  expect(evaluations).toHaveLength(1);
  return evaluations[0];
}

const NAME = ['部门（单位）名称', '云川市水利局'];
const FUNDS = [
  ['年度预算申请（万元）', '', '年初预算数', '全年预算数', '全年执行数', '分值', '执行率', '得分'],
  ['', '年度资金总额', '5200.50', '5310.20', '5100.10', '10', '96.04%', '9.60'],
  ['', '其中：基本支出', '2200.50', '2210.20', '2200.10'],
  ['', '项目支出', '3000.00', '3100.00', '2900.00'],
];
const TASKS = [
  ['年度主要任务', '任务名称', '主要内容', '预算数（万元）', '执行数（万元）', '完成情况'],
  ['', '任务1', '河道治理', '1500.00', '1450.00', '已完成'],
  ['', '任务2', '水库除险加固', '1600.00', '1450.00', '已完成'],
];
const REST = [
  ['年度总体目标', '预期目标', '实际完成情况'],
  ['', '完成年度水利建设任务。', '全面完成水利建设任务。'],
  ['绩效指标', '一级指标', '二级指标', '三级指标', '年度指标值', '实际完成值', '分值', '得分'],
  ['', '产出指标', '数量指标', '治理河道长度', '≥20公里', '21公里', '50', '50'],
  ['', '效益指标', '社会效益指标', '受益人口', '≥3万人', '3.2万人', '40', '40'],
];
const TOTAL = ['总分', '', '', '', '', '', '100', '99.60'];
const BEFORE = [NAME, ...FUNDS, ...TASKS, ...REST, TOTAL];
const AFTER = [NAME, ...TASKS, ...FUNDS, ...REST, TOTAL];

const TITLE = '部门整体支出绩效自评表';

function asHtml(rows: Rows): string {
  const cells = (row: readonly string[]) => row.map((text) => `<td>${text}</td>`).join('');
  return `<p>${TITLE}</p><table>${rows.map((row) => `<tr>${cells(row)}</tr>`).join('')}</table>`;
}

const asTabs = (rows: Rows) => [TITLE, '', ...rows.map((row) => row.join('\t'))].join('\n');
const asSpaces = (rows: Rows) =>
  [TITLE, ...rows.map((row) => row.filter((cell) => cell !== '').join(' '))].join('\n');
const asPipes = (rows: Rows) =>
  [`${TITLE} |`, ...rows.map((row) => row.map((cell) => `${cell} |`).join(' '))].join('\n');

const LAYOUTS: readonly (readonly [string, string, (rows: Rows) => string])[] = [
  ['drawn', 'form.html', asHtml],
  ['separated by tabs', 'form.txt', asTabs],
  ['separated by spaces', 'form.txt', asSpaces],
  ['separated by pipes', 'form.txt', asPipes],
];

it.each(LAYOUTS)(
  'keeps the tasks apart from the funds, above or below them: %s',
  async (_, name, written) => {
    for (const rows of [BEFORE, AFTER]) {
      const form = await only(name, written(rows));
      expect(form).toMatchObject({
        funding: [
          { label: '年度资金总额', adjustedBudget: 5310.2, executed: 5100.1 },
          { label: '其中：基本支出', adjustedBudget: 2210.2, executed: 2200.1 },
          { label: '项目支出', adjustedBudget: 3100, executed: 2900 },
        ],
        goal: { achieved: '全面完成水利建设任务。' },
        indicators: [{}, {}],
        total: { score: 99.6 },
      });
    }
  },
);

it('takes the amounts of the tasks for the funds where the form prints no others', async () => {
  const total = ['', '金额合计', '', '3100.00', '2900.00', ''];
  const form = await only('form.html', asHtml([NAME, ...TASKS, total, ...REST, TOTAL]));
  expect(form).toMatchObject({ funding: [{}, {}, { source: 'total', executed: 2900 }] });
});

/** 总额 and its sources below each phase: drawn, the first column of each is the total. */
const DIVIDED = [
  ['年度主要任务', '任务名称', '主要内容', '预算数（万元）', '', '', '执行数（万元）', '', ''],
  ['', '', '', '总额', '财政拨款', '其他资金', '总额', '财政拨款', '其他资金'],
  ['', '任务1', '河道治理', '1500.00', '1500.00', '0.00', '1450.00', '1450.00', '0.00'],
  ['', '金额合计', '', '3100.00', '3000.00', '100.00', '2900.00', '2800.00', '100.00'],
];

it.each([
  ['rows without separators', 'form.txt', asSpaces, TASKS],
  ['divided columns separated by spaces', 'form.txt', asSpaces, DIVIDED],
  ['divided columns separated by pipes', 'form.txt', asPipes, DIVIDED],
  ['divided columns separated by tabs', 'form.txt', asTabs, DIVIDED],
])('guesses no funds among the tasks, and says so: %s', async (_, name, written, tasks) => {
  const rows = [NAME, ...tasks, ...REST, TOTAL];
  const { evaluations, diagnostics } = await reportOn(name, utf8(written(rows)));
  expect(evaluations.map(({ funding }) => funding)).toEqual([[]]);
  expect(diagnostics.filter(({ level }) => level === 'doubt').map(({ code }) => code)).toContain(
    'unbound-cell',
  );
});
