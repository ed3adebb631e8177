import { type ActionResult, done, refused } from '../access/action-result';
import { recordEvent } from '../audit/record-event';
import { database } from '../database/client';
import { hashToken } from '../tokens';
import { createWorkspace, prepareReferences } from '../workspaces/create-workspace';
import { hashPassword, passwordProblem } from './password';
import { stateOf } from './set-up';
import { normaliseEmail } from './sign-in';

export interface SetUpInput {
  readonly token: string;
  readonly name: string;
  readonly email: string;
  readonly password: string;
  readonly workspace: string;
}

const SENTENCES = {
  finished: 'The set-up is finished already. Sign in instead.',
  unknown: 'This set-up link is not valid any more. Start Rampline again to get a new one.',
} as const;

/** Makes the first administrator and a workspace with the reference scenarios; uses the token up. */
export async function completeSetUp(input: SetUpInput): Promise<ActionResult> {
  const db = await database();
  const problem = passwordProblem(input.password, [input.name, input.email, input.workspace]);
  if (problem) return refused(problem, 'password');
  // Hashing and validating take their time; a transaction must not.
  const passwordHash = await hashPassword(input.password);
  const references = prepareReferences();
  return db.$transaction(async (transaction): Promise<ActionResult> => {
    const state = await stateOf(transaction, input.token);
    if (state !== 'open') return refused(SENTENCES[state]);
    await transaction.setUpToken.update({
      where: { tokenHash: hashToken(input.token) },
      data: { usedAt: new Date() },
    });
    const { id: userId } = await transaction.user.create({
      data: { name: input.name, email: normaliseEmail(input.email), passwordHash },
      select: { id: true },
    });
    await recordEvent(transaction, { action: 'set-up.complete', userId });
    await createWorkspace(transaction, { userId, name: input.workspace, references });
    return done();
  });
}
