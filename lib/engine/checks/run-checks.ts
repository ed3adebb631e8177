import type { Check, ScenarioDocument } from '../../scenario/document';
import { isInstantMetric } from '../../scenario/output-name';
import { dayNumber } from '../calendar/day-number';
import { figureOf, metricOf, usualStatistic } from '../insight/figure';
import { type DrawOptions, drawnAs, type Laboratory, type OnRuns } from '../insight/laboratory';
import type { CompiledScenario, Outcome } from '../types';

/** What a check of the analyst found. */
export interface CheckResult {
  readonly check: string;
  readonly name: string;
  readonly output: string;
  readonly mode: 'deterministic' | 'trials';
  /** The output as the document stands and after the change; dates are day numbers, Infinity is never, NaN is none. */
  readonly before: number;
  readonly after: number;
  /** Whether what is expected came about. False where there is no number to look at. */
  readonly holds: boolean;
  /** Why the change could not be made. */
  readonly fault?: string;
}

export interface ChecksRequest extends DrawOptions {
  /** Only these checks; default all. */
  readonly ids?: readonly string[];
  readonly onRuns?: OnRuns;
}

/** Money and shares come out of long sums: a change this small, relatively, is none. */
const NO_CHANGE = 1e-9;

/**
 * Runs the checks that the analyst has written into the document: inputs are changed by a factor, an offset or to a
 * value, with all draws as they were, and the output is held against what is expected. `deterministic` looks at the
 * plan; `trials` at the mean of the finite trials, of dates at the median, which knows what to make of never (never
 * counts as later than every date). `{op, value}` is about the output after the change.
 *
 * A change that leaves the range of an input fails its check with the reason; it does not stop the others.
 */
export async function runChecks(
  document: ScenarioDocument,
  request: ChecksRequest,
  laboratory: Laboratory,
): Promise<Outcome<readonly CheckResult[]>> {
  const opened = laboratory.open(document);
  if (!opened.ok) return opened;
  const checks = (document.checks ?? []).filter(({ id }) => request.ids?.includes(id) ?? true);
  const draws = drawnAs(document, request);
  const inTrials = checks.filter((check) => check.mode === 'trials').map(({ output }) => output);
  const base = inTrials.length > 0 ? await laboratory.run(opened.value, { ...draws, samples: inTrials }) : null;
  const results: CheckResult[] = [];
  for (const check of checks) {
    const { id, name, output, mode = 'deterministic' } = check;
    const figure = async (scenario: CompiledScenario, run: typeof base) => {
      if (mode === 'deterministic') return scenario.planOutputs([output])[0]!;
      const values = (run ?? (await laboratory.run(scenario, { ...draws, samples: [output] }))).column(output);
      return values === null ? Number.NaN : figureOf(values, usualStatistic(document, output));
    };
    const before = await figure(opened.value, base);
    const changed = laboratory.open(document, check.change);
    const after = changed.ok ? await figure(changed.value, null) : Number.NaN;
    const fault = changed.ok ? {} : { fault: changed.errors.map(({ message }) => message).join(' ') };
    const holds = changed.ok && isAsExpected(document, check, before, after);
    results.push({ check: id, name, output, mode, before, after, holds, ...fault });
    request.onRuns?.(results.length, checks.length);
  }
  return { ok: true, value: results };
}

/** -1, 0 or 1: where a figure went. Never is above every number; NaN where there is nothing to compare. */
export function direction(before: number, after: number): -1 | 0 | 1 | typeof Number.NaN {
  if (Number.isNaN(before) || Number.isNaN(after)) return Number.NaN;
  if (before === after) return 0;
  if (!Number.isFinite(before) || !Number.isFinite(after)) return after > before ? 1 : -1;
  const slack = NO_CHANGE * Math.max(Math.abs(before), Math.abs(after));
  if (Math.abs(after - before) <= slack) return 0;
  return after > before ? 1 : -1;
}

function isAsExpected(document: ScenarioDocument, check: Check, before: number, after: number): boolean {
  const { expect, output } = check;
  if (typeof expect === 'object') return isMet(document, output, expect, after);
  const went = direction(before, after);
  switch (expect) {
    case 'up':
      return went === 1;
    case 'down':
      return went === -1;
    case 'not-up':
      return went <= 0;
    case 'not-down':
      return went >= 0;
    default:
      return expect satisfies never;
  }
}

/** As a target: what never happens, and what there is none of, misses whatever the op. */
function isMet(
  document: ScenarioDocument,
  output: string,
  { op, value }: Exclude<Check['expect'], string>,
  found: number,
): boolean {
  if (!Number.isFinite(found)) return false;
  const metric = metricOf(document, output);
  const isInstant = metric !== undefined && isInstantMetric(metric);
  const limit = typeof value === 'number' ? value : dayNumber(value, metric === 'taskStart' ? 'start' : 'finish');
  // Calendar arithmetic rounds far below a billionth of a day.
  const slack = isInstant ? 1e-9 : 0;
  return op === '<=' ? found <= limit + slack : found >= limit - slack;
}
