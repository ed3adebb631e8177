'use client';

import { formatProbability } from '@/lib/format/share';
import type { Target } from '@/lib/scenario/document';
import { outputTitle, parseOutput } from '@/lib/workbench/outputs';
import { useDocument, useWorkbench } from '../workbench-context';
import { ObjectTable } from './object-table';
import styles from './sections.module.css';

function goal(target: Target): string {
  const when = target.month ?? target.year ?? '';
  return `${target.metric} ${target.op === '<=' ? '≤' : '≥'} ${target.value} ${when}`.trim();
}

export function ChecksSection() {
  const document = useDocument();
  const shown = useWorkbench((state) => state.run.shown);
  return (
    <>
      <ObjectTable
        kind="target"
        title="Targets"
        list="targets"
        rows={document.targets ?? []}
        empty="What would count as success: a date, a share, a sum of money; each run says with which probability it is met. Add the first target."
        columns={[
          { label: 'Goal', width: 200, cell: (target) => <div className={styles.text}>{goal(target)}</div> },
          {
            label: 'Met in',
            width: 90,
            cell: (target) => {
              const trials = shown?.update.trials;
              const met = trials?.targets[target.id];
              return met === undefined ? '' : formatProbability(met, trials?.chanceErrors?.targets[target.id]);
            },
          },
          {
            label: 'Wished',
            width: 72,
            cell: ({ probability }) => (probability === undefined ? '' : formatProbability(probability)),
          },
          {
            label: 'In the plan',
            width: 90,
            cell: (target) => {
              const met = shown?.update.plan.targets[target.id];
              return met === undefined ? '' : met ? 'met' : 'missed';
            },
          },
        ]}
      />
      <ObjectTable
        kind="check"
        title="Checks"
        list="checks"
        rows={document.checks ?? []}
        empty="Sentences the model must obey on every version, such as: with soft funding, halving electrolyte never brings SOP forward. Add the first check."
        columns={[
          { label: 'Changes', width: 72, cell: ({ change }) => change.length },
          {
            label: 'Then',
            width: 140,
            cell: ({ output }) => {
              const parsed = parseOutput(output);
              return parsed ? outputTitle(document, parsed) : output;
            },
          },
          {
            label: 'Must',
            width: 120,
            cell: ({ expect }) =>
              typeof expect === 'string' ? expect.replace('-', ' ') : `${expect.op} ${expect.value}`,
          },
          { label: 'In', width: 90, cell: ({ mode }) => (mode === 'trials' ? 'trials' : 'plan') },
        ]}
      />
    </>
  );
}
