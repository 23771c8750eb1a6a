// Reads one file in this process and prints what came of it, how long it took, and the most memory that the process held.
// Run as a child: `node measure.ts FILE`.

import { existsSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { DEFAULT_LIMITS, ingest } from '../../../src/ingest/index.ts';
import { tablesOf } from '../../../src/tree/index.ts';
import { blocksOf } from '../../../src/tree/walk.ts';

const [file = ''] = process.argv.slice(2);
const bytes = new Uint8Array(readFileSync(file));
const start = performance.now();
const startCpu = process.cpuUsage();
const codes: string[] = [];
const reading = ingest({ name: basename(file), bytes, limits: DEFAULT_LIMITS, password: null, pages: null });
let step = await reading.next();
for (; !step.done; step = await reading.next()) codes.push(`${step.value.level} ${step.value.code}`);
const cpu = process.cpuUsage(startCpu);
// On a machine that is busy with other things the clock runs on; on one that is idle, other threads collect garbage.
const ms = Math.round(Math.min(performance.now() - start, (cpu.user + cpu.system) / 1000));
const blocks = step.value ? blocksOf(step.value) : [];
const texts = blocks.flatMap((block) =>
  block.type === 'line' ? [block.text] : block.cells.map((cell) => cell.text),
);
const tables = step.value ? tablesOf(step.value).length : 0;
console.log(
  JSON.stringify({
    codes,
    ms,
    megabytes: peakMegabytes(),
    tables,
    texts: texts.slice(0, 20).map((text) => text.slice(0, 40)),
  }),
);

/** The kernel's own high-water mark; `maxRSS` would begin with that of the parent, which made the file. */
function peakMegabytes(): number {
  const status = existsSync('/proc/self/status') ? readFileSync('/proc/self/status', 'utf8') : '';
  const kilobytes = /VmHWM:\s*(\d+)/.exec(status)?.[1] ?? process.resourceUsage().maxRSS;
  return Math.round(Number(kilobytes) / 1024);
}
