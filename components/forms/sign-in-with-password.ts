'use client';

import { signIn } from 'next-auth/react';
import type { ActionResult } from '@/lib/server/access/action-result';

/** Signs in by password and says what went wrong, as a sentence. */
export async function signInWithPassword(input: {
  readonly email: string;
  readonly password: string;
}): Promise<ActionResult> {
  const answer = await signIn('password', { ...input, redirect: false });
  if (answer?.ok && !answer.error) return { kind: 'done', value: null };
  if (answer?.status === 401 && answer.error) return { kind: 'refused', message: answer.error };
  throw new Error('no answer');
}
