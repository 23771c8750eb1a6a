// Words for what a form lacks, and for what it shows as a whole.

import { type Entry, SOURCES } from './entry.ts';

export const COMPLETENESS_CODES = {
  'level1-weights-unusual': {
    level: 'note',
    title: { zh: '一级指标分值不同于通常', en: 'Weights by first level are unusual' },
    sentence: {
      zh: '“{level}”分值合计 {computed}，通常为 {usual}。',
      en: 'The weights of “{level}” come to {computed}; {usual} is usual.',
    },
    source: SOURCES.measures,
    example: {
      zh: '产出 36、效益 27、满意度 27；通常为 50、30、10。',
      en: 'Output 36, benefit 27, satisfaction 27; 50, 30 and 10 are usual.',
    },
  },
  'dimension-missing': {
    level: 'warning',
    title: { zh: '缺少一级指标', en: 'A dimension is missing' },
    sentence: { zh: '没有{name}指标。', en: 'There is no indicator of {name}.' },
    source: SOURCES.measures,
    example: { zh: '只有产出与效益，没有满意度指标。', en: 'Output and benefit, but no satisfaction.' },
  },
  'template-residue': {
    level: 'note',
    title: { zh: '模板文字未清除', en: 'Template text left in' },
    sentence: {
      zh: '“{stated}”是模板文字，未填写或未清除。',
      en: '“{stated}” was left over from the template.',
    },
    source: SOURCES.practice,
    example: {
      zh: '“（填写全年实际完成情况，100字以内）”。',
      en: 'An instruction such as （填写…100字以内）.',
    },
  },
  'goal-missing': {
    level: 'warning',
    title: { zh: '预期目标空白', en: 'Expected goal blank' },
    sentence: { zh: '年度总体目标的预期目标一栏空白。', en: 'The expected goal of the year is blank.' },
    source: SOURCES.measures,
    example: { zh: '预期目标一栏没有文字。', en: 'The cell of the expected goal is empty.' },
  },
  'field-missing': {
    level: 'warning',
    title: { zh: '应填未填', en: 'A field is blank' },
    sentence: { zh: '{what}未填写。', en: 'Left blank: {what}.' },
    source: SOURCES.practice,
    example: { zh: '某一指标行没有实际完成值。', en: 'An indicator row has no actual value.' },
  },
  'all-full-marks': {
    level: 'note',
    title: { zh: '全部满分', en: 'Full marks throughout' },
    sentence: {
      zh: '全部 {rows} 项指标均得满分。',
      en: 'All {rows} indicators have full marks.',
    },
    source: SOURCES.practice,
    example: { zh: '十项以上指标无一扣分。', en: 'Ten or more indicators, none short of full marks.' },
  },
} as const satisfies Record<string, Entry>;
