// The head of one form: title, year, unit of amounts, who asks and who does.

import type { Chance } from '../scan/random.ts';
import type { Family } from './family.ts';
import type { HeaderPair, Plan } from './plan.ts';
import { chancesOf } from './style.ts';
import * as W from './words.ts';

type Head = Pick<Plan, 'title' | 'year' | 'lines' | 'header' | 'supervisor' | 'unit'>;

export function headerOf(chance: Chance, family: Family): Head {
  const year = chance.whole(2020, 2024);
  const project = `${chance.pick(W.PROJECTS)}${chance.pick(W.PROJECT_ENDS)}`;
  const title = chance
    .pick(family.titles)
    .replace('{year}', String(year))
    .replace('{project}', project)
    .replace('项目项目', '项目');
  const place = chance.pick(W.PLACES);
  const unit = chance.pick(family.units);
  const supervisor = supervisorOf(chance, family, `${place}${chance.pick(W.BODIES)}`);
  const about = {
    title,
    year,
    unit,
    project,
    supervisor,
    implementer: `${place}${chance.pick(W.UNITS_BELOW)}`,
  };
  return {
    title,
    year,
    unit,
    supervisor,
    lines: linesOf(chance, family, about),
    header: pairsOf(chance, family, about),
  };
}

interface About {
  readonly title: string;
  readonly year: number;
  readonly unit: string;
  readonly project: string;
  readonly supervisor: Plan['supervisor'];
  readonly implementer: string;
}

function supervisorOf(chance: Chance, family: Family, name: string): Plan['supervisor'] {
  const isCoded = family.habits.includes('supervisorCode') && chancesOf(chance, 0.8);
  return { name, code: isCoded ? String(chance.whole(1, 399)).padStart(3, '0') : null };
}

function linesOf(chance: Chance, family: Family, { title, year, unit }: About): readonly string[] {
  const yearLine = title.includes(String(year))
    ? []
    : [chance.pick([`（${year}年度）`, `(${year}年度)`, `（${year} 年度）`])];
  const unitLine =
    family.unitAt === 'line' ? [chance.pick([`单位：${unit}`, `金额单位：${unit}`, `单位:${unit}`])] : [];
  const annex = family.habits.includes('annexNumber') && chancesOf(chance, 0.5) ? ['公开14表'] : [];
  return [...yearLine, ...annex, ...unitLine];
}

function pairsOf(chance: Chance, family: Family, about: About): Plan['header'] {
  const { name, code } = about.supervisor;
  const project = {
    label: chance.pick(['项目名称', '项目名称', '项目名称：']),
    text: about.project,
    field: '/projectName',
  } as const;
  return [
    [project, ...codeOf(chance)],
    [
      {
        label: chance.pick(['主管部门', '主管部门', '主管单位', '主管部门及代码']),
        text: `${code ?? ''}${name}`,
        field: '/supervisor',
      },
      {
        label: chance.pick(['实施单位', '实施单位', '项目单位', '实施单位（盖章）']),
        text: about.implementer,
        field: '/implementer',
      },
    ],
    ...othersOf(chance, family),
  ];
}

function codeOf(chance: Chance): readonly HeaderPair[] {
  if (!chancesOf(chance, 0.15)) return [];
  return [{ label: '项目编码', text: `53${chance.whole(10_000_000, 99_999_999)}`, field: '/projectCode' }];
}

function othersOf(chance: Chance, family: Family): Plan['header'] {
  const rows: HeaderPair[][] = [];
  if (chancesOf(chance, 0.2))
    rows.push([
      { label: '项目负责人', text: chance.pick(['李某', '王某某', '张某']), field: null },
      {
        label: '联系电话',
        text: `0${chance.whole(311, 899)}-${chance.whole(2_000_000, 8_999_999)}`,
        field: null,
      },
    ]);
  if (family.habits.includes('checkboxes'))
    rows.push([{ label: '项目类别', text: '☑本级项目 □转移支付项目', field: null }]);
  if (family.totalAt === 'header') rows.push(totalPairs(chance, family));
  return rows;
}

function totalPairs(chance: Chance, family: Family): HeaderPair[] {
  const total: HeaderPair = { label: chance.pick(family.totalLabels), text: '', field: '/total/score' };
  if (!family.habits.includes('grade')) return [total];
  return [total, { label: chance.pick(['评价等级', '自评等级', '等次']), text: '', field: '/total/grade' }];
}
