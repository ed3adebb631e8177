'use client';

import { useEffect, useRef, useState } from 'react';
import { askInsight } from '@/lib/runner/insight-client';
import type { InsightAnswers, InsightKind, InsightProgress, InsightQuestions } from '@/lib/runner/insight-types';

export interface InsightState<K extends InsightKind> {
  readonly status: 'idle' | 'running' | 'done' | 'cancelled' | 'failed';
  readonly progress: InsightProgress | null;
  /** The last answer; stays while the next one is computed. */
  readonly value: InsightAnswers[K] | null;
  /** Why there is none, in sentences. */
  readonly problem: string | null;
}

export interface Insight<K extends InsightKind> {
  readonly state: InsightState<K>;
  readonly ask: (question: InsightQuestions[K]) => void;
  readonly cancel: () => void;
  /** Takes an answer away that no longer belongs to what is asked. */
  readonly clear: () => void;
}

/** One kind of question to the engine: asked again it drops what was under way, and leaving the page ends it. */
export function useInsight<K extends InsightKind>(kind: K): Insight<K> {
  const running = useRef<AbortController | null>(null);
  const [state, setState] = useState<InsightState<K>>({ status: 'idle', progress: null, value: null, problem: null });
  useEffect(() => () => running.current?.abort(), []);

  function ask(question: InsightQuestions[K]) {
    running.current?.abort();
    const abort = new AbortController();
    running.current = abort;
    setState(({ value }) => ({ status: 'running', progress: null, value, problem: null }));
    const isLatest = () => running.current === abort && !abort.signal.aborted;
    askInsight(kind, question, {
      signal: abort.signal,
      onProgress: (progress) => isLatest() && setState((before) => ({ ...before, progress })),
    })
      .then((outcome) => {
        if (!isLatest()) return;
        if (outcome.ok) setState({ status: 'done', progress: null, value: outcome.value, problem: null });
        else fail(outcome.errors.map(({ message }) => message).join(' '));
      })
      .catch((error: unknown) => {
        if (isLatest()) fail(error instanceof Error ? error.message : 'The computation stopped.');
      });
  }

  function fail(problem: string) {
    setState({ status: 'failed', progress: null, value: null, problem });
  }

  return {
    state,
    ask,
    cancel: () => {
      running.current?.abort();
      setState((before) => ({ ...before, status: 'cancelled', progress: null }));
    },
    clear: () => {
      running.current?.abort();
      setState({ status: 'idle', progress: null, value: null, problem: null });
    },
  };
}
