// A seed → a made-up self-evaluation form as cells with their texts: what a page shows and what reading it must give.
// Surprise: nothing adds up in these forms; they test eyes, not arithmetic.

import { type Chance, chanceOf } from './random.ts';

export type Kind = 'number' | 'percent' | 'comparator' | 'quantity' | 'prose' | 'dash';

/** Place in the grid, as in the tree; `kind` is null for an empty cell. */
export interface DrawnCell {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
  readonly text: string;
  readonly kind: Kind | null;
}

export interface DrawnForm {
  readonly title: string;
  readonly unit: string;
  readonly cells: readonly DrawnCell[];
  /** Parts of the page's width, one a column. */
  readonly widths: readonly number[];
}

type Piece = readonly [text: string, columnSpan?: number, rowSpan?: number];

const PLACES = [
  '沧澜县',
  '天岭市',
  '云河区',
  '青石镇',
  '临川州',
  '永宁县',
  '白沙市',
  '宜山区',
  '雁门县',
  '东湖区',
];
const BODIES = [
  '教育体育局',
  '水利局',
  '农业农村局',
  '卫生健康委员会',
  '财政局',
  '交通运输局',
  '民政局',
  '档案馆',
  '公共资源交易中心',
  '政务服务中心',
  '人民法院',
  '文化和旅游局',
  '市场监督管理局',
  '气象局',
];
const PROJECTS = [
  '农村公路养护',
  '普通高中国家助学金',
  '云资源租赁费',
  '业务专项经费',
  '高标准农田建设',
  '城乡居民医疗保险补助',
  '河道清淤工程',
  '信息系统运行维护',
  '基层医疗机构设备购置',
  '森林防火物资储备',
  '优抚对象生活补助',
  '图书馆免费开放',
  '地质灾害防治',
  '就业技能培训',
  '疫情防控经费',
  '老旧小区改造',
];
const NAMES = [
  '开展业务培训次数',
  '购置办公设备数量',
  '资金拨付及时率',
  '项目验收合格率',
  '受益群众满意度',
  '发放补助人数',
  '完成公告信息推送数量',
  '档案寄存面积',
  '系统故障响应时间',
  '单位面积成本',
  '绿化覆盖率',
  '带动就业岗位',
  '设备完好率',
  '惠及贫困户数',
  '路面修复里程',
  '聘请法律顾问服务',
  '重大事故发生率',
  '政策知晓率',
  '水质达标率',
  '服务对象投诉率',
  '专家评审费用',
  '补助标准达标率',
  '综合效益显著提升',
  '生态环境持续改善',
  '保障机构正常运转',
  '促进经济社会发展',
  '印刷宣传手册',
  '巡查频次',
  '耕地保护面积',
  '课程开发门类',
  '检测样品批次',
  '慰问困难职工',
];
const UNITS = [
  '次',
  '人',
  '人次',
  '个',
  '套',
  '平方米',
  '元/人次',
  '元/年',
  '万元',
  '公里',
  '户',
  '批',
  '小时',
  '元/平方米',
  '本',
  '台',
  '亩',
  '份',
  '元/个',
  '天',
];
const QUALITIES = [
  '有效',
  '显著提升',
  '同比提高',
  '较好',
  '长期',
  '逐步完善',
  '达成预期指标',
  '明显改善',
  '基本达成',
  '更加有序',
  '持续发挥作用',
];
const CLAUSES = [
  '项目资金管理规范，专款专用',
  '因疫情影响，部分工作推迟实施',
  '下一步将加强预算绩效管理，提高资金使用效益',
  '年初预算编制不够细化，指标值设定偏低',
  '已按合同约定支付全部款项',
  '进一步完善项目管理制度，强化过程监督',
  '积极协调有关部门，加快项目实施进度',
  '群众反映良好，社会效益明显',
  '通过公开招标方式确定供应商',
  '推动基础设施建设，改善人居环境',
  '绩效目标基本完成，达到预期效果',
  '设备采购价格上涨，成本有所增加',
  '组织专家对项目进行评审和验收',
  '健全内部控制制度，落实岗位责任',
  '系统平台运行稳定，保障数据安全',
  '加大宣传力度，扩大政策覆盖面',
  '对存在的问题及时整改，建立长效机制',
  '财政拨款到位及时，资金执行率较高',
  '开展实地调研，掌握第一手资料',
  '引导农民增收，巩固脱贫攻坚成果',
];

function amount(chance: Chance): string {
  const places = chance.pick([0, 1, 2, 2, 2, 2, 4]);
  const size = 10 ** chance.whole(0, 6);
  const text = (chance.next() * size).toFixed(places);
  return chance.next() < 0.12 ? text.replace(/\B(?=(\d{3})+(?!\d)(?<!\.\d*))/g, ',') : text;
}

function score(chance: Chance): string {
  return chance.pick([
    () => String(chance.whole(1, 20)),
    () => chance.between(0, 15).toFixed(2),
    () => chance.between(0, 15).toFixed(1),
    () => chance.pick(['10', '10', '5', '1', '0', '9', '15', '7.12', '0.5', '2']),
  ])();
}

function percent(chance: Chance): string {
  return chance.pick([
    () => '100%',
    () => '100.00%',
    () => `${chance.whole(1, 100)}%`,
    () => `${chance.between(0, 120).toFixed(2)}%`,
  ])();
}

function quantity(chance: Chance): string {
  return chance.pick([
    () => `${chance.pick(['≥', '≤', '>', '≥', '<', '='])}${chance.whole(1, 99)}%`,
    () => `${chance.whole(1, 9999)}${chance.pick(UNITS)}`,
    () => `${chance.pick(['≥', '≤', '≥'])}${chance.whole(1, 500)}${chance.pick(UNITS)}`,
    () => `${chance.between(0, 5000).toFixed(2)}${chance.pick(UNITS)}`,
    () => percent(chance),
    () => chance.pick(QUALITIES),
  ])();
}

function prose(chance: Chance, clauses: number): string {
  let text = '';
  for (let at = 0; at < clauses; at++) {
    const clause =
      chance.next() < 0.25
        ? `全年执行数${amount(chance)}万元，执行率${percent(chance)}`
        : chance.pick(CLAUSES);
    text += clause + (at === clauses - 1 ? '。' : chance.pick(['，', '；', '。', '，']));
  }
  return text;
}

/** What a printed text is, from its looks: the measure's own judgement, independent of the program's. */
export function kindOf(text: string): Kind | null {
  if (text === '') return null;
  if (/^(-+|—+|\/|\*|…+)$/.test(text)) return 'dash';
  if (/^-?[\d,]+(\.\d+)?$/.test(text)) return 'number';
  if (/^[\d,.]+[%‰]$/.test(text)) return 'percent';
  if (/^[≥≤><=≧≦═]$/.test(text)) return 'comparator';
  if (/^[≥≤><=]?\d[\d,.]*\D{0,6}$/.test(text)) return 'quantity';
  return 'prose';
}

/** Rows of pieces → cells; a piece goes into the first free slot of its row. */
function cellsOf(rows: readonly (readonly Piece[])[], columns: number): DrawnCell[] {
  const taken = rows.map(() => new Array<boolean>(columns).fill(false));
  const cells: DrawnCell[] = [];
  for (const [row, pieces] of rows.entries()) {
    for (const [text, columnSpan = 1, rowSpan = 1] of pieces) {
      const column = taken[row]?.indexOf(false) ?? 0;
      for (let y = row; y < row + rowSpan; y++) taken[y]?.fill(true, column, column + columnSpan);
      cells.push({ row, column, rowSpan, columnSpan, text, kind: kindOf(text) });
    }
  }
  return cells;
}

const COLUMNS = 9;

function headRows(chance: Chance, project: string): Piece[][] {
  const place = chance.pick(PLACES);
  return [
    [
      ['项目名称', 2],
      [project, 7],
    ],
    [['主管部门', 2], [place + chance.pick(BODIES), 3], ['实施单位'], [place + chance.pick(BODIES), 3]],
  ];
}

function fundingRows(chance: Chance): Piece[][] {
  const labels = [
    '年度资金总额',
    ...[
      '其中：中央财政资金',
      '省级财政资金',
      '市县(区)财政资金',
      '上年结转资金',
      '单位资金',
      '其他资金',
    ].filter(() => chance.next() < 0.7),
  ];
  const dash = chance.pick(['--', '—', '-', '/', '']);
  const header: Piece[] = [
    [`项目资金${chance.pick(['（万元）', '(元)', '（元）'])}`, 1, labels.length + 1],
    ['', 2],
    ['年初预算数'],
    ['全年预算数'],
    ['全年执行数'],
    ['分值'],
    ['执行率'],
    ['得分'],
  ];
  const body = labels.map((label, at): Piece[] => {
    const blank = at > 0 && chance.next() < 0.3;
    const value = () => (blank ? chance.pick(['0', '', dash, '0.00']) : amount(chance));
    return [
      [label, 2],
      [value()],
      [value()],
      [value()],
      [at === 0 ? '10' : dash],
      [blank ? '' : chance.pick([percent(chance), percent(chance), score(chance)])],
      [at === 0 ? score(chance) : dash],
    ];
  });
  return [header, ...body];
}

function goalRows(chance: Chance): Piece[][] {
  return [
    [
      ['年度总体目标', 1, 2],
      ['预期目标', 4],
      ['实际完成情况', 4],
    ],
    [
      [prose(chance, chance.whole(1, 5)), 4],
      [prose(chance, chance.whole(1, 5)), 4],
    ],
  ];
}

function indicatorRows(chance: Chance): Piece[][] {
  const groups: (readonly [string, readonly string[]])[] = [
    ['产出指标', ['数量指标', '质量指标', '时效指标', '成本指标']],
    ['效益指标', ['经济效益指标', '社会效益指标', '可持续影响指标']],
    ['满意度指标', ['服务对象满意度指标']],
  ];
  const signs = chance.next() < 0.3;
  const bodies = groups.flatMap(([level1, level2s]) => levelRows(chance, { level1, level2s, signs }));
  const values: Piece[] = signs
    ? [['指标性质'], ['指标值'], ['度量单位'], ['完成值']]
    : [['年度指标值'], ['实际完成值'], ['分值'], ['得分']];
  const header: Piece[] = [
    ['绩效指标', 1, bodies.length + 1],
    ['一级指标'],
    ['二级指标'],
    ['三级指标'],
    ...values,
    ['偏差原因分析及改进措施'],
  ];
  return [header, ...bodies];
}

function levelRows(
  chance: Chance,
  group: { level1: string; level2s: readonly string[]; signs: boolean },
): Piece[][] {
  const sizes = group.level2s.map(() => chance.whole(1, 3));
  const total = sizes.reduce((sum, size) => sum + size, 0);
  return group.level2s.flatMap((level2, at) =>
    Array.from({ length: sizes[at] ?? 1 }, (_, row): Piece[] => [
      ...(at === 0 && row === 0 ? [[group.level1, 1, total] as const] : []),
      ...(row === 0 ? [[level2, 1, sizes[at] ?? 1] as const] : []),
      [chance.pick(NAMES)],
      ...valuesOf(chance, group.signs),
      [chance.next() < 0.15 ? chance.pick(CLAUSES) : chance.pick(['', '', '无', '--'])],
    ]),
  );
}

function valuesOf(chance: Chance, signs: boolean): Piece[] {
  if (!signs) return [[quantity(chance)], [quantity(chance)], [score(chance)], [score(chance)]];
  const unit = chance.pick([...UNITS, '%', '%', '%', '%']);
  return [
    [chance.pick(['≥', '≤', '=', '≧', '≥', '定性'])],
    [chance.pick([() => String(chance.whole(1, 2000)), () => score(chance)])()],
    [unit],
    [percent(chance)],
  ];
}

export function formOf(seed: number): DrawnForm {
  const chance = chanceOf(seed);
  const project = chance.pick(PROJECTS);
  const narrative: Piece[][] =
    chance.next() < 0.4
      ? [
          [['项目绩效分析'], ['自评结果分析', 2], [prose(chance, chance.whole(3, 9)), 6]],
          [
            ['主要经验做法', 3],
            [prose(chance, 2), 6],
          ],
        ]
      : [];
  const rows = [
    ...headRows(chance, project),
    ...fundingRows(chance),
    ...goalRows(chance),
    ...indicatorRows(chance),
    [['总分', 6], ['100'], [score(chance)], ['']] as Piece[],
    ...narrative,
  ];
  return {
    title: `${chance.whole(2019, 2024)}年度${project}项目支出绩效自评表`,
    unit: `单位：${chance.pick(['万元', '元'])}`,
    cells: cellsOf(rows, COLUMNS),
    widths: [9, 10, 12, 16, 12, 12, 8, 8, 13],
  };
}

const DRILLS: readonly ((chance: Chance) => string)[] = [
  amount,
  amount,
  score,
  percent,
  quantity,
  (chance) =>
    `${chance.pick(['≥', '≤', '>', '<', '=', '≧', '≦', '═'])}${chance.pick([amount, percent])(chance)}`,
  (chance) => chance.pick(['≥', '≤', '>', '<', '=', '≧', '≦', '═']),
  (chance) => chance.pick(['--', '—', '-', '/', '*', '——', '%', '‰']),
  (chance) => String(chance.whole(0, 9)),
  (chance) => `${chance.whole(0, 9)}/${chance.whole(0, 99)}`,
  (chance) => `(${chance.whole(0, 99)})`,
  (chance) => `-${amount(chance)}`,
  (chance) => `${chance.whole(0, 9)}:${chance.whole(0, 99)}`,
  (chance) => chance.pick(NAMES),
];

/** A page of nothing but numbers and signs: what the classifier of glyphs is trained on. */
export function drillOf(seed: number): DrawnForm {
  const chance = chanceOf(seed * 31 + 5);
  const rows = Array.from({ length: 42 }, () =>
    Array.from({ length: COLUMNS }, (): Piece => [chance.pick(DRILLS)(chance)]),
  );
  return {
    title: '数字',
    unit: '',
    cells: cellsOf(rows, COLUMNS),
    widths: new Array<number>(COLUMNS).fill(1),
  };
}
