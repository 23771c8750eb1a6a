// Words for what befalls a whole source, and for what the program itself has to say.

import { type Entry, SOURCES } from './entry.ts';

const SAID = { zh: '{what}', en: '{what}' };

export const SOURCE_CODES = {
  unreadable: {
    level: 'fatal',
    title: { zh: '无法读取', en: 'Cannot be read' },
    sentence: SAID,
    source: SOURCES.program,
    example: {
      zh: '下载中断的 DOCX：压缩包没有结尾。',
      en: 'A DOCX whose download broke off: the archive has no end.',
    },
  },
  encrypted: {
    level: 'fatal',
    title: { zh: '文件已加密', en: 'Encrypted' },
    sentence: SAID,
    source: SOURCES.program,
    example: {
      zh: 'PDF 需要打开密码；用 --password 提供。',
      en: 'A PDF that needs a password to open; give it with --password.',
    },
  },
  'unsupported-carrier': {
    level: 'fatal',
    title: { zh: '不支持的文件类型', en: 'Kind of file not supported' },
    sentence: SAID,
    source: SOURCES.program,
    example: { zh: '一个视频文件。', en: 'A video file.' },
  },
  'no-form-found': {
    level: 'fatal',
    title: { zh: '未找到自评表', en: 'No form found' },
    sentence: SAID,
    source: SOURCES.program,
    example: {
      zh: '一篇没有表格的工作总结。',
      en: 'A work report in prose, without a table.',
    },
  },
  'over-limit': {
    level: 'fatal',
    title: { zh: '超出限制', en: 'Over a limit' },
    sentence: SAID,
    source: SOURCES.program,
    example: {
      zh: '2500 页的 PDF，上限为 2000 页；可用 --max-pages 放宽。',
      en: 'A PDF of 2500 pages, where 2000 are the limit; --max-pages allows more.',
    },
  },
  'timed-out': {
    level: 'fatal',
    title: { zh: '超时', en: 'Timed out' },
    sentence: SAID,
    source: SOURCES.program,
    example: {
      zh: '一份 300 页的扫描件，300 秒内没有读完；可用 --timeout 放宽。',
      en: 'A scan of 300 pages that was not done in 300 seconds; --timeout allows more.',
    },
  },
  crashed: {
    level: 'fatal',
    title: { zh: '处理中崩溃', en: 'Crashed' },
    sentence: SAID,
    source: SOURCES.program,
    example: {
      zh: '损坏的图片使解码库崩溃；其余文件照常读完。',
      en: 'A damaged picture brought its decoder down; the other files were read as usual.',
    },
  },
  'uncertain-reading': {
    level: 'doubt',
    title: { zh: '识别没有把握', en: 'Uncertain reading' },
    sentence: SAID,
    source: SOURCES.program,
    example: {
      zh: '“269.78”的识别置信度只有 0.62，也可能是“209.78”。',
      en: '“269.78” was read with a confidence of only 0.62 and may be “209.78”.',
    },
  },
  'ambiguous-column': {
    level: 'doubt',
    title: { zh: '列的归属不明', en: 'Ambiguous column' },
    sentence: SAID,
    source: SOURCES.program,
    example: {
      zh: '“10次 6次 1 0.6”缺一格；6/10 × 1 = 0.6 说明 6次 是实际完成值。',
      en: '“10次 6次 1 0.6” lacks a cell; 6/10 × 1 = 0.6 shows that 6次 is the actual value.',
    },
  },
  'unbound-cell': {
    level: 'doubt',
    title: { zh: '单元格未归入任何字段', en: 'A cell that belongs to no field' },
    sentence: SAID,
    source: SOURCES.program,
    example: {
      zh: '表内有一格文字，不属于任何已知的栏目。',
      en: 'A cell inside the form stands under no known heading.',
    },
  },
  'source-note': {
    level: 'note',
    title: { zh: '说明', en: 'Remark' },
    sentence: SAID,
    source: SOURCES.program,
    example: { zh: '隐藏的工作表未读取：旧表。', en: 'Hidden sheets were not read: 旧表.' },
  },
} as const satisfies Record<string, Entry>;
