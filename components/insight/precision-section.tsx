'use client';

import { Button, NativeSelect, NumberInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { FigureStatistic } from '@/lib/engine/insight/figure';
import type { DrawOptions } from '@/lib/engine/insight/laboratory';
import { attributionOutputs } from '@/lib/insight-view/output-choices';
import { knownSentence, precisionUnit } from '@/lib/insight-view/precision';
import type { ScenarioDocument } from '@/lib/scenario/document';
import { MisreadingLine } from '../charts/misreading-line';
import styles from './insight.module.css';
import { InsightSection } from './insight-section';
import { RunLine } from './run-line';
import { useInsight } from './use-insight';

interface PrecisionSectionProps {
  readonly document: ScenarioDocument;
  readonly draws: DrawOptions;
}

/** All futures of a search are kept, some 25 kB each. */
const MOST_TRIALS = 16_384;
const STATISTICS = ['P10', 'P50', 'P90', 'mean'] as const;

/** How many futures it takes to know a figure well enough. */
export function PrecisionSection({ document, draws }: PrecisionSectionProps) {
  const known = useInsight('known');
  const choices = attributionOutputs(document);
  const [output, setOutput] = useState('sop');
  const [middle, setMiddle] = useState<(typeof STATISTICS)[number]>('P50');
  const [error, setError] = useState<number | string | null>(null);
  const statistic: FigureStatistic = output.startsWith('targets/') ? 'probability' : middle;
  const unit = precisionUnit(output, statistic, document.currency);
  const wished = error ?? unit.begin;
  function submit(event: FormEvent) {
    event.preventDefault();
    if (typeof wished !== 'number' || !(wished > 0)) return;
    const figures = [{ output, statistic, error: wished / unit.perUnit }];
    known.ask({ document, draws: { seed: draws.seed, sampling: draws.sampling }, figures, mostTrials: MOST_TRIALS });
  }
  const found = known.state.value;
  return (
    <InsightSection
      id="precision"
      title="Precision"
      lead="How many futures it takes until a figure would hardly be another one with another seed. Whole blocks of 512 run until its sampling error is as small as is wished."
    >
      <form onSubmit={submit} onChange={() => found && known.clear()}>
        <div className={styles.controls}>
          <NativeSelect
            size="xs"
            label="Figure of"
            value={output}
            data={[...choices]}
            onChange={(event) => {
              setOutput(event.currentTarget.value);
              setError(null);
            }}
          />
          {statistic === 'probability' ? null : (
            <NativeSelect
              size="xs"
              label="Which"
              value={middle}
              data={[...STATISTICS]}
              onChange={(event) => setMiddle(event.currentTarget.value as (typeof STATISTICS)[number])}
            />
          )}
          <NumberInput size="xs" label={`Error (${unit.label})`} value={wished} min={0} onChange={setError} />
          <Button type="submit" disabled={known.state.status === 'running'}>
            Run until it is known
          </Button>
        </div>
      </form>
      <RunLine insight={known} what="Futures until it is known" unit="futures" atMost />
      {found ? (
        <>
          {found.figures.map((figure) => (
            <p key={figure.output} className={styles.answer} data-testid="known-answer">
              {knownSentence(document, figure, found.trials)}
            </p>
          ))}
          <MisreadingLine chart="precision" />
        </>
      ) : null}
    </InsightSection>
  );
}
