import type { BlockSamples, TrialsRun } from '../engine/types';
import { openJob, runJobBlock, type SentJob } from './block-job';
import { createKnownDocuments } from './open';
import { createDocumentReceiver } from './sent-document';

/** What a helper is asked; a job is followed by its blocks. */
export type HelperRequest =
  | { readonly kind: 'job'; readonly id: number; readonly job: SentJob }
  | { readonly kind: 'block'; readonly id: number; readonly block: number }
  /** The second half of the first block, which is waited for. */
  | { readonly kind: 'part'; readonly id: number }
  /** The memory in which that half was brought, for the next one. */
  | { readonly kind: 'spent'; readonly buffer: ArrayBuffer };

export type HelperAnswer =
  | { readonly kind: 'block'; readonly id: number; readonly samples: BlockSamples }
  | { readonly kind: 'failed'; readonly id: number; readonly block: number };

/** Answers an owner's requests at the other end of a port, one block at a time. */
export function serveHelper(port: MessagePort): void {
  let current = -1;
  let run: TrialsRun | null = null;
  // Of a document that was edited only what has changed comes here, and only that is judged and compiled.
  const receive = createDocumentReceiver();
  const known = createKnownDocuments();
  let spent: ArrayBuffer | undefined;

  function openOrNothing({ sent, ...job }: SentJob): TrialsRun | null {
    try {
      return openJob({ ...job, document: receive(sent).document }, known);
    } catch {
      return null;
    }
  }

  port.onmessage = ({ data: request }: MessageEvent<HelperRequest>) => {
    if (request.kind === 'job') {
      current = request.id;
      run?.release();
      run = openOrNothing(request.job);
      return;
    }
    if (request.kind === 'spent') {
      spent = request.buffer;
      return;
    }
    const { id } = request;
    const block = request.kind === 'part' ? 0 : request.block;
    // Of a job that has been replaced nobody waits for blocks.
    if (id !== current) return;
    try {
      if (run === null) throw new RangeError('The job could not be opened.');
      const samples = request.kind === 'part' ? runSecondPart(run, spent) : runJobBlock(run, block);
      port.postMessage({ kind: 'block', id, samples } satisfies HelperAnswer, [...samples.buffers]);
    } catch {
      port.postMessage({ kind: 'failed', id, block } satisfies HelperAnswer);
    }
  };
}

function runSecondPart(run: TrialsRun, spent?: ArrayBuffer): BlockSamples {
  run.runPart(0, 1);
  return run.takePart(0, 1, spent);
}
