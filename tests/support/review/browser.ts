// The review page in a browser, by keyboard: opening it, going to a form, and what stands on it at the moment.
// Surprise: nothing is counted at once after a key; each of these waits until the page has followed.

import { existsSync } from 'node:fs';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { expect } from 'vitest';

export const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';
export const hasBrowser = existsSync(CHROMIUM);
if (!hasBrowser) console.warn(`no browser at ${CHROMIUM}: the review page is not tested (set CHROMIUM)`);

/** Slow machines share their cores with other tests. */
export const PATIENCE = { timeout: 20_000 };

export async function openedAt(
  browser: Browser,
  address: string,
  options: BrowserContextOptions = {},
): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, ...options });
  await page.goto(address);
  await page.locator('#forms a').first().waitFor();
  await page.locator('#card > *').first().waitFor();
  return page;
}

/** The first form that a search finds, opened by keyboard alone. */
export async function goToForm(page: Page, name: string): Promise<void> {
  await page.keyboard.press('/');
  await page.locator('#filters [name=q]:focus').waitFor();
  await page.keyboard.press('Control+A');
  await page.keyboard.type(name);
  const files = () => page.locator('#forms .file').allTextContents();
  await expect.poll(files, PATIENCE).toEqual([expect.stringContaining(name)]);
  await page.keyboard.press('Escape');
  await page.keyboard.press('g');
  await page.locator('#forms a:focus').waitFor();
  await page.keyboard.press('Enter');
  await page.locator('#forms a[aria-current]').waitFor();
  await page.locator('#card:focus').waitFor();
  await page.locator('#record .value').first().waitFor();
}

/** Forward through all that is to settle, and then back. */
export async function goToValue(page: Page, name: string): Promise<void> {
  for (const key of ['j', 'k']) {
    for (let steps = 0; steps < 50 && (await inHand(page)) !== name; steps++) await page.keyboard.press(key);
  }
  expect(await inHand(page)).toBe(name);
}

export const inHand = (page: Page) => page.locator('#card h2').textContent();
export const told = (page: Page) => page.locator('#status').textContent();
export const stops = (page: Page, level: string) => page.locator(`#stops .${level}`).count();

export const stopsBecome = (page: Page, level: string, count: number) =>
  expect.poll(() => stops(page, level), PATIENCE).toBe(count);

export async function typeText(page: Page, text: string): Promise<void> {
  await page.keyboard.press('e');
  await page.locator('#typed:focus').waitFor();
  await page.keyboard.press('Control+A');
  await page.keyboard.type(text);
}
