import type { RunProgress, RunUpdate, ScenarioRunner } from '../runner/types';
import type { DocumentError, ScenarioDocument } from '../scenario/document';

export interface RunControlOptions {
  readonly runner: ScenarioRunner;
  readonly previewTrials: number;
  /** Trials of the full run, from the document's own `run`. */
  readonly fullTrials: (document: ScenarioDocument) => number;
  /** Outputs of which every trial is kept, for densities and paired changes. */
  readonly kept: (document: ScenarioDocument) => readonly string[];
  /** Series of the months that are looked at: previews tell their fans first. */
  readonly inSight: (document: ScenarioDocument) => readonly string[];
  readonly onUpdate: (document: ScenarioDocument, update: RunUpdate) => void;
  readonly onProgress: (progress: RunProgress) => void;
  readonly onErrors: (errors: readonly DocumentError[]) => void;
  /** The runner itself failed (a worker that died): a sentence. */
  readonly onFailure: (message: string) => void;
  readonly onIdle: (how: 'finished' | 'cancelled') => void;
  readonly now?: () => number;
}

export interface RunControl {
  /**
   * Runs this document; `inHand` while a slider is dragged: then only the preview's trials are run, one after the
   * other, so that each redraw is shown however fast the edits come.
   */
  request(document: ScenarioDocument, inHand: boolean): void;
  /** Drops the run; what is shown stays. */
  cancel(): void;
  dispose(): void;
}

interface Job {
  readonly document: ScenarioDocument;
  readonly inHand: boolean;
}

/**
 * A preview older than this is dropped for a newer document instead of being waited for. Long, because edits come faster
 * than previews on a busy machine, and one that is dropped is never seen.
 */
const patienceMs = 4000;

const isAbort = (error: unknown) => error instanceof Error && error.name === 'AbortError';

/** Keeps the newest document running: preview first, then all trials; at most one run at a time. */
export function createRunControl(options: RunControlOptions): RunControl {
  const now = options.now ?? Date.now;
  let running: { readonly abort: AbortController; readonly startedAt: number; previewShown: boolean } | null = null;
  let next: Job | null = null;
  let disposed = false;

  async function start(job: Job) {
    const run = { abort: new AbortController(), startedAt: now(), previewShown: false };
    running = run;
    const { document } = job;
    const full = options.fullTrials(document);
    try {
      const outcome = await options.runner.run(document, {
        trials: job.inHand ? Math.min(options.previewTrials, full) : full,
        // Under a hand on a slider nobody reads more.
        glance: job.inHand,
        seed: document.run?.seed ?? 1,
        sampling: document.run?.sampling ?? 'latin-hypercube',
        samples: options.kept(document),
        inSight: options.inSight(document),
        signal: run.abort.signal,
        onProgress: (progress) => {
          if (!job.inHand && !run.abort.signal.aborted) options.onProgress(progress);
        },
        onUpdate: (update) => {
          if (run.abort.signal.aborted) return;
          run.previewShown = true;
          options.onUpdate(document, job.inHand ? { ...update, stage: 'preview' } : update);
          // Somebody edited while this preview was on its way: go on with theirs.
          if (next) run.abort.abort();
        },
      });
      if (!run.abort.signal.aborted) {
        if (outcome.ok) options.onUpdate(document, job.inHand ? { ...outcome.value, stage: 'preview' } : outcome.value);
        else options.onErrors(outcome.errors);
      }
    } catch (error) {
      if (!isAbort(error)) options.onFailure(error instanceof Error ? error.message : 'The computation stopped.');
    }
    if (running === run) running = null;
    advance(run.abort.signal.aborted ? 'cancelled' : 'finished');
  }
  function advance(how: 'finished' | 'cancelled') {
    if (disposed || running) return;
    const job = next;
    next = null;
    if (job) void start(job);
    else options.onIdle(how);
  }
  return {
    request(document, inHand) {
      if (disposed) return;
      next = { document, inHand };
      if (!running) advance('finished');
      else if (running.previewShown || now() - running.startedAt > patienceMs) running.abort.abort();
    },
    cancel() {
      next = null;
      running?.abort.abort();
    },
    dispose() {
      disposed = true;
      next = null;
      running?.abort.abort();
      options.runner.dispose();
    },
  };
}
