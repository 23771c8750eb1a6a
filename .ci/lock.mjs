// npm run lock: adds to package-lock.json the optional packages of other platforms that the registry at hand did not hold when it was written.
// Surprise: without them `npm ci` fails everywhere behind such a registry, although none of them would be installed there.

import { readFileSync, writeFileSync } from 'node:fs';

const PLATFORMS = ['android', 'darwin', 'linux', 'win32', 'freebsd'];
const PROCESSORS = ['arm64', 'x64', 'ia32', 'arm', 'ppc64', 'riscv64', 's390x', 'loong64'];

const path = new URL('../package-lock.json', import.meta.url);
const lock = JSON.parse(readFileSync(path, 'utf8'));

/** Where npm would look for `name` from the package at `at`: its own node_modules, then those above. */
function isLocked(at, name) {
  for (let base = at; ; base = base.slice(0, Math.max(0, base.lastIndexOf('/node_modules/')))) {
    if (Object.hasOwn(lock.packages, `${base === '' ? '' : `${base}/`}node_modules/${name}`)) return true;
    if (base === '') return false;
  }
}

/** An entry like npm's own; its platform is told by its name. */
function entryOf(name, version, dev) {
  const words = name.split(/[-_/]/);
  const musl = words.includes('musl') || words.includes('linuxmusl');
  const glibc = words.some((word) => word.startsWith('gnu'));
  const cpu = PROCESSORS.filter((each) => words.includes(each));
  const os = PLATFORMS.filter((each) => words.includes(each) || (each === 'linux' && words.includes('linuxmusl')));
  return {
    version,
    ...(cpu.length > 0 && { cpu }),
    ...(dev && { dev }),
    ...((musl || glibc) && { libc: [musl ? 'musl' : 'glibc'] }),
    optional: true,
    ...(os.length > 0 && { os }),
  };
}

const missing = Object.entries(lock.packages).flatMap(([at, { optionalDependencies = {}, dev }]) =>
  Object.entries(optionalDependencies)
    .filter(([name]) => !isLocked(at, name))
    .map(([name, range]) => [`node_modules/${name}`, entryOf(name, range.replace(/^[\^~]/, ''), dev)]),
);
if (process.argv.includes('--check')) {
  for (const [name] of missing) console.error(`package-lock.json lacks ${name}; npm run lock`);
  process.exit(missing.length > 0 ? 1 : 0);
}
lock.packages = Object.fromEntries(Object.entries({ ...lock.packages, ...Object.fromEntries(missing) }).toSorted(([a], [b]) => (a < b ? -1 : 1)));
writeFileSync(path, `${JSON.stringify(lock, null, 2)}\n`);
console.log(`${missing.length} entries added`);
