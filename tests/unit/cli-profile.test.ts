// --profile with a file: what it does not say is as in the default profile; what is no profile is told in words.

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { profileFrom } from '../../src/cli/profile.ts';
import { read } from '../../src/index.ts';
import { DEFAULT_PROFILE } from '../../src/record/profiles/index.ts';
import { freshFolder } from '../support/hebiao.ts';

async function fromFile(content: string) {
  const file = join(freshFolder(), 'mine.json');
  writeFileSync(file, content);
  return profileFrom(file);
}

it('takes a part of a group, and leaves the rest as it is', async () => {
  expect(await fromFile('{"name":"mine","weights":{"output":36}}')).toEqual({
    ...DEFAULT_PROFILE,
    name: 'mine',
    weights: { ...DEFAULT_PROFILE.weights, output: 36 },
  });
});

it.each([
  ['[]', /不是 JSON 对象/],
  ['{weights', /不是 JSON 对象/],
  ['{"grades":[]}', /grades/],
  ['{"weight":1}', /weight/],
])('refuses %s', async (content, reason) => {
  await expect(fromFile(content)).rejects.toThrow(reason);
});

it('is a name in the library, too', async () => {
  const bytes = new TextEncoder().encode('项目名称');
  const report = await read(bytes, { profile: 'sichuan' });
  expect(report.diagnostics.map(({ code }) => code)).toEqual(['no-form-found']);
  await expect(read(bytes, { profile: 'nowhere' })).rejects.toThrow(TypeError);
});
