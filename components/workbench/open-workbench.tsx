'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useState } from 'react';
import type { StoreApi } from 'zustand/vanilla';
import { routes } from '@/lib/routes';
import { createWebWorkerRunner } from '@/lib/runner/web-worker-runner';
import type { ScenarioDocument } from '@/lib/scenario/document';
import { createKnownParts } from '@/lib/scenario/known-parts';
import { validateDocument } from '@/lib/scenario/validate';
import {
  forkScenarioAction,
  nameRevisionAction,
  readRevisionAction,
  saveDraftAction,
} from '@/lib/server/scenarios/actions';
import type { OpenScenario } from '@/lib/server/scenarios/contract';
import { createLocalCopy } from '@/lib/workbench/local-copy';
import { createWorkbench } from '@/lib/workbench/store';
import type { Workbench as WorkbenchStore } from '@/lib/workbench/workbench-types';
import { Workbench } from './workbench';
import styles from './workbench.module.css';

interface OpenWorkbenchProps {
  readonly opened: OpenScenario;
  readonly lastRevision?: { readonly number: number; readonly document: ScenarioDocument };
}

/** Storage may be switched off; then drafts are only with the server. */
function browserStorage(): Storage | null {
  try {
    return window.localStorage;
  } catch {
    return null;
  }
}

function openStore({ opened, lastRevision }: OpenWorkbenchProps): StoreApi<WorkbenchStore> {
  const scenarioId = opened.id;
  // Documents of a history share their parts and never change one in place.
  const known = createKnownParts();
  return createWorkbench({
    opened,
    lastRevision,
    runner: createWebWorkerRunner(),
    baseRunner: createWebWorkerRunner,
    validate: (document) => validateDocument(document, known),
    local: createLocalCopy(scenarioId, opened.userName, browserStorage()),
    saveDraft: (version, document) => saveDraftAction({ scenarioId, version, document }),
    readRevision: (revisionId) => readRevisionAction({ revisionId }),
    nameRevision: (version, document, message) => nameRevisionAction({ scenarioId, version, document, message }),
  });
}

/** My state as a new scenario beside the one that somebody else saved meanwhile. */
async function forkMine(scenarioId: string, mine: ScenarioDocument): Promise<{ id: string } | { problem: string }> {
  const name = `${mine.name.slice(0, 180)} (mine)`;
  try {
    const forked = await forkScenarioAction({ scenarioId, name });
    if (forked.kind !== 'done') return { problem: forked.message };
    const saved = await saveDraftAction({ scenarioId: forked.value.id, version: 1, document: { ...mine, name } });
    if (saved.kind === 'saved') return { id: forked.value.id };
    return { problem: saved.kind === 'failed' ? saved.message : 'The new scenario could not take your state.' };
  } catch {
    return { problem: 'The server does not answer. Your changes are kept in this browser.' };
  }
}

/** Opens a scenario: the store, its worker and its saves live as long as the page shows it. */
export function OpenWorkbench(props: OpenWorkbenchProps) {
  const { opened } = props;
  const router = useRouter();
  const [store, setStore] = useState<StoreApi<WorkbenchStore> | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another scenario is another store; fresh data of the same one is not.
  useEffect(() => {
    const made = openStore(props);
    setStore(made);
    return () => {
      const { actions } = made.getState();
      actions.keepNow();
      void actions.flush().finally(actions.dispose);
    };
  }, [opened.id]);

  async function fork(): Promise<string | null> {
    const state = store?.getState();
    if (state?.sync.kind !== 'stale') return null;
    const forked = await forkMine(opened.id, state.history.present);
    if ('problem' in forked) return forked.problem;
    state.actions.resolveStale(state.sync.theirs, 'theirs');
    router.push(routes.scenario(forked.id) as never);
    return null;
  }
  if (!store) {
    return (
      <main id="main" className={styles.opening}>
        <h1>{opened.name}</h1>
        <p role="status">Opening.</p>
      </main>
    );
  }
  return <Workbench store={store} onFork={fork} />;
}
