import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { OpenPresentation } from '@/components/presenting/open-presentation';
import { routes } from '@/lib/routes';
import { requireViewer } from '@/lib/server/access/viewer';
import { openScenario } from '@/lib/server/scenarios/loaders';

interface PresentPageProps {
  readonly params: Promise<{ scenarioId: string }>;
}

export async function generateMetadata({ params }: PresentPageProps): Promise<Metadata> {
  const { scenarioId } = await params;
  const viewer = await requireViewer(routes.present(scenarioId));
  const opened = await openScenario(viewer, scenarioId);
  return { title: opened ? `${opened.name}, presented` : 'Not found' };
}

/** A scenario told in slides, full screen. */
export default async function PresentPage({ params }: PresentPageProps) {
  const { scenarioId } = await params;
  const viewer = await requireViewer(routes.present(scenarioId));
  const opened = await openScenario(viewer, scenarioId);
  if (!opened) notFound();
  return <OpenPresentation scenarioId={opened.id} document={opened.draft.document} />;
}
