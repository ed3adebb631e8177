import { databaseAnswers } from '@/lib/server/database/database-answers';

/** Whether the server and its database answer; says nothing else, since anybody may ask. */
export async function GET(): Promise<Response> {
  const headers = { 'cache-control': 'no-store' };
  return (await databaseAnswers())
    ? Response.json({ status: 'ok' }, { headers })
    : Response.json({ status: 'database' }, { status: 503, headers });
}
