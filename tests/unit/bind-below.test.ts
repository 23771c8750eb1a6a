// Prose below the table: which of it is the form's own, and that it is held against the table like prose within.

import { expect, it } from 'vitest';
import { read } from '../../src/index.ts';

const TABLE = `<table>
<tr><td>项目名称</td><td colspan=5>档案数字化</td></tr>
<tr><td>项目资金（万元）</td><td></td><td>全年预算数</td><td>全年执行数</td><td>执行率</td><td>得分</td></tr>
<tr><td></td><td>年度资金总额</td><td>100.00</td><td>98.50</td><td>98.50%</td><td>9.85</td></tr>
<tr><td>一级指标</td><td>三级指标</td><td>年度指标值</td><td>实际完成值</td><td>分值</td><td>得分</td></tr>
<tr><td>产出指标</td><td>数字化页数</td><td>≥100页</td><td>100页</td><td>90</td><td>90</td></tr>
<tr><td colspan=4>总分</td><td>100</td><td>99.85</td></tr>
</table>`;

const pageOf = (...parts: readonly string[]) => `<h2>项目支出绩效自评表</h2>${parts.join('\n')}`;

async function told(page: string) {
  const { evaluations, diagnostics } = await read(new TextEncoder().encode(page));
  return {
    prose: evaluations.map(({ narrative }) => narrative.map(({ heading, text }) => [heading, text])),
    found: diagnostics.flatMap(({ code, fields, level }) => (level === 'error' ? [[code, fields[0]]] : [])),
  };
}

const paragraphs = (...texts: readonly string[]) => texts.map((text) => `<p>${text}</p>`).join('');

it('takes headings and their paragraphs, past whoever filled it in and the notes', async () => {
  const below = paragraphs(
    '填表人：张三',
    '注：得分一档最高不超过分值。',
    '一、项目实施和预算执行情况及分析',
    '全年执行数98.50万元，',
    '资金执行率99.24%。',
    '二、存在问题：支付偏慢。',
    '1.预算不细',
    '填表日期：2024年1月5日',
    '资金执行率90%。',
  );
  expect(await told(pageOf(TABLE, below))).toEqual({
    prose: [
      [
        ['一、项目实施和预算执行情况及分析', '全年执行数98.50万元，资金执行率99.24%。'],
        ['存在问题', '支付偏慢。1.预算不细'],
      ],
    ],
    found: [['narrative-mismatch', '/narrative/0/text']],
  });
});

it.each([
  ['a heading of other matters', ['三、部门决算说明', '资金执行率90%。']],
  ['another part of the document', ['第三部分 名词解释', '资金执行率90%。']],
  ['a table', ['<table><tr><td>科目</td><td>金额</td></tr></table>', '资金执行率90%。']],
])('ends at %s', async (_, after) => {
  const page = pageOf(TABLE, paragraphs('二、存在问题', '改进措施不多，尚可。', ...after));
  expect(await told(page)).toEqual({ prose: [[['二、存在问题', '改进措施不多，尚可。']]], found: [] });
});

it.each([
  ['that begins with other matters', ['部门整体情况如下。', '一、存在问题', '资金执行率90%。']],
  ['of notes', ['备注：资金执行率90%。']],
])('leaves prose %s', async (_, below) => {
  expect(await told(pageOf(TABLE, paragraphs(...below)))).toEqual({ prose: [[]], found: [] });
});

it('leaves prose between two forms, since it may be about either', async () => {
  const page = pageOf(TABLE, paragraphs('存在问题', '支付偏慢。', '项目支出绩效自评表'), TABLE);
  expect((await told(page)).prose).toEqual([[], []]);
});

it.each([
  ['项目支出绩效自评情况分析', '本部门对10个项目开展自评，涉及资金1234.5万元，预算执行率92.3%。'],
  ['三、财政拨款支出决算情况分析', '年初预算5000万元，支出决算4500万元，预算执行率90.00%。'],
  ['存在问题', '无', '部门整体支出绩效评价报告', '全年预算数5000万元，预算执行率90.00%。'],
  ['存在问题', '2023年，全年预算数5000万元，执行数4500万元，预算执行率90.00%。'],
  ['存在问题', '支付偏慢。', '2023年，全年预算数5000万元，预算执行率90.00%。'],
  ['存在问题', '支付偏慢。', '四.整体自评情况。', '全年预算数98.50万元，预算执行率90.00%。'],
])('blames no form for figures that are not its own: %s', async (...below) => {
  expect((await told(pageOf(TABLE, paragraphs(...below)))).found).toEqual([]);
});

it.each([
  ['a stamp and a date', '填报单位（盖章）：某局', '2024年1月5日'],
  ['a note of several lines', '注：1.其他资金包括自筹。', '2.定量指标按比例计分。'],
  ['a page mark', '- 1 -'],
  ['a sentence that opens it', '现将自评情况报告如下：'],
])('finds prose past %s', async (_, ...between) => {
  const page = pageOf(
    TABLE,
    paragraphs(...between, '存在问题', '支付偏慢。', '联系人：张三', '改进措施：加快进度。'),
  );
  expect((await told(page)).prose).toEqual([
    [
      ['存在问题', '支付偏慢。'],
      ['改进措施', '加快进度。'],
    ],
  ]);
});

it('ends a text before a number that would be more of its last figure', async () => {
  const page = pageOf(TABLE, paragraphs('存在问题', '已执行98.50', '2.进度慢'));
  expect((await told(page)).prose).toEqual([[['存在问题', '已执行98.50']]]);
});
