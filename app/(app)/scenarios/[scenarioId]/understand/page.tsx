import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { OpenUnderstand } from '@/components/insight/open-understand';
import { routes } from '@/lib/routes';
import { requireViewer } from '@/lib/server/access/viewer';
import { openScenario } from '@/lib/server/scenarios/loaders';

interface UnderstandPageProps {
  readonly params: Promise<{ scenarioId: string }>;
}

export async function generateMetadata({ params }: UnderstandPageProps): Promise<Metadata> {
  const { scenarioId } = await params;
  const viewer = await requireViewer(routes.understand(scenarioId));
  const opened = await openScenario(viewer, scenarioId);
  return { title: opened ? `${opened.name}, understood` : 'Not found' };
}

/** Why the figures of a scenario are what they are. */
export default async function UnderstandPage({ params }: UnderstandPageProps) {
  const { scenarioId } = await params;
  const viewer = await requireViewer(routes.understand(scenarioId));
  const opened = await openScenario(viewer, scenarioId);
  if (!opened) notFound();
  return <OpenUnderstand scenarioId={opened.id} document={opened.draft.document} />;
}
