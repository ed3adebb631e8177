import { database } from './client';

/** Whether the database answers the smallest question there is. */
export async function databaseAnswers(): Promise<boolean> {
  try {
    await (await database()).$queryRawUnsafe('SELECT 1');
    return true;
  } catch {
    return false;
  }
}
