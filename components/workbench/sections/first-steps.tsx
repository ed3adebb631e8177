'use client';

import { Button } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import type { ScenarioDocument } from '@/lib/scenario/document';
import type { SectionId } from '@/lib/workbench/sections';
import { Rejected } from '../fields/rejected';
import { addEntry } from '../forms/add-entry';
import { useActions, useDocument } from '../workbench-context';
import styles from './first-steps.module.css';

interface Step {
  readonly title: string;
  readonly why: string;
  readonly section: SectionId;
  readonly kind?: 'task' | 'line' | 'segment' | 'technology';
  readonly done: (document: ScenarioDocument) => boolean;
}

const steps: readonly Step[] = [
  {
    title: 'Add a task',
    why: 'Tests, approvals, a build: whatever has to happen before cells are made.',
    section: 'timeline',
    kind: 'task',
    done: ({ tasks }) => (tasks ?? []).length > 0,
  },
  {
    title: 'Say how the price is made',
    why: 'At parity with another technology, on top of cost, or as a path of its own.',
    section: 'cost',
    done: ({ pricing }) => pricing !== undefined,
  },
  {
    title: 'Add a line',
    why: 'What the build task builds: its capacity, its ramp, its investment.',
    section: 'lines',
    kind: 'line',
    done: ({ lines }) => (lines ?? []).length > 0,
  },
  {
    title: 'Add a segment of the market',
    why: 'Who buys how many GWh a year, and what buyers pay for.',
    section: 'market',
    kind: 'segment',
    done: ({ market }) => (market?.segments ?? []).length > 0,
  },
  {
    title: 'Add a technology to compete with',
    why: 'What buyers take instead, and at what price.',
    section: 'market',
    kind: 'technology',
    done: ({ market }) => (market?.technologies ?? []).length > 0,
  },
];

/** Nothing is there yet that a lane could show. */
export const isEmpty = (document: ScenarioDocument): boolean => steps.every(({ done }) => !done(document));

/** What a scenario needs before its figures mean something; each step leads to its section. */
export function FirstSteps() {
  const actions = useActions();
  const document = useDocument();
  const next = steps.findIndex(({ done }) => !done(document));
  if (next < 0) return null;
  return (
    <section className={styles.steps} aria-label="First steps">
      <h2 className={styles.title}>First steps</h2>
      <ol>
        {steps.map((step, index) => {
          const done = step.done(document);
          return (
            <li key={step.title} data-done={done || undefined}>
              <span className={styles.mark}>{done ? <IconCheck size={14} aria-label="done" /> : index + 1}</span>
              <span className={styles.words}>
                {step.title}
                <small>{step.why}</small>
              </span>
              {done ? null : (
                <Button
                  variant={index === next ? 'filled' : 'default'}
                  onClick={() => {
                    actions.setSection(step.section);
                    if (step.kind) addEntry(actions, document, step.kind);
                  }}
                >
                  {step.title}
                </Button>
              )}
            </li>
          );
        })}
      </ol>
      <Rejected field="add/line" />
    </section>
  );
}
