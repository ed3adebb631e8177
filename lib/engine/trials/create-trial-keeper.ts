import type { TargetModel } from '../compile/model';
import type { TrialState } from '../scale-up/trial-state';
import type { BlockLayout } from './block-layout';
import type { TrialKeeper } from './keep-trial';

/** So many trials are kept side by side before they go to their columns: a few cache lines of each at a time. */
export const GROUP = 64;

/** What `keepTrial` needs, but for the arrays that an engine has where its code can reach them. */
export interface KeeperPlan extends Omit<TrialKeeper, 'stage' | 'bottlenecks'> {
  /** Numbers in these arrays. */
  readonly stageSize: number;
  readonly bottlenecksSize: number;
}

/** What `keepTrial` needs for blocks of a layout. */
export function planKeeper(layout: BlockLayout, measures: readonly TargetModel[], state: TrialState): KeeperPlan {
  return {
    columns: layout.columns,
    stageSize: GROUP * layout.columns,
    firstMeasure: layout.measures,
    firstLine: layout.lines,
    firstTask: layout.tasks,
    firstYear: layout.years,
    yearWidth: layout.yearSeries.length,
    firstMonth: layout.months,
    fields: Int32Array.from(layout.series, ({ field }) => field),
    measures,
    bottlenecksSize: state.flows.length * layout.labels.length,
    bottleneckKinds: layout.labels.length,
  };
}
