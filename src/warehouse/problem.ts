// What keeps a load from being done, told in words that say what to do.

import { DatabaseProblem, NoAddress } from '../database/index.ts';

/** The target or what is to be loaded cannot be used as it is: not a bug, and not the documents' fault. */
export class WarehouseProblem extends DatabaseProblem {}

/** The target is not written the way targets are written. */
export class NoTarget extends NoAddress {}
