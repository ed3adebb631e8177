import { readColumn, type SampleTable, sumOverBlocks } from '../trials/sample-table';
import { BLOCK_TRIALS } from '../types';
import { byName } from './by-name';
import { FAN_WIDTH, unpackFans } from './packed-fans';
import type { MonthFans, Statistics, YearFans } from './result-types';
import { describeBlocks, describeColumn, STRETCHES_AT_ONCE, type StatisticsScratch, statisticsOf } from './statistics';
import type { RunRecord } from './trials-result';

/** The fans of the months that are told: the bulk of the work, column by column. */
export function monthFans(run: RunRecord, scratch: StatisticsScratch): readonly MonthFans[] {
  const { model, layout, table, told } = run;
  const { months } = model.months;
  const { labels } = layout;
  const count = Math.max(1, table.count);
  const bottlenecks = new Float64Array(months.length * labels.length);
  for (let i = 0; i < bottlenecks.length; i++) {
    bottlenecks[i] = sumOverBlocks(table, layout.bottleneckCounts + i) / count;
  }
  const series = told.map(({ name }) => name);
  if (!run.complete || !run.fanErrors) {
    const values = new Float64Array(told.length * months.length * FAN_WIDTH);
    told.forEach((one, i) => {
      const place = layout.series.indexOf(one);
      const columns = { first: layout.months + place * months.length, count: months.length };
      columnFigures(table, columns, scratch, values, i * months.length * FAN_WIDTH);
    });
    return unpackFans({ months, series, values, labels, bottlenecks });
  }
  const statistics = told.flatMap((one) => {
    const place = layout.series.indexOf(one);
    return describedColumns(run, layout.months + place * months.length, months.length, scratch);
  });
  return months.map((month, m) => ({
    month,
    fans: byName(series, (i) => statistics[i * months.length + m]!),
    bottleneck: byName(labels, (i) => bottlenecks[m * labels.length + i]!),
  }));
}

export function yearFans(run: RunRecord, scratch: StatisticsScratch): YearFans[] {
  const { model, layout } = run;
  const width = layout.yearSeries.length;
  const statistics = describedColumns(run, layout.years, model.years.length * width, scratch);
  return model.years.map(({ year }, y) => ({
    year,
    fans: byName(layout.yearSeries, (i) => statistics[y * width + i]!),
  }));
}

/** Statistics of so many columns, in their order; with sampling errors where they are asked for. */
function describedColumns(run: RunRecord, first: number, columns: number, scratch: StatisticsScratch): Statistics[] {
  const { table, complete, fanErrors } = run;
  const errors = complete && fanErrors;
  return Array.from({ length: columns }, (_, i) =>
    statisticsOf(readColumn(table, first + i, scratch.column), table.count, { errors }, scratch),
  );
}

/** P5 .. P95 and the mean of columns that follow each other, side by side in their order from out[at] on. */
function columnFigures(
  table: SampleTable,
  columns: { readonly first: number; readonly count: number },
  scratch: StatisticsScratch,
  out: Float64Array,
  at: number,
): void {
  const { blocks, count } = table;
  const block = blocks.length === 1 ? blocks[0] : undefined;
  if (block === undefined) {
    for (let column = 0; column < columns.count; column++) {
      readColumn(table, columns.first + column, scratch.column);
      describeColumn(count, scratch);
      out.set(scratch.out, at + column * FAN_WIDTH);
    }
    return;
  }
  // The columns of a single block lie side by side: they are read many at a time.
  for (let column = 0; column < columns.count; column += STRETCHES_AT_ONCE) {
    const some = Math.min(STRETCHES_AT_ONCE, columns.count - column);
    const from = (columns.first + column) * BLOCK_TRIALS;
    scratch.column.set(block.subarray(from, from + some * BLOCK_TRIALS));
    describeBlocks(some, count, scratch, out, at + column * FAN_WIDTH);
  }
}
