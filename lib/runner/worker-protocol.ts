import type { FutureResult } from '../engine/results/result-types';
import type { Outcome, TrialsOptions } from '../engine/types';
import type { SentDocument } from './sent-document';
import type { SentUpdate } from './sent-update';
import type { RunProgress } from './types';

/** What a runner asks of its worker; `id` ties the answers to the question. */
export type WorkerRequest =
  | { readonly kind: 'run'; readonly id: number; readonly options: TrialsOptions; readonly sent: SentDocument }
  | {
      readonly kind: 'replay';
      readonly id: number;
      readonly trial: number;
      readonly options: TrialsOptions;
      readonly sent: SentDocument;
    }
  | { readonly kind: 'cancel'; readonly id: number }
  /** The port to one more helper; helpers are numbered in the order in which they come. */
  | { readonly kind: 'helper'; readonly port: MessagePort }
  | { readonly kind: 'helper-lost'; readonly index: number };

export type WorkerAnswer =
  | { readonly kind: 'update'; readonly id: number; readonly update: SentUpdate }
  | { readonly kind: 'progress'; readonly id: number; readonly progress: RunProgress }
  | { readonly kind: 'done'; readonly id: number; readonly outcome: Outcome<SentUpdate> }
  | { readonly kind: 'replayed'; readonly id: number; readonly outcome: Outcome<FutureResult> }
  | { readonly kind: 'failed'; readonly id: number; readonly message: string };
