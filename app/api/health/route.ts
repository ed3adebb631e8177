import { database } from '@/lib/server/database/client';

/** Whether the server and its database answer; says nothing else, since anybody may ask. */
export async function GET(): Promise<Response> {
  try {
    await (await database()).$queryRawUnsafe('SELECT 1');
    return Response.json({ status: 'ok' }, { headers: { 'cache-control': 'no-store' } });
  } catch {
    return Response.json({ status: 'database' }, { status: 503, headers: { 'cache-control': 'no-store' } });
  }
}
