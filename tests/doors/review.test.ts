// The review page in a real browser: a sitting by keyboard alone, two tabs, a server that is killed, and what remains in the folder of results.
// Surprise: without a browser the tests are skipped, aloud.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { freshFolder, hebiao } from '../support/hebiao.ts';
import {
  CHROMIUM,
  goToForm,
  goToValue,
  hasBrowser,
  openedAt,
  PATIENCE,
  stops,
  stopsBecome,
  told,
  typeText,
} from '../support/review/browser.ts';
import {
  copyOf,
  countIn,
  reportIn,
  resultsToReview,
  type Serving,
  serve,
} from '../support/review/serving.ts';

let made = '';
const open: Serving[] = [];

async function serving(out: string, ...options: readonly string[]): Promise<Serving> {
  const server = await serve(out, ...options);
  open.push(server);
  return server;
}

/** The codes of a source's errors in the table of all findings. */
function errorsOf(out: string, name: string): readonly string[] {
  const rows = readFileSync(join(out, 'findings.csv'), 'utf8').split('\n');
  return rows
    .filter((row) => row.includes(`,${name},`))
    .flatMap((row) => /,error,([a-z-]+),/.exec(row)?.[1] ?? []);
}

beforeAll(async () => {
  made = await resultsToReview();
}, 180_000);
afterEach(() => {
  for (const { child } of open.splice(0)) child.kill('SIGKILL');
});

describe.skipIf(!hasBrowser)('the review page', { timeout: 180_000 }, () => {
  let browser: Browser;
  const faults: string[] = [];
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox'] });
  });
  afterAll(() => browser?.close());

  async function opened(address: string): Promise<Page> {
    const page = await openedAt(browser, address);
    page.on('pageerror', (error) => faults.push(error.message));
    return page;
  }

  it('settles a scanned form and a wrong total by keyboard alone, and the outputs follow', async () => {
    const out = copyOf(made);
    const text = (name: string) => readFileSync(join(out, name), 'utf8');
    const before = ['findings.csv', 'index.html'].map(text);
    const { address, child, ended } = await serving(out);
    const page = await opened(address);

    await goToForm(page, '扫描.jpg');
    expect(await page.locator('#card .crop-window img').count()).toBe(1);
    await expect.poll(() => stops(page, 'doubt'), PATIENCE).toBeGreaterThan(0);
    for (let left = await stops(page, 'doubt'); left > 0; left = await stops(page, 'doubt')) {
      await page.keyboard.press(left % 2 === 0 ? 'Enter' : '1');
      await expect.poll(() => stops(page, 'doubt'), PATIENCE).toBeLessThan(left);
    }
    expect(await told(page)).toMatch(/存疑 \d+ → 0/);

    await goToForm(page, 's2.txt');
    await stopsBecome(page, 'error', 2);
    await goToValue(page, '总分');
    await typeText(page, '92.18');
    await page.keyboard.press('Enter');
    await stopsBecome(page, 'error', 1);
    expect(await told(page)).toContain('错误 2 → 1');
    await page.locator('#record .did.corrected').first().waitFor();
    await page.keyboard.press('u');
    await stopsBecome(page, 'error', 2);
    await goToValue(page, '总分');
    await typeText(page, '92.18');
    await page.keyboard.press('Enter');
    await stopsBecome(page, 'error', 1);
    await page.reload();
    await page.locator('#record .did.corrected').first().waitFor();
    await stopsBecome(page, 'error', 1);

    child.kill('SIGINT');
    expect(await ended).toBe(0);
    expect(countIn(out, '扫描', 'doubt')).toBe(0);
    expect(countIn(out, 's2.txt', 'error')).toBe(1);
    expect(reportIn(out, 's2.txt').evaluations[0]?.evidence['/total/score']?.corrected).toBe(true);
    expect(['findings.csv', 'index.html'].map(text).filter((now, at) => now === before[at])).toHaveLength(0);
    expect(errorsOf(out, 's2.txt')).toEqual(['total-weight-mismatch']);
    await page.close();
  });

  it('says with arrow keys that another cell states a value', async () => {
    const out = copyOf(made);
    const page = await opened((await serving(out)).address);
    await goToForm(page, 's2.docx');
    await goToValue(page, '预期目标');
    expect(await page.locator('#card .reading').textContent()).toContain('没有找到');
    await page.keyboard.press('b');
    await page.locator('#paper .cell:focus').waitFor();
    const focused = () => page.locator('.cell:focus').textContent();
    for (let steps = 0; steps < 60 && !(await focused())?.startsWith('开展业务调研'); steps++)
      await page.keyboard.press(steps < 20 ? 'ArrowDown' : 'ArrowRight');
    const chosen = await focused();
    await page.keyboard.press('Enter');
    const goal = page.locator('[data-field="/goal/expected"]');
    await expect.poll(() => goal.textContent(), PATIENCE).toContain(chosen);
    await page.locator('[data-field="/goal/expected"] .did.bound').waitFor();
    await page.keyboard.press('u');
    await expect.poll(() => goal.textContent(), PATIENCE).toContain('—');
    await page.close();
  });

  it('loses nothing when the server is killed between edits', async () => {
    const out = copyOf(made);
    const first = await serving(out);
    const page = await opened(first.address);
    await goToForm(page, 's2.txt');
    await goToValue(page, '总分');
    await typeText(page, '92.18');
    await page.keyboard.press('Enter');
    await stopsBecome(page, 'error', 1);
    first.child.kill('SIGKILL');
    await first.ended;

    await goToValue(page, '分值合计');
    await typeText(page, '99');
    await page.keyboard.press('Enter');
    await page.locator('#trouble button#retry').waitFor();
    expect(await page.locator('#typed').inputValue()).toBe('99');

    const { port } = new URL(first.address);
    const again = await serving(out, '--port', port);
    await page.goto(again.address);
    await page.locator('#typed').waitFor();
    expect(await page.locator('#typed').inputValue()).toBe('99');
    await page.locator('#typed').focus();
    await page.keyboard.press('Enter');
    await stopsBecome(page, 'error', 0);
    again.child.kill('SIGINT');
    expect(await again.ended).toBe(0);
    expect(countIn(out, 's2.txt', 'error')).toBe(0);
    expect(errorsOf(out, 's2.txt')).toEqual([]);
    await page.close();
  });

  it('does not lose what one tab says to what another said before', async () => {
    const out = copyOf(made);
    const { address } = await serving(out);
    const [one, other] = [await opened(address), await opened(address)];
    for (const page of [one, other]) await goToForm(page, 's2.txt');
    await goToValue(other, '分值合计');
    await typeText(other, '99');
    await goToValue(one, '总分');
    await typeText(one, '92.18');
    await one.keyboard.press('Enter');
    await stopsBecome(one, 'error', 1);
    await other.keyboard.press('Enter');
    await expect.poll(() => other.locator('#trouble').textContent(), PATIENCE).toContain('别处');
    expect(await other.locator('#typed').inputValue()).toBe('99');
    await stopsBecome(other, 'error', 1);
    await other.locator('#typed').focus();
    await other.keyboard.press('Enter');
    await stopsBecome(other, 'error', 0);
    await one.reload();
    await stopsBecome(one, 'error', 0);
    await Promise.all([one.close(), other.close()]);
  });

  it('changes nothing when it may only be looked at', async () => {
    const page = await opened((await serving(copyOf(made), '--read-only')).address);
    await goToForm(page, 's2.txt');
    expect(await page.locator('#card .deeds .edit').isDisabled()).toBe(true);
    await page.keyboard.press('e');
    await page.keyboard.press('Enter');
    expect(await page.locator('#typed').count()).toBe(0);
    await stopsBecome(page, 'error', 2);
    await page.close();
  });

  it('runs without a fault in its script', () => expect(faults).toEqual([]));
});

describe('hebiao review', () => {
  it('says what is wrong with a folder', async () => {
    const missing = await hebiao(['review', join(freshFolder(), 'nowhere')]);
    expect(missing.code).toBe(2);
    expect(missing.err).toContain('nowhere');
    const empty = await hebiao(['review', freshFolder()]);
    expect(empty.code).toBe(2);
    expect(empty.err).toContain('hebiao run');
    expect(existsSync(join(made, 'journal.ndjson'))).toBe(true);
  });

  it('says that a port is taken, and which numbers are none', async () => {
    const first = await serving(copyOf(made));
    const second = await hebiao(['review', made, '--port', new URL(first.address).port]);
    expect(second.code).toBe(2);
    expect(second.err).toContain('--port');
    expect((await hebiao(['review', made, '--port', '70000'])).code).toBe(2);
  });

  it('exports what was confirmed on a scan as a labelled set', { timeout: 60_000 }, async () => {
    const out = copyOf(made);
    const { address, child, ended } = await serving(out);
    const { origin } = new URL(address);
    const { entries } = (await (await fetch(`${address}forms.json?q=扫描`)).json()) as {
      entries: { id: string }[];
    };
    const edits = [{ kind: 'text', place: 'p1b2r3c3', to: '242.28' }];
    const headers = { 'content-type': 'application/json', origin };
    const body = JSON.stringify({ version: 0, edits });
    const answer = await fetch(`${address}sources/${entries[0]?.id}/edits`, {
      method: 'POST',
      headers,
      body,
    });
    expect(answer.status).toBe(200);
    child.kill('SIGINT');
    expect(await ended).toBe(0);
    const labels = join(freshFolder(), 'labels');
    expect(await hebiao(['review', out, '--export', labels])).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^1\t/),
    });
    const { file, text } = JSON.parse(readFileSync(join(labels, 'labels.ndjson'), 'utf8'));
    expect(text).toBe('242.28');
    expect(existsSync(join(labels, file))).toBe(true);
  });

  it('shows an example', async () => {
    const { code, out } = await hebiao(['review', '--help']);
    expect(code).toBe(0);
    expect(out).toContain('hebiao review out');
  });

  it('leaves the results as they are where nothing is corrected', async () => {
    const out = copyOf(made);
    const names = (folder: string) => readdirSync(folder, { recursive: true }).toSorted();
    const { child, ended, address } = await serving(out);
    expect((await fetch(address)).status).toBe(200);
    child.kill('SIGTERM');
    expect(await ended).toBe(0);
    expect(names(out)).toEqual(names(made));
  });
});
