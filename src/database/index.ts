// What the queue and the warehouse share: reaching a PostgreSQL, and saying in plain words why it cannot be reached.

export * from './address.ts';
export * from './connect.ts';
export * from './problem.ts';
export * from './steps.ts';
