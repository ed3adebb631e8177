import type { Move } from '../engine/compile/moves';
import { openScenario } from '../engine/run-scenario';
import type { BlockSamples, CompiledScenario, TrialsOptions, TrialsRun } from '../engine/types';
import type { ScenarioDocument } from '../scenario/document';
import { type KnownDocuments, openDocument } from './open';
import type { SentDocument } from './sent-document';

/** A thread that gives its blocks away has one under way and one on its way. */
const BLOCKS_HERE = 2;

/** What another thread must know to run blocks of a run. */
export interface BlockJob {
  readonly document: ScenarioDocument;
  readonly documentHash: string;
  readonly moves: readonly Move[];
  readonly options: TrialsOptions;
  /** Nobody has validated the document yet. */
  readonly isUnchecked?: boolean;
}

/** A job on its way to another thread: its document whole, or as what has changed since the one before. */
export interface SentJob extends Omit<BlockJob, 'document'> {
  readonly sent: SentDocument;
}

/** The job of a run that was started with these options. */
export function blockJob(scenario: CompiledScenario, options: TrialsOptions, run: TrialsRun): BlockJob {
  const { document, documentHash, moves } = scenario;
  return { document, documentHash, moves, options: { ...options, trials: run.trials } };
}

/**
 * The same run in this thread. `known`: what is known of documents before this one.
 *
 * @throws RangeError for a document that is refused
 */
export function openJob(
  { document, documentHash, moves, isUnchecked, ...job }: BlockJob,
  known?: KnownDocuments,
): TrialsRun {
  const options = { ...job.options, blocksAtATime: BLOCKS_HERE };
  if (isUnchecked) {
    const opened = openDocument(document, moves, known);
    if (!opened.ok) throw new RangeError('The document is refused.');
    return opened.value.startTrials(options);
  }
  return openScenario(document, { documentHash, moves, known: known?.samplers }).startTrials(options);
}

/** Runs one block and gives it away. */
export function runJobBlock(run: TrialsRun, block: number): BlockSamples {
  run.runBlock(block);
  return run.takeBlock(block);
}
