// What a run takes over from a former one: the last line over a report tells whose it is.
// Surprise: equal contents under one base name in two folders have one report between them.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { Former } from '../../../src/batch/former.ts';
import type { Line } from '../../../src/batch/journal.ts';

const folder = mkdtempSync(join(tmpdir(), 'hebiao-former-'));
const report = join(folder, 'x.json');
writeFileSync(report, '{}');
afterAll(() => rmSync(folder, { recursive: true }));

const SHA256 = 'ab'.repeat(32);
const CONTENT = { sha256: SHA256 } as Parameters<Former['lineOf']>[1];

function line(name: string, key: string, status: Line['status'] = 'read'): Line {
  const diagnostics = { fatal: 0, error: 0, warning: 0, doubt: 0, note: 0 };
  return {
    name,
    key,
    status,
    sha256: SHA256,
    of: null,
    ms: 1,
    peakBytes: 1,
    forms: 1,
    diagnostics,
    version: '1',
  } as Line;
}

async function taken(lines: readonly Line[], name: string): Promise<boolean> {
  return (await new Former(lines, 'now').lineOf(name, CONTENT, report)) !== null;
}

describe('a former report', () => {
  it('is taken over where name and settings are the same', async () => {
    expect(await taken([line('a/x.html', 'now')], 'a/x.html')).toBe(true);
    expect(await taken([line('a/x.html', 'then')], 'a/x.html')).toBe(false);
    expect(await taken([line('a/x.html', 'now', 'duplicate')], 'a/x.html')).toBe(false);
  });

  it('is not where another folder or other settings have written over it since', async () => {
    const lines = [line('a/x.html', 'now'), line('b/x.html', 'now')];
    expect(await taken(lines, 'a/x.html')).toBe(false);
    expect(await taken(lines, 'b/x.html')).toBe(true);
    expect(await taken([line('a/x.html', 'now'), line('a/x.html', 'then')], 'a/x.html')).toBe(false);
  });
});
