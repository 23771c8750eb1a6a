// The process that reads: takes one job after the other from its parent and sends the answers back.
// Surprise: it ends by itself when the parent is gone (kill -9 included), because its channel closes.

import { answerTo } from './answer.ts';
import type { Job, Manner } from './job.ts';

process.on('message', (order: { readonly job: Job; readonly manner: Manner }) => {
  void answerTo(order.job, order.manner).then((answer) => process.send?.(answer));
});
process.on('disconnect', () => process.exit(0));
/** Ctrl-C reaches the whole group; the parent decides what is still finished. */
process.on('SIGINT', () => {});
