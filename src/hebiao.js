#!/usr/bin/env node
// Starts the program: src/cli.ts in a checkout, dist/cli.js in the installed package. Plain JavaScript that the oldest Node can parse.
// Surprise: it asks for the version of Node before it loads anything else, so that an old one gets one line and not a stack trace.

var version = process.versions.node.split('.').map(Number);
if (version[0] < 22 || (version[0] === 22 && version[1] < 18)) {
  console.error('hebiao needs Node.js 22.18 or newer; this is ' + process.version + ' (hebiao 需要 Node.js 22.18 或更新版本)');
  process.exit(70);
}
import('node:fs').then(function (fs) {
  var source = new URL('./cli.ts', import.meta.url);
  return import(fs.existsSync(source) ? source.href : new URL('../dist/cli.js', import.meta.url).href);
});
