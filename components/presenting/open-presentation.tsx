'use client';

import { useEffect, useState } from 'react';
import { FULL_TRIALS } from '@/lib/engine/types';
import type { RunUpdate } from '@/lib/runner/types';
import { createWebWorkerRunner } from '@/lib/runner/web-worker-runner';
import type { ScenarioDocument } from '@/lib/scenario/document';
import { headlineNames } from '@/lib/workbench/outputs';
import { Presentation } from './presentation';

interface OpenPresentationProps {
  readonly scenarioId: string;
  readonly document: ScenarioDocument;
}

/** Runs the scenario as it is saved and presents it: first from 512 futures, then from all. */
export function OpenPresentation({ scenarioId, document }: OpenPresentationProps) {
  const [update, setUpdate] = useState<RunUpdate | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  useEffect(() => {
    const runner = createWebWorkerRunner();
    const abort = new AbortController();
    const { trials = FULL_TRIALS, seed, sampling } = document.run ?? {};
    runner
      .run(document, {
        trials,
        seed,
        sampling,
        samples: headlineNames(document),
        signal: abort.signal,
        onUpdate: setUpdate,
      })
      .then((outcome) => {
        if (outcome.ok) setUpdate(outcome.value);
        else setProblem(outcome.errors.map(({ message }) => message).join(' '));
      })
      .catch((error: unknown) => {
        if (!abort.signal.aborted) setProblem(error instanceof Error ? error.message : 'The computation stopped.');
      });
    return () => {
      abort.abort();
      runner.dispose();
    };
  }, [document]);
  return <Presentation scenarioId={scenarioId} document={document} update={update} problem={problem} />;
}
