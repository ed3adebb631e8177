import type { Sampling } from '../../scenario/document';
import type { Model } from '../compile/model';
import { type BlockLayout, SCALARS, type Series } from '../trials/block-layout';
import { SCALAR } from '../trials/kept-scalars';
import { columnOf } from '../trials/measures';
import { readColumn, type SampleTable } from '../trials/sample-table';
import { ENGINE_VERSION } from '../version';
import { chanceErrors } from './chance-errors';
import { monthFans, yearFans } from './fans';
import { record } from './future-result';
import { meetsTarget } from './meets-target';
import type { Statistics, TrialsResult } from './result-types';
import { firstMonthAt, runChanceErrors } from './run-chance-errors';
import { sensitivities } from './sensitivity';
import { createStatisticsScratch, type Describing, type StatisticsScratch, statisticsOf } from './statistics';
import { taskStatistics } from './task-statistics';

/** Everything that is known about a run when its statistics are made. */
export interface RunRecord {
  readonly model: Model;
  readonly layout: BlockLayout;
  readonly table: SampleTable;
  readonly seed: number;
  readonly sampling: Sampling;
  /**
   * All trials are done, and more than a glance is wanted: a preview has no time for errors of tasks and fans and for
   * sensitivities.
   */
  readonly complete: boolean;
  /** Series of the months whose fans are told. */
  readonly told: readonly Series[];
  /** Sampling errors of the fans are asked for. */
  readonly fanErrors: boolean;
  /** Outputs of which sensitivity is asked for, and measures beyond the document's targets. */
  readonly sensitivity: readonly string[];
  readonly further: readonly { readonly name: string }[];
  readonly samples: boolean;
}

/** Above so many targets their triples are too many to be told; pairs still are. */
const MOST_TARGETS_IN_TRIPLES = 40;

/** The statistics of the trials that are done. */
export function trialsResult(run: RunRecord): TrialsResult {
  const { model, layout, table } = run;
  const { count } = table;
  const values = new Float64Array(count);
  const scratch = createStatisticsScratch(count);
  const scalar = (column: number, how: Partial<Describing> = {}) =>
    statisticsOf(readColumn(table, column, scratch.column), count, { errors: true, ...how }, scratch);
  const met = targetsMet(run);
  const jcl = jointConfidence(model, met);
  return {
    mode: 'trials',
    trials: count,
    seed: run.seed,
    sampling: run.sampling,
    engineVersion: ENGINE_VERSION,
    documentHash: model.documentHash,
    sop: scalar(SCALAR.sop, { dates: true }),
    focus: scalar(SCALAR.focus, { dates: true }),
    projectFinish: scalar(SCALAR.projectFinish, { dates: true }),
    npv: scalar(SCALAR.npv),
    irr: describeIrr(readColumn(table, SCALAR.irr, values), count, scratch),
    peakFunding: scalar(SCALAR.peakFunding),
    shortfall: mean(readColumn(table, SCALAR.shortfall, values)),
    abandoned: mean(readColumn(table, SCALAR.abandoned, values)),
    chanceErrors: {
      ...chanceErrors(
        model,
        met,
        readColumn(table, SCALAR.shortfall, values.slice()),
        readColumn(table, SCALAR.abandoned, values),
      ),
      ...(run.complete
        ? { others: runChanceErrors(run, { met, jcl: jcl.map(({ targets }) => targets), dates: SCALAR }) }
        : {}),
    },
    cdf: {
      sop: cumulative(model, readColumn(table, SCALAR.sop, values)),
      focus: cumulative(model, readColumn(table, SCALAR.focus, values)),
      projectFinish: cumulative(model, readColumn(table, SCALAR.projectFinish, values)),
    },
    tasks: taskStatistics(model, layout, table, { errors: run.complete }, scratch),
    lines: record(model.lines, (_, l) => ({
      ready: scalar(layout.lines + 3 * l, { dates: true }),
      stall: scalar(layout.lines + 3 * l + 1),
      capexPaid: scalar(layout.lines + 3 * l + 2),
    })),
    months: monthFans(run, scratch),
    years: yearFans(run, scratch),
    targets: record(model.targets, (_, t) => mean(met[t]!)),
    jcl,
    sensitivity: run.complete ? runSensitivity(run) : {},
    ...(run.samples ? { samples: samples(run) } : {}),
  };
}

function mean(values: Float64Array | Uint8Array): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i]!;
  return values.length > 0 ? sum / values.length : 0;
}

/** Percentiles over the trials that have a rate of return, `none` beside them. */
function describeIrr(values: Float64Array, count: number, scratch: StatisticsScratch): Statistics {
  let some = 0;
  const found = new Float64Array(count);
  for (let i = 0; i < count; i++) if (!Number.isNaN(values[i]!)) found[some++] = values[i]!;
  return { ...statisticsOf(found, some, { errors: true }, scratch), none: count > 0 ? (count - some) / count : 0 };
}

/** Share of trials in which a date has come by the end of each month. */
function cumulative(model: Model, dates: Float64Array): number[] {
  const ends = model.months.end;
  const come = new Float64Array(ends.length + 1);
  for (let i = 0; i < dates.length; i++) come[firstMonthAt(ends, dates[i]!)]! += 1;
  let sum = 0;
  return Array.from(ends, (_, m) => {
    sum += come[m]!;
    return dates.length > 0 ? sum / dates.length : 0;
  });
}

/** 1 where a target is met, by target and trial. */
function targetsMet({ model, layout, table }: RunRecord): Uint8Array[] {
  const values = new Float64Array(table.count);
  return model.targets.map((target, t) => {
    readColumn(table, layout.measures + t, values);
    const met = new Uint8Array(table.count);
    for (let i = 0; i < met.length; i++) met[i] = meetsTarget(target, values[i]!) ? 1 : 0;
    return met;
  });
}

/** The probability that any two or three targets are met together. */
function jointConfidence(model: Model, met: readonly Uint8Array[]): { targets: string[]; probability: number }[] {
  const ids = model.targets.map(({ id }) => id);
  const entries: { targets: string[]; probability: number }[] = [];
  const triples = ids.length <= MOST_TARGETS_IN_TRIPLES;
  const count = met[0]?.length ?? 0;
  const both = new Uint8Array(count);
  for (let a = 0; a < ids.length; a++) {
    for (let b = a + 1; b < ids.length; b++) {
      const sum = meet(met[a]!, met[b]!, both);
      entries.push({ targets: [ids[a]!, ids[b]!], probability: count > 0 ? sum / count : 0 });
      for (let c = b + 1; triples && c < ids.length; c++) {
        const all = meet(both, met[c]!);
        entries.push({ targets: [ids[a]!, ids[b]!, ids[c]!], probability: count > 0 ? all / count : 0 });
      }
    }
  }
  return entries.sort((one, other) => one.targets.length - other.targets.length);
}

/** In how many trials both are met; `out`: in which. */
function meet(a: Uint8Array, b: Uint8Array, out?: Uint8Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! & b[i]!;
  if (out !== undefined) for (let i = 0; i < a.length; i++) out[i] = a[i]! & b[i]!;
  return sum;
}

function runSensitivity(run: RunRecord): TrialsResult['sensitivity'] {
  const { model, table } = run;
  const outputs = run.sensitivity.flatMap((name) => {
    const column = columnOf(model, run.further, name);
    return column < 0 ? [] : [{ name, values: readColumn(table, column, new Float64Array(table.count)) }];
  });
  return sensitivities(model, outputs, { seed: run.seed, sampling: run.sampling });
}

/** Scalar outputs of every trial, by output name. */
function samples({ model, layout, table, further }: RunRecord): Record<string, Float64Array> {
  const column = (index: number) => readColumn(table, index, new Float64Array(table.count));
  const out: Record<string, Float64Array> = Object.create(null);
  for (const name of SCALARS) out[name] = column(SCALAR[name]);
  model.targets.forEach(({ id }, t) => {
    out[`targets/${id}`] = column(layout.measures + t);
  });
  further.forEach(({ name }, i) => {
    out[name] = column(layout.measures + model.targets.length + i);
  });
  model.years.forEach(({ year }, y) => {
    const first = layout.years + y * layout.yearSeries.length;
    out[`output@${year}`] = column(first);
    out[`ownShare@${year}`] = column(first + 1);
  });
  return out;
}
