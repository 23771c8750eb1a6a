// How the review page looks and how fast it is: no serious fault of access, strangers' words stay text, 10,000 forms, an edit at once.
// Surprise: bounds of time are several times what was measured, because these tests share their machine.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Journal } from '../../src/batch/journal.ts';
import { stampOf, writeRegister } from '../../src/batch/register.ts';
import type { Entry } from '../../src/shelf.ts';
import { CHROMIUM, goToForm, hasBrowser, openedAt, PATIENCE } from '../support/review/browser.ts';
import { copyOf, HOSTILE, resultsToReview, type Serving, serve } from '../support/review/serving.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

describe.skipIf(!hasBrowser)('the review page', { timeout: 120_000 }, () => {
  let browser: Browser;
  let made = '';
  let server: Serving;
  const faults: string[] = [];

  beforeAll(async () => {
    made = await resultsToReview();
    server = await serve(copyOf(made));
    browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox'] });
  }, 180_000);
  afterAll(async () => {
    server.child.kill('SIGKILL');
    await browser?.close();
  });

  async function opened(address = server.address, options: BrowserContextOptions = {}): Promise<Page> {
    const page = await openedAt(browser, address, options);
    page.on('console', (message) => faults.push(message.text()));
    page.on('request', (request) => {
      if (!request.url().startsWith(new URL(address).origin)) faults.push(request.url());
    });
    return page;
  }

  it.each([
    ['light', 'zh', '扫描.jpg', 'j'],
    ['dark', 'zh', 's2.docx', 'b'],
    ['light', 'en', 's1.pdf', '?'],
    ['dark', 'en', '扫描.jpg', 'e'],
  ] as const)('has no fault that axe calls serious: %s %s %s %s', async (colorScheme, lang, name, key) => {
    const page = await opened(`${server.address}#lang=${lang}`, { colorScheme, bypassCSP: true });
    await goToForm(page, name);
    await page.keyboard.press(key);
    await page.evaluate(AXE);
    const found = await page.evaluate<readonly { impact: string; id: string; nodes: { html: string }[] }[]>(
      'axe.run(document).then(({ violations }) => violations)',
    );
    const serious = found.filter(({ impact }) => impact === 'serious' || impact === 'critical');
    expect(serious.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
    await page.close();
  });

  it('shows hostile names and cells as text', async () => {
    const page = await opened();
    await goToForm(page, 'onerror');
    expect(await page.locator('#forms a[aria-current] .title').textContent()).toBe(HOSTILE);
    await expect.poll(() => page.locator('#record').textContent(), PATIENCE).toContain(HOSTILE);
    expect(await page.locator('#paper').textContent()).toContain(HOSTILE);
    expect(await page.locator('img').count()).toBe(0);
    expect(await page.title()).toBe('核表 · 复核');
    await page.close();
  });

  it('says why a source has no form', async () => {
    const page = await opened();
    await page.fill('#filters [name=q]', '信.txt');
    await expect.poll(() => page.locator('#forms a').count(), PATIENCE).toBe(1);
    await page.locator('#forms a').click();
    await expect.poll(() => page.locator('#card').textContent(), PATIENCE).toContain('没有找到绩效自评表');
    await page.close();
  });

  it('filters the queue, and says where a click on either side leads', async () => {
    const page = await opened();
    await page.click('[data-need=doubt]');
    await expect
      .poll(() => page.locator('#forms .file').allTextContents(), PATIENCE)
      .toEqual(expect.arrayContaining(['扫描.jpg']));
    await page.click('[data-need=doubt]');
    await page.selectOption('[name=code]', 'cost-overrun');
    await expect.poll(() => page.locator('#forms a').count(), PATIENCE).toBe(2);
    await page.selectOption('[name=code]', '');
    await goToForm(page, 's1.pdf');
    await page.locator('[data-field="/total/score"]').click();
    await expect.poll(() => page.locator('.cell.chosen').textContent(), PATIENCE).toBe('97.12');
    await page.locator('.cell', { hasText: /^云资源租赁费$/ }).click();
    await expect
      .poll(() => page.locator('.value.chosen').getAttribute('data-field'), PATIENCE)
      .toBe('/projectName');
    await page.close();
  });

  it('draws a table that goes on over the page break on both pages', async () => {
    const page = await opened();
    await goToForm(page, 's1.pdf');
    const sheet = (at: number) => page.locator('.sheet').nth(at);
    expect(
      await sheet(0)
        .locator('.cell', { hasText: /^97\.12$/ })
        .count(),
    ).toBe(1);
    expect(
      await sheet(1)
        .locator('.cell', { hasText: /^项目服务期间/ })
        .count(),
    ).toBe(1);
    await page.close();
  });

  it('reaches every pane with Tab and gets out of it again', async () => {
    const page = await opened();
    await goToForm(page, 's2.docx');
    const panes = new Set<string>();
    for (let steps = 0; steps < 60; steps++) {
      await page.keyboard.press('Tab');
      panes.add(
        await page.evaluate<string>(
          "document.activeElement?.closest('#forms, #stops, #paper, #record, #card, #filters, .top')?.id ?? ''",
        ),
      );
    }
    expect([...panes]).toEqual(
      expect.arrayContaining(['forms', 'stops', 'paper', 'record', 'card', 'filters']),
    );
    await page.close();
  });

  it('opens a list of 10,000 forms by its first ones, and more of it as one scrolls', async () => {
    const out = copyOf(made);
    await addForms(out, 10_000);
    const many = await serve(out);
    const page = await opened(many.address);
    await page.locator('#forms a').nth(30).waitFor();
    const before = await page.locator('#forms a').count();
    await page.locator('#forms').evaluate((list) => list.scrollTo(0, list.scrollHeight));
    await expect.poll(() => page.locator('#forms a').count(), PATIENCE).toBeGreaterThan(before);
    expect(await page.locator('#progress-text').textContent()).toMatch(/\/ 100\d\d/);
    many.child.kill('SIGKILL');
    await page.close();
  });

  it('fetches nothing from elsewhere and says nothing on the console', () => expect(faults).toEqual([]));
});

/** Forms without a finding, behind those that are there. */
async function addForms(out: string, count: number): Promise<void> {
  const lines = readFileSync(join(out, '.index.ndjson'), 'utf8').split('\n').filter(Boolean);
  const own = lines.map((line) => JSON.parse(line)).filter((line) => !('stamp' in line));
  const counts = { fatal: 0, error: 0, warning: 0, doubt: 0, note: 0 };
  const more = Array.from({ length: count }, (_, at) => {
    const entry: Entry = {
      id: at.toString(16).padStart(12, '0'),
      form: 0,
      name: `附件/${at}.pdf`,
      title: '项目支出绩效自评表',
      projectName: `第 ${at} 个项目`,
      fiscalYear: 2020 + (at % 5),
      class: 'project',
      counts: at % 3 === 0 ? { ...counts, doubt: 1 } : counts,
      codes: [],
      corrected: 0,
    };
    return { name: entry.name, file: `${at}.json`, report: null, version: 0, entries: [entry] };
  });
  await writeRegister(out, [...own, ...more], stampOf(await new Journal(out).lines()));
}
