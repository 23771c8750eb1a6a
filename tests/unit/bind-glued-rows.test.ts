// Text whose cells nothing separates: fund lines, targets with units and months, and words said twice are cut; what cannot be is said.

import { describe, expect, it } from 'vitest';
import { utf8 } from '../support/carriers/plain.ts';
import { type ReadReport, reportOn } from '../support/carriers/reading.ts';
import { FORMS } from '../support/published/forms.ts';
import { drawnForm, statementsOf } from '../support/published/written.ts';

const HEAD =
  '项目支出绩效自评表\n（2022年度）\n项目名称某项目\n主管部门某局实施单位某站\n项目资金（万元）年初预算数全年预算数全年执行数分值执行率得分';
const INDICATORS = '绩效指标一级指标二级指标三级指标年度指标值实际完成值分值得分偏差原因分析及改进措施';

async function reported(...lines: readonly string[]): Promise<ReadReport> {
  return reportOn('form.txt', utf8([HEAD, ...lines].join('\n')));
}

type Values = Readonly<Record<string, string | number | null>>;

function rowsOf({ evaluations }: ReadReport, list: string, names: string) {
  const rows = (evaluations[0]?.[list] ?? []) as unknown as readonly Values[];
  return rows.map((row) => names.split(' ').map((name) => row[name]));
}

describe('fund lines', () => {
  it.each([
    ['年度资金总额5005004801096.00%9.6', [500, 500, 480, 10, 96, 9.6]],
    ['年度资金总额1,320.001,405.601,398.2110.099.5%9.9', [1320, 1405.6, 1398.21, 10, 99.5, 9.9]],
    ['年度资金总额4520.64980.24731.21095.00%9.5', [4520.6, 4980.2, 4731.2, 10, 95, 9.5]],
    ['年度资金总额185.50185.50178.641096.309.63', [185.5, 185.5, 178.64, 10, 96.3, 9.63]],
    ['年度资金总额5005005001010', [500, 500, 500, 10, null, 10]],
  ])('%s', async (line, expected) => {
    const report = await reported(line, `${INDICATORS}\n产出指标数量指标长度≥5公里5公里1010`);
    const names = 'initialBudget adjustedBudget executed weight executionRate score';
    expect(rowsOf(report, 'funding', names)).toEqual([expected]);
  });

  it('leave the dashes of a blank cell to the line that ends with them', async () => {
    const report = await reported(
      '年度资金总额5005004801096.00%9.6',
      '其中：财政拨款500500480—96.00%—',
      '其他资金000---',
      `${INDICATORS}\n产出指标数量指标长度≥5公里5公里1010`,
    );
    expect(rowsOf(report, 'funding', 'label executed score')).toEqual([
      ['年度资金总额', 480, 9.6],
      ['其中：财政拨款', 480, null],
      ['其他资金', 0, null],
    ]);
  });

  it('are said to be uncut where no way of cutting fits', async () => {
    const report = await reported('年度资金总额2000.001800.001620.0090.00%109', INDICATORS);
    expect(rowsOf(report, 'funding', 'adjustedBudget executed')).toEqual([[null, null]]);
    expect(report.diagnostics).toContainEqual(
      expect.objectContaining({ level: 'doubt', fields: ['/funding/0/label'] }),
    );
  });
});

it('a text of more units than a form has is read as none, and soon', async () => {
  const headings = '项目名称\n某\n一级指标\n二级指标\n三级指标\n年度指标值\n实际完成值\n分值\n得分\n';
  const rows = '产出指标\n数量指标\n长度\n5\n5\n10\n10\n'.repeat(20_000);
  const { evaluations } = await reportOn('form.txt', utf8(headings + rows));
  expect(evaluations).toEqual([]);
});

describe('indicators', () => {
  it.each([
    ['完工时间12月底前11月30日1010', ['完工时间', '12月底前', '11月30日', 10, 10, null]],
    ['发放时间10月底前11月5日108资料返工', ['发放时间', '10月底前', '11月5日', 10, 8, '资料返工']],
    ['改造成本≤160万元/处148.5万元/处1010', ['改造成本', '≤160万元/处', '148.5万元/处', 10, 10, null]],
    ['补助标准≤38元/亩29.8元/亩1010', ['补助标准', '≤38元/亩', '29.8元/亩', 10, 10, null]],
    ['检测次数（10分）≥48次48次1010', ['检测次数（10分）', '≥48次', '48次', 10, 10, null]],
    ['化肥使用量减少减少1010', ['化肥使用量', '减少', '减少', 10, 10, null]],
  ])('%s', async (row, expected) => {
    const report = await reported('年度资金总额500500500101010', `${INDICATORS}\n产出指标数量指标${row}`);
    expect(rowsOf(report, 'indicators', 'level3 target actual weight score deviation')).toEqual([expected]);
  });
});

describe('whole forms', () => {
  const names = ['内蒙古', '安徽', '黑龙江'];

  it.each(FORMS.filter(({ name }) => names.includes(name)))('$name', async (written) => {
    const { cells, rows } = drawnForm(written);
    const lines = Array.from({ length: rows }, (_, row) =>
      cells
        .filter((cell) => cell.row === row)
        .map(({ text }) => text)
        .join(''),
    );
    const report = await reportOn('form.txt', utf8([...written.lines, ...lines].join('\n')));
    const stated = report.evaluations.flatMap(statementsOf);
    // Nothing tells where the expected goal ends and the achieved one begins; the title is one run with what follows it.
    const certain = written.states.filter((line) => !/^project|修复退化草原|改善实训|保护性耕作5/.test(line));
    expect(certain.filter((line) => !stated.includes(line))).toEqual([]);
    expect(report.diagnostics.filter(({ level }) => level === 'error')).toEqual([]);
  });
});
