import { fileAnswer, notFoundAnswer } from '@/lib/server/access/route-answers';
import { currentViewer } from '@/lib/server/access/viewer';
import { readDraftDocument } from '@/lib/server/scenarios/loaders';
import { recordDownload } from '@/lib/server/scenarios/manage-scenarios';

/** The scenario's draft as a file in the interchange format. */
export async function GET(
  _request: Request,
  context: { readonly params: Promise<{ readonly scenarioId: string }> },
): Promise<Response> {
  const viewer = await currentViewer();
  const { scenarioId } = await context.params;
  const stored = viewer ? await readDraftDocument(viewer, scenarioId) : null;
  if (!viewer || !stored) return notFoundAnswer();
  await recordDownload(viewer, scenarioId);
  const text = `${JSON.stringify(stored.document, null, 2)}\n`;
  return fileAnswer(text, { name: stored.name, extension: 'json', type: 'application/json; charset=utf-8' });
}
