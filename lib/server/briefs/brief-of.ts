import { makeBrief } from '../../exports/pdf/make-brief';
import { buildReport } from '../../exports/report/build-report';
import { createNodeRunner } from '../../runner/node-runner';
import type { RunUpdate } from '../../runner/types';
import type { ScenarioDocument } from '../../scenario/document';
import { documentHash } from '../../scenario/document-hash';
import type { Viewer } from '../access/viewer';
import type { OpenScenario } from '../scenarios/contract';
import { openScenario } from '../scenarios/loaders';

export interface Brief {
  readonly name: string;
  readonly pdf: Buffer;
}

// One at a time: each takes a core for seconds, and requests must still be answered.
let last: Promise<unknown> = Promise.resolve();

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const turn = last.then(work, work);
  last = turn.catch(() => undefined);
  return turn;
}

async function run(document: ScenarioDocument, signal?: AbortSignal): Promise<RunUpdate> {
  signal?.throwIfAborted();
  const runner = createNodeRunner();
  try {
    const outcome = await runner.run(document, { samples: true, sensitivity: ['sop', 'npv'], signal });
    if (!outcome.ok) throw new RangeError(`The document cannot be computed: ${outcome.errors[0]?.message}`);
    return outcome.value;
  } finally {
    runner.dispose();
  }
}

/** The version that the draft is, where nothing was changed since it was named. */
function versionOf(open: OpenScenario) {
  const latest = open.revisions[0];
  return latest && latest.contentHash === documentHash(open.draft.document) ? latest : null;
}

/**
 * The brief of a scenario's draft: simulated in full, written, set. The date is that of the version, so the same
 * version gives the same bytes. Null where there is no such scenario for the viewer.
 * @throws AbortError when `signal` fires; the simulation ends with it
 */
export async function briefOf(viewer: Viewer, scenarioId: string, signal?: AbortSignal): Promise<Brief | null> {
  const open = await openScenario(viewer, scenarioId);
  if (!open) return null;
  const { document } = open.draft;
  return inTurn(async () => {
    const { plan, trials } = await run(document, signal);
    const version = versionOf(open);
    const report = buildReport({
      document,
      plan,
      trials,
      version: version ? { number: version.number, message: version.message } : null,
      author: version?.author ?? open.draft.savedBy,
      date: (version?.at ?? open.draft.savedAt).slice(0, 10),
    });
    return { name: `${open.name} brief`, pdf: makeBrief(report, document) };
  });
}
