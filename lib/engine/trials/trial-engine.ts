import type { MarketKey } from '../kernel/kept-markets';
import type { BlockInputs } from '../scale-up/load-inputs';
import type { TrialState } from '../scale-up/trial-state';
import type { TrialKeeper } from './keep-trial';

/** Runs trials and keeps what they yield: the plain code, or the same code compiled to WebAssembly. */
export interface TrialEngine {
  /** The inputs of the block whose trials are run, to be drawn. */
  readonly inputs: BlockInputs;
  readonly keeper: TrialKeeper;
  /** Puts what is certain in place, before a block. */
  loadCertain(load: (state: TrialState) => void): void;
  /** What the markets of the block depend on, where it is the first one and they may be taken over; else null. */
  followMarkets(key: MarketKey | null): void;
  /** Runs a trial of the block and keeps it in a place of the group; its timeline stays in the plain state. */
  runTrial(trial: number, place: number): void;
  /** Room for what a block of so many trials yields. */
  openBlock(trials: number): Float64Array;
  /** Brings the group that was kept to its columns, its first trial to `trial`. */
  keepGroup(block: Float64Array, trial: number, count: number): void;
  /** Where a block that is done stays, until it is taken out. */
  settle(block: Float64Array): Float64Array;
  /** A block as an array with a buffer of its own, to be handed to another thread; its room is free again. */
  takeOut(block: Float64Array): Float64Array;
  /** A block's room is free again, if it has one here. */
  discard(block: Float64Array): void;
  /** The run is over and nothing of it is read any more: its memory may serve the next. */
  release(): void;
}
