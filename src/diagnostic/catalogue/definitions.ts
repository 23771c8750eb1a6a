// What each code means, exactly: the rule that the code stands for.
// Surprise: the head of a rule's file says the same; tests/habits/definitions.test.ts holds the two together.

import type { Code, Message } from '../diagnostic.ts';

export const DEFINITIONS: Readonly<Record<Code, Message>> = {
  unreadable: {
    zh: '文件损坏、为空，或不是它看上去的那种文件。',
    en: 'The file is damaged, empty, or not what it seems to be.',
  },
  encrypted: {
    zh: '文件有密码，未给出或不对。',
    en: 'The file needs a password that was not given, or another one.',
  },
  'unsupported-carrier': { zh: '文件属于不能读取的种类。', en: 'The file is of a kind that is not read.' },
  'no-form-found': {
    zh: '文件可以读取，但其中没有绩效自评表。',
    en: 'The file was read, but it holds no self-evaluation form.',
  },
  'over-limit': {
    zh: '页数、像素、单元格或解压后的字节超过上限。',
    en: 'Pages, pixels, cells or inflated bytes are over a limit.',
  },
  'timed-out': { zh: '读取时间超过上限，已中止。', en: 'Reading took longer than the limit and was ended.' },
  crashed: {
    zh: '读取进程意外终止；其他文件不受影响。',
    en: 'The process that read it died; other files are not touched.',
  },
  'execution-rate-mismatch': {
    zh: '执行率 = 全年执行数 ÷ 全年预算数，逐行检验三者齐全的资金行；0/0 没有执行率；表头写明除以到位数的不检验。',
    en: 'Execution rate = executed ÷ adjusted budget, for each funding line that prints all three; 0/0 has no rate; not where the heading divides by what has arrived.',
  },
  'execution-score-mismatch': {
    zh: '执行率得分 = min(执行率, 100%) × 分值，按未舍入的执行率计算；逐行检验印有分值与得分的资金行，0/0 不检验。',
    en: 'Execution score = min(rate, 100%) × weight, from the unrounded rate, for each funding line that prints weight and score; not for 0/0.',
  },
  'funding-sum-mismatch': {
    zh: '年度资金总额 = 各来源之和，年初、全年、执行三列分别检验；其中项只计一次；总额可印在各来源之下。来源有空白时，只有已印各项超过总额才算错误。',
    en: 'Funding total = sum of its sources, for each of initial, adjusted and executed; deeper lines count once; the total may stand below. Where a source is blank, only printed sources that exceed the total are an error, since amounts are not negative.',
  },
  'total-score-mismatch': {
    zh: '总分 = 执行率得分 + 各指标得分（其中项不计，合并格计一次）；得分空白则不检验。各行舍入误差的累积可以解释小的差别。',
    en: 'Total score = execution score + indicator scores (parts do not count, a merged cell counts once); blank scores are unknown. The accumulated rounding of the rows that are rounded may explain a small gap.',
  },
  'total-weight-mismatch': {
    zh: '分值合计 = 执行率分值 + 各指标分值（其中项不计，合并格计一次），必须精确相等；分值空白则不检验。',
    en: 'Total weight = execution weight + indicator weights (parts do not count, a merged cell counts once), exactly; blank weights are unknown.',
  },
  'score-exceeds-weight': {
    zh: '得分不得高于分值，也不得低于 0（扣分项除外）；合并格的得分与所覆盖各行的分值之和比较。',
    en: "A score is not above its weight and not below 0 (rows of deductions excepted); a score shared by a merged group is held against the group's weights together.",
  },
  'narrative-mismatch': {
    zh: '文字中紧接“预算、执行、支付、执行率”等词的比率或金额，与表中同一数值的印法相矛盾（元、万元、亿元已换算；更精确而舍入后相同的不算）。',
    en: "A rate or amount in the prose, directly behind words of budget and execution, contradicts the table's own statement of the same quantity (units converted; a more precise amount that rounds to the printed one agrees).",
  },
  'narrative-adjustment-mismatch': {
    zh: '文字讲到的预算调整（追加、调减……共计若干）与年初、全年预算数之差不符。只在全文恰好讲到一笔调整时检验。',
    en: 'The adjustment told in the prose does not lead from the initial to the adjusted budget. Tested only where exactly one is told.',
  },
  'indicator-score-mismatch': {
    zh: '指标得分不合任何已知的计分规则：达到目标得满分，否则按比例；≤ 与成本按 目标/完成 或线性递减。方向与单位确定时才检验。',
    en: 'The score fits no scoring rule that the profile knows. Rising: min(1, actual/target) × weight. Falling: target/actual × weight, or linear down to 0 at twice the target. Tested only where direction and units are certain.',
  },
  'missing-row-suspected': {
    zh: '分值合计与总分同时偏少，且漏列一行即可解释：提示漏列，并列出目标文字中没有对应指标行的项目。两个错误照报。',
    en: 'Both totals fall short as one absent row would explain: says so and names the items of the goal text without a row. The two errors stay.',
  },
  'total-weight-not-100': {
    zh: '印出的分值合计不是 100（或口径规定的数）。',
    en: "The printed total weight is not 100 (or the profile's value).",
  },
  'grade-mismatch': {
    zh: '评价等级与总分不符：优 ≥ 90，良 ≥ 80，中 ≥ 60，差 < 60（口径可改）；分值合计不是 100 时不检验。',
    en: "The printed grade does not fit the total under the profile's bounds; not tested where the weights do not come to 100.",
  },
  'executed-exceeds-budget': {
    zh: '全年执行数超过全年预算数，逐行检验。',
    en: 'Executed above the adjusted budget, line by line.',
  },
  'budget-change-unexplained': {
    zh: '年初预算数与全年预算数不同，而全表没有任何调整、追加、调减、变更的字样。',
    en: 'The initial budget differs from the adjusted one, and no word of an adjustment stands anywhere in the form.',
  },
  'low-execution-unexplained': {
    zh: '预算执行率低于界限（通用 80%，四川 90%），而表内没有说明原因。',
    en: "The execution rate is below the profile's bound (80% usual, 90% in Sichuan), and the form gives no reason anywhere.",
  },
  'score-far-above-execution': {
    zh: '指标得分率比预算执行率高出界限（通用 5 个百分点）以上。',
    en: "The indicators' score rate exceeds the execution rate by more than the profile's bound (5 points usual).",
  },
  'amount-unit-suspect': {
    zh: '表格与文字的金额恰差一万倍（元与万元），或金额与单位相比大得、小得离奇。',
    en: 'Table and prose differ by exactly ten thousand (元 against 万元), or a total is absurd for its unit.',
  },
  'level1-weights-unusual': {
    zh: '各一级指标的分值合计与口径（产出 50、效益 30、满意度 10）或表头所印分数不同。',
    en: "The weights of a first-level indicator do not come to the profile's points (50, 30, 10), or to those that its own label prints.",
  },
  'dimension-missing': {
    zh: '产出、效益、满意度三类一级指标缺少其一。',
    en: 'One of the dimensions output, benefit and satisfaction has no indicator.',
  },
  'duplicate-indicator': {
    zh: '同一指标（各级名称均相同）以同一目标值出现两次。',
    en: 'The same indicator (the names of all levels) stands twice with the same target.',
  },
  'template-residue': {
    zh: '模板文字未清除：空的“指标1：”、“……”、填写说明。',
    en: 'Text of the template left in: an empty 指标1：, ……, instructions for filling in.',
  },
  'full-score-target-missed': {
    zh: '未达到指标值（按其方向：≥ 为下限，≤ 与成本为上限）却得满分。',
    en: 'The target was missed in its direction (≥ from below, ≤ and costs from above) and the score is full.',
  },
  'overachievement-unexplained': {
    zh: '完成值达到指标值的界限（通用 130%）以上而未说明原因：目标可能定得过低。',
    en: "The actual value reaches the profile's bound (130% usual) of a rising target and no reason is given: the target may be too low.",
  },
  'deduction-unexplained': {
    zh: '得分低于分值而偏差原因一栏空白（表内有该栏时）。',
    en: 'A score below its weight with the column for reasons left blank, where the form has that column.',
  },
  'cost-overrun': {
    zh: '成本指标实际值超过指标值的幅度大于界限（通用 15%）。',
    en: "A cost indicator's actual value is over its target by more than the profile's bound (15% usual).",
  },
  'units-incomparable': {
    zh: '指标值与完成值单位不同（≥1次 对 100%），得分无法检验；只在印有得分时提示。',
    en: 'Target and actual have different units (≥1次 against 100%), so that the score cannot be tested; only where a score is printed.',
  },
  'zero-actual-scored': {
    zh: '目标为正数（越高越好），完成值为 0，得分却高于 0。',
    en: 'A positive target that is to be reached, an actual value of 0, and yet a score above 0.',
  },
  'zero-quantity-cost-scored': {
    zh: '数量指标完成值为 0（并未购置），对应的成本指标却得分。',
    en: 'A quantity indicator was done 0 times, nothing was bought, and yet the cost indicator of the same thing scored.',
  },
  'cost-direction-suspect': {
    zh: '成本指标的目标写作 ≥；节约类与百分比指标除外。',
    en: "A cost indicator's target is written with ≥; savings and percentages excepted.",
  },
  'goal-indicator-missing': {
    zh: '目标文字逐项列出时：某项没有对应的指标行；或文字几乎列全了指标，却独缺某一行。',
    en: 'Where the goal text is a list: an item has no indicator row; or the list has nearly every row and lacks one.',
  },
  'goal-target-differs': {
    zh: '目标文字中某项的目标值与其指标行的指标值、调整后指标值、完成值都不同。',
    en: 'An item of the goal text gives a quantity that is neither the target, nor the adjusted target, nor the actual value of its row.',
  },
  'goal-missing': {
    zh: '年度总体目标的预期目标空白（实际完成情况已填，说明表内有此栏）。',
    en: 'The expected goal is blank, while what was achieved is told, which shows that the form asks for it.',
  },
  'field-missing': {
    zh: '项目名称、主管部门、实施单位、年度，或指标行的指标值、完成值、分值、得分空白；表内没有的栏不检验。',
    en: "Project, supervisor, implementer or year are blank, or a row's target, actual value, weight or score is, where the form has such a column.",
  },
  'all-full-marks': {
    zh: '十项以上指标全部满分。',
    en: "Every indicator has full marks, ten or more of them (the profile's number).",
  },
  'uncertain-reading': {
    zh: '图像中的读数把握不大，应由人复看；最没有把握的在前。',
    en: 'A reading of the picture is not sure and a person should look; the least sure come first.',
  },
  'ambiguous-column': {
    zh: '文本丢失了空白单元格，本行各格的归栏是推定的。',
    en: 'The text lost its blank cells; which columns the other cells of this row belong to was inferred.',
  },
  'unbound-cell': {
    zh: '表内有文字不属于任何栏目，或数字栏里不是数字。',
    en: 'A text inside the form belongs to no field, or a cell of numbers holds none.',
  },
  'source-note': {
    zh: '关于来源文件的说明，例如跳过的隐藏部分。',
    en: 'Something worth knowing of the source, such as hidden parts that were skipped.',
  },
};
