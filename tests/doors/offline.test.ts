// What reads scans writes nothing but results: a runtime that reports to its maker would keep an id and a queue of reports on the disk.

import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { freshFolder } from '../support/hebiao.ts';

const CLI = new URL('../../src/cli.ts', import.meta.url).pathname;
const LIBRARY = new URL('../../src/index.ts', import.meta.url).href;
const SCAN = fileURLToPath(new URL('../support/scan/pictures/fax-2.png', import.meta.url));
const CODE = `import { read } from '${LIBRARY}'; console.log(JSON.stringify(await read('${SCAN}')));`;

it.each([
  ['the program', [CLI, 'read', SCAN, '--fail-on', 'fatal']],
  ['the library', ['--input-type=module', '-e', CODE]],
])('%s leaves nothing at home and among temporary files', (_, args) => {
  const [home, temporary] = [freshFolder(), freshFolder()];
  const { NODE_OPTIONS: __, ORT_DISABLE_TELEMETRY: ___, ...env } = process.env;
  const out = execFileSync(process.execPath, args, {
    env: { ...env, HOME: home, XDG_CACHE_HOME: home, TMPDIR: temporary },
    encoding: 'utf8',
  });
  expect(JSON.parse(out).evaluations.length).toBeGreaterThan(0);
  expect([...readdirSync(home), ...readdirSync(temporary)]).toEqual([]);
});
