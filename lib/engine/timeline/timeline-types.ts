import type { Network, TimelineInputs } from './network-types';
import type { Lane } from './room';

/**
 * What a task's dates are to the passes that follow: `task`, with work and nothing unusual; a milestone and which of two
 * instants with the same work time it prefers; `other`: started, finished, stalled, never finished.
 */
export const DateForm = { task: 0, finishMilestone: 1, startMilestone: 2, other: 3 } as const;

export function isMilestone(form: number): boolean {
  return form === DateForm.finishMilestone || form === DateForm.startMilestone;
}

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
  /**
   * Two numbers a task: worked days (of the own calendar) up to ES and EF; Infinity where they are never. Behind them
   * -Infinity, then by link what it asks for where it has a lag within one calendar (see `PassRows`).
   */
  readonly worked: Float64Array;
  /** 1: a link sets the finish of the summary. */
  readonly linkSetsFinish: Uint8Array;
  /** Bounds that a summary hands down to the starts under it: SS and SNET; FS. */
  readonly handedStart: Float64Array;
  readonly handedFinishLike: Float64Array;
}

/** Two numbers a task: bounds on its start and on its finish, as dates and as worked days of its calendar. */
export interface StartBounds {
  readonly bounds: Float64Array;
  readonly boundsWorked: Float64Array;
}

/** What a backward pass finds, by task, and what it needs on its way. */
export interface LateDates {
  readonly LS: Float64Array;
  readonly LF: Float64Array;
  /** Working days of the task's calendar; NaN where there is none. */
  readonly float: Float64Array;
  /** 1: no float left. */
  readonly critical: Uint8Array;
  /** Latest start bound and latest finish bound that a task lets its predecessors' links put on it. */
  readonly bindStart: Float64Array;
  /** Not of a task with work, which keeps it in worked days only. */
  readonly bindFinish: Float64Array;
  /** Two numbers a task: these bounds in worked days of its calendar. Behind them Infinity, then what links allow. */
  readonly worked: Float64Array;
  /** Limits that a summary hands down: on finishes by links, on finishes by all, on starts by links. */
  readonly handedLinkFinish: Float64Array;
  readonly handedFinish: Float64Array;
  readonly handedStart: Float64Array;
}

/** A forward pass: by what it goes, what it reads and fills. */
export interface ForwardPass extends StartBounds {
  readonly dates: ForwardDates;
  readonly rows: Int32Array;
  readonly lane: Lane;
}

/** A backward pass: by what it goes, what it reads and fills. Made once; inputs and the project's finish change. */
export interface LatePass {
  readonly network: Network;
  inputs: TimelineInputs;
  readonly dates: ForwardDates;
  readonly late: LateDates;
  readonly rows: Int32Array;
  readonly lane: Lane;
  /** Late bounds, two numbers a task: on its finish, on its start; Infinity: none. As dates and as worked days. */
  readonly limits: Float64Array;
  readonly limitsWorked: Float64Array;
  /** Pins limit as well, and a summary's own float counts where a link sets its finish. */
  readonly hasPins: boolean;
  /** Without a link's limit a task has its own finish. */
  readonly hasOwnEnds: boolean;
  /** The date that every task must keep; Infinity: none. */
  projectFinish: number;
  /** The same in worked days of each calendar, and behind them as it is. */
  readonly ends: Float64Array;
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
  /** Float towards the focus; NaN or Infinity where the focus does not follow from the task or is never. */
  readonly drivingFloat: Float64Array;
  /** The first forward pass: what LS, LF, floats and driving are measured by. */
  readonly first: ForwardDates;
  /** The last forward pass: what is reported. The same object as `first` unless ALAP tasks moved. */
  readonly last: ForwardDates;
  readonly forwardPass: ForwardPass;
  /** What follows from builds alone. */
  readonly forwardAfterBuilds: ForwardPass;
  /** The second forward pass: its bounds are those of the network and the late starts of ALAP tasks. */
  readonly alapPass: ForwardPass;
  readonly latePass: LatePass;
  readonly focusPass: LatePass;
}
