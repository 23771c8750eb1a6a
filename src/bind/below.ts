// Prose below the table: headings and paragraphs that a web page or a letter prints after the last row instead of in it.
// Surprise: what follows a table may be anybody's. It is the form's where it begins with a heading that forms print, and only as
// long as the figures that it tells stand in the form's fund block: a contradiction must not come of prose about something else.

import type { Piece } from '../form/form.ts';
import { pieceOf } from '../form/piece.ts';
import { knows } from '../form/vocabulary.ts';
import type { Decimal } from '../number/index.ts';
import type { Line, Table } from '../tree/nodes.ts';
import type { Draft } from './draft.ts';
import { inlineIn, LONGEST_HEADING } from './narrative.ts';
import { figuresOf, isOwn } from './owned.ts';
import { isSignature, isTitle } from './role.ts';
import type { Item } from './rows.ts';

/** The lines that follow a table, up to the next one. */
export function linesBelow(table: Table, items: readonly Item[]): readonly Line[] {
  const last = items.findLastIndex((item) => item.type === 'row' && item.table === table);
  const below = items.slice(last + 1);
  const next = below.findIndex((item) => item.type === 'row');
  return below.slice(0, next < 0 ? below.length : next).filter((item) => item.type === 'line');
}

/** `from` is the number of narratives that the table itself prints. */
export function bindBelow(draft: Draft, lines: readonly Line[], from: number): void {
  const passages = passagesIn(lines);
  if (passages.length === 0) return;
  const own = figuresOf(draft);
  for (const [at, { heading, texts }] of passages.entries()) {
    const kept = texts.slice(0, foreignFrom(texts, own));
    if (kept.length === 0 && texts.length > 0) return;
    draft.bind(`/narrative/${from + at}/heading`, heading);
    draft.bindAll(`/narrative/${from + at}/text`, kept);
    if (kept.length < texts.length) return;
  }
}

/** `level` is that of its heading. */
interface Passage {
  readonly level: number;
  readonly heading: Piece;
  readonly texts: Piece[];
}

function passagesIn(lines: readonly Line[]): readonly Passage[] {
  const passages: Passage[] = [];
  let open: Passage | null = null;
  let noted = false;
  for (const line of lines.filter(({ text }) => text.trim() !== '')) {
    if (isAside(line.text)) {
      [open, noted] = [null, true];
      continue;
    }
    const piece = pieceOf(line);
    const opened = openedBy(piece);
    if (opened) {
      passages.push(opened);
      open = opened;
    } else if (open && goesOn(open, line.text)) open.texts.push(piece);
    else if (passages.length > 0 || !isLeadIn(line.text, noted)) break;
  }
  return passages;
}

function openedBy(piece: Piece): Passage | null {
  const level = levelOf(piece.text) ?? 0;
  const inline = inlineIn(piece);
  if (inline && knows('narrative', inline.heading.text))
    return { level, heading: inline.heading, texts: [inline.text] };
  return knows('narrative', piece.text) ? { level, heading: piece, texts: [] } : null;
}

/** Whoever filled it in and when, notes on how to, marks of pages: they may stand between the table and its prose. */
function isAside(text: string): boolean {
  return (
    /^\s*(注|备注|说明|填[表报].{0,6})\s*\d*\s*[:：.、]/.test(text) ||
    /盖章|^\s*\d{4}年\d{1,2}月(\d{1,2}日)?\s*$|^[-—\s\d]+$/.test(text) ||
    isSignature(text)
  );
}

/** More of a note, or the sentence that opens the prose. */
function isLeadIn(text: string, noted: boolean): boolean {
  return (noted && levelOf(text) !== null) || /如下[:：]\s*$/.test(text);
}

const OTHER_MATTER =
  /^\s*(第[一二三四五六七八九十\d]+(部分|章|节)|附[件表录]?\s*[\d:：]|【)|部门整体|报告\s*$|相关链接|上一篇|下一篇|责任编辑/;

/** Prose ends where another matter begins: a heading no deeper than its own, another part of the document, or words that are no sentence, as sites have them below an article. */
function goesOn({ level, texts }: Passage, text: string): boolean {
  if (isTitle(text) || OTHER_MATTER.test(text)) return false;
  const last = texts.at(-1)?.text ?? '：';
  const own = levelOf(text);
  // A number after a text that has no end would be read as more of its last figure.
  if (own !== null) return own > level && /[，,、；;：:。！？]\s*$/.test(last);
  return text.length > LONGEST_HEADING || /[；;。]/.test(text) || /[，,、；;：:]\s*$/.test(last);
}

const NUMBERINGS = [
  /^\s*[一二三四五六七八九十]+[、.．]/,
  /^\s*[（(][一二三四五六七八九十]+[）)]/,
  /^\s*(\d+[.．、](?!\d)|[（(]\d+[）)]|[①-⑳])/,
];

/** How deep a heading is by the way in which it is numbered, 0 at the top; null without a number. */
function levelOf(text: string): number | null {
  const level = NUMBERINGS.findIndex((numbering) => numbering.test(text));
  return level < 0 ? null : level;
}

/** Where the first paragraph begins that is about something else. Lines are one paragraph up to a full stop. */
function foreignFrom(texts: readonly Piece[], own: readonly Decimal[]): number {
  let from = 0;
  for (const [at, { text }] of texts.entries()) {
    if (at < texts.length - 1 && !/[。！？]\s*$/.test(text)) continue;
    const paragraph = texts.slice(from, at + 1).map((piece) => piece.text);
    if (!isOwn(paragraph.join(''), own)) return from;
    from = at + 1;
  }
  return texts.length;
}
