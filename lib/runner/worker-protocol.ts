import type { FutureResult } from '../engine/results/result-types';
import type { Outcome, TrialsOptions } from '../engine/types';
import type { ScenarioDocument } from '../scenario/document';
import type { RunProgress, RunUpdate } from './types';

/** What a runner asks of its worker; `id` ties the answers to the question. */
export type WorkerRequest =
  | { readonly kind: 'run'; readonly id: number; readonly document: ScenarioDocument; readonly options: TrialsOptions }
  | {
      readonly kind: 'replay';
      readonly id: number;
      readonly document: ScenarioDocument;
      readonly trial: number;
      readonly options: TrialsOptions;
    }
  | { readonly kind: 'cancel'; readonly id: number };

export type WorkerAnswer =
  | { readonly kind: 'update'; readonly id: number; readonly update: RunUpdate }
  | { readonly kind: 'progress'; readonly id: number; readonly progress: RunProgress }
  | { readonly kind: 'done'; readonly id: number; readonly outcome: Outcome<RunUpdate> }
  | { readonly kind: 'replayed'; readonly id: number; readonly outcome: Outcome<FutureResult> }
  | { readonly kind: 'failed'; readonly id: number; readonly message: string };
