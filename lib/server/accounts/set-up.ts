import { type Database, database, type Transaction } from '../database/client';
import { hashToken, newToken } from '../tokens';

const VALID_HOURS = 24;

/**
 * Makes the one-time right to create the first administrator; an earlier one ends. For whoever starts the server.
 * @returns the token for the link, or null where somebody has an account already.
 */
export async function createSetUpToken(on?: Database): Promise<string | null> {
  const db = on ?? (await database());
  const token = newToken();
  return db.$transaction(async (transaction) => {
    if ((await transaction.user.count()) > 0) return null;
    await transaction.setUpToken.deleteMany({});
    const expiresAt = new Date(Date.now() + VALID_HOURS * 3_600_000);
    await transaction.setUpToken.create({ data: { tokenHash: hashToken(token), expiresAt } });
    return token;
  });
}

export type SetUpState = 'open' | 'finished' | 'unknown';

/** Whether a set-up token can still be used, asked inside or outside a transaction. */
export async function stateOf(db: Database | Transaction, token: string): Promise<SetUpState> {
  if ((await db.user.count()) > 0) return 'finished';
  const row = await db.setUpToken.findFirst({
    where: { tokenHash: hashToken(token), usedAt: null, expiresAt: { gt: new Date() } },
    select: { tokenHash: true },
  });
  return row ? 'open' : 'unknown';
}

/** Whether a set-up link can still be used. */
export async function setUpState(token: string): Promise<SetUpState> {
  return stateOf(await database(), token);
}
