'use client';

import { NativeSelect } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { DrawOptions } from '@/lib/engine/insight/laboratory';
import { attributionChart } from '@/lib/insight-view/attribution-chart';
import { attributionOutputs, headlineYear } from '@/lib/insight-view/output-choices';
import type { ScenarioDocument } from '@/lib/scenario/document';
import { ChartFigure } from '../charts/chart-figure';
import styles from './insight.module.css';
import { InsightSection } from './insight-section';
import { RunLine } from './run-line';
import { useInsight } from './use-insight';

/** Futures of each mixture: there may be 128 of them. */
const ATTRIBUTION_TRIALS = 512;

interface AttributionSectionProps {
  readonly before: ScenarioDocument;
  readonly after: ScenarioDocument;
  readonly draws: DrawOptions;
  /** Not while the two scenarios run: they come first. */
  readonly ready: boolean;
  readonly beforeName: string;
  readonly afterName: string;
}

/** Which groups of inputs a change of a figure comes from. */
export function AttributionSection({ before, after, draws, ready, beforeName, afterName }: AttributionSectionProps) {
  const choices = attributionOutputs(before);
  const share = `ownShare@${headlineYear(before)}`;
  const attribute = useInsight('attribute');
  const [output, setOutput] = useState(choices.some(({ value }) => value === share) ? share : 'npv');
  const trials = Math.min(draws.trials ?? ATTRIBUTION_TRIALS, ATTRIBUTION_TRIALS);
  const text = JSON.stringify([before, after]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked anew for other texts only; every figure is answered at once.
  useEffect(() => {
    if (ready)
      attribute.ask({ before, after, draws: { ...draws, trials }, outputs: choices.map(({ value }) => value) });
  }, [text, ready]);
  const found = attribute.state.value?.[output];
  const attribution = found?.ok ? found.value : null;
  const outputName = choices.find(({ value }) => value === output)?.label ?? output;
  return (
    <InsightSection
      id="attribution"
      title="Why"
      lead="The change of one figure, shared out among the groups of inputs that differ. Every mixture of the two scenarios runs with the same draws; the parts sum to the change."
    >
      <div className={styles.controls}>
        <NativeSelect
          size="xs"
          label="Figure"
          value={output}
          data={[...choices]}
          onChange={(event) => setOutput(event.currentTarget.value)}
        />
      </div>
      <RunLine
        insight={attribute}
        what="Mixtures of the two scenarios"
        unit="runs"
        failure="The change cannot be shared out."
      />
      {found && !found.ok ? (
        <p className={styles.problem}>
          The change cannot be shared out. {found.errors.map(({ message }) => message).join(' ')}
        </p>
      ) : null}
      {attribution ? (
        <div data-testid="attribution">
          <ChartFigure
            height={(attribution.groups.length + 2) * 28 + 16}
            misread="attribution"
            make={(frame) =>
              attributionChart({ attribution, document: before, outputName, beforeName, afterName }, frame)
            }
          />
          {attribution.dropped.length > 0 ? (
            <p className={styles.caution}>
              Left out where a mixture does not have what it names: {attribution.dropped.join('; ')}.
            </p>
          ) : null}
        </div>
      ) : null}
    </InsightSection>
  );
}
