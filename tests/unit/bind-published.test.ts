// Layouts as they are published: 四川 with its goal above the funds and two labels beside their headings; lines that are glued rows.

import { describe, expect, it } from 'vitest';
import { conceptIn } from '../../src/form/vocabulary.ts';
import { utf8 } from '../support/carriers/plain.ts';
import { reportOn } from '../support/carriers/reading.ts';

/** Cells with what they span, columns and rows, where that is more than one: `text^columns^rows`. */
const ROWS = [
  ['项目名称^2', '2023年信创设备补助^9'],
  ['主管部门^2', '云岭县司法局^4', '实施单位^2', '云岭县法律援助中心^3'],
  ['项目基本情况^1^3', '1.项目年度目标完成情况^1^2', '项目年度目标^4', '年度目标完成情况^5'],
  ['购买设备,并完成支付。^4', '对照年度目标,说明完成情况(100字以内)^5'],
  ['2.项目实施内容及过程概述', '2023年购买13台电脑。^9'],
  [
    '预算执行情况(10分)^1^4',
    ...[
      '年度预算数(万元)',
      '年初预算',
      '调整后预算数^2',
      '预算执行数^2',
      '预算执行率',
      '权重',
      '得分',
      '原因',
    ],
  ],
  [
    '总额',
    '0.00',
    '3.36^2',
    '3.36^2',
    '100.00%',
    '10',
    '10',
    '1.执行率=执行数/调整后预算数;2.调整的须说明.^1^3',
  ],
  ['其中:财政资金', '0.00', '3.36^2', '3.36^2', '100.00%', '/', '/'],
  ['其他资金', '', '^2', '^2', '', '/', '/'],
  [
    '绩效指标(90分)^1^3',
    ...[
      '一级指标',
      '二级指标',
      '三级指标',
      '指标性质',
      '指标值',
      '度量单位',
      '完成值',
      '权重',
      '得分',
      '未完成原因分析',
    ],
  ],
  ['产出指标', '质量指标', '按要求支付', '=', '100', '%', '100', '60', '60', ''],
  ['效益指标', '社会效益指标', '保障办公', '定性', '优', '', '优', '30', '30', ''],
  ['合计^8', '100', '100', ''],
  ['评价结论^2', '完成得好。^9'],
  ['存在问题^2', '无^9'],
  ['项目负责人:王某^5', '财务负责人:李某^6'],
];

const TITLE = '部门预算项目支出绩效自评表(2023年度)';
const text = (cell: string) => cell.replace(/\^.*/, '');

function html(): string {
  const td = (cell: string) => {
    const [, columns = '1', rows = '1'] = cell.split('^');
    return `<td colspan=${columns} rowspan=${rows}>${text(cell)}</td>`;
  };
  return `<p>${TITLE}</p><table>${ROWS.map((row) => `<tr>${row.map(td).join('')}</tr>`).join('')}</table>`;
}

const LAYOUTS = [
  ['a drawn table', 'form.html', html()],
  [
    'pipes',
    'form.txt',
    [TITLE, ...ROWS.map((row) => row.map(text).join(' | '))].map((row) => `${row} |`).join('\n'),
  ],
  ['a cell a line', 'form.txt', [TITLE, ...ROWS.flat().map(text)].map((cell) => `${cell} |`).join('\n')],
] as const;

describe('a form of 四川', () => {
  it.each(LAYOUTS)('%s', async (_, name, content) => {
    const { evaluations, diagnostics } = await reportOn(name, utf8(content));
    expect(evaluations).toHaveLength(1);
    expect(evaluations[0]).toMatchObject({
      title: TITLE,
      projectName: '2023年信创设备补助',
      implementer: '云岭县法律援助中心',
      amountUnit: '万元',
      goal: { expected: '购买设备,并完成支付。', achieved: '对照年度目标,说明完成情况(100字以内)' },
      funding: [
        {
          source: 'total',
          label: '总额',
          initialBudget: 0,
          adjustedBudget: 3.36,
          executed: 3.36,
          weight: 10,
          score: 10,
        },
        {
          source: 'fiscal',
          label: '其中:财政资金',
          initialBudget: 0,
          executionRate: 100,
          weight: null,
          score: null,
        },
        { source: 'other', initialBudget: null, executionRate: null },
      ],
      indicators: [
        { level1: '产出指标', level3: '按要求支付', target: '=100%', actual: '100', weight: 60, score: 60 },
        { level1: '效益指标', level3: '保障办公', target: '优', actual: '优', weight: 30, score: 30 },
      ],
      total: { weight: 100, score: 100 },
      narrative: [
        { heading: '评价结论', text: '完成得好。' },
        { heading: '存在问题', text: '无' },
      ],
    });
    expect(diagnostics.filter(({ level }) => level === 'error')).toEqual([]);
  });
});

describe('a transfer form whose lines are glued rows', () => {
  it('is cut at its labels', async () => {
    const { evaluations } = await reportOn(
      'form.txt',
      utf8(`公路补助资金(普通省道)绩效目标自评
(2021年度)
转移支付(项目)名称公路补助资金(普通省道)
中央主管部门某部
地方主管部门云岭市交通局资金使用单位云岭市公路中心
项目资金
(万元)

全年预算数(A)全年执行数(B)预算执行率(B/A)
年度资金总额:40003000 75%
 其中:中央补助40003000 75%
地方资金

总体目标完成情况总体目标全年实际完成情况
建设二级公路。
绩效指标一级
指标
二级指标三级指标指标值全年实际完成值未完成原因和改进措施

质量指标建设符合验收要求≥95%96%

效益
指标经济效益
指标
降低成本1010
说明
无`),
    );
    expect(evaluations).toHaveLength(1);
    expect(evaluations[0]).toMatchObject({
      title: '公路补助资金(普通省道)绩效目标自评(2021年度)',
      class: 'transfer',
      projectName: '公路补助资金(普通省道)',
      supervisor: '某部',
      implementer: '云岭市公路中心',
      funding: [
        { source: 'total', adjustedBudget: 4000, executed: 3000, executionRate: 75 },
        { source: 'central', adjustedBudget: 4000, executed: 3000, executionRate: 75 },
        { source: 'local', adjustedBudget: null },
      ],
      indicators: [
        { level2: '质量指标', level3: '建设符合验收要求', target: '≥95%', actual: '96%' },
        { level2: '经济效益指标', level3: '降低成本', target: '10', actual: '10' },
      ],
    });
  });
});

describe('a form of 湖北 with two goals', () => {
  const funds = ['年度财政资金总额', '10', '10', '100%', '20'];
  const headings = ['一级指标', '二级指标', '三级指标', '年初目标值(A)', '实际完成值(B)', '得分'];
  const rows = [
    ['单位名称', '江口市水土保持科研所'],
    ['主管部门', '江口市水利局'],
    ['项目名称', '水土保持监测'],
    ['预算执行情况(万元)(20分)', '', '预算数(A)', '执行数(B)', '执行率(B/A)', '得分(20分*执行率)'],
    ['', ...funds],
    ['年度绩效目标1(40分)', ...headings],
    ['', '产出指标', '质量指标', '监测数据必须合格', '100%', '100%', '20'],
    ['', '产出指标', '进度指标', '取得2018-2022监测资料', '98%', '98%', '19.6'],
    ['年度绩效目标2(40分)', ...headings],
    ['', '产出指标', '质量指标', '数据整编', '100%', '100%', '40'],
    ['总分', '', '', '', '', '', '99.6'],
  ];
  const title = '2020年度水土保持监测项目绩效自评表';

  it.each([
    [
      'drawn',
      'form.html',
      `<p>${title}</p><table>${rows.map((row) => `<tr><td>${row.join('<td>')}`).join('')}</table>`,
    ],
    ['without a separator', 'form.txt', title + rows.flat().join('')],
    ['a cell a line', 'form.txt', [title, ...rows.flat().filter((cell) => cell !== '')].join('\n')],
  ])('%s: reads both blocks, and who is named by 单位名称', async (_, name, content) => {
    const { evaluations, diagnostics } = await reportOn(name, utf8(content));
    expect(evaluations).toHaveLength(1);
    expect(evaluations[0]).toMatchObject({
      title,
      projectName: '水土保持监测',
      implementer: '江口市水土保持科研所',
      supervisor: '江口市水利局',
      funding: [{ adjustedBudget: 10, executed: 10, executionRate: 100, weight: 20, score: 20 }],
      indicators: [
        { level2: '质量指标', level3: '监测数据必须合格', target: '100%', actual: '100%', score: 20 },
        { level2: '进度指标', level3: '取得2018-2022监测资料', target: '98%', actual: '98%', score: 19.6 },
        { level2: '质量指标', level3: '数据整编', target: '100%', actual: '100%', score: 40 },
      ],
      total: { score: 99.6 },
    });
    expect(diagnostics.filter(({ level }) => level === 'error')).toEqual([]);
  });
});

describe('rows without separators but for blanks between their numbers', () => {
  it('keeps a number between blanks whole, a lone one a weight, and a sign before what it compares with', async () => {
    const { evaluations, diagnostics } = await reportOn(
      'form.txt',
      utf8(
        `各单位已完成自评，联系电话:0838-1234567附件:2022年项目绩效自评表云岭县文旅局2022年12月30日部门预算项目支出绩效自评表(2022年度) 项目名称社会保险缴费主管部门云岭县文旅局实施单位(盖章)云岭县文化馆预算执行情况(10分)年度预算数(万元)年初预算调整后预算数预算执行数预算执行率权重得分原因总额12.50 10.00 10.00 100.00% 10 10 其中:财政资金12.50 10.00 10.00 100.00% / / 其他资金 / / 绩效指标(90分)一级指标二级指标三级指标指标性质指标值度量单位完成值权重得分未完成原因分析产出指标数量指标足额保障率=100% 67.5 效益指标经济效益指标结余率≤5% 22.5 合计100 评价结论及时缴纳。改进措施暂无项目负责人:财务负责人:`,
      ),
    );
    expect(evaluations[0]).toMatchObject({
      title: '部门预算项目支出绩效自评表(2022年度)',
      funding: [
        { initialBudget: 12.5, executed: 10, weight: 10, score: 10 },
        { weight: null },
        { executed: null },
      ],
      indicators: [
        { level3: '足额保障率', target: '=100%', actual: null, weight: 67.5, score: null },
        { level3: '结余率', target: '≤5%', actual: null, weight: 22.5, score: null },
      ],
      total: { weight: 100, score: null },
      narrative: [
        { heading: '评价结论', text: '及时缴纳。' },
        { heading: '改进措施', text: '暂无' },
      ],
    });
    expect(diagnostics.filter(({ level }) => level === 'error')).toEqual([]);
  });
});

describe('amounts with their unit, equal in every column', () => {
  it('are no merged cell that an export prints again in each slot', async () => {
    const rows = [
      ['项目名称', '图书馆免费开放'],
      ['项目资金（万元）', '', '年初预算', '全年预算数', '预算执行数', '分值', '执行率(%)', '得分'],
      ['年度资金总额', '1,928.69万元', '1,928.69万元', '1,928.69万元', '10', '100%', '10'],
      ['其中：本年财政拨款', '1,187.42万元', '1,187.42万元', '1,187.42万元', '-', '100%', '-'],
      ['上年结转资金', '741.27万元', '741.27万元', '741.27万元', '-', '100%', '-'],
      ['一级指标', '二级指标', '三级指标', '指标值', '全年完成值', '分值', '得分', '原因'],
      ['产出指标', '数量指标', '档案卷数', '≥7847卷', '7847卷', '45', '45', ''],
      ['质量指标', '系统运行率', '≥90%', '90%', '45', '45', ''],
    ];
    const text = rows.map((row) => `${row.join(' | ')} |`).join('\n');
    const { evaluations, diagnostics } = await reportOn('form.txt', utf8(text));
    expect(evaluations[0]).toMatchObject({
      funding: [
        { adjustedBudget: 1928.69, executed: 1928.69, weight: 10, executionRate: 100, score: 10 },
        { adjustedBudget: 1187.42, executed: 1187.42, weight: null, score: null },
        { adjustedBudget: 741.27, executed: 741.27 },
      ],
      indicators: [
        { level2: '数量指标', target: '≥7847卷', weight: 45, score: 45 },
        { level2: '质量指标', level3: '系统运行率', target: '≥90%', actual: '90%', weight: 45, score: 45 },
      ],
    });
    expect(diagnostics.filter(({ level }) => level === 'error')).toEqual([]);
  });
});

describe('a heading in two rows, with the label of the block over the levels', () => {
  const rows = [
    ['项目名称', '易地搬迁后续扶持'],
    ['绩效指标', '年度指标值', '实际完成值', '分值', '得分', '偏差原因分析及改进措施'],
    ['一级指标', '二级指标', '三级指标', '指标性质', '指标值', '度量单位'],
    ['产出指标', '数量指标', '扶持产业数量', '≥', '5', '个', '6', '60', '60', ''],
    ['效益指标', '经济效益指标', '户均增收', '≥', '2000', '元', '2150', '40', '38', '收成不好'],
    ['其他需要说明的事项', '无'],
    ['总分', '100', '97'],
  ];

  it.each([
    ['tabs', rows.map((row) => row.join('\t'))],
    ['pipes', rows.map((row) => `${row.join(' | ')} |`)],
  ])('%s', async (_, lines) => {
    const { evaluations, diagnostics } = await reportOn('form.txt', utf8(lines.join('\n')));
    expect(evaluations[0]).toMatchObject({
      indicators: [
        { level1: '产出指标', level2: '数量指标', target: '≥5个', actual: '6', weight: 60, score: 60 },
        {
          level1: '效益指标',
          target: '≥2000元',
          actual: '2150',
          weight: 40,
          score: 38,
          deviation: '收成不好',
        },
      ],
      total: { weight: 100, score: 97 },
    });
    expect(diagnostics.filter(({ level }) => level === 'error').map(({ code }) => code)).toEqual([
      'total-score-mismatch',
    ]);
  });
});

describe('a column of numbers left of the levels', () => {
  it('belongs to none of them', async () => {
    const rows = [
      ['项目名称', '图书馆运行', '', '', '', '', '', ''],
      ['序号', '一级指标', '二级指标', '三级指标', '年度指标值', '实际完成值', '分值', '得分'],
      ['1', '产出指标', '数量指标', '接待读者', '≥10万人次', '12万人次', '60', '60'],
      ['2', '', '质量指标', '图书完好率', '≥98%', '97%', '30', '29.7'],
      ['3', '满意度指标', '服务对象满意度指标', '读者满意度', '≥90%', '95%', '10', '10'],
    ];
    const { evaluations } = await reportOn('form.txt', utf8(rows.map((row) => row.join('\t')).join('\n')));
    expect(evaluations[0]).toMatchObject({
      indicators: [
        { level1: '产出指标', level2: '数量指标', level3: '接待读者' },
        { level1: '产出指标', level2: '质量指标', level3: '图书完好率' },
        { level1: '满意度指标', level2: '服务对象满意度指标', level3: '读者满意度' },
      ],
    });
  });
});

/** A form in cells: what stands above the name of the project, its indicator rows under headings, and its total rows. */
function formOf(rows: readonly (readonly string[])[], separator = ','): Uint8Array {
  const width = Math.max(...rows.map((row) => row.length));
  const cells = rows.map((row) => [...row, ...new Array<string>(width - row.length).fill('')]);
  return utf8(cells.map((row) => row.join(separator)).join('\n'));
}

const HEADER = [
  ['项目支出绩效自评表（2022年度）'],
  ['项目名称', '图书馆运行'],
  ['主管部门', '文旅局', '实施单位', '图书馆'],
];
const LEVELS = ['一级指标', '二级指标', '三级指标'];
const HEADINGS = [...LEVELS, '年度指标值', '实际完成值', '分值', '得分'];
const OUTPUT = ['产出指标', '数量指标', '接待读者', '≥10万人次', '12万人次', '60', '60'];
const BENEFIT = ['效益指标', '社会效益指标', '活动', '≥50场', '52场', '40', '40'];

describe('a row as wide as its heading', () => {
  it('stands where it stands, whatever its levels are called', async () => {
    const rows = [
      ...HEADER,
      HEADINGS,
      ['投入和管理目标', '投入管理', '预算执行率', '=100%', '99.08%', '60', '59'],
      ['', '', '资金到位率', '=100%', '100%', '40', '40'],
    ];
    const { evaluations, diagnostics } = await reportOn('form.txt', formOf(rows, '\t'));
    expect(evaluations[0]).toMatchObject({
      indicators: [
        { level1: '投入和管理目标', level2: '投入管理', level3: '预算执行率', weight: 60 },
        { level2: '投入管理', level3: '资金到位率' },
      ],
    });
    expect(diagnostics.map(({ code }) => code)).not.toContain('ambiguous-column');
  });
});

describe('totals', () => {
  it('of groups are called 合计, and that of all 总分', async () => {
    const rows = [
      ...HEADER,
      HEADINGS,
      OUTPUT,
      ['合计', '', '', '', '', '60', '60'],
      BENEFIT,
      ['合计', '', '', '', '', '40', '40'],
      ['总分', '', '', '', '', '100', '100'],
    ];
    const { evaluations, diagnostics } = await reportOn('form.csv', formOf(rows));
    expect(evaluations[0]).toMatchObject({ total: { weight: 100, score: 100 } });
    expect(diagnostics.filter(({ level }) => level === 'error' || level === 'doubt')).toEqual([]);
  });

  it('stand under the weights of the indicators, not of the levels', async () => {
    const headings = [
      '一级指标',
      '分值',
      '二级指标',
      '分值',
      '三级指标',
      '年度指标值',
      '实际完成值',
      '分值',
      '得分',
    ];
    const rows = [
      ...HEADER,
      headings,
      ['产出指标', '60', '数量指标', '60', '接待读者', '≥10万人次', '12万人次', '60', '60'],
      ['效益指标', '40', '社会效益指标', '40', '活动', '≥50场', '52场', '40', '40'],
      ['总分', '', '', '', '', '', '', '100', '99'],
    ];
    const { evaluations } = await reportOn('form.txt', formOf(rows, '\t'));
    expect(evaluations[0]).toMatchObject({ total: { weight: 100, score: 99 } });
  });

  it.each(['优秀', '良好', '较差', '优（≥90）'])('print the grade %s', async (grade) => {
    const rows = [
      ...HEADER,
      [...HEADINGS, '偏差原因'],
      OUTPUT,
      BENEFIT,
      ['总分', '', '', '', '', '100分', '100分', grade],
    ];
    const { evaluations, diagnostics } = await reportOn('form.csv', formOf(rows));
    expect(evaluations[0]).toMatchObject({ total: { weight: 100, score: 100, grade } });
    expect(diagnostics.some(({ code }) => code === 'grade-mismatch')).toBe(!grade.startsWith('优'));
  });

  it('printed in the header are no score of the execution', async () => {
    const rows = [
      ...HEADER,
      ['当年预算数（元）', '12500000.00', '预算执行数（元）', '12385620.50'],
      ['预算执行率（%）', '99.08%', '自评得分', '100', '绩效等级', '优'],
      HEADINGS,
      OUTPUT,
      BENEFIT,
    ];
    const { evaluations } = await reportOn('form.csv', formOf(rows));
    expect(evaluations[0]).toMatchObject({
      funding: [{ adjustedBudget: 12500000, executionRate: 99.08, score: null }],
      total: { score: 100, grade: '优' },
    });
  });
});

describe('what stands above a form', () => {
  it('does not hide its title', async () => {
    const rows = [
      ['附件2'],
      ['项目支出绩效自评表'],
      ['（2022年度）'],
      ...HEADER.slice(1),
      HEADINGS,
      OUTPUT,
      BENEFIT,
    ];
    const { evaluations } = await reportOn('form.csv', formOf(rows));
    expect(evaluations[0]).toMatchObject({
      title: '项目支出绩效自评表',
      fiscalYear: 2022,
      projectName: '图书馆运行',
    });
  });

  it('prints the year in Chinese digits', async () => {
    const rows = [['二〇二二年度项目支出绩效自评表'], ...HEADER.slice(1), HEADINGS, OUTPUT, BENEFIT];
    const { evaluations } = await reportOn('form.csv', formOf(rows));
    expect(evaluations[0]).toMatchObject({ fiscalYear: 2022 });
  });

  it.each(['某省民政厅-036', '某省民政厅 036', '036某省民政厅'])(
    'prints the code of a unit: %s',
    async (supervisor) => {
      const rows = [...HEADER.slice(0, 2), ['主管部门', supervisor], HEADINGS, OUTPUT, BENEFIT];
      const { evaluations } = await reportOn('form.csv', formOf(rows));
      expect(evaluations[0]).toMatchObject({ supervisor: '某省民政厅', supervisorCode: '036' });
    },
  );
});

describe('headings by other names', () => {
  it.each([
    ['计划完成值', '实际完成值', '应得分', '实得分', '扣分理由'],
    ['年初目标', '实际完成', '分值', '自评分值', '评分说明'],
  ])('%s | %s | %s | %s | %s', async (...values) => {
    const rows = [
      ...HEADER,
      ['资金（万元）', '年初预算', '全年预算', '全年支出', '分值', '执行率', '得分'],
      ['年度资金合计', '800', '800', '800', '10', '100%', '10'],
      [...LEVELS, ...values],
      [...OUTPUT, '无误'],
    ];
    const { evaluations } = await reportOn('form.csv', formOf(rows));
    expect(evaluations[0]).toMatchObject({
      funding: [{ source: 'total', adjustedBudget: 800, executed: 800, score: 10 }],
      indicators: [{ target: '≥10万人次', actual: '12万人次', weight: 60, score: 60, deviation: '无误' }],
    });
  });
});

describe('labels that differ from known ones by one letter', () => {
  it('are other words, and a misread letter is none', () => {
    const sources = [
      '专项资金',
      '村级资金',
      '上级资金',
      '非财政资金',
      '省本级资金',
      '镇级资金',
      '州级资金',
      '省级贷金',
    ];
    expect(sources.map((label) => conceptIn('fundingLine', label))).toEqual([
      null,
      null,
      null,
      'other',
      'provincial',
      'local',
      'local',
      'provincial',
    ]);
    expect(['监管部门', '主營部门'].map((label) => conceptIn('header', label))).toEqual([null, 'supervisor']);
  });
});

describe('rows that dropped their blanks', () => {
  it('keep a second level of an unknown name below the first', async () => {
    const rows = [
      ...HEADER,
      [...HEADINGS, '备注'],
      ['投入和管理目标', '投入管理', '预算执行率', '=100%', '99.08%', '10', '9.91'],
      ['管理效率', '预算管理', '编制完整性', '完整', '完整', '50', '50'],
      ['资产管理', '资产利用率', '≥95%', '96%', '20', '20'],
      ['社会效应', '社会效益', '保障率', '≥95%', '98%', '20', '20'],
    ].map((row) => row.join('\t'));
    const { evaluations } = await reportOn('form.txt', utf8(rows.join('\n')));
    expect(evaluations[0]).toMatchObject({
      indicators: [
        { level1: '投入和管理目标', level2: '投入管理', level3: '预算执行率' },
        { level1: '管理效率', level2: '预算管理' },
        { level1: '管理效率', level2: '资产管理', level3: '资产利用率' },
        { level1: '社会效应', level2: '社会效益' },
      ],
    });
  });

  it('give each of three goals its text', async () => {
    const rows = [
      ...HEADER,
      ['当年绩效目标', '年初绩效目标', '全年绩效目标', '目标实际完成情况'],
      ['提升12家', '提升11家', '完成10家'],
      HEADINGS,
      OUTPUT,
      BENEFIT,
    ].map((row) => row.join('\t'));
    const { evaluations } = await reportOn('form.txt', utf8(rows.join('\n')));
    expect(evaluations[0]).toMatchObject({ goal: { expected: '提升12家', achieved: '完成10家' } });
  });
});

describe('a column whose heading is unknown', () => {
  const read = async (...values: readonly string[]) =>
    reportOn('form.csv', formOf([...HEADER, [...LEVELS, ...values], [...OUTPUT, '0'], [...BENEFIT, '0']]));

  it('is the one field that is left, where that one stands by custom', async () => {
    const { evaluations, diagnostics } = await read('承诺水平', '实际完成值', '分值', '得分', '偏差原因');
    expect(evaluations[0]).toMatchObject({ indicators: [{ target: '≥10万人次' }, { target: '≥50场' }] });
    expect(diagnostics.map(({ code }) => code)).not.toContain('unbound-cell');
  });

  it('is told where it prints numbers', async () => {
    const { evaluations, diagnostics } = await read('年度指标值', '实际完成值', '分值', '得分', '减去');
    expect(evaluations[0]).toMatchObject({ indicators: [{ weight: 60, score: 60, deviation: null }, {}] });
    expect(
      diagnostics.filter(({ code }) => code === 'unbound-cell').map(({ message }) => message.zh),
    ).toEqual([expect.stringContaining('“减去”一栏')]);
  });
});

describe('a unit that is not named', () => {
  it.each([
    [['预算单位', '图书馆'], []],
    [['预算单位', '图书馆', '主管部门', ''], ['/supervisor']],
  ])('is missing where its label is printed: %j', async (units, missing) => {
    const rows = [...HEADER.slice(0, 2), units, HEADINGS, OUTPUT, BENEFIT];
    const { diagnostics } = await reportOn('form.csv', formOf(rows));
    const told = diagnostics.filter(({ code }) => code === 'field-missing').flatMap(({ fields }) => fields);
    expect(told).toEqual(missing);
  });
});

describe('a rate printed as a fraction of one decimal, beside 86 %', () => {
  it.each([
    ['0.9', []],
    ['0.8', ['warning']],
    ['0.7', ['error']],
    ['1', ['error']],
  ])('%s gives %j', async (rate, levels) => {
    const rows = [
      ['项目支出绩效自评表（2022年度）'],
      ['项目名称', '校舍维修'],
      ['项目资金（万元）', '年初预算数', '全年预算数', '全年执行数', '分值', '执行率', '得分'],
      ['年度资金总额', '500', '500', '430', '10', rate, '8.6'],
      ['一级指标', '二级指标', '三级指标', '年度指标值', '实际完成值', '分值', '得分'],
      ['产出指标', '数量指标', '维修学校数量', '≥18所', '18所', '90', '90'],
    ];
    const { diagnostics } = await reportOn('form.csv', utf8(rows.map((row) => row.join(',')).join('\n')));
    const told = diagnostics.filter(({ code }) => code === 'execution-rate-mismatch');
    expect(told.map(({ level }) => level)).toEqual(levels);
  });
});
