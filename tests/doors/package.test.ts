// The package as it is published: what is in it, and that it runs without the sources of the checkout.

import { execFileSync } from 'node:child_process';
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { fixture, freshFolder } from '../support/hebiao.ts';

const ROOT = new URL('../..', import.meta.url).pathname;

it('is packed with all that it needs and nothing else, and runs', () => {
  const folder = freshFolder();
  const packed = execFileSync('npm', ['pack', '--json', '--silent', '--pack-destination', folder], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  const [archive] = JSON.parse(packed.slice(packed.indexOf('['))) as [
    { filename: string; files: { path: string }[] },
  ];
  const files = archive.files.map(({ path }) => path);
  expect(files).toEqual(
    expect.arrayContaining([
      'dist/index.js',
      'dist/index.d.ts',
      'dist/batch/child.js',
      'schemas/report.schema.json',
      'LICENSE',
    ]),
  );
  expect(files.filter((path) => /^(tests|fixtures|bench)|(?<!\.d)\.ts$/.test(path))).toEqual([]);
  execFileSync('tar', ['xzf', archive.filename], { cwd: folder });
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
  const run = (...args: string[]): string =>
    execFileSync(process.execPath, [join(folder, 'package/src/hebiao.js'), ...args], { encoding: 'utf8' });
  expect(run('read', fixture('s1-html/source.html'), '--fail-on', 'fatal')).toContain(
    '"projectName":"云资源租赁费"',
  );
  run(
    'run',
    fixture('s1/source.txt'),
    '--out',
    join(folder, 'out'),
    '--quiet',
    '--fail-on',
    'fatal',
    '--force',
  );
});
