// A drawn form printed to PDF by a headless Chromium.
// Surprise: without a browser there is nothing to print with; that is said aloud, and the laws on paper are skipped.

import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';
import type { DrawnForm } from '../forms/index.ts';
import { asPrintHtml } from './html.ts';

const EXECUTABLE = process.env.CHROMIUM ?? '/usr/bin/chromium';

export interface Printer {
  readonly print: (form: DrawnForm) => Promise<Uint8Array>;
  readonly close: () => Promise<void>;
}

export function canPrint(): boolean {
  if (existsSync(EXECUTABLE)) return true;
  console.warn(`skipped: no browser at ${EXECUTABLE} to print forms with`);
  return false;
}

export async function openPrinter(): Promise<Printer> {
  const browser = await chromium.launch({ executablePath: EXECUTABLE, args: ['--no-sandbox'] });
  return { print: (form) => printed(browser, form), close: () => browser.close() };
}

/** Upright and lying pages in turn, so that wide forms come both ways. */
async function printed(browser: Browser, form: DrawnForm): Promise<Uint8Array> {
  const page = await browser.newPage();
  try {
    await page.setContent(new TextDecoder().decode(asPrintHtml(form)));
    return new Uint8Array(await page.pdf({ format: 'A4', landscape: form.seed % 3 === 0, margin: MARGIN }));
  } finally {
    await page.close();
  }
}

const MARGIN = { top: '14mm', right: '14mm', bottom: '14mm', left: '14mm' };
