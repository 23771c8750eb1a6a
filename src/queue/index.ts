// The door of the queue: submitting, working, looking, and taking the results out.

export { correctionsOf } from './corrections.ts';
export { prepareTables, Queue, type QueueOrder } from './queue.ts';
export {
  type ResultLine,
  resultLines,
  type StoredReport,
  storedContent,
  storedReport,
  storedReports,
} from './results.ts';
export { storedPages, storedPicture, storedSheet } from './seen.ts';
export { QueueShelf } from './shelf.ts';
export { type DeadLetter, deadLetters, type Status, statusOf } from './status.ts';
export { reviveDead, type SubmitOrder, type SubmitTally, submit } from './submit.ts';
export type { Content, Reader, Reading, Seen, Task } from './task.ts';
export { Work, type WorkOrder } from './work.ts';
