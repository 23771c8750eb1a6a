// Folders of results: made by whoever comes first, and no folder where none can be.

import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { makeFolder } from '../../../src/batch/files.ts';
import { freshFolder } from '../../support/hebiao.ts';

it('makes folders in a parent that others are making, too', async () => {
  for (let round = 0; round < 20; round++) {
    const parent = join(freshFolder(), 'a', 'b');
    await Promise.all(Array.from({ length: 20 }, (_, at) => makeFolder(join(parent, String(at)))));
    expect(readdirSync(parent)).toHaveLength(20);
  }
});

it('ends where no folder can be', async () => {
  const file = join(freshFolder(), 'file');
  writeFileSync(file, '');
  await expect(makeFolder(join(file, 'a', 'b'))).rejects.toMatchObject({ code: 'ENOTDIR' });
  await expect(makeFolder(file)).rejects.toMatchObject({ code: 'EEXIST' });
  await expect(makeFolder('/proc/none/of/it')).rejects.toMatchObject({ code: 'ENOENT' });
});
