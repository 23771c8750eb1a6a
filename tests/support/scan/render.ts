// A drawn form → a grey or coloured picture of its page, through a headless Chromium and whatever fonts the machine has.
// Surprise: the page's height follows the form, so that a long one stays a single page.

import { spawnSync } from 'node:child_process';
import { type Browser, chromium } from 'playwright-core';
import sharp from 'sharp';
import type { DrawnForm } from './forms.ts';
import type { Chance } from './random.ts';

export const FACES = [
  'Noto Serif CJK SC',
  'Noto Sans CJK SC',
  'AR PL UMing CN',
  'AR PL UKai CN',
  'WenQuanYi Zen Hei',
] as const;

/** Faces on which nothing was fitted. */
export const MORE_FACES = [
  'WenQuanYi Micro Hei',
  'LXGW WenKai',
  'AR PL SungtiL GB',
  'AR PL KaitiM GB',
  'Noto Sans CJK SC',
] as const;

/** Faces of the digits; '' leaves them in the Chinese face. */
export const LATIN_FACES = ['', '', 'Liberation Serif', 'Liberation Sans', 'DejaVu Sans'] as const;

export interface Look {
  readonly latin: string;
  readonly face: string;
  readonly points: number;
  readonly rule: number;
  readonly align: 'center' | 'left';
}

export function lookOf(chance: Chance): Look {
  return {
    face: chance.pick(FACES),
    latin: chance.next() < 0.3 ? chance.pick(LATIN_FACES) : '',
    points: chance.pick([9, 9.5, 10, 10.5, 11, 12]),
    rule: chance.pick([0.75, 1, 1, 1.5]),
    align: chance.pick(['center', 'center', 'center', 'left']),
  };
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function htmlOf(form: DrawnForm, look: Look): string {
  const rows = new Map<number, string[]>();
  for (const cell of form.cells) {
    const aligned = cell.kind === 'prose' && cell.text.length > 14 ? 'left' : look.align;
    const html = `<td rowspan="${cell.rowSpan}" colspan="${cell.columnSpan}" style="text-align:${aligned}">${escaped(cell.text)}</td>`;
    rows.set(cell.row, [...(rows.get(cell.row) ?? []), html]);
  }
  const total = form.widths.reduce((sum, width) => sum + width, 0);
  const columns = form.widths.map((width) => `<col style="width:${(100 * width) / total}%">`).join('');
  const body = [...rows]
    .sort((a, b) => a[0] - b[0])
    .map(([, cells]) => `<tr>${cells.join('')}</tr>`)
    .join('');
  return `<!doctype html><meta charset="utf-8"><style>
    body{margin:0;padding:48px 44px;width:706px;background:#fff;color:#000;font:${look.points}pt ${look.latin === '' ? '' : `"${look.latin}",`}"${look.face}"}
    h1{font-size:${look.points * 1.6}pt;text-align:center;margin:0 0 8px}p{text-align:right;margin:0 0 4px}
    table{border-collapse:collapse;table-layout:fixed;width:100%}td{border:${look.rule}px solid #000;padding:3px 4px;line-height:1.25;word-break:break-all}
    </style><h1>${escaped(form.title)}</h1><p>${escaped(form.unit)}</p><table><colgroup>${columns}</colgroup>${body}</table>`;
}

/** Debian's packages of the faces above. */
const PACKAGES =
  'fonts-noto-cjk fonts-arphic-uming fonts-arphic-ukai fonts-wqy-zenhei fonts-wqy-microhei fonts-lxgw-wenkai fonts-arphic-gbsn00lp fonts-arphic-gkai00mp';

/** For a face that is missing the browser draws what it finds, maybe with the Japanese shape of a character: what is measured on that tells nothing. */
function sayWhatIsMissing(): void {
  const { stdout } = spawnSync('fc-list', [':', 'family'], { encoding: 'utf8' });
  const present = new Set((stdout ?? '').split('\n').flatMap((line) => line.split(',')));
  const missing = [...FACES, ...MORE_FACES].filter((face) => !present.has(face));
  if (missing.length > 0)
    console.error(
      `faces that this machine lacks, so that others are drawn: ${missing.join(', ')}; in ${PACKAGES}`,
    );
}

export async function openBrowser(): Promise<Browser> {
  sayWhatIsMissing();
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox'],
  });
}

/** A PNG at the given dots per inch. */
export async function rendered(
  browser: Browser,
  form: DrawnForm,
  look: Look & { dpi: number },
): Promise<Buffer> {
  const context = await browser.newContext({
    viewport: { width: 794, height: 1123 },
    deviceScaleFactor: look.dpi / 96,
  });
  try {
    const page = await context.newPage();
    await page.setContent(htmlOf(form, look));
    const png = await page.screenshot({ fullPage: true });
    return await sharp(png).toColourspace('b-w').withMetadata({ density: look.dpi }).png().toBuffer();
  } finally {
    await context.close();
  }
}
