import { readColumn, type SampleTable, sumOverBlocks } from '../trials/sample-table';
import { BLOCK_TRIALS } from '../types';
import type { MonthFans, Statistics, YearFans } from './result-types';
import { plainStatistics, type StatisticsScratch, statisticsOf } from './statistics';
import type { RunRecord } from './trials-result';

/** The fans of the months: the bulk of the work, column by column. */
export function monthFans(run: RunRecord, scratch: StatisticsScratch): MonthFans[] {
  const { model, layout, table } = run;
  const months = model.months.count;
  const labels = layout.labels.length;
  const statistics = columnStatistics(run, layout.months, months * layout.series.length, scratch);
  return model.months.months.map((month, m) => {
    const fans: Record<string, Statistics> = Object.create(null);
    layout.series.forEach(({ name }, i) => {
      fans[name] = statistics[i * months + m]!;
    });
    const bottleneck: Record<string, number> = Object.create(null);
    layout.labels.forEach((label, i) => {
      bottleneck[label] = sumOverBlocks(table, layout.bottleneckCounts + m * labels + i) / Math.max(1, table.count);
    });
    return { month, fans, bottleneck };
  });
}

export function yearFans(run: RunRecord, scratch: StatisticsScratch): YearFans[] {
  const { model, layout } = run;
  const width = layout.yearSeries.length;
  const statistics = columnStatistics(run, layout.years, model.years.length * width, scratch);
  return model.years.map(({ year }, y) => {
    const fans: Record<string, Statistics> = Object.create(null);
    layout.yearSeries.forEach((name, i) => {
      fans[name] = statistics[y * width + i]!;
    });
    return { year, fans };
  });
}

/** Statistics of so many columns, in their order. */
function columnStatistics(run: RunRecord, first: number, columns: number, scratch: StatisticsScratch): Statistics[] {
  const { table, complete, fanErrors } = run;
  const errors = complete && fanErrors;
  if (table.blocks.length === 1 && !errors) return statisticsOfBlock(table, first, columns, scratch);
  const list: Statistics[] = [];
  for (let column = first; column < first + columns; column++) {
    list.push(statisticsOf(readColumn(table, column, scratch.column), table.count, { errors }, scratch));
  }
  return list;
}

/** The same of a single block, whose columns follow each other and are read many at a time. */
function statisticsOfBlock(
  { blocks, count }: SampleTable,
  first: number,
  columns: number,
  scratch: StatisticsScratch,
): Statistics[] {
  const block = blocks[0]!;
  const atOnce = Math.floor(scratch.column.length / BLOCK_TRIALS);
  const list: Statistics[] = [];
  for (let column = 0; column < columns; column += atOnce) {
    const some = Math.min(atOnce, columns - column);
    const from = (first + column) * BLOCK_TRIALS;
    scratch.column.set(block.subarray(from, from + some * BLOCK_TRIALS));
    for (let k = 0; k < some; k++) list.push(plainStatistics(k * BLOCK_TRIALS, count, scratch));
  }
  return list;
}
