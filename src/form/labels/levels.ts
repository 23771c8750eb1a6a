// Names of first and second level indicators, without the suffix 指标 and without weights in brackets.

import type { LabelEntry } from '../vocabulary.ts';

export const LEVEL1_NAMES = [
  { concept: 'output', labels: ['产出', '项目完成', '项目产出', '完成', '产出绩效', '绩效产出', '产出目标'] },
  { concept: 'benefit', labels: ['效益', '效果', '项目效益', '项目效果', '绩效效益', '社会效益和经济效益'] },
  { concept: 'satisfaction', labels: ['满意度', '服务对象满意度', '社会公众满意度', '满意'] },
  { concept: 'cost', labels: ['成本', '项目成本'] },
  { concept: 'decision', labels: ['决策', '项目决策', '投入', '项目投入', '决策类'] },
  {
    concept: 'process',
    labels: [
      '管理',
      '项目管理',
      '过程',
      '项目过程',
      '实施',
      '预算执行',
      '预算执行率',
      '履职效能',
      '管理效率',
      '运行成本',
      '项目实施',
      '投入和管理目标',
      '投入与管理目标',
      '影响力目标',
    ],
  },
] as const satisfies readonly LabelEntry[];

export const LEVEL2_NAMES = [
  { concept: 'quantity', labels: ['数量', '产出数量'] },
  { concept: 'quality', labels: ['质量', '产出质量'] },
  { concept: 'timeliness', labels: ['时效', '产出时效', '进度'] },
  {
    concept: 'cost',
    labels: ['成本', '产出成本', '经济成本', '社会成本', '生态环境成本', '环境成本'],
  },
  { concept: 'economic', labels: ['经济效益', '经济'] },
  { concept: 'social', labels: ['社会效益', '社会'] },
  { concept: 'ecological', labels: ['生态效益', '环境效益', '生态环境效益', '生态', '生态(环境)效益'] },
  { concept: 'sustained', labels: ['可持续影响', '可持续发展', '可持续', '可持续影响力', '长期影响'] },
  {
    concept: 'satisfaction',
    labels: [
      '服务对象满意度',
      '满意度',
      '社会公众满意度',
      '受益对象满意度',
      '受益群体满意度',
      '服务对象满意程度',
      '帮扶对象满意度',
      '社会公众或服务对象满意度',
      '服务对象满意度指标等',
      '相关群体满意度',
    ],
  },
  {
    concept: 'management',
    labels: [
      '项目立项',
      '绩效目标',
      '资金投入',
      '资金管理',
      '组织实施',
      '业务管理',
      '财务管理',
      '投入管理',
      '长效管理',
      '立项管理',
      '项目管理',
      '预算执行',
      '预算执行率',
      '预算管理',
      '资金落实',
      '组织管理',
      '预算编制',
      '立项规范性',
      '目标管理',
    ],
  },
] as const satisfies readonly LabelEntry[];
