import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { OpenWorkbench } from '@/components/workbench/open-workbench';
import { routes } from '@/lib/routes';
import { requireViewer } from '@/lib/server/access/viewer';
import { openScenario, readRevision } from '@/lib/server/scenarios/loaders';

interface ScenarioPageProps {
  readonly params: Promise<{ scenarioId: string }>;
}

export async function generateMetadata({ params }: ScenarioPageProps): Promise<Metadata> {
  const { scenarioId } = await params;
  const viewer = await requireViewer(routes.scenario(scenarioId));
  return { title: (await openScenario(viewer, scenarioId))?.name ?? 'Not found' };
}

/** The workbench of a scenario. */
export default async function ScenarioPage({ params }: ScenarioPageProps) {
  const { scenarioId } = await params;
  const viewer = await requireViewer(routes.scenario(scenarioId));
  const opened = await openScenario(viewer, scenarioId);
  if (!opened) notFound();
  const last = opened.revisions[0] ? await readRevision(viewer, opened.revisions[0].id) : null;
  const lastRevision = last ? { number: last.revision.number, document: last.document } : undefined;
  return <OpenWorkbench opened={opened} lastRevision={lastRevision} />;
}
