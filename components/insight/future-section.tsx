'use client';

import { Button, NativeSelect, NumberInput } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { ScenarioResults } from '@/lib/charts/frame';
import type { DrawOptions } from '@/lib/engine/insight/laboratory';
import { trialNearPercentile } from '@/lib/engine/insight/trial-near-percentile';
import { studyOutputs } from '@/lib/insight-view/output-choices';
import { MisreadingLine } from '../charts/misreading-line';
import { FutureView } from './future-view';
import styles from './insight.module.css';
import { InsightSection } from './insight-section';
import { RunLine } from './run-line';
import { useInsight } from './use-insight';

const PERCENTILES = ['10', '50', '80', '90'] as const;

interface FutureSectionProps {
  readonly results: ScenarioResults;
  readonly draws: DrawOptions;
  readonly trial: number | null;
  readonly onTrial: (trial: number) => void;
}

/** One trial of the run, opened: its dates, what decides them, its months. */
export function FutureSection({ results, draws, trial, onTrial }: FutureSectionProps) {
  const { document, trials } = results;
  const choices = studyOutputs(document);
  const replay = useInsight('replay');
  const [output, setOutput] = useState('sop');
  const [percentile, setPercentile] = useState<string>('80');
  const near = trialNearPercentile(trials.samples?.[output] ?? new Float64Array(), Number(percentile) / 100);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a future is replayed when another one is chosen.
  useEffect(() => {
    if (trial !== null) replay.ask({ document, draws, trial });
  }, [trial]);
  const outputName = choices.find(({ value }) => value === output)?.label ?? output;
  return (
    <InsightSection
      id="future"
      title="One future"
      lead="Behind every percentile stand single futures. Open one near a percentile of a result, or by its number, and see how it came about."
    >
      <div className={styles.controls}>
        <NativeSelect
          size="xs"
          label="Near a percentile of"
          value={output}
          data={[...choices]}
          onChange={(event) => setOutput(event.currentTarget.value)}
        />
        <NativeSelect
          size="xs"
          label="Percentile"
          value={percentile}
          data={PERCENTILES.map((value) => ({ value, label: `P${value}` }))}
          onChange={(event) => setPercentile(event.currentTarget.value)}
        />
        <Button disabled={near === null} onClick={() => near && onTrial(near.trial)}>
          Open the future near P{percentile}
        </Button>
        <NumberInput
          size="xs"
          className={styles.narrow}
          label="Or its number"
          value={trial ?? ''}
          min={0}
          max={trials.trials - 1}
          allowDecimal={false}
          clampBehavior="strict"
          onChange={(value) => typeof value === 'number' && onTrial(value)}
        />
      </div>
      {near === null ? (
        <p className={styles.empty}>No future has a value of {outputName}: choose another result.</p>
      ) : null}
      <RunLine insight={replay} what="The future" unit="futures" />
      {trial !== null && replay.state.value ? (
        <FutureView results={results} future={replay.state.value} trial={trial} />
      ) : (
        <p className={styles.empty}>No future is open yet.</p>
      )}
      <MisreadingLine chart="future" />
    </InsightSection>
  );
}
