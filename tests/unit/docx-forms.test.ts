// One form in the ways in which Word and WPS lay forms out: text boxes, tables in tables, tables cut at a page, tracked changes.
// Surprise: each variant is the same paper, so each must give the record of the plain table, evidence aside.

import { describe, expect, it } from 'vitest';
import { reportOn } from '../support/carriers/reading.ts';
import { docxOf } from '../support/hostile/packages.ts';

const p = (inner: string, props = '') => `<w:p><w:pPr>${props}</w:pPr>${inner}</w:p>`;
const t = (text: string) => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;
const tcOf = (content: string, props = '') => `<w:tc><w:tcPr>${props}</w:tcPr>${content}</w:tc>`;
const tc = (text: string, props = '') => tcOf(p(t(text)), props);
const tr = (cells: string, props = '') => `<w:tr><w:trPr>${props}</w:trPr>${cells}</w:tr>`;
const tbl = (...rows: readonly string[]) => `<w:tbl>${rows.join('')}</w:tbl>`;
const span = (columns: number) => `<w:gridSpan w:val="${columns}"/>`;
const RESTART = '<w:vMerge w:val="restart"/>';
const CONTINUE = '<w:vMerge/>';
const DELETED = '<w:del w:id="1" w:author="某"/>';

const SHAPES =
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:v="urn:schemas-microsoft-com:vml"';

/** As Word writes it: once for itself and once, as a fallback, for the programs before 2010. */
function box(content: string): string {
  const inner = `<w:txbxContent>${content}</w:txbxContent>`;
  const shape = `<wp:anchor><wp:positionH><wp:posOffset>-1234</wp:posOffset></wp:positionH><a:graphic><a:graphicData><wps:wsp><wps:txbx>${inner}</wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:anchor>`;
  return `<w:r><mc:AlternateContent ${SHAPES}><mc:Choice Requires="wps"><w:drawing>${shape}</w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>${inner}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>`;
}

const TITLE = p(t('项目支出绩效自评表')) + p(t('（2022年度）'));
const HEADER = [
  tr(tc('项目名称', span(3)) + tc('智慧水务平台', span(7))),
  tr(tc('主管部门', span(3)) + tc('某市水务局', span(3)) + tc('实施单位', span(2)) + tc('信息中心', span(2))),
];
const FUNDS = [
  ['', '年初预算数', '全年预算数', '全年执行数', '分值', '执行率', '得分'],
  ['年度资金总额', '120.00', '100.00', '95.00', '10', '95.00%', '9.5'],
  ['其中：当年财政拨款', '120.00', '100.00', '95.00', '—', '95.00%', '—'],
].map((texts) => texts.map((text) => tc(text)).join(''));
const FUNDING = FUNDS.map((cells, at) =>
  tr(tc(at === 0 ? '项目资金（万元）' : '', span(3) + (at === 0 ? RESTART : CONTINUE)) + cells),
);
const GOAL = [
  tr(tc('年度总体目标', RESTART) + tc('预期目标', span(5)) + tc('实际完成情况', span(4))),
  tr(tc('', CONTINUE) + tc('建成平台，接入站点20处。', span(5)) + tc('平台建成，接入站点18处。', span(4))),
];
const HEADINGS = ['一级指标', '二级指标', '三级指标', '年度指标值', '实际完成值', '分值', '得分', '原因'];
const ROWS = [
  ['数量指标', '接入站点数', '≥20处', '18处', '20', '18', '两处征地未完成'],
  ['质量指标', '验收合格率', '100%', '100%', '15', '15', ''],
  ['时效指标', '完工时间', '12月底前', '11月30日', '15', '15', ''],
  ['社会效益指标', '漏损率下降', '≥3%', '3.2%', '30', '30', ''],
  ['服务对象满意度', '用户满意度', '≥90%', '92%', '10', '10', ''],
];
const LEVEL1 = ['产出指标', '', '', '效益指标', '满意度指标'];

/** Rows of the indicator block; the name takes `nameSpan` columns of the grid. `label` is left of them, where the table has one. */
function indicatorRows(
  rows: readonly (readonly string[])[],
  { label, nameSpan }: { label: boolean; nameSpan: number },
): readonly string[] {
  return rows.map((texts, at) => {
    const cells = texts.slice(1).map((text, column) => tc(text, column === 1 ? span(nameSpan) : ''));
    const [level = ''] = texts;
    const merge = level === '' ? CONTINUE : RESTART;
    const left = label ? tc(at === 0 ? '绩效指标' : '', at === 0 ? RESTART : CONTINUE) : '';
    return tr(left + tc(level, level === '' && at > 0 ? CONTINUE : merge) + cells.join(''));
  });
}

const INDICATORS = ROWS.map((row, at) => [LEVEL1[at] ?? '', ...row]);
const total = (columns: number) => tr(tc('总分', span(columns)) + tc('100') + tc('97.5') + tc(''));
const WHOLE_BLOCK = [...indicatorRows([HEADINGS, ...INDICATORS], { label: true, nameSpan: 2 }), total(7)];
const UPPER = [
  ...HEADER,
  ...FUNDING,
  ...GOAL,
  ...indicatorRows([HEADINGS, ...INDICATORS.slice(0, 2)], { label: true, nameSpan: 2 }),
];
/** What stands below the cut: the level goes on as a blank. */
const LOWER = INDICATORS.slice(2);

const FORM = tbl(...HEADER, ...FUNDING, ...GOAL, ...WHOLE_BLOCK);

const recordOf = async (body: string) => {
  const { evaluations } = await reportOn('form.docx', docxOf(body));
  return evaluations.map(({ evidence: _, ...record }) => record);
};

describe('a form in Word', () => {
  it('is read where it is one plain table', async () => {
    const [record, ...others] = await recordOf(TITLE + FORM);
    expect(others).toEqual([]);
    expect(record).toMatchObject({
      title: '项目支出绩效自评表',
      fiscalYear: 2022,
      funding: [
        { initialBudget: 120, executed: 95, score: 9.5 },
        { executed: 95, weight: null },
      ],
      goal: { achieved: '平台建成，接入站点18处。' },
      total: { weight: 100, score: 97.5 },
    });
    const indicators = record?.indicators as readonly { level1: string; level3: string; score: number }[];
    expect(indicators.map(({ level1, level3, score }) => [level1, level3, score])).toEqual([
      ['产出指标', '接入站点数', 18],
      ['产出指标', '验收合格率', 15],
      ['产出指标', '完工时间', 15],
      ['效益指标', '漏损率下降', 30],
      ['满意度指标', '用户满意度', 10],
    ]);
  });

  it.each([
    ['all of it in a text box', p(box(TITLE + FORM + p('')))],
    ['its title in a text box', p(box(TITLE)) + FORM],
    ['a score in a text box', TITLE + FORM.replace(p(t('9.5')), p(box(p(t('9.5')))))],
    ['all of it in a cell', tbl(tr(tcOf(TITLE + FORM + p(''))))],
    [
      'its funds as a table in a cell',
      TITLE +
        tbl(
          ...HEADER,
          tr(
            tc('项目资金（万元）', span(3)) + tcOf(tbl(...FUNDS.map((cells) => tr(cells))) + p(''), span(7)),
          ),
          ...GOAL,
          ...WHOLE_BLOCK,
        ),
    ],
    [
      'its indicators as a table in a cell, the total outside',
      TITLE +
        tbl(
          ...HEADER,
          ...FUNDING,
          ...GOAL,
          tr(
            tc('绩效指标') +
              tcOf(
                tbl(...indicatorRows([HEADINGS, ...INDICATORS], { label: false, nameSpan: 1 })) + p(''),
                span(9),
              ),
          ),
          total(7),
        ),
    ],
    [
      'the texts of its goal in frames of their own',
      TITLE +
        FORM.replace(
          p(t('建成平台，接入站点20处。')),
          tbl(tr(tc('建成平台，接入站点20处。'))) + p(''),
        ).replace(p(t('平台建成，接入站点18处。')), tbl(tr(tc('平台建成，接入站点18处。'))) + p('')),
    ],
    [
      'a table for each block',
      TITLE +
        p(t('一、基本情况')) +
        tbl(...HEADER) +
        p(t('二、资金情况')) +
        tbl(...FUNDING) +
        p(t('三、总体目标')) +
        tbl(...GOAL) +
        p(t('四、绩效指标')) +
        tbl(...WHOLE_BLOCK),
    ],
    [
      'cut at a page',
      TITLE +
        tbl(...UPPER) +
        p('') +
        tbl(...indicatorRows(LOWER, { label: true, nameSpan: 2 }).map(withoutLabel), total(7)),
    ],
    [
      'cut at a page, the lower part in a grid of its own',
      TITLE +
        tbl(...UPPER) +
        p(t('— 1 —')) +
        tbl(...indicatorRows(LOWER, { label: true, nameSpan: 1 }).map(withoutLabel), total(6)),
    ],
    [
      'cut at a page, the lower part in a grid without the label of the block',
      TITLE + tbl(...UPPER) + p('') + tbl(...indicatorRows(LOWER, { label: false, nameSpan: 1 }), total(5)),
    ],
    [
      'revised: rows deleted, a value replaced',
      TITLE +
        FORM.replace(total(7), tr(tc('旧行', span(10)), DELETED) + total(7)).replace(
          t('18处'),
          `<w:del w:id="2"><w:r><w:delText>16处</w:delText></w:r></w:del><w:moveFrom w:id="3">${t('17处')}</w:moveFrom><w:ins w:id="4">${t('18')}</w:ins><w:moveTo w:id="5">${t('处')}</w:moveTo>`,
        ),
    ],
    [
      'revised: the mark between two halves of the title deleted',
      p(t('项目支出'), `<w:rPr>${DELETED}</w:rPr>`) + p(t('绩效自评表')) + p(t('（2022年度）')) + FORM,
    ],
    [
      'revised: a table deleted before it',
      TITLE + FORM.replaceAll('<w:trPr>', `<w:trPr>${DELETED}`) + p('') + FORM,
    ],
  ])('is read with %s', async (_, body) => {
    expect(await recordOf(body)).toEqual(await recordOf(TITLE + FORM));
  });
});

function withoutLabel(row: string): string {
  return row.replace(t('绩效指标'), '');
}
