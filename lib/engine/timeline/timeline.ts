import type { Network, TimelineInputs } from './network-types';

export type { TimelineInputs } from './network-types';

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
  /** Worked days (of the own calendar) up to ES and EF; Infinity where they are never. */
  readonly startWork: Float64Array;
  readonly finishWork: Float64Array;
  /** 1: a link sets the finish of the summary. */
  readonly linkSetsFinish: Uint8Array;
  /** Bounds that a summary hands down to the starts under it: SS and SNET; FS. */
  readonly handedStart: Float64Array;
  readonly handedFinishLike: Float64Array;
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
  readonly bindFinish: Float64Array;
  /** Of a task (no summary): the finish bound in worked days of its calendar. Less the work it is the start bound. */
  readonly bindFinishWork: Float64Array;
  /** Limits that a summary hands down: on finishes by links, on finishes by all, on starts by links. */
  readonly handedLinkFinish: Float64Array;
  readonly handedFinish: Float64Array;
  readonly handedStart: Float64Array;
}

/** A backward pass: what it reads, by what it goes, what it fills. Made once; inputs and the project's finish change. */
export interface LatePass {
  readonly network: Network;
  inputs: TimelineInputs;
  readonly dates: ForwardDates;
  readonly late: LateDates;
  readonly steps: Int32Array;
  /** Late bounds, two numbers a task: on its finish, on its start; Infinity: none. */
  readonly limits: Float64Array;
  /** Pins limit as well, and a summary's own float counts where a link sets its finish. */
  readonly hasPins: boolean;
  /** Without a link's limit a task has its own finish. */
  readonly hasOwnEnds: boolean;
  /** The date that every task must keep; Infinity: none. */
  projectFinish: number;
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
  /** Bounds of the second forward pass: those of the network and the late starts of ALAP tasks. */
  readonly alapBounds: Float64Array;
  readonly latePass: LatePass;
  readonly focusPass: LatePass;
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

function unlimited(count: number): Float64Array {
  return new Float64Array(count).fill(Number.POSITIVE_INFINITY);
}

function lateDates(count: number): LateDates {
  return {
    LS: new Float64Array(count),
    LF: new Float64Array(count),
    float: new Float64Array(count).fill(Number.NaN),
    critical: new Uint8Array(count),
    bindStart: unlimited(count),
    bindFinish: unlimited(count),
    bindFinishWork: unlimited(count),
    handedLinkFinish: unlimited(count),
    handedFinish: unlimited(count),
    handedStart: unlimited(count),
  };
}

/** Inputs before the first pass. */
const NO_INPUTS: TimelineInputs = {
  work: new Float64Array(0),
  never: new Uint8Array(0),
  lag: new Float64Array(0),
  stall: new Float64Array(0),
};

function passes(network: Network, dates: ForwardDates): { latePass: LatePass; focusPass: LatePass } {
  const count = network.taskCount;
  const base = { network, inputs: NO_INPUTS, dates, projectFinish: Number.POSITIVE_INFINITY };
  return {
    latePass: {
      ...base,
      late: lateDates(count),
      steps: network.steps,
      limits: network.limits,
      hasPins: true,
      hasOwnEnds: network.floatTo === 'each-end',
    },
    focusPass: {
      ...base,
      late: lateDates(count),
      steps: network.stepsBeforeFocus,
      limits: unlimited(2 * count),
      hasPins: false,
      hasOwnEnds: false,
    },
  };
}

/** Room for the results of passes over one network. */
export function createTimeline(network: Network): Timeline {
  const count = network.taskCount;
  const last = forwardDates(count);
  const first = network.alapTasks.length > 0 ? forwardDates(count) : last;
  const { latePass, focusPass } = passes(network, first);
  return {
    ES: last.ES,
    EF: last.EF,
    wouldFinish: last.wouldFinish,
    LS: latePass.late.LS,
    LF: latePass.late.LF,
    totalFloat: latePass.late.float,
    freeFloat: new Float64Array(count),
    critical: latePass.late.critical,
    drivingFloat: focusPass.late.float,
    first,
    last,
    alapBounds: network.bounds.slice(),
    latePass,
    focusPass,
  };
}
