import type { Network } from './network-types';

export type { TimelineInputs } from './network-types';

/** Which of two instants with the same work time a task's date prefers. */
export const DateForm = { task: 0, finishMilestone: 1, startMilestone: 2 } as const;

/** What a forward pass finds, by task. Day numbers; Infinity is never. */
export interface ForwardDates {
  readonly ES: Float64Array;
  readonly EF: Float64Array;
  /** The finish that a never-finished task would have had; EF of the others. */
  readonly wouldFinish: Float64Array;
  /** One of `DateForm`. */
  readonly form: Uint8Array;
  /** Of pinned tasks: start and finish (without stall) as the logic has them. */
  readonly unpinnedStart: Float64Array;
  readonly unpinnedFinish: Float64Array;
  /** Worked days (of the own calendar) up to ES and EF; Infinity where they are never. */
  readonly startWork: Float64Array;
  readonly finishWork: Float64Array;
  /** 1: a link sets the finish of the summary. */
  readonly linkSetsFinish: Uint8Array;
  /** Bounds that a summary hands down to the starts under it: SS and SNET; FS. */
  readonly handedStart: Float64Array;
  readonly handedFinishLike: Float64Array;
}

/** Limits on their way from successors to predecessors; private to the backward passes. */
export interface LateLimits {
  /** Latest start bound and latest finish bound that a task lets its predecessors' links put on it. */
  readonly bindStart: Float64Array;
  readonly bindFinish: Float64Array;
  /** The same of tasks (no summaries) in worked days of their calendar. */
  readonly bindStartWork: Float64Array;
  readonly bindFinishWork: Float64Array;
  /** Limits that a summary hands down: on finishes by links, on finishes by all, on starts by links. */
  readonly handedLinkFinish: Float64Array;
  readonly handedFinish: Float64Array;
  readonly handedStart: Float64Array;
}

/**
 * Results of the passes, by task; made once and filled again and again. Day numbers; Infinity is never. Floats in
 * working days of the task's calendar; NaN where there is none.
 */
export interface Timeline {
  readonly ES: Float64Array;
  readonly EF: Float64Array;
  readonly wouldFinish: Float64Array;
  readonly LS: Float64Array;
  readonly LF: Float64Array;
  readonly totalFloat: Float64Array;
  readonly freeFloat: Float64Array;
  /** 1: critical. */
  readonly critical: Uint8Array;
  /** Float towards the focus; NaN for a task from which the focus does not follow and for all where it is never. */
  readonly drivingFloat: Float64Array;
  /** The first forward pass: what LS, LF, floats and driving are measured by. */
  readonly first: ForwardDates;
  /** The last forward pass: what is reported. The same object as `first` unless ALAP tasks moved. */
  readonly last: ForwardDates;
  /** Start bounds of the second forward pass: those of the network and the late starts of ALAP tasks. */
  readonly alapBound: Float64Array;
  readonly late: LateLimits;
  /** For the focus; entries of tasks from which it does not follow stay infinite. */
  readonly towardsFocus: LateLimits;
}

function forwardDates(count: number): ForwardDates {
  const numbers = () => new Float64Array(count);
  return {
    ES: numbers(),
    EF: numbers(),
    wouldFinish: numbers(),
    form: new Uint8Array(count),
    unpinnedStart: numbers(),
    unpinnedFinish: numbers(),
    startWork: numbers(),
    finishWork: numbers(),
    linkSetsFinish: new Uint8Array(count),
    handedStart: numbers(),
    handedFinishLike: numbers(),
  };
}

function lateLimits(count: number): LateLimits {
  const unlimited = () => new Float64Array(count).fill(Number.POSITIVE_INFINITY);
  return {
    bindStart: unlimited(),
    bindFinish: unlimited(),
    bindStartWork: unlimited(),
    bindFinishWork: unlimited(),
    handedLinkFinish: unlimited(),
    handedFinish: unlimited(),
    handedStart: unlimited(),
  };
}

/** Room for the results of passes over one network. */
export function createTimeline(network: Network): Timeline {
  const count = network.taskCount;
  const numbers = () => new Float64Array(count);
  const last = forwardDates(count);
  return {
    ES: last.ES,
    EF: last.EF,
    wouldFinish: last.wouldFinish,
    LS: numbers(),
    LF: numbers(),
    totalFloat: numbers(),
    freeFloat: numbers(),
    critical: new Uint8Array(count),
    drivingFloat: numbers().fill(Number.NaN),
    first: network.alapTasks.length > 0 ? forwardDates(count) : last,
    last,
    alapBound: network.startBound.slice(),
    late: lateLimits(count),
    towardsFocus: lateLimits(count),
  };
}
