import type { TargetModel } from '../compile/model';
import type { TrialState } from '../scale-up/trial-state';
import type { BlockLayout } from './block-layout';
import type { TrialKeeper } from './keep-trial';

/** So many trials are kept side by side before they go to their columns: a few cache lines of each at a time. */
export const GROUP = 64;

/** What `keepTrial` needs for blocks of a layout. */
export function createTrialKeeper(
  layout: BlockLayout,
  measures: readonly TargetModel[],
  state: TrialState,
): TrialKeeper {
  return {
    columns: layout.columns,
    stage: new Float64Array(GROUP * layout.columns),
    firstMeasure: layout.measures,
    firstLine: layout.lines,
    firstTask: layout.tasks,
    firstYear: layout.years,
    yearWidth: layout.yearSeries.length,
    firstMonth: layout.months,
    fields: Int32Array.from(layout.series, ({ field }) => field),
    measures,
    bottlenecks: new Float64Array(state.flows.length * layout.labels.length),
    bottleneckKinds: layout.labels.length,
  };
}
