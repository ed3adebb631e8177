'use client';

import { Button, NativeSelect, NumberInput, Select } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { listInputs } from '@/lib/engine/inputs/list-inputs';
import type { DrawOptions } from '@/lib/engine/insight/laboratory';
import { formatSignificant } from '@/lib/format/number';
import { formatProbability } from '@/lib/format/share';
import { goalSentence } from '@/lib/insight-view/goal-sentence';
import { inputLabel } from '@/lib/insight-view/input-label';
import type { ScenarioDocument } from '@/lib/scenario/document';
import { unitText, variableOf } from '@/lib/scenario/variables';
import { MisreadingLine } from '../charts/misreading-line';
import styles from './insight.module.css';
import { InsightSection } from './insight-section';
import { PlainTable } from './plain-table';
import { RunLine } from './run-line';
import { useInsight } from './use-insight';

interface GoalSectionProps {
  readonly document: ScenarioDocument;
  readonly draws: DrawOptions;
}

/** Futures of each run of a search: it takes some thirty runs, and its answer is no finer than its chances. */
const GOAL_TRIALS = 1024;

const percent = (value: string | number) => (typeof value === 'number' ? value / 100 : Number.NaN);
const asNumber = (value: string | number) => (typeof value === 'number' ? value : Number.NaN);

/** How far one input must move for a target to be as likely as is wished. */
export function GoalSection({ document, draws }: GoalSectionProps) {
  const seek = useInsight('goal');
  const targets = (document.targets ?? []).map(({ id, name }) => ({ value: id, label: name || id }));
  const inputs = listInputs(document)
    .filter(({ kind }) => kind !== 'event')
    .map(({ path }) => ({ value: path, label: `${inputLabel(document, path)} · ${path}` }));
  const volume = inputs.find(({ value }) => value.endsWith('/volume')) ?? inputs[0];
  const [target, setTarget] = useState(targets[0]?.value ?? '');
  const [path, setPath] = useState<string>(volume?.value ?? '');
  const [by, setBy] = useState<'factor' | 'offset'>('factor');
  const [low, setLow] = useState<string | number>(0.5);
  const [high, setHigh] = useState<string | number>(3);
  const wished = document.targets?.find(({ id }) => id === target)?.probability ?? 0.8;
  const [wish, setWish] = useState<string | number>(Math.round(wished * 100));
  const unit = unitText(variableOf(path)?.unit ?? '', document.currency);
  if (targets.length === 0 || inputs.length === 0) {
    return (
      <InsightSection id="goal" title="Goal seek" lead="How far one input must move for a target to be likely enough.">
        <p className={styles.empty}>
          {targets.length === 0
            ? 'There is no target yet. Add one in the section “Checks” of the workbench: a date, a share, a sum of money.'
            : 'There is no input yet that could be moved.'}
        </p>
      </InsightSection>
    );
  }
  function submit(event: FormEvent) {
    event.preventDefault();
    const bounds = { low: asNumber(low), high: asNumber(high) };
    const trials = Math.min(draws.trials ?? GOAL_TRIALS, GOAL_TRIALS);
    seek.ask({ document, goal: { ...draws, trials, path, by, ...bounds, target, probability: percent(wish) } });
  }
  const found = seek.state.value;
  return (
    <InsightSection
      id="goal"
      title="Goal seek"
      lead="How far one input must move for a target to be as likely as is wished: the smallest move within the bounds, all draws as they were."
    >
      <form onSubmit={submit} onChange={() => seek.state.value && seek.clear()}>
        <div className={styles.controls}>
          <NativeSelect
            size="xs"
            label="Target"
            value={target}
            data={targets}
            onChange={(event) => {
              const id = event.currentTarget.value;
              setTarget(id);
              setWish(Math.round((document.targets?.find((one) => one.id === id)?.probability ?? 0.8) * 100));
            }}
          />
          <NumberInput
            size="xs"
            className={styles.narrow}
            label="Wished chance (%)"
            value={wish}
            min={1}
            max={100}
            onChange={setWish}
          />
          <Select
            size="xs"
            className={styles.wide}
            label="Input that is moved"
            searchable
            limit={60}
            allowDeselect={false}
            value={path}
            data={inputs}
            onChange={(value) => {
              if (value) setPath(value);
              seek.clear();
            }}
          />
          <NativeSelect
            size="xs"
            label="Moved by"
            value={by}
            data={[
              { value: 'factor', label: 'a factor' },
              { value: 'offset', label: `an amount${unit ? ` (${unit})` : ''}` },
            ]}
            onChange={(event) => setBy(event.currentTarget.value as 'factor' | 'offset')}
          />
          <NumberInput size="xs" className={styles.narrow} label="From" value={low} onChange={setLow} />
          <NumberInput size="xs" className={styles.narrow} label="To" value={high} onChange={setHigh} />
          <Button type="submit" disabled={seek.state.status === 'running'}>
            Seek
          </Button>
        </div>
      </form>
      <RunLine insight={seek} what="Goal seek" unit="runs" atMost />
      {found ? (
        <>
          <p className={styles.answer} data-testid="goal-answer">
            {goalSentence(found, {
              input: inputLabel(document, found.path),
              target: targets.find(({ value }) => value === found.target)?.label ?? found.target,
              unit,
            })}
          </p>
          <PlainTable
            caption="Every move that was tried"
            columns={[
              { key: 'move', head: found.by === 'factor' ? 'Factor' : `Amount${unit ? ` (${unit})` : ''}` },
              { key: 'chance', head: 'Chance of the target', numbers: true },
            ]}
            rows={found.tried.map(({ move, probability, se }) => ({
              key: String(move),
              cells: [formatSignificant(move, 5), formatProbability(probability, se)],
            }))}
          />
          <MisreadingLine chart="goal" />
        </>
      ) : null}
    </InsightSection>
  );
}
