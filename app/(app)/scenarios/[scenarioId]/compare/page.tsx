import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { OpenCompare } from '@/components/insight/open-compare';
import { routes } from '@/lib/routes';
import { requireViewer } from '@/lib/server/access/viewer';
import { listScenarios, openScenario } from '@/lib/server/scenarios/loaders';

interface ComparePageProps {
  readonly params: Promise<{ scenarioId: string }>;
  readonly searchParams: Promise<{ with?: string | string[] }>;
}

export async function generateMetadata({ params }: ComparePageProps): Promise<Metadata> {
  const { scenarioId } = await params;
  const viewer = await requireViewer(routes.compare(scenarioId));
  const opened = await openScenario(viewer, scenarioId);
  return { title: opened ? `${opened.name}, compared` : 'Not found' };
}

/** A scenario beside another one of its workspace: what differs, by how much, and why. */
export default async function ComparePage({ params, searchParams }: ComparePageProps) {
  const { scenarioId } = await params;
  const { with: chosen } = await searchParams;
  const otherId = Array.isArray(chosen) ? chosen[0] : chosen;
  const viewer = await requireViewer(routes.compare(scenarioId, otherId));
  const [opened, other] = await Promise.all([
    openScenario(viewer, scenarioId),
    otherId ? openScenario(viewer, otherId) : null,
  ]);
  if (!opened || (otherId && !other)) notFound();
  const scenarios = await listScenarios(viewer, opened.workspaceId);
  const choices = scenarios
    .filter(({ id, archived }) => id !== opened.id && (!archived || id === otherId))
    .map(({ id, name }) => ({ value: id, label: name }));
  // A scenario of another workspace that the viewer may read can be named in the address.
  if (other && other.id !== opened.id && !choices.some(({ value }) => value === other.id)) {
    choices.push({ value: other.id, label: other.name });
  }
  return (
    <OpenCompare
      key={other?.id ?? ''}
      scenarioId={opened.id}
      document={opened.draft.document}
      choices={choices}
      other={other ? { id: other.id, document: other.draft.document } : null}
    />
  );
}
