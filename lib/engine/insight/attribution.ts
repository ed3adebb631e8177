import type { DocumentError, ScenarioDocument } from '../../scenario/document';
import type { Outcome, TrialsRun } from '../types';
import { errorOfReplicates, wholeBlocks } from './block-errors';
import { type Figure, figureColumn, figureOf, metricOf, usualStatistic } from './figure';
import { type DrawOptions, drawnAs, type Laboratory, type OnRuns } from './laboratory';
import { differingGroups, type Group, mixDocuments } from './mixture';
import { shapleyValues } from './shapley';

/** Why a figure differs between two documents, group by group. */
export interface Attribution {
  readonly figure: Figure;
  readonly before: number;
  readonly after: number;
  /** Shapley value of each group that differs; they sum to after - before. */
  readonly groups: readonly { readonly group: Group; readonly value: number; readonly se?: number }[];
  /** What the mixtures could not follow, each once. */
  readonly dropped: readonly string[];
  readonly trials: number;
}

/** A figure to be attributed; by default the mean, of dates the median, which knows what to make of never. */
export interface AttributedFigure {
  readonly output: string;
  readonly statistic?: Figure['statistic'];
}

export interface AttributionRequest extends DrawOptions, AttributedFigure {
  readonly onRuns?: OnRuns;
}

export interface AttributionsRequest extends DrawOptions {
  readonly figures: readonly AttributedFigure[];
  readonly onRuns?: OnRuns;
}

const MONEY_METRICS: readonly string[] = ['npv', 'peakFunding', 'minCash', 'cash', 'unitCost', 'price'];

/**
 * Attributes the change of a figure from document A to document B to the groups in which they differ: exact Shapley
 * values over all 2^k mixtures of those groups, all with the same draws (those of A). Targets, and what is not of a
 * group, are A's in every mixture, so that the change is of the groups alone.
 *
 * Errors: either document refused; a mixture refused, named by its groups; a figure that a mixture does not have or
 * that is never in it (a mean or a percentile of what never comes is no number that could be shared out); money in two
 * currencies.
 */
export async function attributeChange(
  before: ScenarioDocument,
  after: ScenarioDocument,
  request: AttributionRequest,
  laboratory: Laboratory,
): Promise<Outcome<Attribution>> {
  const { output, statistic, ...rest } = request;
  const outcome = await attributeChanges(before, after, { ...rest, figures: [{ output, statistic }] }, laboratory);
  return outcome.ok ? outcome.value[0]! : outcome;
}

/** What the mixtures have said of one figure so far, or why it cannot be attributed. */
interface Track {
  readonly figure: Figure;
  readonly columns: Float64Array[];
  fault: Outcome<never> | null;
}

/**
 * Attributes the changes of several figures over the same mixtures, each run once. As `attributeChange`; what hinders
 * one figure alone is its own outcome.
 */
export async function attributeChanges(
  before: ScenarioDocument,
  after: ScenarioDocument,
  request: AttributionsRequest,
  laboratory: Laboratory,
): Promise<Outcome<readonly Outcome<Attribution>[]>> {
  for (const document of [before, after]) {
    const opened = laboratory.open(document);
    if (!opened.ok) return opened;
  }
  const tracks = request.figures.map(({ output, statistic = usualStatistic(before, output) }): Track => {
    return { figure: { output, statistic }, columns: [], fault: currencyFault(before, after, output) };
  });
  const groups = differingGroups(before, after);
  const mixtures = 1 << groups.length;
  const draws = { ...drawnAs(before, request), samples: [...new Set(tracks.map(({ figure }) => figure.output))] };
  const dropped = new Set<string>();
  for (let coalition = 0; coalition < mixtures; coalition++) {
    if (tracks.every(({ fault }) => fault !== null)) break;
    const taken = new Set(groups.filter((_, i) => ((coalition >> i) & 1) === 1));
    const mixture = mixDocuments(before, after, taken);
    for (const entry of mixture.dropped) dropped.add(entry);
    const opened = laboratory.open(mixture.document);
    if (!opened.ok) return refusedMixture(taken, opened.errors);
    const run = await laboratory.run(opened.value, draws);
    for (const track of tracks) followMixture(track, run, taken);
    request.onRuns?.(coalition + 1, mixtures);
  }
  return { ok: true, value: tracks.map((track) => attributionOf(track, groups, [...dropped])) };
}

function followMixture(track: Track, run: TrialsRun, taken: ReadonlySet<Group>): void {
  if (track.fault !== null) return;
  const column = figureColumn(run, track.figure);
  const value = column === null ? Number.NaN : figureOf(column, track.figure.statistic);
  if (column === null || !Number.isFinite(value)) track.fault = withoutFigure(track.figure, taken, value);
  else track.columns.push(column);
}

function attributionOf(
  { figure, columns, fault }: Track,
  groups: readonly Group[],
  dropped: readonly string[],
): Outcome<Attribution> {
  if (fault !== null) return fault;
  const figures = columns.map((column) => figureOf(column, figure.statistic));
  return {
    ok: true,
    value: {
      figure,
      before: figures[0]!,
      after: figures[figures.length - 1]!,
      groups: sharedOut(groups, figures, columns, figure.statistic),
      dropped,
      trials: columns[0]!.length,
    },
  };
}

function currencyFault(before: ScenarioDocument, after: ScenarioDocument, output: string): Outcome<never> | null {
  const isMoney = MONEY_METRICS.includes(metricOf(before, output) ?? '');
  if (!isMoney || before.currency === after.currency) return null;
  const message = `is ${after.currency} here and ${before.currency} there; ${output} cannot be compared`;
  return refuse('currency', after.currency, message);
}

/** Shapley values of the figures, and their errors from the values of each block. */
function sharedOut(
  groups: readonly Group[],
  figures: readonly number[],
  columns: readonly Float64Array[],
  statistic: Figure['statistic'],
): Attribution['groups'] {
  const values = shapleyValues(groups.length, figures);
  const byMixture = columns.map(wholeBlocks);
  const blocks = byMixture[0]?.length ?? 0;
  const replicates = Array.from({ length: blocks }, (_, block) =>
    shapleyValues(
      groups.length,
      byMixture.map((list) => figureOf(list[block]!, statistic)),
    ),
  );
  return groups.map((group, i) => {
    const se = errorOfReplicates(replicates.map((shares) => shares[i]!));
    return { group, value: values[i]!, ...(se === undefined ? {} : { se }) };
  });
}

function refuse(path: string, value: unknown, message: string): { ok: false; errors: DocumentError[] } {
  return {
    ok: false,
    errors: [{ path, value, rule: 'reference', message: `${path === '' ? 'It' : path} ${message}.` }],
  };
}

function named(taken: ReadonlySet<Group>): string {
  return taken.size === 0 ? 'the first document' : `the mixture with ${[...taken].join(', ')} of the second document`;
}

function refusedMixture(taken: ReadonlySet<Group>, errors: readonly DocumentError[]): Outcome<never> {
  const message = (text: string) => `In ${named(taken)}: ${text}`;
  return { ok: false, errors: errors.map((error) => ({ ...error, message: message(error.message) })) };
}

function withoutFigure({ output, statistic }: Figure, taken: ReadonlySet<Group>, value: number): Outcome<never> {
  const why = Number.isNaN(value) ? 'there is no' : 'it never comes to a';
  const hint = value === Number.POSITIVE_INFINITY ? ' A target on it has a probability, which can be shared out.' : '';
  const message = `${output} cannot be attributed: in ${named(taken)} ${why} ${statistic} of it.${hint}`;
  return { ok: false, errors: [{ path: '', value: output, rule: 'reference', message }] };
}
