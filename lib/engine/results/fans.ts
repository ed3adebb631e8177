import { readColumn, type SampleTable, sumOverBlocks } from '../trials/sample-table';
import { BLOCK_TRIALS } from '../types';
import { byName } from './by-name';
import { FAN_WIDTH, unpackFans } from './packed-fans';
import type { MonthFans, Statistics, YearFans } from './result-types';
import { describeBlocks, describeColumn, STRETCHES_AT_ONCE, type StatisticsScratch, statisticsOf } from './statistics';
import type { RunRecord } from './trials-result';

/** The fans of the months: the bulk of the work, column by column. */
export function monthFans(run: RunRecord, scratch: StatisticsScratch): readonly MonthFans[] {
  const { model, layout, table } = run;
  const { months } = model.months;
  const { labels } = layout;
  const count = Math.max(1, table.count);
  const bottlenecks = new Float64Array(months.length * labels.length);
  for (let i = 0; i < bottlenecks.length; i++) {
    bottlenecks[i] = sumOverBlocks(table, layout.bottleneckCounts + i) / count;
  }
  const columns = months.length * layout.series.length;
  const series = layout.series.map(({ name }) => name);
  if (!run.complete || !run.fanErrors) {
    const values = columnFigures(table, layout.months, columns, scratch);
    return unpackFans({ months, series, values, labels, bottlenecks });
  }
  const statistics = describedColumns(run, layout.months, columns, scratch);
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

/** P5 .. P95 and the mean of so many columns, side by side in their order. */
function columnFigures(table: SampleTable, first: number, columns: number, scratch: StatisticsScratch): Float64Array {
  const figures = new Float64Array(columns * FAN_WIDTH);
  const { blocks, count } = table;
  const block = blocks.length === 1 ? blocks[0] : undefined;
  if (block === undefined) {
    for (let column = 0; column < columns; column++) {
      readColumn(table, first + column, scratch.column);
      describeColumn(count, scratch);
      figures.set(scratch.out, column * FAN_WIDTH);
    }
    return figures;
  }
  // The columns of a single block follow each other: they are read many at a time.
  for (let column = 0; column < columns; column += STRETCHES_AT_ONCE) {
    const some = Math.min(STRETCHES_AT_ONCE, columns - column);
    const from = (first + column) * BLOCK_TRIALS;
    scratch.column.set(block.subarray(from, from + some * BLOCK_TRIALS));
    describeBlocks(some, count, scratch, figures, column * FAN_WIDTH);
  }
  return figures;
}
