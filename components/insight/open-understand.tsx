'use client';

import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import { FULL_TRIALS } from '@/lib/engine/types';
import { formatCount } from '@/lib/format/number';
import { driverOutputs, studyOutputs } from '@/lib/insight-view/output-choices';
import { INSIGHT_TRIALS } from '@/lib/runner/insight-types';
import type { ScenarioDocument } from '@/lib/scenario/document';
import { ChecksSection } from './checks-section';
import { DatesSection } from './dates-section';
import { DriversSection } from './drivers-section';
import { FutureSection } from './future-section';
import { GoalSection } from './goal-section';
import styles from './insight.module.css';
import { InsightFrame } from './insight-frame';
import { MoneySection } from './money-section';
import { PrecisionSection } from './precision-section';
import { QualitySection } from './quality-section';
import { ResponsesSection } from './responses-section';
import { RunLine } from './run-line';
import { useInsight } from './use-insight';

const SECTIONS = [
  { id: 'drivers', title: 'Drivers' },
  { id: 'dates', title: 'Dates' },
  { id: 'money', title: 'Money and date' },
  { id: 'future', title: 'One future' },
  { id: 'quality', title: 'Schedule quality' },
  { id: 'responses', title: 'Risk responses' },
  { id: 'checks', title: 'Checks' },
  { id: 'goal', title: 'Goal seek' },
  { id: 'precision', title: 'Precision' },
] as const;

interface OpenUnderstandProps {
  readonly scenarioId: string;
  readonly document: ScenarioDocument;
}

/** Why the figures are what they are: the scenario as it is saved, taken apart. */
export function OpenUnderstand({ scenarioId, document }: OpenUnderstandProps) {
  const study = useInsight('study');
  const [trials, setTrials] = useState(INSIGHT_TRIALS);
  const [trial, setTrial] = useState<number | null>(null);
  const draws = { trials, seed: document.run?.seed, sampling: document.run?.sampling };
  const most = document.run?.trials ?? FULL_TRIALS;
  const text = JSON.stringify(document);
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked anew for another text or number of futures only; a page that is read again brings equal copies.
  useEffect(() => {
    const names = studyOutputs(document).map(({ value }) => value);
    const drivers = driverOutputs(document).map(({ value }) => value);
    study.ask({ document, draws, sensitivity: drivers, samples: names });
  }, [text, trials]);
  const { value } = study.state;
  const results = value ? { document, ...value } : null;
  const openTrial = (chosen: number) => {
    setTrial(chosen);
    window.document.getElementById('future')?.scrollIntoView();
  };
  return (
    <InsightFrame scenarioId={scenarioId} name={document.name} page="Understand" sections={SECTIONS}>
      <div className={styles.controls}>
        <span className={styles.muted}>
          {results ? `${formatCount(results.trials.trials)} futures of the scenario as it is saved` : 'Computing.'}
        </span>
        {results && results.trials.trials < most && study.state.status !== 'running' ? (
          <Button variant="default" onClick={() => setTrials(most)}>
            Take {formatCount(most)} futures
          </Button>
        ) : null}
      </div>
      <RunLine insight={study} what="Futures and drivers" unit="futures" />
      {results ? (
        <>
          <DriversSection results={results} />
          <DatesSection results={results} />
          <MoneySection results={results} onTrial={openTrial} />
          <FutureSection results={results} draws={draws} trial={trial} onTrial={setTrial} />
        </>
      ) : null}
      <QualitySection document={document} ready={study.state.status !== 'running'} />
      <ResponsesSection document={document} draws={draws} />
      <ChecksSection document={document} draws={draws} />
      <GoalSection document={document} draws={draws} />
      <PrecisionSection document={document} draws={draws} />
    </InsightFrame>
  );
}
