import { openScenario } from '../../engine/run-scenario';
import type { ScenarioDocument } from '../../scenario/document';
import { referenceScenarios } from '../../scenario/reference';
import { fuzzDocuments } from '../../scenario/testing/fuzz-documents';
import { nonFiniteAt } from '../non-finite';
import { type BenchTable, digits } from '../table';

const SEED = 20_260_101;

/** Breaks the reference scenarios in many ways; each must be refused in words or be computed. */
export function fuzzPart(count: number): BenchTable {
  const start = performance.now();
  const report = fuzzDocuments({
    sources: referenceScenarios.map(({ document }) => document),
    seed: SEED,
    count,
    examine: computeFutures,
    now: () => performance.now(),
  });
  const seconds = (performance.now() - start) / 1000;
  const rules = Object.entries(report.rules)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([rule, errors]) => `${rule} ${digits(errors, 9)}`);
  return {
    title: 'Broken documents',
    head: ['documents', 'number'],
    rows: [
      ['validated', digits(report.documents, 9)],
      ['still valid, their plan and a trial computed', digits(report.accepted, 9)],
      ['refused', digits(report.refused, 9)],
      ['failures, of which at most 20 are told', digits(report.failures.length, 9)],
      ['seconds', digits(seconds)],
      ['ms of the slowest', digits(report.slowest)],
    ],
    notes: [
      `A failure is a crash, an error without path, rule or sentence, or a number without a name in a plan or a trial. Errors by rule: ${rules.join(', ')}.`,
      ...report.failures.map(({ number, reason }) => `Document ${number}: ${reason}`),
    ],
  };
}

function computeFutures(document: ScenarioDocument): void {
  const scenario = openScenario(document, { documentHash: '' });
  const plan = nonFiniteAt(scenario.runPlan());
  if (plan !== null) throw new RangeError(`The plan holds a number that is not finite at ${plan}.`);
  const trial = nonFiniteAt(scenario.replayTrial(0, { seed: SEED }));
  if (trial !== null) throw new RangeError(`The trial holds a number that is not finite at ${trial}.`);
}
