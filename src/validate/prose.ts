// Prose → what it claims about money: each amount or rate that stands directly behind words of the budget, with those words.
// Surprise: silence is the rule. A number without such words, or with words of another year, a plan or a guess, claims nothing.

import { type Decimal, decimalOf } from '../number/index.ts';
import type { Stated } from '../record/stated.ts';
import { powerOfUnit } from './money.ts';

export type Topic = 'executionRate' | 'initialBudget' | 'adjustedBudget' | 'budget' | 'executed';

/**
 * `power`: the unit is 10^power 元; null for a rate in percent. `isFirm`: the words say that the form's own total is meant;
 * else only a slip of the pen may be concluded from a difference.
 */
export interface Claim {
  readonly stated: Stated<string>;
  readonly topic: Topic;
  readonly value: Decimal;
  readonly power: number | null;
  readonly isFirm: boolean;
  /** The number with its words, as printed. */
  readonly quote: string;
}

const FIGURE = /(?<![\d.])(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?\s*(亿元|千万元|百万元|万元|千元|元|%)(?![/])/g;
/** Prose beyond this is read only so far: a form's cell holds some thousand characters. */
const LONGEST_PROSE = 20_000;
const LONGEST_LEAD = 40;
const LONGEST_SENTENCE = 200;

/** Every claim of one text. `year` is the form's own. */
export function claimsIn(
  stated: Stated<string>,
  about: { year: number | null; project: string },
): readonly Claim[] {
  const text = evened(stated.value.slice(0, LONGEST_PROSE));
  const claims: Claim[] = [];
  let before: Speech | null = null;
  for (const match of text.matchAll(FIGURE)) {
    const words = { ...wordsAt(text, match), ...about };
    const speech: Speech | null = speechOf(words, before);
    before = speech ?? before;
    const value = decimalOf(`${match[1]}${match[2] ?? ''}`);
    if (!speech || !value || !isClaim(words, speech)) continue;
    const quote = stated.value.slice(words.from, match.index + match[0].length).trim();
    const isFirm = speech.isFirm && speech.isOwn;
    claims.push({ stated, topic: speech.topic, isFirm, value, power: powerOfUnit(match[3] ?? ''), quote });
  }
  return claims;
}

function wordsAt(text: string, { index, 0: figure, 3: unit }: RegExpExecArray): Place {
  const end = index + figure.length;
  const passage = behindLast(text.slice(Math.max(0, index - LONGEST_SENTENCE), index), '。!?\n');
  const sentence = behindLast(passage, ';');
  const lead = behindLast(text.slice(Math.max(0, index - LONGEST_LEAD), index), ',、;。!?()“”《》\n%');
  return {
    lead: lead.replaceAll(/\s/g, ''),
    from: index - lead.length,
    sentence,
    passage,
    begin: index - sentence.length,
    after: text.slice(end, end + 4),
    isRate: unit === '%',
  };
}

/** Half width, character for character, so that places stay; a full-width comma parts clauses and never thousands. */
export function evened(text: string): string {
  return text.replace(/[\uFF01-\uFF5E]/g, (char) =>
    char === '，' ? '、' : String.fromCharCode(char.charCodeAt(0) - 0xfee0),
  );
}

/** What stands behind the last of these marks. */
function behindLast(text: string, marks: string): string {
  const last = Math.max(...[...marks].map((mark) => text.lastIndexOf(mark)));
  return text.slice(last + 1);
}

/** The words around a figure. */
interface Place {
  /** From the last mark to the figure, without blanks. */
  readonly lead: string;
  /** Where the lead begins. */
  readonly from: number;
  readonly sentence: string;
  /** The sentences that semicolons join: 其中 counts for all of them. */
  readonly passage: string;
  /** Where the sentence begins. */
  readonly begin: number;
  readonly after: string;
  readonly isRate: boolean;
}

interface Words extends Place {
  readonly year: number | null;
  readonly project: string;
}

/** What a figure is said to be, and whether it is the form's own money that the sentence speaks of. */
interface Speech {
  readonly topic: Topic;
  readonly isFirm: boolean;
  readonly isOwn: boolean;
  readonly begin: number;
}

const AND_MORE =
  /^(?:\(不?含\)|以上|以下|以内|左右|余|多|的|用于|用在|用作|作为|提升|提高|增长|下降|目标|要求)/;
const OTHER_PERIOD =
  /上年|去年|往年|上一年|前年|同期|同比|上半年|下半年|季度|截[至止](?!.{0,8}(?:12月|年底|年末))/;
const PLANNED = /目标|计划|预计|预期|力争|确保|要求|应当?|拟|分别|平均|每/;
const OTHER_SUM =
  /调[整增减]预算(?!数)|预算调[整增减]|追加|调[增减]|[压核追]减|收回|结余|结转|剩余|节约|节省|缺口|增加|减少|占|比|预算支出/;

/** Money reckoned in another way than the table does. */
const OTHER_RECKONING = /剔除|扣除|不含|不计|口径/;

/** `before`: what the figure before this one is said to be. Who has once been named is spoken of to the end of the sentence. */
function speechOf(words: Words, before: Speech | null): Speech | null {
  const found = words.isRate ? wordsOfRate(words.lead) : wordsOfAmount(words.lead);
  if (!found) return null;
  const goesOn = before?.begin === words.begin && NAMELESS.test(found.subject);
  const isOwn =
    !words.passage.includes('其中') && (goesOn ? before.isOwn : isOwnSubject(found.subject, words.project));
  return { topic: found.topic, isFirm: found.isFirm, isOwn, begin: words.begin };
}

/** Whether anything may be concluded: not from loose words about other money, as those of one payment of many. */
function isClaim(words: Words, { isFirm, isOwn }: Speech): boolean {
  if (!isFirm && !isOwn) return false;
  if (AND_MORE.test(words.after) || PLANNED.test(words.lead)) return false;
  if (OTHER_PERIOD.test(words.sentence) || OTHER_RECKONING.test(words.sentence)) return false;
  return !isOfOtherYear(words) && (words.isRate || !OTHER_SUM.test(words.lead));
}

function isOfOtherYear({ sentence, year }: Words): boolean {
  const last = [...sentence.matchAll(/(20\d\d)年/g)].at(-1)?.[1];
  return last !== undefined && year !== null && Number(last) !== year;
}

interface Found {
  readonly topic: Topic;
  readonly isFirm: boolean;
  /** What stands before the words: whose budget it is. */
  readonly subject: string;
}

/** Between the words and the number: nothing but nouns for money and a copula, so that 约, 超过 and ≥ make a guess of it. */
const TAIL =
  '(?:总?数额?|总额|总计|金额|资金|经费|指标)*(?:共计?|合计|总计|累计)?(?:为|是|达到?了?|完成了?|:)*(?:人民币)?$';

const RATE_WORDS: readonly (readonly [RegExp, boolean])[] = [
  [new RegExp(`(?:预算|资金|经费|支出|(?<!项目))执行(?:完成)?(?:率|进度|比例)${TAIL}`), true],
  [new RegExp(`预算(?:资金)?(?:执行)?完成率${TAIL}`), true],
  [new RegExp(`(?:资金|经费|预算|项目)?(?:支付|支出|执行)(?:完成)?(?:率|进度|比例)${TAIL}`), false],
];

/** The first that fits wins, so 执行预算 is spending before 预算 is a budget. */
const AMOUNT_WORDS: readonly (readonly [RegExp, Topic, boolean])[] = [
  [
    new RegExp(`(?:执行预算|预算执行|(?<!未)执行|实际支出|实际支付|实际使用|决算支出|全年支出)${TAIL}`),
    'executed',
    true,
  ],
  [new RegExp(`(?:共计?|累计|合计|已|资金|经费)?(?:支出|支付)${TAIL}`), 'executed', false],
  [
    new RegExp(`年初(?:部门|财政|项目|批复|安排|下达|核定|申报)*(?:预算|批复数)(?:安排|批复|下达)?${TAIL}`),
    'initialBudget',
    true,
  ],
  [
    new RegExp(
      `(?:(?:全年|调整后|变更后|追加后|调减后|最终)的?(?:总|项目|财政)?预算(?:安排|批复|下达)?|调整预算数)${TAIL}`,
    ),
    'adjustedBudget',
    true,
  ],
  [new RegExp(`预算(?:安排|批复|下达|拨款)?${TAIL}`), 'budget', false],
];

function wordsOfRate(lead: string): Found | null {
  const found = RATE_WORDS.find(([pattern]) => pattern.test(lead));
  return found ? { topic: 'executionRate', isFirm: found[1], subject: lead.replace(found[0], '') } : null;
}

function wordsOfAmount(lead: string): Found | null {
  const found = AMOUNT_WORDS.find(([pattern]) => pattern.test(lead));
  return found ? { topic: found[1], isFirm: found[2], subject: lead.replace(found[0], '') } : null;
}

/** Words before the budget that do not say whose it is. */
const ANYBODY =
  '截[至止]|年度|全年|本年|当年|总体|综合|实际|资金|专项|经费|预算|财政|批复|下达|安排|变更后|调整后|最终|的|\\d{4}年度?|\\d+月\\d*日?|年底|年末|[:\\s]';
const NAMELESS = new RegExp(`^(?:${ANYBODY})*$`);
const OWN_SUBJECT = new RegExp(`^(?:${ANYBODY}|本|该|此|项目|整体|省|市|县|区|局)*$`);

function isOwnSubject(subject: string, project: string): boolean {
  return OWN_SUBJECT.test(subject.replace(project, ''));
}
