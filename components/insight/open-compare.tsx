'use client';

import { Button, NativeSelect } from '@mantine/core';
import { useRouter } from 'next/navigation';
import { useEffect, useState } from 'react';
import { FULL_TRIALS } from '@/lib/engine/types';
import { formatCount } from '@/lib/format/number';
import { comparedOutputs } from '@/lib/insight-view/output-choices';
import { distinctNames } from '@/lib/insight-view/overlay-lane';
import { routes } from '@/lib/routes';
import { INSIGHT_TRIALS } from '@/lib/runner/insight-types';
import type { ScenarioDocument } from '@/lib/scenario/document';
import { AttributionSection } from './attribution-section';
import { DifferencesSection } from './differences-section';
import { FiguresSection } from './figures-section';
import styles from './insight.module.css';
import { InsightFrame } from './insight-frame';
import { OverlaysSection } from './overlays-section';
import { PortfolioSection } from './portfolio-section';
import { RunLine } from './run-line';
import { useInsight } from './use-insight';

const SECTIONS = [
  { id: 'inputs', title: 'Inputs' },
  { id: 'figures', title: 'Figures' },
  { id: 'attribution', title: 'Why' },
  { id: 'charts', title: 'Over time' },
  { id: 'portfolio', title: 'Both, weighted' },
] as const;

interface OpenCompareProps {
  readonly scenarioId: string;
  readonly document: ScenarioDocument;
  readonly choices: readonly { readonly value: string; readonly label: string }[];
  readonly other: { readonly id: string; readonly document: ScenarioDocument } | null;
}

/** Chooses the other scenario and shows both side by side, as they are saved. */
export function OpenCompare({ scenarioId, document, choices, other }: OpenCompareProps) {
  const router = useRouter();
  const isSelf = other?.id === scenarioId;
  return (
    <InsightFrame
      scenarioId={scenarioId}
      name={document.name}
      page="Compare"
      sections={other && !isSelf ? SECTIONS : []}
    >
      {choices.length === 0 ? (
        <p className={styles.empty}>
          This workspace has no other scenario yet. Fork this one in the library, change what you want to argue about,
          and compare the two here.
        </p>
      ) : (
        <div className={styles.controls}>
          <NativeSelect
            size="xs"
            label={`Compare ${document.name} with`}
            value={isSelf ? '' : (other?.id ?? '')}
            data={[{ value: '', label: 'Choose a scenario' }, ...choices]}
            onChange={(event) => router.push(routes.compare(scenarioId, event.currentTarget.value) as never)}
          />
        </div>
      )}
      {other && !isSelf ? <Comparison before={document} after={other.document} /> : null}
      {choices.length > 0 && (!other || isSelf) ? (
        <p className={styles.empty}>
          Choose the other scenario. Both run with the same draws, so that what differs comes from their inputs alone.
        </p>
      ) : null}
    </InsightFrame>
  );
}

function Comparison({ before, after }: { readonly before: ScenarioDocument; readonly after: ScenarioDocument }) {
  const compare = useInsight('compare');
  const [trials, setTrials] = useState(INSIGHT_TRIALS);
  const draws = { trials };
  const most = before.run?.trials ?? FULL_TRIALS;
  const text = JSON.stringify([before, after]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked anew for other texts or another number of futures only; a page that is read again brings equal copies.
  useEffect(() => {
    compare.ask({ before, after, draws, outputs: comparedOutputs(before) });
  }, [text, trials]);
  const [beforeName = '', afterName = ''] = distinctNames([before.name, after.name]);
  const names = { beforeName, afterName };
  const { value, status } = compare.state;
  return (
    <>
      <DifferencesSection before={before} after={after} {...names} />
      <RunLine insight={compare} what="Both scenarios under the same draws" unit="futures" />
      {value ? (
        <>
          <p className={styles.muted}>
            {formatCount(value.comparison.trials)} futures of each, seed {value.before.trials.seed} in both.{' '}
            {value.comparison.trials < most && status !== 'running' ? (
              <Button variant="default" onClick={() => setTrials(most)}>
                Take {formatCount(most)} futures
              </Button>
            ) : null}
          </p>
          <FiguresSection before={before} after={after} compared={value} {...names} />
        </>
      ) : null}
      <AttributionSection before={before} after={after} draws={draws} ready={status !== 'running'} {...names} />
      {value ? (
        <>
          <OverlaysSection before={before} after={after} compared={value} />
          <PortfolioSection before={before} after={after} compared={value} {...names} />
        </>
      ) : null}
    </>
  );
}
