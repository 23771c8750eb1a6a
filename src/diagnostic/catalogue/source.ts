// Words for what befalls a whole source, and for what the program itself has to say.

import { type Entry, SOURCES } from './entry.ts';

const SAID = { zh: '{what}', en: '{what}' };

export const SOURCE_CODES = {
  unreadable: {
    level: 'fatal',
    title: { zh: '无法读取', en: 'Cannot be read' },
    sentence: SAID,
    source: SOURCES.program,
    example: { zh: '文件为空，或内容已损坏。', en: 'The file is empty, or its contents are damaged.' },
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
      zh: '文件可以读取，但其中没有绩效自评表。',
      en: 'The file can be read, but holds no self-evaluation form.',
    },
  },
  'over-limit': {
    level: 'fatal',
    title: { zh: '超出限制', en: 'Over a limit' },
    sentence: SAID,
    source: SOURCES.program,
    example: { zh: '页数、像素或解压后的大小超出限制。', en: 'Too many pages, pixels or inflated bytes.' },
  },
  'timed-out': {
    level: 'fatal',
    title: { zh: '超时', en: 'Timed out' },
    sentence: SAID,
    source: SOURCES.program,
    example: { zh: '处理一个文件的时间超过上限。', en: 'One file took longer than the limit.' },
  },
  crashed: {
    level: 'fatal',
    title: { zh: '处理中崩溃', en: 'Crashed' },
    sentence: SAID,
    source: SOURCES.program,
    example: {
      zh: '处理进程异常退出，其余文件不受影响。',
      en: 'The process that read it ended abnormally; other files are not touched.',
    },
  },
  'uncertain-reading': {
    level: 'doubt',
    title: { zh: '识别没有把握', en: 'Uncertain reading' },
    sentence: SAID,
    source: SOURCES.program,
    example: {
      zh: '“269.78”的识别置信度只有 0.62，也可能是“209.78”。',
      en: '"269.78" was read with a confidence of 0.62 and may be "209.78".',
    },
  },
  'ambiguous-column': {
    level: 'doubt',
    title: { zh: '列的归属不明', en: 'Ambiguous column' },
    sentence: SAID,
    source: SOURCES.program,
    example: {
      zh: '“10次 6次 1 0.6”缺一格；6/10×1=0.6 说明 6次 是实际完成值。',
      en: '"10次 6次 1 0.6" lacks a cell; 6/10 × 1 = 0.6 shows that 6次 is the actual value.',
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
    example: { zh: '文件按 GB18030 解码。', en: 'The file was decoded as GB18030.' },
  },
} as const satisfies Record<string, Entry>;
