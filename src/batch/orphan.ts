// A thread in each child that ends it when its parent is gone, however busy the child is.
// Surprise: the closing of the channel is not enough; a child that hangs in a decoder never hears of it and would spin on for ever.

import { parentPort } from 'node:worker_threads';

const PARENT = process.ppid;
const SECOND = 1000;

setInterval(() => {
  if (process.ppid !== PARENT) process.kill(process.pid, 'SIGKILL');
}, SECOND);
parentPort?.postMessage('watching');
