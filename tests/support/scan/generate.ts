// Seeds → files: a picture and its truth for each seed and degradation, in a folder.
// Surprise: what is already there is not made again; a seed always gives the same page on a machine with the same fonts.

import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type Degradation, degraded } from './degrade.ts';
import { type DrawnForm, drillOf, formOf } from './forms.ts';
import { chanceOf } from './random.ts';
import { lookOf, openBrowser, rendered } from './render.ts';

export const DOTS_PER_INCH: Readonly<Record<Degradation, readonly number[]>> = {
  clean: [150, 200, 300],
  office: [200],
  fax: [150, 200],
  photo: [200, 220],
  seal: [200],
  turned: [200],
};

/** Makes `count` pages of each kind, seeds counting up from `first`. */
export async function generate(
  folder: string,
  kinds: readonly Degradation[],
  seeds: { first: number; count: number; drill?: boolean },
): Promise<void> {
  await mkdir(folder, { recursive: true });
  const browser = await openBrowser();
  try {
    for (let seed = seeds.first; seed < seeds.first + seeds.count; seed++) {
      for (const kind of kinds)
        await generatePage(folder, kind, { seed, browser, form: (seeds.drill ? drillOf : formOf)(seed) });
    }
  } finally {
    await browser.close();
  }
}

async function generatePage(
  folder: string,
  kind: Degradation,
  page: { seed: number; browser: Awaited<ReturnType<typeof openBrowser>>; form: DrawnForm },
): Promise<void> {
  const name = path.join(folder, `${kind}-${page.seed}`);
  if (existsSync(`${name}.json`)) return;
  const chance = chanceOf(page.seed * 7919 + kind.length);
  const { form } = page;
  const look = { ...lookOf(chance), dpi: chance.pick(DOTS_PER_INCH[kind]) };
  const png = await rendered(page.browser, form, look);
  await writeFile(`${name}.image`, await degraded(png, kind, chance));
  await writeFile(`${name}.json`, JSON.stringify({ kind, seed: page.seed, look, form }));
}
