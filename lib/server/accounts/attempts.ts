import type { Database } from '../database/client';
import { keyedHash } from '../tokens';

const WINDOW_MILLISECONDS = 15 * 60_000;
/** A person mistypes a few times; nobody mistypes ten times in a quarter of an hour. */
const FAILURES_PER_ACCOUNT = 10;
/** An office behind one address is many people. The address can be forged, so it never is the only limit. */
const FAILURES_PER_ADDRESS = 50;
const KEPT_MILLISECONDS = 24 * 3_600_000;

export type AttemptOutcome =
  | { readonly allowed: true; readonly attemptId: string }
  | { readonly allowed: false; readonly waitMinutes: number };

export interface Attempt {
  /** What is tried: an e-mail address, or the person whose password is asked for again. */
  readonly account: string;
  readonly address: string;
  readonly now?: Date;
}

/**
 * Counts an attempt as failed before it is made, so that many at once cannot slip through, and says whether it may be
 * made at all. `attemptSucceeded` takes the mark back.
 */
export async function beginAttempt(database: Database, attempt: Attempt): Promise<AttemptOutcome> {
  const now = attempt.now ?? new Date();
  const since = new Date(now.getTime() - WINDOW_MILLISECONDS);
  const accountKey = keyedHash('account', attempt.account.trim().toLowerCase());
  const addressKey = keyedHash('address', attempt.address);
  return database.$transaction(async (transaction) => {
    await transaction.signInAttempt.deleteMany({ where: { at: { lt: new Date(now.getTime() - KEPT_MILLISECONDS) } } });
    const failed = { failed: true, at: { gt: since } };
    const oldest = { orderBy: { at: 'asc' }, select: { at: true } } as const;
    const ofAccount = await transaction.signInAttempt.findMany({ where: { ...failed, accountKey }, ...oldest });
    const ofAddress = await transaction.signInAttempt.findMany({ where: { ...failed, addressKey }, ...oldest });
    // The attempt that has to leave the window before there is room for another.
    const blocking = [ofAccount.at(-FAILURES_PER_ACCOUNT), ofAddress.at(-FAILURES_PER_ADDRESS)].filter(
      (row) => row !== undefined,
    );
    if (blocking.length > 0) {
      const free = Math.max(...blocking.map((row) => row.at.getTime())) + WINDOW_MILLISECONDS;
      return { allowed: false, waitMinutes: Math.max(1, Math.ceil((free - now.getTime()) / 60_000)) };
    }
    const { id } = await transaction.signInAttempt.create({
      data: { accountKey, addressKey, at: now },
      select: { id: true },
    });
    return { allowed: true, attemptId: id };
  });
}

export async function attemptSucceeded(database: Database, attemptId: string): Promise<void> {
  await database.signInAttempt.update({ where: { id: attemptId }, data: { failed: false } });
}

/** The sentence for somebody who must wait. */
export function waitSentence(waitMinutes: number): string {
  return `Too many attempts. Try again in ${waitMinutes} ${waitMinutes === 1 ? 'minute' : 'minutes'}.`;
}
