// The page of a run in a real browser: filters, search and links work, hostile names stay text, nothing is fetched, axe finds nothing serious.
// Surprise: without a browser the tests are skipped, aloud.

import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pageOver } from '../../src/batch/page.ts';
import { read } from '../../src/index.ts';
import { fixture, freshFolder, hebiao } from '../support/hebiao.ts';

const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';
const hasBrowser = existsSync(CHROMIUM);
if (!hasBrowser) console.warn(`no browser at ${CHROMIUM}: the page is not tested (set CHROMIUM)`);

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const S1 = readFileSync(fixture('s1/source.txt'), 'utf8');
const S2 = readFileSync(fixture('s2/source.txt'), 'utf8');
const HOSTILE = '</script><img src=x onerror=document.title="hacked">"\'&';

/** Names and cells that try to be more than text: markup, quotes, a turn of direction, a megabyte. */
function hostileForm(): string {
  const cells = `<td>项目名称</td><td>${escapedText(HOSTILE)}</td>`;
  const row = (name: string) =>
    `<tr><td>产出指标</td><td>数量指标</td><td>${escapedText(name)}</td><td>10</td><td>5</td><td>10</td><td>12</td></tr>`;
  return `<meta charset="utf-8"><h1>项目支出绩效自评表</h1><p>（2021年度）</p><table><tr>${cells}</tr>
<tr><td>一级指标</td><td>二级指标</td><td>三级指标</td><td>年度指标值</td><td>实际完成值</td><td>分值</td><td>得分</td></tr>
${row(HOSTILE)}${row('长'.repeat(1_000_000))}<tr><td>总分</td><td></td><td></td><td></td><td></td><td>100</td><td>90</td></tr></table>`;
}

function escapedText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

/** Stands for another document each. */
function sha256Of(at: number): string {
  return at.toString(16).padStart(64, '0');
}

function documents(): string {
  const folder = join(freshFolder(), '附件');
  mkdirSync(folder);
  writeFileSync(join(folder, 's1.txt'), S1);
  writeFileSync(join(folder, 's2.txt'), S2);
  writeFileSync(join(folder, 's1-2022.txt'), S1.replaceAll('2020', '2022'));
  writeFileSync(join(folder, 'letter.txt'), '没有表');
  writeFileSync(join(folder, '<img src=x onerror=document.title="hacked">\u202Egnp.html'), hostileForm());
  return folder;
}

describe.skipIf(!hasBrowser)('the page', () => {
  let browser: Browser;
  let address = '';
  const faults: string[] = [];

  beforeAll(async () => {
    const out = join(freshFolder(), 'out');
    await hebiao(['run', documents(), '--out', out]);
    address = `file://${join(out, 'index.html')}`;
    browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox'] });
  });
  afterAll(() => browser?.close());

  async function opened(hash = '', options: BrowserContextOptions = {}): Promise<Page> {
    const page = await browser.newPage({
      viewport: { width: 1280, height: 900 },
      locale: 'zh-CN',
      ...options,
    });
    page.on('pageerror', (error) => faults.push(error.message));
    page.on('console', (message) => faults.push(message.text()));
    page.on('request', (request) => {
      if (request.url().split('#')[0] !== address) faults.push(request.url());
    });
    await page.goto(`${address}#${hash}`);
    await page.waitForSelector('#detail h2');
    return page;
  }

  const listed = (page: Page, count: number) =>
    expect.poll(() => page.locator('#list li').count()).toBe(count);
  const titles = (page: Page) => page.locator('#list .title').allTextContents();

  it('shows the worst form first, with its findings', async () => {
    const page = await opened();
    const [first] = await titles(page);
    expect(await page.locator('#detail h2').textContent()).toBe(first);
    expect(await page.locator('#list a[aria-current] .title').textContent()).toBe(first);
    expect(await page.locator('.finding').first().getAttribute('class')).toContain('error');
    expect(await page.locator('button.level.fatal strong').textContent()).toBe('1');
    expect(await page.locator('.chart svg').count()).toBeGreaterThanOrEqual(3);
    await page.close();
  });

  it('says what is printed, what it works out as, the sum, the explanation, the rule and the place', async () => {
    const page = await opened();
    await page.locator('#list .file', { hasText: /^s2\.txt$/ }).click();
    const finding = page.locator('.finding', { hasText: 'total-score-mismatch' });
    expect(await finding.locator('.stated dd').textContent()).toBe('93.18');
    expect(await finding.locator('.computed dd').textContent()).toBe('92.18');
    expect(await finding.locator('.reasons .sum dd').textContent()).toMatch(/^7\.3 \+ .* \+ 5 = 92\.18$/);
    expect(await finding.locator('.reasons .explanation dd').textContent()).toBe('疑似漏列一行');
    expect(await finding.locator('.reasons .place dd').textContent()).toMatch(/^总分（第\d+行第\d+列）/);
    expect(await finding.locator('.grounds li').count()).toBe(37);
    expect(await finding.locator('.rule summary').textContent()).toContain('算术');
    expect(await finding.locator('.rows td.wrong').textContent()).toBe('93.18');
    await page.close();
  });

  it('quotes the prose that contradicts the table', async () => {
    const page = await opened('rule=narrative-mismatch');
    expect(await page.locator('.finding .quote mark').first().textContent()).toBe('年度预算执行完成率71.24%');
    await page.close();
  });

  it('filters by level, rule, class and year, and clears', async () => {
    const page = await opened();
    const all = (await titles(page)).length;
    await page.click('button.level.fatal');
    await expect.poll(() => titles(page)).toEqual(['整份文件：letter.txt']);
    await page.locator('button.level.fatal[aria-pressed=true]').waitFor();
    await page.click('button.level.fatal');
    await page.selectOption('select[name=rule]', 'cost-overrun');
    await listed(page, 1);
    const findings = () => page.locator('.finding').count();
    await expect.poll(findings).toBe(1);
    await page.locator('.aside a').click();
    await expect.poll(findings).toBeGreaterThan(1);
    await page.selectOption('select[name=year]', '2022');
    await listed(page, 1);
    await expect.poll(() => page.locator('#list .file').allTextContents()).toEqual(['s1-2022.txt']);
    await page.click('button[type=reset]');
    await expect.poll(() => titles(page)).toHaveLength(all);
    await page.selectOption('select[name=class]', 'project');
    await expect.poll(() => page.locator('#list li').count()).toBeLessThan(all);
    await page.close();
  });

  it('filters by a rule that is chosen in the drawing', async () => {
    const page = await opened();
    await page.click('.bars a[href="#rule=total-weight-mismatch"]');
    await expect
      .poll(() => page.locator('.finding code').allTextContents())
      .toEqual(['total-weight-mismatch']);
    await page.close();
  });

  it('searches names, and then everything that was found', async () => {
    const page = await opened();
    await page.fill('input[name=q]', '云资源');
    await listed(page, 2);
    await page.fill('input[name=q]', '33.82平方米');
    await expect.poll(() => page.locator('#list .file').allTextContents()).toEqual(['s2.txt']);
    await listed(page, 1);
    await page.fill('input[name=q]', '没有这样的词');
    await listed(page, 0);
    await expect.poll(() => page.locator('.count').textContent()).toContain('没有符合条件的表');
    await page.close();
  });

  it('leads by a link to a form and a finding, and back', async () => {
    const page = await opened('order=name');
    await page.locator('#list .file', { hasText: /^s2\.txt$/ }).click();
    await page.locator('#list a[aria-current] .file', { hasText: /^s2\.txt$/ }).waitFor();
    const link = await page.locator('.finding .permalink').last().getAttribute('href');
    const other = await opened(link?.slice(1));
    const chosen = other.locator('.finding.chosen');
    await chosen.waitFor();
    expect(await chosen.count()).toBe(1);
    await expect.poll(async () => (await chosen.boundingBox())?.y).toBeLessThan(900);
    expect(await other.locator('#list a[aria-current] .file').textContent()).toBe('s2.txt');
    await page.goBack();
    await expect.poll(() => page.locator('#list a[aria-current] .file').count()).toBeLessThanOrEqual(1);
    await other.close();
    await page.close();
  });

  it.each([
    ['en-GB', '', 'en'],
    ['zh-TW', '', 'zh-Hans'],
    ['de-DE', '', 'zh-Hans'],
    ['en-GB', 'lang=zh', 'zh-Hans'],
    ['zh-CN', 'lang=en', 'en'],
  ])('speaks to a reader of %s whose link says "%s": %s', async (locale, hash, language) => {
    const page = await opened(hash, { locale });
    expect(await page.locator('html').getAttribute('lang')).toBe(language);
    await page.click('#language');
    await expect.poll(() => page.locator('html').getAttribute('lang')).not.toBe(language);
    await page.close();
  });

  it('speaks Chinese, and English when asked', async () => {
    const page = await opened();
    expect(await page.locator('h1 span:visible').textContent()).toBe('核对结果');
    await page.click('#language');
    await expect.poll(() => page.locator('h1 span:visible').textContent()).toBe('What was found');
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    await expect.poll(() => page.locator('.finding .message').first().textContent()).toMatch(/[a-z]{3}/);
    await page.close();
  });

  it('shows hostile names and cells as text, cut where they are too long', async () => {
    const page = await opened('q=img');
    await page.locator('#list a', { hasText: 'onerror' }).first().click();
    await expect.poll(() => page.locator('#detail h2').textContent()).toContain('onerror');
    expect(await page.locator('#detail h2').textContent()).toContain('</script><img src=x onerror=');
    expect(await page.locator('#list a[aria-current] .file').textContent()).toContain('⟦U+202E⟧');
    expect(await page.locator('img').count()).toBe(0);
    expect(await page.title()).toBe('核表 · 核对结果');
    const all = (await page.locator('#detail').textContent()) ?? '';
    expect(all.length).toBeLessThan(100_000);
    expect(all).toContain('字/chars〕');
    await page.close();
  });

  it.each([
    ['light', ''],
    ['dark', ''],
    ['light', 'lang=en&rule=narrative-mismatch'],
    ['dark', 'lang=en&level=fatal'],
  ] as const)('has no accessibility fault that axe calls serious: %s %s', async (colorScheme, hash) => {
    const page = await opened(hash, { colorScheme, bypassCSP: true });
    await page.evaluate(AXE);
    const found = await page.evaluate<readonly { impact: string; id: string; nodes: { html: string }[] }[]>(
      'axe.run(document).then(({ violations }) => violations)',
    );
    const serious = found.filter(({ impact }) => impact === 'serious' || impact === 'critical');
    expect(serious.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
    await page.close();
  });

  it('prints light and without controls, whatever the screen is like', async () => {
    const page = await opened('', { colorScheme: 'dark' });
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    expect(await page.locator('.filters').isVisible()).toBe(false);
    expect(await page.evaluate('getComputedStyle(document.body).backgroundColor')).toBe('rgb(255, 255, 255)');
    await page.close();
  });

  it('prints how many forms its list leaves out, and the grounds that are folded on the screen', async () => {
    const report = await read(fixture('s2/source.txt'));
    const many = Array.from({ length: 70 }, (_, at) => ({
      report: { ...report, source: { ...report.source, sha256: sha256Of(at) } },
      photos: {},
    }));
    const file = join(freshFolder(), 'many.html');
    writeFileSync(file, await pageOver(many, 'zh'));
    const page = await browser.newPage();
    await page.goto(`file://${file}`);
    const grounds = page.locator('.grounds:not([open]) li').first();
    expect(await grounds.isVisible()).toBe(false);
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('#more .act').isVisible()).toBe(false);
    expect(await page.locator('#more').textContent()).toMatch(/还有 10 项未列出$/);
    expect(await grounds.isVisible()).toBe(true);
    await page.close();
  });

  it.each([390, 320])('fits a screen of %d', async (width) => {
    const page = await opened('', { viewport: { width, height: 800 } });
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
    await page.close();
  });

  it('fetches nothing and says nothing on the console', () => expect(faults).toEqual([]));
});

it.each(['json', 'sarif', 'html'])('check gives %s for programs and browsers', async (format) => {
  const { code, out, err } = await hebiao(['check', fixture('s2/source.txt'), '--format', format]);
  expect({ code, err }).toEqual({ code: 1, err: '' });
  expect(out).toContain('total-score-mismatch');
  if (format === 'html') expect(out).toMatch(/^<!doctype html>[\s\S]*<\/html>\n$/);
  else expect(() => JSON.parse(out)).not.toThrow();
});

it.each([
  [['--lang', 'en'], '<html lang="en" data-language="en">'],
  [['--lang', 'zh'], '<html lang="zh-Hans" data-language="zh">'],
  [[], '<html lang="zh-Hans">'],
])('check %j leaves the language of its page to the reader, unless asked', async (asked, root) => {
  const { out } = await hebiao(['check', fixture('s2/source.txt'), '--format', 'html', ...asked]);
  expect(out.split('\n')[1]).toBe(root);
});

it('check shows places of a scan as they were scanned', async () => {
  const scan = fileURLToPath(new URL('../support/scan/pictures/fax-2.png', import.meta.url));
  const { out } = await hebiao(['check', scan, '--format', 'html']);
  expect(out).toContain('"photo":"data:image/png;base64,');
});
