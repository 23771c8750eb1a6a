// Old Word documents: through LibreOffice where it is installed, else one fatal that says what to do.

import { spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { grids, ingested } from '../support/ingested.ts';

const hasOffice = spawnSync('soffice', ['--version']).error === undefined;
if (!hasOffice) console.warn('skipped: LibreOffice (soffice) is not installed');

const cell = (text: string) => `${[...text].map((char) => `\\u${char.charCodeAt(0)}?`).join('')}\\cell`;
const RTF = `{\\rtf1\\ansi\\trowd\\cellx2000\\cellx4000\\intbl ${cell('项目名称')} ${cell('测试')}\\row\\pard\\par}`;

it.skipIf(!hasOffice)('reads a table through LibreOffice', { timeout: 90_000 }, async () => {
  expect(await grids('form.doc', RTF)).toEqual([[['项目名称', '测试']]]);
});

it('says what to do where LibreOffice is missing', async () => {
  const path = process.env.PATH;
  process.env.PATH = '/nowhere';
  try {
    const { document, diagnostics } = await ingested('form.doc', RTF);
    expect(document).toBeNull();
    expect(diagnostics.map(({ level, code }) => [level, code])).toEqual([['fatal', 'unsupported-carrier']]);
    expect(diagnostics[0]?.message.en).toContain('LibreOffice');
  } finally {
    process.env.PATH = path;
  }
});
