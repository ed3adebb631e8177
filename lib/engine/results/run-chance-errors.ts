import type { Model } from '../compile/model';
import type { BlockLayout } from '../trials/block-layout';
import type { SampleTable } from '../trials/sample-table';
import { BLOCK_TRIALS } from '../types';
import { errorOfCounts } from './chance-errors';
import { DATE_TOLERANCE_DAYS } from './meets-target';
import type { RunChanceErrors } from './result-types';

/** What the blocks of a finished run are counted by. */
export interface CountedRun {
  readonly model: Model;
  readonly layout: BlockLayout;
  readonly table: SampleTable;
}

/** What is told of a run. */
export interface ToldChances {
  /** 1 where a target is met, by target and trial. */
  readonly met: readonly Uint8Array[];
  /** The pairs and triples of targets, by id. */
  readonly jcl: readonly (readonly string[])[];
  /** Columns of the dates. */
  readonly dates: { readonly [date in keyof RunChanceErrors['cdf']]: number };
}

/**
 * Sampling errors of all other chances of a run: dates by month, what holds a month back, criticality, targets together.
 * From the blocks' own counts, so that they cost little.
 */
export function runChanceErrors(run: CountedRun, { met, jcl, dates }: ToldChances): RunChanceErrors {
  const { model, layout, table } = run;
  const sizes = table.blocks.map((_, block) => Math.min(BLOCK_TRIALS, table.count - block * BLOCK_TRIALS));
  const countsAt = (offset: number) => table.blocks.map((block) => block[offset]!);
  const labels = layout.labels.length;
  const reached = countsAt(layout.focusReached);
  const place = new Map(model.targets.map(({ id }, t) => [id, t]));
  return {
    cdf: {
      sop: dateErrors(run, sizes, dates.sop),
      focus: dateErrors(run, sizes, dates.focus),
      projectFinish: dateErrors(run, sizes, dates.projectFinish),
    },
    bottleneck: model.months.months.map((_, m) =>
      byName(layout.labels, (_label, i) => errorOfCounts(countsAt(layout.bottleneckCounts + m * labels + i), sizes)),
    ),
    criticality: byName(model.network.taskIds, (_id, task) => errorOfCounts(countsAt(layout.driving + task), reached)),
    jcl: jcl.map((ids) =>
      errorOfCounts(
        countTogether(
          ids.map((id) => met[place.get(id)!]!),
          sizes,
        ),
        sizes,
      ),
    ),
  };
}

function byName(names: readonly string[], value: (name: string, index: number) => number): Record<string, number> {
  const record: Record<string, number> = Object.create(null);
  names.forEach((name, i) => {
    record[name] = value(name, i);
  });
  return record;
}

/** Errors of the share of trials in which a date has come, by the end of each month. */
function dateErrors({ model, table }: CountedRun, sizes: readonly number[], column: number): number[] {
  const ends = model.months.end;
  const months = ends.length;
  const counts = table.blocks.map((block, b) => {
    const come = new Float64Array(months);
    for (let i = column * BLOCK_TRIALS; i < column * BLOCK_TRIALS + sizes[b]!; i++) {
      const month = firstMonthAt(ends, block[i]!);
      if (month < months) come[month]! += 1;
    }
    for (let m = 1; m < months; m++) come[m]! += come[m - 1]!;
    return come;
  });
  return Array.from({ length: months }, (_, m) =>
    errorOfCounts(
      counts.map((come) => come[m]!),
      sizes,
    ),
  );
}

/** The first month by whose end a date has come; the number of months where there is none. */
export function firstMonthAt(ends: Float64Array, date: number): number {
  let low = 0;
  let high = ends.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (date <= ends[middle]! + DATE_TOLERANCE_DAYS) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** By block, the trials in which two or three targets are met. */
function countTogether(met: readonly Uint8Array[], sizes: readonly number[]): number[] {
  const [first, second, third = second] = met as [Uint8Array, Uint8Array, Uint8Array?];
  let at = 0;
  return sizes.map((size) => {
    const end = at + size;
    let count = 0;
    for (; at < end; at++) count += first[at]! & second[at]! & third[at]!;
    return count;
  });
}
