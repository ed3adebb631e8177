'use client';

import { useState } from 'react';
import type { ActionResult } from '@/lib/server/access/action-result';

export interface Problem {
  readonly message: string;
  readonly field?: string | undefined;
}

const NO_ANSWER = 'The server did not answer. What you entered is still here; try again.';

/** Runs an action from a form: whether it is under way, and the sentence where it was refused. */
export function useAction<I, T>(action: (input: I) => Promise<ActionResult<T>>) {
  const [pending, setPending] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);

  /** @returns whether it was done, and what came of it. */
  async function run(input: I): Promise<{ readonly done: true; readonly value: T } | { readonly done: false }> {
    setPending(true);
    setProblem(null);
    try {
      const result = await action(input);
      if (result.kind === 'done') return { done: true, value: result.value };
      setProblem(result);
    } catch {
      setProblem({ message: NO_ANSWER });
    } finally {
      setPending(false);
    }
    return { done: false };
  }

  return {
    pending,
    problem,
    /** The sentence of one field, or of the form as a whole where no field is named. */
    problemOf: (field?: string) => (problem && problem.field === field ? problem.message : undefined),
    setProblem,
    run,
  };
}
