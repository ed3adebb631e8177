import type { TrialsResult } from '../../engine/results/result-types';
import type { ScenarioDocument } from '../../scenario/document';
import { database } from '../database/client';
import { errorName, log } from '../log';
import { readDocument } from './checked-document';
import { summariseHeadline } from './headline';

/** Somebody who edits saves every second; the figures wait until the hand rests. */
const REST_MILLISECONDS = 1500;

/** What fails for want of memory or of a thread may succeed later; what cannot succeed must not be tried at each look. */
const AGAIN_MILLISECONDS = 60_000;

/** Simulates a document in full, elsewhere than on the thread that answers requests. */
export type Simulate = (document: ScenarioDocument) => Promise<TrialsResult>;

interface Queue {
  readonly waiting: Map<string, number>;
  /** When contents could last not be computed: they are not tried again at once. */
  readonly failedAt: Map<string, number>;
  working: Promise<void> | null;
  current: string | null;
}

const shared = globalThis as { ramplineHeadlines?: Queue };
function queue(): Queue {
  shared.ramplineHeadlines ??= { waiting: new Map(), failedAt: new Map(), working: null, current: null };
  return shared.ramplineHeadlines;
}

/** Computes and stores the headline of a scenario's draft, unless it is there already or the draft moves on meanwhile. */
export async function updateHeadline(scenarioId: string, simulate: Simulate): Promise<void> {
  const db = await database();
  const draft = await db.draft.findUnique({
    where: { scenarioId },
    select: { document: true, contentHash: true, scenario: { select: { headlineHash: true } } },
  });
  if (!draft || draft.contentHash === draft.scenario.headlineHash) return;
  const began = Date.now();
  if (began - (queue().failedAt.get(draft.contentHash) ?? 0) < AGAIN_MILLISECONDS) return;
  try {
    const document = readDocument(draft.document);
    const headline = summariseHeadline(document, await simulate(document));
    await db.scenario.updateMany({
      where: { id: scenarioId, draft: { contentHash: draft.contentHash } },
      data: { headline: JSON.stringify(headline), headlineHash: draft.contentHash },
    });
    log('info', 'headline', { scenarioId, milliseconds: Date.now() - began });
  } catch (error) {
    queue().failedAt.set(draft.contentHash, Date.now());
    log('error', 'headline', { scenarioId, error: errorName(error) });
  }
}

async function work(): Promise<void> {
  const { waiting } = queue();
  const { simulateInThread } = await import('./simulate-in-thread');
  for (;;) {
    const next = [...waiting].sort((a, b) => a[1] - b[1])[0];
    if (!next) return;
    const [scenarioId, due] = next;
    const rest = due - Date.now();
    if (rest > 0) await new Promise((resolve) => setTimeout(resolve, rest));
    // Saved again while resting: it has a later time now and others may go first.
    if (waiting.get(scenarioId) !== due) continue;
    waiting.delete(scenarioId);
    queue().current = scenarioId;
    await updateHeadline(scenarioId, simulateInThread);
    queue().current = null;
  }
}

/**
 * Asks for a scenario's headline to be brought up to date, one at a time: after an edit when the edits have come to
 * rest; when somebody has looked and missed it, in its turn, however often they look.
 */
export function requestHeadline(scenarioId: string, why: 'edited' | 'missed'): void {
  const state = queue();
  if (why === 'edited') state.waiting.set(scenarioId, Date.now() + REST_MILLISECONDS);
  else if (!state.waiting.has(scenarioId) && state.current !== scenarioId) state.waiting.set(scenarioId, Date.now());
  if (process.env.NODE_ENV === 'test') return;
  state.working ??= work()
    .catch((error) => log('error', 'headline-queue', { error: errorName(error) }))
    .finally(() => {
      state.working = null;
      state.current = null;
    });
}
