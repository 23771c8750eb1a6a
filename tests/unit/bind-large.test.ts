// Documents far longer than any form: binding takes time in proportion. Each of these once took minutes.

import { expect, it } from 'vitest';
import { bind } from '../../src/bind/index.ts';
import type { Document } from '../../src/tree/nodes.ts';
import { drawn, flattened } from '../support/drawn.ts';

const HEADER = '某项目绩效自评表\n项目名称 某项目\n项目资金 全年预算数 全年执行数\n年度资金总额 1 1\n';
const INDICATORS =
  '\n一级指标 二级指标 三级指标 年度指标值 实际完成值 分值 得分\n产出指标 数量指标 甲 1 1 5 5';

const DOCUMENTS: Readonly<Record<string, () => Document>> = {
  'rows of titles': () => drawn(Array.from({ length: 20_000 }, () => ['某项目绩效自评表', ''])),
  'blanks inside a line': () => flattened(`项目名称：某${' '.repeat(150_000)}项目\n${HEADER}${INDICATORS}`),
  'a goal without a gap': () =>
    flattened(`${HEADER}年度总体目标 预期目标 实际完成情况 ${'做1'.repeat(20_000)}${INDICATORS}`),
  'one word before a form': () =>
    flattened(`${'在绩效'.repeat(20_000)}${HEADER}${INDICATORS}`.replace(/\s/g, '')),
};

it.each(Object.entries(DOCUMENTS))(
  '%s',
  (_, make) => {
    const document = make();
    const start = process.cpuUsage();
    const stage = bind(document);
    while (!stage.next().done);
    const { user } = process.cpuUsage(start);
    expect(user / 1e6).toBeLessThan(5);
  },
  60_000,
);
