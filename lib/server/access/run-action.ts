import { unstable_rethrow } from 'next/navigation';
import type { z } from 'zod';
import { errorName, log } from '../log';
import { type ActionResult, refused } from './action-result';
import { currentViewer, type Viewer } from './viewer';

export const SIGNED_OUT = 'You are signed out. Sign in in another tab, then try again; what you entered is still here.';
const OUR_FAULT = 'Something went wrong on the server. Nothing was changed; try again.';

/** The first thing wrong with what a form sent. */
function inputProblem(error: z.ZodError): { kind: 'refused'; message: string; field?: string } {
  const issue = error.issues[0];
  const field = issue?.path.join('.');
  return refused(issue?.message ?? 'The form could not be read.', field || undefined);
}

/** The frame of an action that needs nobody: reads the input, does the work, keeps unexpected errors to itself. */
export async function runOpenAction<I, O>(
  schema: z.ZodType<I>,
  input: unknown,
  work: (input: I) => Promise<ActionResult<O>>,
): Promise<ActionResult<O>> {
  const parsed = schema.safeParse(input);
  if (!parsed.success) return inputProblem(parsed.error);
  try {
    return await work(parsed.data);
  } catch (error) {
    unstable_rethrow(error);
    log('error', 'action', { error: errorName(error) });
    return refused(OUR_FAULT);
  }
}

/** The frame of an action that needs a person: a stranger is told so before the input is read. */
export async function runAction<I, O>(
  schema: z.ZodType<I>,
  input: unknown,
  work: (viewer: Viewer, input: I) => Promise<ActionResult<O>>,
): Promise<ActionResult<O>> {
  const viewer = await currentViewer();
  if (!viewer) return refused(SIGNED_OUT);
  return runOpenAction(schema, input, (parsed) => work(viewer, parsed));
}
