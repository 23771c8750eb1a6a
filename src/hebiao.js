#!/usr/bin/env node
// Starts the program: src/cli.ts in a checkout, dist/cli.js in the installed package. Plain JavaScript that an old Node can load.
// Surprise: it asks for the version of Node before it loads anything else, so that an old one gets one line and not a stack trace.

import { existsSync } from 'node:fs';

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 22 || (major === 22 && minor < 18)) {
  console.error(
    `hebiao 需要 Node.js 22.18 或更新版本 (needs Node.js 22.18 or newer); this is ${process.version}`,
  );
  process.exit(70);
}
const source = new URL('./cli.ts', import.meta.url);
await import(existsSync(source) ? source.href : new URL('../dist/cli.js', import.meta.url).href);
