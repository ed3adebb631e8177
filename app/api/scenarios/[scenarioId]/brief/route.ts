import { fileAnswer, notFoundAnswer } from '@/lib/server/access/route-answers';
import { currentViewer } from '@/lib/server/access/viewer';
import { briefOf } from '@/lib/server/briefs/brief-of';
import { errorName, log } from '@/lib/server/log';
import { recordDownload } from '@/lib/server/scenarios/manage-scenarios';

/** The scenario's brief as PDF; simulated in full first, which takes seconds. */
export async function GET(
  request: Request,
  context: { readonly params: Promise<{ readonly scenarioId: string }> },
): Promise<Response> {
  const viewer = await currentViewer();
  const { scenarioId } = await context.params;
  if (!viewer) return notFoundAnswer();
  try {
    const brief = await briefOf(viewer, scenarioId, request.signal);
    if (!brief) return notFoundAnswer();
    await recordDownload(viewer, scenarioId);
    return fileAnswer(new Uint8Array(brief.pdf), { name: brief.name, extension: 'pdf', type: 'application/pdf' });
  } catch (error) {
    // Whoever asked has gone: nobody reads the answer.
    if (request.signal.aborted) return new Response(null, { status: 499 });
    log('error', 'brief', { scenarioId, error: errorName(error) });
    const message =
      'The brief could not be made. The scenario is safe; try again, and tell the administrator if it stays so.';
    return Response.json({ message }, { status: 500, headers: { 'cache-control': 'no-store' } });
  }
}
