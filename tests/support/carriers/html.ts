// A drawn form as a web page: clean, as Word saves it, as a government site frames it, and as a page to be printed.

import type { DrawnCell, DrawnForm } from '../forms/index.ts';
import { gb18030 } from './gb18030.ts';
import { cellRows, fragmentsOf } from './grid.ts';
import { utf8 } from './plain.ts';

type Inner = (text: string) => string;

export function asCleanHtml(form: DrawnForm): Uint8Array {
  return utf8(page(form, { body: `${heads(form)}${table(form, escaped)}` }));
}

/** Several forms on one page, one below the other. */
export function asHtmlBundle(forms: readonly DrawnForm[]): Uint8Array {
  const [first] = forms;
  if (first === undefined) throw new RangeError('a bundle of nothing');
  return utf8(page(first, { body: forms.map((form) => `${heads(form)}${table(form, escaped)}`).join('\n') }));
}

/** Paragraphs and runs in every cell, a nonbreaking space in empty ones, newlines in the source. */
export function asWordHtml(form: DrawnForm): Uint8Array {
  const body = `<div class="WordSection1">\n${heads(form, 'p')}${table(form, worded, ' class="MsoNormalTable" border="1"')}</div>`;
  return utf8(page(form, { body }));
}

function worded(text: string): string {
  const parts = text === '' ? ['&nbsp;'] : paragraphs(text).map(runs);
  return parts
    .map(
      (part) =>
        `\n  <p class="MsoNormal" align="center"><span lang="EN-US" style="font-size:10.5pt">${part}</span></p>\n`,
    )
    .join('');
}

/** Long prose in paragraphs, cut after a full stop. */
export function paragraphs(text: string): readonly string[] {
  return text.length < 40 ? [text] : text.split(/(?<=。)(?=.)/u);
}

/** A text whose first half is a run of its own, as revisions leave it. */
function runs(text: string): string {
  const cut = Math.floor(text.length / 2);
  return cut < 2 ? escaped(text) : `${escaped(text.slice(0, cut))}</span><span>${escaped(text.slice(cut))}`;
}

/** A table for each stretch of rows that no merged cell joins, and line breaks and indentation inside the cells. */
export function asBrokenHtml(form: DrawnForm): Uint8Array {
  const pieces = fragmentsOf(form).map((piece) => table(piece, broken));
  return utf8(page(form, { body: `${heads(form)}${pieces.join('<br>\n')}` }));
}

/** A break in the middle of what is long enough to be wrapped. */
function broken(text: string): string {
  const cut = /^\p{Script=Han}{5,}$/u.test(text) ? Math.ceil(text.length / 2) : text.length;
  return `\n    ${escaped(text.slice(0, cut))}${cut < text.length ? `<br/>\n    ${escaped(text.slice(cut))}` : ''}\n  `;
}

/** The narrative as headings and paragraphs below the table, with whoever filled it in between and a footer after it. */
export function asLetterHtml(form: DrawnForm): Uint8Array {
  const isTold = ({ fields }: DrawnCell) => fields.some((field) => field.startsWith('/narrative/'));
  const rows = Math.min(form.rows, ...form.cells.filter(isTold).map(({ row }) => row));
  const short = { ...form, rows, cells: form.cells.filter(({ row }) => row < rows) };
  const told = form.cells.filter(isTold).flatMap(({ text }) => paragraphs(text));
  const prose = ['填表人：王芳', ...told].map((text) => `<p>${escaped(text)}</p>`).join('\n');
  return utf8(page(form, { body: `${heads(form)}${table(short, escaped)}${prose}${FOOTER}` }));
}

const NAVIGATION =
  '<table width="1000"><tr><td><a href="/">首页</a></td><td>政务公开</td><td>办事服务</td><td>互动交流</td></tr></table>' +
  '<div class="crumb">当前位置：首页 &gt; 财政信息 &gt; 信息公开</div><div class="meta">发布时间：2024-08-18　来源：办公室　浏览次数：<span>132</span></div>';
const FOOTER =
  '<div class="foot"><ul><li>网站地图</li><li>联系我们</li></ul>主办：办公室　备案号 00000000</div><script>var a="<table>";</script>';

/** In GB 2312 as its head says, behind the site's navigation. */
export function asSiteHtml(form: DrawnForm): Uint8Array {
  const body = `${NAVIGATION}<div class="article">${heads(form, 'p')}<div>${table(form, escaped)}</div></div>${FOOTER}`;
  return gb18030(page(form, { body, charset: 'gb2312' }));
}

const PRINT = `@page{size:A4;margin:14mm}body{margin:0;font-family:'Noto Serif CJK SC';font-size:9.5pt;line-height:1.25}
h1{font-size:16pt;text-align:center;margin:4px 0 6px}p{text-align:center;margin:0 0 6px}
table{border-collapse:collapse;width:100%;table-layout:fixed}td{border:.75pt solid #000;padding:2pt;text-align:center;overflow-wrap:anywhere;height:1.5em}td.l{text-align:left}`;

/** For a browser to print as PDF or to draw. */
export function asPrintHtml(form: DrawnForm): Uint8Array {
  const body = `${heads(form)}${table(form, escaped)}`;
  return utf8(page(form, { body, head: `<style>${PRINT}</style>` }));
}

function page(
  form: DrawnForm,
  { body, head = '', charset = 'utf-8' }: { body: string; head?: string; charset?: string },
): string {
  const title = escaped(form.plan.title);
  return `<!DOCTYPE html><html lang="zh"><head><meta charset="${charset}"><title>${title}</title>${head}</head><body>${body}</body></html>\n`;
}

function heads(form: DrawnForm, first = 'h1'): string {
  return form.lines
    .map(({ text }, at) => (at === 0 ? `<${first}>${escaped(text)}</${first}>` : `<p>${escaped(text)}</p>`))
    .join('\n');
}

function table(form: DrawnForm, inner: Inner, attributes = ''): string {
  const rows = cellRows(form).map((cells) => `<tr>${cells.map((cell) => data(cell, inner)).join('')}</tr>`);
  return `<table${attributes}><tbody>\n${rows.join('\n')}\n</tbody></table>\n`;
}

function data({ text, rowSpan, columnSpan }: DrawnCell, inner: Inner): string {
  const rows = rowSpan > 1 ? ` rowspan="${rowSpan}"` : '';
  const columns = columnSpan > 1 ? ` colspan="${columnSpan}"` : '';
  return `<td${rows}${columns}${text.length > 24 ? ' class="l"' : ''}>${inner(text)}</td>`;
}

export function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
