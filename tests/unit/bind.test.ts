// bind and normalize on small forms: what each field came to state, one trap of the field a test.

import { describe, expect, it } from 'vitest';
import { bind } from '../../src/bind/index.ts';
import type { Diagnostic } from '../../src/diagnostic/index.ts';
import { normalize } from '../../src/normalize/index.ts';
import type { Evaluation } from '../../src/record/index.ts';
import type { Document } from '../../src/tree/nodes.ts';
import { type DrawnCell, drawn, flattened } from '../support/drawn.ts';

function read(document: Document): {
  readonly forms: readonly Evaluation[];
  readonly said: readonly Diagnostic[];
} {
  const said: Diagnostic[] = [];
  const ended = <T>(stage: Generator<Diagnostic, T, void>): T => {
    for (;;) {
      const step = stage.next();
      if (step.done) return step.value;
      said.push(step.value);
    }
  };
  return { forms: ended(normalize(ended(bind(document)))), said };
}

function only(document: Document): Evaluation {
  const { forms } = read(document);
  expect(forms).toHaveLength(1);
  return forms[0] as Evaluation;
}

const PROJECT: readonly DrawnCell[] = ['项目名称', ['某项目', 1, 8]];
const LEVELS = ['一级指标', '二级指标', '三级指标'] as const;

function indicatorsOf(form: Evaluation): readonly (readonly (string | null)[])[] {
  return form.indicators.map((row) =>
    [row.level1, row.level2, row.level3, row.target, row.actual, row.weight, row.score].map(
      (stated) => stated && String(stated.value),
    ),
  );
}

describe('the fund block', () => {
  const funding = (headings: readonly string[], ...lines: readonly (readonly string[])[]) =>
    only(drawn([PROJECT, ['项目资金（万元）', '', ...headings], ...lines.map((line) => ['', ...line])]))
      .funding;

  it('takes 预算数 alone for the adjusted budget', () => {
    const [line] = funding(['预算数(A)', '执行数(B)', '执行率(B/A)'], ['年度资金总额', '12.50', '10', '80%']);
    expect([
      line?.initialBudget,
      String(line?.adjustedBudget?.value),
      String(line?.executionRate?.value),
    ]).toEqual([null, '12.50', '80']);
  });

  it('takes 预算数 beside an adjusted budget for the initial one', () => {
    const [line] = funding(['预算数', '调整后预算数', '执行数'], ['总额', '12', '11', '10']);
    expect([String(line?.initialBudget?.value), String(line?.adjustedBudget?.value)]).toEqual(['12', '11']);
  });

  it('knows the source of a line by its label, 其中 or not, the total below its parts', () => {
    const lines = funding(
      ['预算数(A)', '执行数(B)'],
      ['其中：中央补助', '1', '1'],
      ['市县（区）财政资金', '2', '2'],
      ['合计', '3', '3'],
    );
    expect(lines.map(({ source }) => source)).toEqual(['central', 'local', 'total']);
  });

  it('reads a fraction as a rate where the amounts say so', () => {
    const rate = (budget: string, executed: string, printed: string) =>
      String(
        funding(['全年预算数', '全年执行数', '执行率'], ['总额', budget, executed, printed])[0]?.executionRate
          ?.value,
      );
    expect([
      rate('100', '71.25', '0.7125'),
      rate('5', '5', '1'),
      rate('100', '1', '1'),
      rate('100', '71.25', '71.25'),
    ]).toEqual(['71.25', '100', '1', '71.25']);
  });

  it('says so, and gives null, where a number cannot be read', () => {
    const { forms, said } = read(
      drawn([PROJECT, ['项目资金', '', '全年预算数', '全年执行数'], ['', '总额', '约一百', '90']]),
    );
    expect(forms[0]?.funding[0]?.adjustedBudget).toBeNull();
    expect(said.map(({ code, fields }) => [code, fields[0]])).toEqual([
      ['unbound-cell', '/funding/0/adjustedBudget'],
    ]);
  });

  it('takes the points of the heading where no column states a weight', () => {
    const form = only(
      drawn([
        PROJECT,
        ['预算执行情况(万元)(20分)', '', '预算数(A)', '执行数(B)', '得分(20分*执行率)'],
        ['', '年度财政资金总额', '1', '1', '20'],
      ]),
    );
    expect(String(form.funding[0]?.weight?.value)).toBe('20');
  });

  it('has no line where only its headings are printed, points or not', () => {
    const headings = ['预算执行情况(万元)(20分)', '', '预算数(A)', '执行数(B)'];
    expect(only(drawn([PROJECT, headings])).funding).toEqual([]);
  });
});

describe('a rate of what has arrived', () => {
  it.each([
    ['执行率(C/B)', '到位数(B)', true],
    ['执行率（Ｃ／Ｂ）', '到位数（Ｂ）', true],
    ['执行率(C/A)', '到位数(B)', false],
    ['执行率', '到位数(B)', false],
    ['执行率(B/A)', '到位数', false],
  ])('is %s beside %s: %s', (rate, arrived, expected) => {
    const form = only(
      drawn([
        PROJECT,
        ['项目资金（万元）', '', '全年预算数(A)', arrived, '全年执行数(C)', rate],
        ['', '年度资金总额', '100', '80', '80', '100%'],
      ]),
    );
    expect(form.columns.includes('rateOfArrived')).toBe(expected);
  });
});

describe('the indicator block', () => {
  const block = (headings: readonly DrawnCell[], ...rows: readonly (readonly DrawnCell[])[]) =>
    indicatorsOf(only(drawn([PROJECT, headings, ...rows])));

  it('repeats a merged level and a merged score for every row they cover', () => {
    const rows = block(
      [...LEVELS, '年度指标值', '实际完成值', '分值', '得分'],
      [['产出指标', 2, 1], ['数量指标', 2, 1], '甲', '1个', '1个', '5', ['9', 2, 1]],
      ['乙', '2个', '2个', '5'],
    );
    expect(rows).toEqual([
      ['产出指标', '数量指标', '甲', '1个', '1个', '5', '9'],
      ['产出指标', '数量指标', '乙', '2个', '2个', '5', '9'],
    ]);
  });

  it('inherits a blank level only where no level is merged', () => {
    const rows = block(
      [...LEVELS, '指标值', '完成值', '分值', '得分'],
      ['产出指标', '数量指标', '甲', '1', '1', '5', '5'],
      ['', '', '乙', '1', '1', '5', '5'],
      ['效益指标', '', '丙', '1', '1', '5', '5'],
    );
    expect(rows.map((row) => row.slice(0, 3))).toEqual([
      ['产出指标', '数量指标', '甲'],
      ['产出指标', '数量指标', '乙'],
      ['效益指标', null, '丙'],
    ]);
  });

  it('joins sign, amount and unit under a two-level heading, saying nothing twice', () => {
    const rows = block(
      [
        ...LEVELS.map((level) => [level, 2, 1] as const),
        ['年度指标值', 1, 3],
        ['实际完成值', 2, 1],
        ['分值', 2, 1],
        ['得分', 2, 1],
      ],
      ['指标性质', '指标值', '度量单位'],
      ['产出指标', '数量指标', '甲', '≧', '735', '人次', '735', '5', '5'],
      ['产出指标', '质量指标', '乙', '=', '100%', '%', '100%', '5', '5'],
      ['效益指标', '社会效益指标', '丙', '定性', '有效', '', '有效', '5', '5'],
    );
    expect(rows.map((row) => row[3])).toEqual(['≧735人次', '=100%', '有效']);
  });

  it('keeps review scores and scoring rules apart from the score', () => {
    const rows = block(
      [...LEVELS, '指标值', '得分计算方法', '完成值', '分值', '自评得分', '复核分'],
      ['产出指标', '数量指标', '甲', '1', '完成得满分', '1', '5', '4', '3'],
    );
    expect(rows[0]).toEqual(['产出指标', '数量指标', '甲', '1', '1', '5', '4']);
  });

  it('takes 合计 between indicators for that of a group where the total of them all comes after', () => {
    const row = (level: string, points: string) => [level, '数量指标', '甲', '1', '1', points, points];
    const sum = (points: string) => ['合计', '', '', '', '', points, points];
    const of = (placement: 'grid' | 'ragged', ...rows: readonly (readonly DrawnCell[])[]) => {
      const headings = ['绩效指标', ...LEVELS, '指标值', '完成值', '分值', '得分', '偏差原因'];
      const form = only(drawn([PROJECT, headings, ...rows.map((cells) => ['', ...cells])], [], placement));
      return [form.indicators.map(({ level3 }) => level3?.value).join(), String(form.total.score?.value)];
    };
    for (const placement of ['grid', 'ragged'] as const) {
      const groups = [row('产出指标', '5'), sum('5'), row('效益指标', '4'), sum('9')];
      expect(of(placement, ...groups)).toEqual(['甲,甲', '9']);
      expect(of(placement, row('产出指标', '5'), sum('5'), sum('9'))).toEqual(['甲', '5']);
    }
  });

  it.each([[['产出指标小计', 1, 3] as const], ['小计（9分）', '', ''], ['产出指标', '小计', '']])(
    'leaves the subtotal %j out',
    (...name) => {
      const rows = block(
        [...LEVELS, '指标值', '完成值', '分值', '得分'],
        ['产出指标', '数量指标', '甲', '1', '1', '5', '4'],
        ['产出指标', '质量指标', '乙小计表', '1', '1', '4', '4'],
        [...name, '', '', '9', '8'],
        ['效益指标', '社会效益指标', '丙', '1', '1', '5', '5'],
      );
      expect(rows.map((row) => row[2])).toEqual(['甲', '乙小计表', '丙']);
    },
  );

  it('leaves template residue out and makes 其中 rows parts of the row above', () => {
    const form = only(
      drawn([
        PROJECT,
        [...LEVELS, '指标值', '完成值', '分值', '得分'],
        ['产出指标', '数量指标', '★面积', '9亩', '9亩', '5', '5'],
        ['', '', '其中甲', '4亩', '4亩', '', ''],
        ['', '', '指标2：', '', '', '', ''],
        ['', '', '……', '', '', '', ''],
        ['', '', '经济效益', '', '', '', ''],
        ['', '质量指标', '乙', '1', '1', '5', '5'],
      ]),
    );
    expect(form.indicators.map(({ level3, partOf }) => [level3?.value, partOf?.value ?? null])).toEqual([
      ['★面积', null],
      ['其中甲', 0],
      ['乙', null],
    ]);
  });

  it.each([
    ['completes its weight and its score', '4', '3', [null, 0, 0, null]],
    ['does not', '4', '4', [null, 0, null, null]],
  ])('makes a row behind 其中 a part where it %s', (_, weight, score, parts) => {
    const form = only(
      drawn([
        PROJECT,
        [...LEVELS, '指标值', '完成值', '分值', '得分'],
        ['产出指标', '数量指标', '面积', '9亩', '9亩', '10', '9'],
        ['', '', '其中：甲', '4亩', '4亩', '6', '6'],
        ['', '', '乙', '5亩', '5亩', weight, score],
        ['', '', '丙', '5亩', '5亩', '4', '3'],
      ]),
    );
    expect(form.indicators.map(({ partOf }) => partOf?.value ?? null)).toEqual(parts);
  });

  it('skips a heading that is printed again', () => {
    const heading = [...LEVELS, '指标值', '完成值', '分值', '得分'];
    expect(
      block(heading, ['产出指标', '数量指标', '甲', '1', '1', '5', '5'], heading, [
        '',
        '',
        '乙',
        '1',
        '1',
        '5',
        '5',
      ]),
    ).toHaveLength(2);
  });
});

describe('header, goal, total and narrative', () => {
  it('begins at its title where header rows stand above the project', () => {
    const rows = [
      ['填报单位：某局', '2020年度'],
      ['项目名称', '某项目'],
      ['项目资金', '', '全年预算数', '全年执行数'],
    ];
    const title = '某项目支出绩效自评表';
    for (const document of [drawn(rows, [title]), drawn([[[title, 1, 4]], ...rows])])
      expect(only(document).title?.value).toBe(title);
  });

  it('takes the year out of the cell beside its label, and no year for none', () => {
    const yearBeside = (text: string) =>
      only(drawn([PROJECT, ['年度', text], ['项目资金', '', '全年预算数', '全年执行数']])).fiscalYear;
    expect([yearBeside('2020年度')?.value, yearBeside('2020年度')?.text]).toEqual([2020, '2020']);
    expect(yearBeside('本年')).toBeNull();
  });

  const HEADING = [...LEVELS, '指标值', '完成值', '分值', '得分'];
  const ROW = ['产出指标', '数量指标', '甲', '1', '1', '5', '5'];

  it('takes the code out of the supervisor, before or after the name', () => {
    const of = (text: string) => {
      const { supervisor, supervisorCode } = only(drawn([PROJECT, ['主管部门', text], HEADING, ROW]));
      return [supervisorCode?.value ?? null, supervisor?.value];
    };
    expect([of('016某局'), of('[201]某厅'), of('某局（016）'), of('某局')]).toEqual([
      ['016', '某局'],
      ['201', '某厅'],
      ['016', '某局'],
      [null, '某局'],
    ]);
  });

  it('reads labels and values of one cell, and a total that stands in the header', () => {
    const form = only(drawn([['项目名称：某项目'], ['主管部门：某局', '自评总分', '96.5'], HEADING, ROW]));
    expect([form.projectName?.value, form.supervisor?.value, String(form.total.score?.value)]).toEqual([
      '某项目',
      '某局',
      '96.5',
    ]);
  });

  it('takes the total row under its columns and the grade from anywhere in it', () => {
    const { total } = only(drawn([PROJECT, HEADING, ROW, [['总分', 1, 5], '100', '96'], ['备注', '无误']]));
    expect([String(total.weight?.value), String(total.score?.value)]).toEqual(['100', '96']);
    const graded = only(
      drawn([PROJECT, [...HEADING, '原因'], [...ROW, ''], [['总分', 1, 5], '100', '96', '优']]),
    );
    expect(graded.total.grade?.value).toBe('优');
  });

  it.each(['完成预期目标', '请填写年度总体目标（500字以内）', '保障年初目标'])(
    'takes %s for what a goal says',
    (text) => {
      const labels: readonly DrawnCell[] = [['年度总体目标', 2, 1], '预期目标', '实际完成情况'];
      const form = only(drawn([PROJECT, labels, [text, '已完成'], HEADING, ROW]));
      expect([form.goal.expected?.value, form.goal.achieved?.value]).toEqual([text, '已完成']);
    },
  );

  it('takes the goal under its labels, or beside them', () => {
    const under = only(
      drawn([PROJECT, [['年度总体目标', 2, 1], '预期目标', '实际完成情况'], ['甲', '乙'], HEADING, ROW]),
    );
    const beside = only(drawn([PROJECT, ['年度目标', '甲', '实际完成情况', '乙'], HEADING, ROW]));
    for (const form of [under, beside])
      expect([form.goal.expected?.value, form.goal.achieved?.value]).toEqual(['甲', '乙']);
  });

  it('ends at the next project: two forms, the second without a title', () => {
    const rows: readonly (readonly DrawnCell[])[] = [
      PROJECT,
      HEADING,
      ROW,
      ['总分', '', '', '', '', '5', '5'],
      ['项目名称', ['另一项目', 1, 8]],
      HEADING,
      ROW,
    ];
    const { forms } = read(drawn(rows, ['项目支出绩效自评表', '（2021年度）']));
    expect(
      forms.map((form) => [
        form.projectName?.value,
        form.title?.value ?? null,
        form.fiscalYear?.value ?? null,
      ]),
    ).toEqual([
      ['某项目', '项目支出绩效自评表', 2021],
      ['另一项目', null, null],
    ]);
  });

  const FORM = (name: string): readonly (readonly DrawnCell[])[] => [
    ['项目名称', [name, 1, 5]],
    [...LEVELS, '年度指标值', '实际完成值', '得分'],
    ['产出指标', '数量指标', '测站数', '3个', '3个', '10'],
  ];

  it('finds the titles of forms that blank rows part', () => {
    const rows = [
      [['甲绩效自评表', 1, 6]],
      ...FORM('甲'),
      [['', 1, 6]],
      [['', 1, 6]],
      [['', 1, 6]],
      [['乙绩效自评表', 1, 6]],
      [['', 1, 6]],
      ...FORM('乙'),
    ] as const;
    const { forms } = read(drawn(rows));
    expect(forms.map((form) => form.title?.value)).toEqual(['甲绩效自评表', '乙绩效自评表']);
  });

  it('finds forms side by side, and takes two names of one form for no two forms', () => {
    const beside = FORM('甲').map((row, at) => [...row, '', ...(FORM('乙')[at] ?? [])]);
    expect(read(drawn(beside)).forms.map((form) => form.projectName?.value)).toEqual(['甲', '乙']);
    const [, ...rest] = FORM('甲');
    const named = read(drawn([['项目名称', '甲', '', '单位名称', '某站', ''], ...rest])).forms;
    expect(named.map((form) => form.indicators.length)).toEqual([1]);
  });

  it.each([[['预算数', '得分']], [['预算数', '执行数']], [['主管部门', '年初预算数', '执行数', '执行率']]])(
    'finds no form in a list of projects with their %s',
    (headings) => {
      const rows = [
        ['序号', '项目名称', ...headings],
        ['1', '甲', ...headings.map(() => '10')],
      ];
      expect(read(drawn(rows)).forms).toEqual([]);
    },
  );
});

describe('an application for funds', () => {
  const rows = (last: readonly string[]) => [
    ['绩效目标申报表'],
    ['项目名称', '某项目'],
    ['一级指标', '二级指标', '三级指标', '指标值', '分值', ...last],
    ['产出指标', '数量指标', '培训人数', '≥10人', '10', ...last.map(() => '10')],
  ];

  it('is no form: nothing in it was done or scored', () => {
    expect(read(drawn(rows([]))).forms).toEqual([]);
    expect(read(drawn(rows(['得分']))).forms).toHaveLength(1);
  });
});

describe('a row that states nothing', () => {
  const said = (...rows: readonly (readonly DrawnCell[])[]) => {
    const table = drawn([
      PROJECT,
      [...LEVELS, '指标值', '完成值', '分值', '得分'],
      ['产出指标', '数量指标', '甲', '1', '1', '5', '5'],
      [['总分', 1, 5], '5', '5'],
      ...rows,
    ]);
    const { forms, said: told } = read(table);
    expect(forms[0]?.narrative).toEqual([]);
    expect(forms[0]?.indicators).toHaveLength(1);
    return told.map(({ level, code, message }) => [level, code, message.zh]);
  };

  it('is told where it prints numbers', () => {
    expect(said(['加分项', '创新', '表彰', '1次', '1次', '2', '2'])).toEqual([
      ['doubt', 'unbound-cell', '“加分项 创新 表彰 1次 1次 2 2”一行不属于任何栏目，未采用。'],
    ]);
    expect(said([['合计', 1, 5], '5', '4'])).toEqual([
      ['doubt', 'unbound-cell', '“合计 5 4”一行不属于任何栏目，未采用。'],
    ]);
  });

  it('is not told where it is words alone, or a number alone', () => {
    expect(said(['填报人：王芳', '', '联系电话', '见封面'], ['1'])).toEqual([]);
  });
});

describe('flattened text', () => {
  const HEAD =
    '项目支出绩效自评表(2022年度)项目名称某项目主管部门某局实施单位某中心项目资金(万元)全年预算数(A)全年执行数(B)分值执行率(B/A)得分';
  const TAIL =
    '一级指标二级指标三级指标年度指标值实际完成值分值得分产出指标数量指标水标尺≥26米≥26米1010总分100100';

  it('goes on behind 合计 of a first level, whose numbers another level follows', () => {
    const rows = (...totals: readonly string[]) =>
      only(
        flattened(
          [
            '项目支出绩效自评表 (2022年度)',
            '项目名称 某项目 主管部门 某局 实施单位 某中心',
            '一级指标 二级指标 三级指标 年度指标值 实际完成值 分值 得分',
            '产出指标 数量指标 水标尺 ≥26米 26米 10 10',
            ...totals,
          ].join('\n'),
        ),
      );
    const form = rows('合计 10 10', '效益指标 社会效益 受益人口 ≥5人 5人 20 20', '总分 30 30');
    expect(form.indicators.map(({ level3 }) => level3?.value)).toEqual(['水标尺', '受益人口']);
    expect(String(form.total.score?.value)).toBe('30');
    expect(String(rows('合计 10 9', '自评结论 良好').total.score?.value)).toBe('9');
  });

  it('cuts glued digits where types and the row’s own arithmetic agree', () => {
    const form = only(flattened(`${HEAD}年度资金总额:202010100.00%10${TAIL}`));
    const [line] = form.funding;
    expect(
      [line?.adjustedBudget, line?.executed, line?.weight, line?.executionRate, line?.score].map((stated) =>
        String(stated?.value),
      ),
    ).toEqual(['20', '20', '10', '100.00', '10']);
    expect(indicatorsOf(form)[0]?.slice(3)).toEqual(['≥26米', '≥26米', '10', '10']);
  });

  it('leaves a goal without a separator unassigned and says so', () => {
    const { forms, said } = read(
      flattened(`${HEAD}年度资金总额:202010100.00%10年度总体目标预期目标实际完成情况修路三条修了两条${TAIL}`),
    );
    expect([forms[0]?.goal.expected, forms[0]?.goal.achieved]).toEqual([null, null]);
    const [unbound] = said.filter(({ code }) => code === 'unbound-cell');
    expect(unbound?.message.zh).toMatch(/^“修路三条修了两条”：/);
  });
});
