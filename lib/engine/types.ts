import type { DocumentError, Sampling, ScenarioDocument } from '../scenario/document';
import type { Move } from './compile/moves';
import type { FutureResult, TrialsResult } from './results/result-types';

/** Trials come in blocks of so many; a preview is the first block. */
export const BLOCK_TRIALS = 512;
export const PREVIEW_TRIALS = BLOCK_TRIALS;
export const FULL_TRIALS = 8192;

export interface TrialsOptions {
  readonly trials?: number;
  readonly seed?: number;
  readonly sampling?: Sampling;
  /** Keep the scalar outputs of every trial; a list: those and the outputs it names. */
  readonly samples?: boolean | readonly string[];
  /** Sampling errors of the monthly and yearly fans too, not only of the headline figures; they cost as much again. */
  readonly fanErrors?: boolean;
  /** The whole run is a glance, as a preview is: sampling errors of the headline figures only, and no sensitivities. */
  readonly glance?: boolean;
  /**
   * Series of the months (`output`, `share/lfp`) whose fans the first block tells, and a glance for as long as it runs; a
   * glance keeps no others. Where absent: all of them.
   */
  readonly inSight?: readonly string[];
  /** Without WebAssembly: the same bits, but slower. */
  readonly plain?: boolean;
  /** So many blocks at most are here at a time, the others being taken away: room for no more is set aside. */
  readonly blocksAtATime?: number;
  /** Outputs for which sensitivity is computed; default none (a preview has no time for it). */
  readonly sensitivity?: readonly string[] | 'all';
}

/** A document that cannot be computed is data, not an exception. */
export type Outcome<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly errors: readonly DocumentError[] };

/** Independent draws of one trial by path, before correlation. */
export type GivenDraws = Readonly<Record<string, number>>;

/**
 * The engine, compiled for one document. Pure: no clock, no Math.random, no network; the same bytes everywhere.
 * The one door is `openScenario(document)` in `run-scenario.ts`, which validates and compiles.
 */
export interface CompiledScenario {
  readonly document: ScenarioDocument;
  readonly documentHash: string;
  /** Inputs that are moved away from what the document says. */
  readonly moves: readonly Move[];
  /** The plan: every quantity at its central value. */
  runPlan(): FutureResult;
  /** Outputs of the plan by name: Infinity is never, NaN is none (or no output of this scenario). */
  planOutputs(names: readonly string[]): readonly number[];
  /** One future for each list of given draws. */
  runDraws(draws: readonly GivenDraws[]): readonly FutureResult[];
  /** One trial of the run, replayed alone. */
  replayTrial(trial: number, options?: TrialsOptions): FutureResult;
  /** Starts a run that is fed block by block, so that it can be shown early, continued and cancelled. */
  startTrials(options?: TrialsOptions): TrialsRun;
}

export interface TrialsRun {
  readonly trials: number;
  readonly blocks: number;
  /** Simulates one block (0-based) and keeps its trials. Blocks may come in any order, from any worker. */
  runBlock(block: number): void;
  /** What one block yielded, as transferable buffers, for another thread's `addBlock`. */
  takeBlock(block: number): BlockSamples;
  /**
   * Half a block, for two threads that share the one that is waited for: runs its first or its second 256 trials, and
   * takes it for another thread's `addBlock`. With both the block is done, with the bits of `runBlock`. `spent`: memory
   * that an earlier part was taken in, to be used again.
   */
  runPart(block: number, part: 0 | 1): void;
  takePart(block: number, part: 0 | 1, spent?: ArrayBuffer): BlockSamples;
  addBlock(samples: BlockSamples): void;
  /**
   * A kept number by trial over the blocks done so far: a scalar, `targets/<id>`, a further output that was asked for,
   * a series of a month (`cash@2030-06`, `share/lfp@2030-06`) or of a year. Infinity is never, NaN is none; null where
   * nothing of that name is kept.
   */
  column(name: string): Float64Array | null;
  /** 1 by trial where a target of the document is met; null where there is no such target. */
  met(target: string): Uint8Array | null;
  /** Statistics over the blocks done so far (a prefix of the run). */
  results(): TrialsResult;
  /** The run is over and nothing of it is asked any more: its memory may serve the next run of this thread. */
  release(): void;
}

/** The kept numbers of a block of trials; layout private to the engine. */
export interface BlockSamples {
  readonly block: number;
  /** Where it is half a block: which. */
  readonly part?: 0 | 1;
  readonly trials: number;
  readonly buffers: readonly ArrayBuffer[];
}
