// A JSON Pointer → what a person calls that field: `/funding/0/executed` is “年度资金总额”的全年执行数.
// Surprise: rows are named by what is printed in them, because a reader looks for words on the paper, not for an index.

export type Language = 'zh' | 'en';

/** As much of an evaluation as rows are named by. */
interface NamedRows {
  readonly funding: readonly { readonly label: string }[];
  readonly indicators: readonly { readonly level2: string | null; readonly level3: string | null }[];
  readonly narrative: readonly { readonly heading: string | null }[];
}

type Names = Readonly<Record<string, readonly [zh: string, en: string]>>;

const HEADER: Names = {
  title: ['标题', 'title'],
  class: ['表类', 'class of form'],
  fiscalYear: ['年度', 'fiscal year'],
  projectName: ['项目名称', 'project'],
  projectCode: ['项目编码', 'project code'],
  supervisor: ['主管部门', 'supervisor'],
  supervisorCode: ['主管部门代码', 'supervisor code'],
  implementer: ['实施单位', 'implementer'],
  amountUnit: ['金额单位', 'unit of amounts'],
  funding: ['项目资金', 'funding'],
  goal: ['年度总体目标', 'goal'],
  'goal/expected': ['预期目标', 'expected goal'],
  'goal/achieved': ['实际完成情况', 'goal as achieved'],
  indicators: ['绩效指标', 'indicators'],
  total: ['总分', 'total'],
  'total/weight': ['分值合计', 'total weight'],
  'total/score': ['总分', 'total score'],
  'total/grade': ['评价等级', 'grade'],
  narrative: ['自评结果分析', 'narrative'],
};

const COLUMNS: Names = {
  source: ['资金来源', 'source'],
  label: ['资金名称', 'label'],
  initialBudget: ['年初预算数', 'initial budget'],
  adjustedBudget: ['全年预算数', 'adjusted budget'],
  executed: ['全年执行数', 'executed amount'],
  executionRate: ['执行率', 'execution rate'],
  weight: ['分值', 'weight'],
  score: ['得分', 'score'],
  level1: ['一级指标', 'level 1'],
  level2: ['二级指标', 'level 2'],
  level3: ['三级指标', 'level 3'],
  target: ['年度指标值', 'target'],
  targetQuantity: ['年度指标值', 'target'],
  adjustedTarget: ['调整后指标值', 'adjusted target'],
  adjustedTargetQuantity: ['调整后指标值', 'adjusted target'],
  actual: ['实际完成值', 'actual value'],
  actualQuantity: ['实际完成值', 'actual value'],
  deviation: ['偏差原因', 'deviation'],
  partOf: ['所属指标', 'whole indicator'],
  heading: ['小标题', 'heading'],
  text: ['正文', 'prose'],
};

/** The pointer itself where it names nothing that is known. */
export function fieldName(form: NamedRows | null, pointer: string, language: Language): string {
  const plain = wordOf(HEADER, pointer.slice(1), language);
  if (plain !== null) return plain;
  const [section = '', row = ''] = pointer.slice(1).split('/');
  const printed = printedName(form, section, Number(row));
  const column = columnName(pointer, language);
  if (printed === null) return pointer;
  if (column === null) return `“${printed}”`;
  return language === 'zh' ? `“${printed}”的${column}` : `${column} of “${printed}”`;
}

/** What the columns are called in which a field stands; null outside tables. */
export function columnName(pointer: string, language: Language): string | null {
  return wordOf(COLUMNS, pointer.split('/')[3] ?? '', language);
}

/** What is printed in the row in which a field stands. */
export function rowName(form: NamedRows | null, pointer: string, language: Language): string {
  const [section = '', row = ''] = pointer.slice(1).split('/');
  return printedName(form, section, Number(row)) ?? fieldName(form, pointer, language);
}

/** Whether a text is what its row is called anyway: nothing is told by “甲” of “甲”. */
export function isOwnName(form: NamedRows | null, pointer: string, text: string): boolean {
  return /\/(?:level[23]|label)$/.test(pointer) && rowName(form, pointer, 'zh') === text;
}

function wordOf(names: Names, key: string, language: Language): string | null {
  return (Object.hasOwn(names, key) && names[key]?.[language === 'zh' ? 0 : 1]) || null;
}

function printedName(form: NamedRows | null, section: string, row: number): string | null {
  if (section === 'funding') return form?.funding[row]?.label ?? null;
  if (section === 'indicators') return form?.indicators[row]?.level3 ?? form?.indicators[row]?.level2 ?? null;
  if (section === 'narrative') return form?.narrative[row]?.heading ?? null;
  return null;
}
