import type { ScenarioDocument } from '../../scenario/document';
import { monthIndex, monthText } from '../calendar/horizon';
import type { Statistics } from '../results/result-types';
import type { Outcome, TrialsRun } from '../types';
import { errorOfReplicates, statisticsWhere, wholeBlocks } from './block-errors';
import { type DrawOptions, drawnAs, type Laboratory } from './laboratory';

/** What an output differs by, trial by trial: after less before, over the trials in which both have a number. */
export interface PairedDifference {
  /** Own percentiles, mean and errors of the differences; not made of the percentiles of the two runs. */
  readonly difference: Statistics;
  /** Trials compared, and those left out because it never happens (or there is none) on one side or on both. */
  readonly pairs: number;
  readonly neverBefore: number;
  readonly neverAfter: number;
  readonly neverBoth: number;
}

/** A target's chance on both sides and what it changes by, with the sampling error of the change. */
export interface PairedChance {
  readonly before: number;
  readonly after: number;
  readonly difference: number;
  readonly se?: number;
}

/** Two scenarios under the same draws. Months, years and series are those that both have. */
export interface PairedComparison {
  readonly trials: number;
  /** By output name. */
  readonly outputs: Readonly<Record<string, PairedDifference>>;
  readonly targets: Readonly<Record<string, PairedChance>>;
  readonly months: readonly { readonly month: string; readonly fans: Readonly<Record<string, PairedDifference>> }[];
}

export const HEADLINE_OUTPUTS = ['sop', 'focus', 'projectFinish', 'npv', 'irr', 'peakFunding', 'minCash'] as const;

/**
 * The differences of one output by trial.
 *
 * A date that never comes on one side only is no difference of days: such trials are counted and left out, as are
 * those where it never comes on both (or where there is no rate of return).
 *
 * @param before by trial; Infinity is never, NaN is none
 * @param after the same trials, drawn alike
 */
export function pairedDifference(before: Float64Array, after: Float64Array): PairedDifference {
  const count = Math.min(before.length, after.length);
  const differences = new Float64Array(count);
  let neverBefore = 0;
  let neverAfter = 0;
  let neverBoth = 0;
  for (let trial = 0; trial < count; trial++) {
    const missingBefore = !Number.isFinite(before[trial]!);
    const missingAfter = !Number.isFinite(after[trial]!);
    differences[trial] = missingBefore || missingAfter ? Number.NaN : after[trial]! - before[trial]!;
    if (missingBefore && missingAfter) neverBoth++;
    else if (missingBefore) neverBefore++;
    else if (missingAfter) neverAfter++;
  }
  const pairs = count - neverBefore - neverAfter - neverBoth;
  return { difference: statisticsWhere(differences), pairs, neverBefore, neverAfter, neverBoth };
}

/** The change of a chance over the same draws. */
export function pairedChance(before: Uint8Array, after: Uint8Array): PairedChance {
  const count = Math.min(before.length, after.length);
  const changes = new Float64Array(count);
  let sumBefore = 0;
  let sumAfter = 0;
  for (let trial = 0; trial < count; trial++) {
    sumBefore += before[trial]!;
    sumAfter += after[trial]!;
    changes[trial] = after[trial]! - before[trial]!;
  }
  const blocks = wholeBlocks(changes);
  const se = errorOfReplicates(blocks.map((block) => block.reduce((sum, value) => sum + value, 0) / block.length));
  const of = Math.max(1, count);
  return {
    before: sumBefore / of,
    after: sumAfter / of,
    difference: (sumAfter - sumBefore) / of,
    ...(se === undefined ? {} : { se }),
  };
}

/** Names of the series of which fans are kept by month, as far as both documents have them. */
function commonSeries(a: ScenarioDocument, b: ScenarioDocument): string[] {
  const plain = ['output', 'startsCapacity', 'unitCost', 'price', 'ownShare', 'technologyShare', 'cash', 'fcf'];
  const own = (document: ScenarioDocument) => [
    ...(document.market?.technologies ?? []).map(({ id }) => `share/${id}`),
    ...(document.market?.segments ?? []).map(({ id }) => `segment/${id}`),
    ...(document.materials ?? []).flatMap(({ id }) => [`stock/${id}`, `use/${id}`]),
  ];
  const others = new Set(own(b));
  return [...plain, ...own(a).filter((name) => others.has(name))];
}

/** Compares two finished runs, drawn alike. `outputs`: names beyond the headline's, kept by both runs. */
export function compareRuns(
  before: { readonly document: ScenarioDocument; readonly run: TrialsRun },
  after: { readonly document: ScenarioDocument; readonly run: TrialsRun },
  outputs: readonly string[] = [],
): PairedComparison {
  const pair = (name: string) => {
    const a = before.run.column(name);
    const b = after.run.column(name);
    return a === null || b === null ? null : pairedDifference(a, b);
  };
  const scalars: Record<string, PairedDifference> = Object.create(null);
  for (const name of [...HEADLINE_OUTPUTS, ...commonYears(before.document, after.document), ...outputs]) {
    const found = pair(name);
    if (found !== null) scalars[name] = found;
  }
  const targets: Record<string, PairedChance> = Object.create(null);
  for (const { id } of before.document.targets ?? []) {
    const a = before.run.met(id);
    const b = after.run.met(id);
    if (a !== null && b !== null) targets[id] = pairedChance(a, b);
  }
  const series = commonSeries(before.document, after.document);
  const months = commonMonths(before.document, after.document).map((month) => {
    const fans: Record<string, PairedDifference> = Object.create(null);
    for (const name of series) {
      const found = pair(`${name}@${month}`);
      if (found !== null) fans[name] = found;
    }
    return { month, fans };
  });
  const trials = Math.min(before.run.column('sop')!.length, after.run.column('sop')!.length);
  return { trials, outputs: scalars, targets, months };
}

function commonYears(a: ScenarioDocument, b: ScenarioDocument): string[] {
  const years = [...new Set(commonMonths(a, b).map((month) => month.slice(0, 4)))];
  return years.flatMap((year) => [`output@${year}`, `ownShare@${year}`]);
}

function commonMonths(a: ScenarioDocument, b: ScenarioDocument): string[] {
  const first = Math.max(monthIndex(a.horizon.start)!, monthIndex(b.horizon.start)!);
  const last = Math.min(monthIndex(a.horizon.end)!, monthIndex(b.horizon.end)!);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => monthText(first + i));
}

/**
 * Runs two documents with the same draws (those of `before`, where no options are given) and compares them. A document
 * compared with itself differs by exactly 0 everywhere.
 */
export async function compareDocuments(
  before: ScenarioDocument,
  after: ScenarioDocument,
  options: DrawOptions & { readonly outputs?: readonly string[] },
  laboratory: Laboratory,
): Promise<Outcome<PairedComparison>> {
  const first = laboratory.open(before);
  if (!first.ok) return first;
  const second = laboratory.open(after);
  if (!second.ok) return second;
  const draws = { ...drawnAs(before, options), samples: options.outputs };
  const runBefore = await laboratory.run(first.value, draws);
  const runAfter = await laboratory.run(second.value, draws);
  return {
    ok: true,
    value: compareRuns({ document: before, run: runBefore }, { document: after, run: runAfter }, options.outputs),
  };
}
