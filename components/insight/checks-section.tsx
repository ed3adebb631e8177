'use client';

import { Button } from '@mantine/core';
import type { CheckResult } from '@/lib/engine/checks/run-checks';
import type { DrawOptions } from '@/lib/engine/insight/laboratory';
import { formatSignificant } from '@/lib/format/number';
import { inputLabel } from '@/lib/insight-view/input-label';
import { kindOfOutput, valueText } from '@/lib/insight-view/output-choices';
import type { Check, ScenarioDocument } from '@/lib/scenario/document';
import { outputTitle, parseOutput } from '@/lib/workbench/outputs';
import { MisreadingLine } from '../charts/misreading-line';
import styles from './insight.module.css';
import { InsightSection } from './insight-section';
import { PlainTable } from './plain-table';
import { Verdict } from './quality-section';
import { RunLine } from './run-line';
import { useInsight } from './use-insight';

interface ChecksSectionProps {
  readonly document: ScenarioDocument;
  readonly draws: DrawOptions;
}

const DATE_WORDS = {
  up: 'comes later',
  down: 'comes earlier',
  'not-up': 'does not come later',
  'not-down': 'does not come earlier',
} as const;
const NUMBER_WORDS = { up: 'rises', down: 'falls', 'not-up': 'does not rise', 'not-down': 'does not fall' } as const;

function changeWords(document: ScenarioDocument, check: Check): string {
  return check.change
    .map(({ path, factor, offset, value }) => {
      const to = [
        factor === undefined ? '' : `× ${formatSignificant(factor)}`,
        offset === undefined ? '' : `${offset < 0 ? '−' : '+'} ${formatSignificant(Math.abs(offset))}`,
        value === undefined ? '' : `= ${formatSignificant(value)}`,
      ];
      return `${inputLabel(document, path)} ${to.filter(Boolean).join(' ')}`;
    })
    .join('; ');
}

function expectWords(document: ScenarioDocument, { output, expect }: Check): string {
  const parsed = parseOutput(output);
  const name = parsed ? outputTitle(document, parsed) : output;
  if (typeof expect !== 'string') return `${name} ${expect.op === '<=' ? '≤' : '≥'} ${expect.value}`;
  const isDate = kindOfOutput(output) === 'date';
  const words = isDate ? DATE_WORDS : NUMBER_WORDS;
  return `${name} ${words[expect]}`;
}

function numbers(document: ScenarioDocument, result: CheckResult | undefined): string {
  if (result === undefined) return 'not run';
  if (result.fault) return result.fault;
  const word = (value: number) => valueText(result.output, value, { document });
  const of = result.mode === 'trials' ? 'in the trials' : 'in the plan';
  return `${word(result.before)} → ${word(result.after)} ${of}`;
}

/** The sentences that the analyst wants every version to obey. */
export function ChecksSection({ document, draws }: ChecksSectionProps) {
  const run = useInsight('checks');
  const checks = document.checks ?? [];
  const found = new Map((run.state.value ?? []).map((result) => [result.check, result]));
  const failed = [...found.values()].filter(({ holds }) => !holds).length;
  return (
    <InsightSection
      id="checks"
      title="Checks"
      lead="Sentences that the scenario must obey: an input is changed, everything else and every draw stays, and the result has to move as the analyst says."
    >
      {checks.length === 0 ? (
        <p className={styles.empty}>
          No check is written yet. Write one in the section “Checks” of the workbench: with soft funding, halving
          electrolyte never brings the start of production forward.
        </p>
      ) : (
        <Button
          variant="default"
          disabled={run.state.status === 'running'}
          onClick={() => run.ask({ document, draws })}
        >
          Run {checks.length} {checks.length === 1 ? 'check' : 'checks'} now
        </Button>
      )}
      <RunLine insight={run} what="Checks" unit="runs" />
      {run.state.value && checks.length > 0 ? (
        <p className={styles.answer}>
          {failed === 0 ? `All ${checks.length} hold.` : `${failed} of ${checks.length} do not hold.`}
        </p>
      ) : null}
      {checks.length > 0 ? (
        <>
          <PlainTable
            whole
            caption="Checks"
            columns={[
              { key: 'name', head: 'Check' },
              { key: 'change', head: 'Change' },
              { key: 'expect', head: 'Then' },
              { key: 'numbers', head: 'Before → after' },
              { key: 'result', head: 'Result' },
            ]}
            rows={checks.map((check) => ({
              key: check.id,
              cells: [
                check.name || check.id,
                changeWords(document, check),
                expectWords(document, check),
                numbers(document, found.get(check.id)),
                <Verdict key="holds" holds={found.get(check.id)?.holds ?? null} />,
              ],
            }))}
          />
          <MisreadingLine chart="checks" />
        </>
      ) : null}
    </InsightSection>
  );
}
