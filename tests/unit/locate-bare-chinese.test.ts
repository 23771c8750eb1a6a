// Chinese tables without rules: cells whose text is wrapped, and figures with their units.

import { describe, expect, it } from 'vitest';
import { wordOf } from '../../src/tree/index.ts';
import { across, locatedPages, pageOf, textsOf } from '../support/pdf/paper.ts';

/** Points: print of 10 pt, letters half as wide as characters. */
const [SIZE, PITCH] = [10, 15];
const widthOf = (text: string) =>
  [...text].reduce((sum, char) => sum + (char > '\u2e80' ? SIZE : SIZE / 2), 0);

/** Texts at the places of their columns, one line below another; `|` parts the columns, a blank text leaves its place free. */
const printed = (lines: readonly string[], xs: readonly number[], page = 1, top = 100) =>
  lines.flatMap((line, at) =>
    line.split('|').flatMap((cell, column) => {
      const text = cell.trim();
      const [x, y] = [xs[column] ?? 0, top + PITCH * at];
      return text === ''
        ? []
        : [wordOf(text, { on: 'page', page, box: [x, y, x + widthOf(text), y + SIZE] })];
    }),
  );
const tableOf = (lines: readonly string[], xs: readonly number[]) =>
  textsOf(locatedPages(pageOf([printed(lines, xs)])))[0];

describe('a wrapped Chinese cell', () => {
  const xs = [60, 200, 280, 360];

  it('keeps its last line at the foot of the table', () => {
    const lines = [
      '项目|预算数|完成率|说明',
      '道路养护|100.5|98.2%|已完成',
      '学校建设|20.0|95.0%|已完成年初确定的全部目',
      '|||标',
    ];
    expect(tableOf(lines, xs)?.at(-1)).toEqual(['学校建设', '20.0', '95.0%', '已完成年初确定的全部目标']);
  });

  it('keeps the last line of its label, there and above other rows', () => {
    const lines = [
      '项目|预算数|完成率|说明',
      '农村公路养护工程补助|100.5|98.2%|已完成',
      '资金|||',
      '学校建设|20.0|95.0%|已完成',
      '城镇老旧小区改造工程|30.0|90.0%|已完成',
      '补助|||',
    ];
    expect(tableOf(lines, xs)?.map(([label]) => label)).toEqual([
      '项目',
      '农村公路养护工程补助资金',
      '学校建设',
      '城镇老旧小区改造工程补助',
    ]);
  });

  it('is no title, though its last line stands in the middle', () => {
    const lines = [
      '项目|金额|内容|完成率',
      '道路养护|100.5|建成通车|98.2%',
      '学校建设|20.0|教学楼主体工程以及建|95.0%',
      '||设与设备购置|',
      '医院建设|30.0|购置设备|90.0%',
    ];
    const rows = tableOf(lines, [60, 150, 233, 350]);
    expect(rows?.[2]).toEqual(['学校建设', '20.0', '教学楼主体工程以及建设与设备购置', '95.0%']);
    expect(rows).toHaveLength(4);
  });

  it('takes up neither a total nor a line of its own', () => {
    const lines = [
      '项目|预算数|完成率|说明',
      '道路养护|100.5|98.2%|已完成',
      '城镇老旧小区改造工程|30.0|90.0%|已完成',
    ];
    for (const text of ['其中：', '合计', '二、其他', '注：']) {
      const rows = tableOf([...lines, text, '学校建设|20.0|95.0%|已完成'], xs);
      expect(rows?.[2]?.[0]).toBe('城镇老旧小区改造工程');
    }
  });
});

describe('a row of figures with their units', () => {
  it('is no part of the heading above', () => {
    const lines = [
      '项目|预算|完成|说明',
      '道路养护|120万元|3座|已完成',
      '学校建设|20.0|5.0|已完成',
      '医院建设|30.0|2.0|已完成',
    ];
    const rows = tableOf(lines, [60, 200, 280, 360]);
    expect(rows?.slice(0, 2)).toEqual([
      ['项目', '预算', '完成', '说明'],
      ['道路养护', '120万元', '3座', '已完成'],
    ]);
  });

  it('is a heading where it names years', () => {
    const lines = [
      '项目|2022年决算|2023年预算|说明',
      '道路养护|120|98|已完成',
      '学校建设|20|5|已完成',
      '医院建设|30|2|已完成',
    ];
    const rules = [across(95, 55, 420), across(113, 55, 420), across(160, 55, 420)];
    const rows = textsOf(locatedPages(pageOf([printed(lines, [60, 200, 280, 360])], rules)))[0];
    expect(rows?.[0]).toEqual(['项目', '2022年决算', '2023年预算', '说明']);
  });
});
