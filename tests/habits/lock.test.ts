// The lockfile names the optional packages of every platform, so that `npm ci` works behind any registry.

import { spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';

it('lacks no platform', () => {
  const { status, stderr } = spawnSync(process.execPath, ['.ci/lock.mjs', '--check'], {
    cwd: new URL('../..', import.meta.url),
    encoding: 'utf8',
  });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
});
