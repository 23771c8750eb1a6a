// Why a run stops before its end, where the sources have nothing to do with it.

/** The system gives no room or no handle: the run stops, and can go on when it does again. */
export class Refused extends Error {}

/** Not one source could be opened, more likely a slip or a missing disk than a wish to be rid of what a former run left. */
export class NothingToRead extends Error {
  readonly kept: number;

  constructor(kept: number) {
    super();
    this.kept = kept;
  }
}
