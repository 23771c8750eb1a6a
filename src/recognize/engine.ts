// What a reading engine gets and gives: crops of one line each → what may stand at each step of the line.
// Surprise: engines give no text; text is decoded from the steps, so that the alphabet can be narrowed afterwards without reading again.

/** One line of text: grey, 0 black, white around the ink. `print` is the usual height of the page's print, in the crop's pixels. */
export interface Crop {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array;
  readonly print: number;
}

/** A character that may stand at a step; '' is the blank of CTC: nothing new. */
export interface Choice {
  readonly char: string;
  readonly probability: number;
}

/** What may stand at one place of the line, most likely first; what is left out is less likely than any of them. */
export interface Step {
  /** Middle of the step as part of the crop's width, 0..1. */
  readonly at: number;
  readonly choices: readonly Choice[];
}

export type Lattice = readonly Step[];

export interface Engine {
  readonly name: string;
  read(crops: readonly Crop[]): Promise<readonly Lattice[]>;
  close(): Promise<void>;
}
