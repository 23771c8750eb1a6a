// The process that reads: takes one job after the other from its parent and sends the answers back.
// Surprise: it ends by itself when the parent is gone (kill -9 included): at once when it is idle, within a second when it is busy.

import { once } from 'node:events';
import { Worker as Thread } from 'node:worker_threads';
import { answerTo } from './answer.ts';
import type { Job, Manner } from './job.ts';

const ORPHAN = new URL(import.meta.url.endsWith('.ts') ? './orphan.ts' : './orphan.js', import.meta.url);

const orphan = new Thread(ORPHAN);
orphan.unref();
await once(orphan, 'message'); // a first source that hangs would keep the thread from starting
process.on('message', (order: { readonly job: Job; readonly manner: Manner }) => {
  void answerTo(order.job, order.manner).then((answer) => process.send?.(answer));
});
process.on('disconnect', () => process.exit(0));
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => {}); // Ctrl-C and a closed terminal reach the whole group; the parent decides what becomes of us
}
process.send?.('ready');
