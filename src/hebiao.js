#!/usr/bin/env node
// Starts the program: src/cli.ts in a checkout, dist/cli.js in the installed package. Plain JavaScript that an old Node can load.
// Surprise: it asks for the version of Node before it loads anything else. Under an old one it starts again under the Node that a checkout
// installs for itself, and where there is none it says one line and not a stack trace.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { constants } from 'node:os';
import { fileURLToPath } from 'node:url';

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 22 || (major === 22 && minor < 18)) {
  const own = fileURLToPath(new URL('../node_modules/.bin/node', import.meta.url));
  if (existsSync(own)) {
    const args = [fileURLToPath(import.meta.url), ...process.argv.slice(2)];
    const child = spawn(own, args, { stdio: 'inherit' });
    // A terminal sends its signals to both, others to us alone.
    process.on('SIGINT', () => {});
    for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
    const [code, signal] = await once(child, 'exit');
    process.exit(code ?? 128 + constants.signals[signal]);
  }
  console.error(
    `hebiao 需要 Node.js 22.18 或更新版本 (needs Node.js 22.18 or newer); this is ${process.version}`,
  );
  process.exit(2);
}
const source = new URL('./cli.ts', import.meta.url);
await import(existsSync(source) ? source.href : new URL('../dist/cli.js', import.meta.url).href);
