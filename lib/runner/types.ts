import type { FutureResult, TrialsResult } from '../engine/results/result-types';
import type { Outcome, TrialsOptions } from '../engine/types';
import type { ScenarioDocument } from '../scenario/document';

export interface RunProgress {
  /** Trials done and asked for. */
  readonly done: number;
  readonly of: number;
}

export interface RunUpdate {
  /** `preview`: the first 512 trials; `full`: all of them. */
  readonly stage: 'preview' | 'full';
  readonly plan: FutureResult;
  readonly trials: TrialsResult;
}

export interface RunRequest extends TrialsOptions {
  /**
   * Called with the preview where the run has more trials than that, and again with the first trials that tell all fans
   * where it told those in sight alone; the full run is what the promise brings.
   */
  readonly onUpdate?: (update: RunUpdate) => void;
  readonly onProgress?: (progress: RunProgress) => void;
  /** Aborting rejects with an AbortError within 100 ms. */
  readonly signal?: AbortSignal;
}

/**
 * The same engine in a web worker, a Node thread pool or in place. A new run on the same runner drops a running one
 * (its promise rejects with an AbortError).
 */
export interface ScenarioRunner {
  run(document: ScenarioDocument, request?: RunRequest): Promise<Outcome<RunUpdate>>;
  replay(document: ScenarioDocument, trial: number, options?: TrialsOptions): Promise<Outcome<FutureResult>>;
  dispose(): void;
}
