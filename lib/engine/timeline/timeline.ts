import { compiledRoom, countingRoom } from './compiled/compiled-room';
import type { Network, TimelineInputs } from './network-types';
import type { PassRows } from './pass-rows';
import { type Lane, plainRoom, type Room } from './room';

export type { TimelineInputs } from './network-types';

/** A memory of its own for the compiled loops is worth its price for a network of so many tasks. */
export const COMPILED_FROM_TASKS = 16;

const NEVER = Number.POSITIVE_INFINITY;
const NONE = Number.NEGATIVE_INFINITY;

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
  /** Two numbers a task: worked days (of the own calendar) up to ES and EF; Infinity where they are never. */
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
  readonly bindFinish: Float64Array;
  /** Two numbers a task (no summary): the same start and finish bounds in worked days of its calendar. */
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

function forwardDates(room: Room, { taskCount, linkCount }: Network): ForwardDates {
  const numbers = () => new Float64Array(taskCount);
  return {
    ES: room.doubles(taskCount, 0),
    EF: room.doubles(taskCount, 0),
    wouldFinish: room.doubles(taskCount, 0),
    form: room.bytes(taskCount),
    unpinnedStart: numbers(),
    unpinnedFinish: numbers(),
    worked: room.doubles(2 * taskCount + 1 + linkCount, NONE),
    linkSetsFinish: room.bytes(taskCount),
    handedStart: room.doubles(taskCount, 0),
    handedFinishLike: room.doubles(taskCount, 0),
  };
}

function lateDates(room: Room, { taskCount, linkCount }: Network): LateDates {
  return {
    LS: room.doubles(taskCount, 0),
    LF: room.doubles(taskCount, 0),
    float: room.doubles(taskCount, Number.NaN),
    critical: room.bytes(taskCount),
    bindStart: room.doubles(taskCount, NEVER),
    bindFinish: room.doubles(taskCount, NEVER),
    worked: room.doubles(2 * taskCount + 1 + linkCount, NEVER),
    handedLinkFinish: room.doubles(taskCount, NEVER),
    handedFinish: room.doubles(taskCount, NEVER),
    handedStart: room.doubles(taskCount, NEVER),
  };
}

/** What all lanes of a timeline share. */
function sharedArrays(room: Room, network: Network) {
  const { taskCount, linkCount, tables } = network;
  return {
    interval: room.doublesOf(tables.interval),
    position: room.wholeOf(tables.position),
    numbers: room.doublesOf(tables.numbers),
    work: room.doubles(taskCount, 0),
    never: room.bytes(taskCount),
    lag: room.doubles(linkCount, 0),
    stall: room.doubles(taskCount, 0),
  };
}

type SharedArrays = ReturnType<typeof sharedArrays>;

interface ForwardSource extends StartBounds {
  readonly dates: ForwardDates;
  readonly rows: PassRows;
}

function forwardPass(room: Room, shared: SharedArrays, source: ForwardSource): ForwardPass {
  const { dates } = source;
  const rows = room.wholeOf(source.rows.rows);
  const links = room.wholeOf(source.rows.links);
  const bounds = room.doublesOf(source.bounds);
  const boundsWorked = room.doublesOf(source.boundsWorked);
  const lane = room.forwardLane({ ...shared, ...dates, rows, links, bounds, boundsWorked });
  return { dates, bounds, boundsWorked, rows, lane };
}

interface LateSource extends Pick<LatePass, 'dates' | 'limits' | 'limitsWorked' | 'hasPins' | 'hasOwnEnds'> {
  readonly rows: PassRows;
  readonly hasDates: boolean;
}

function latePass(room: Room, shared: SharedArrays, network: Network, source: LateSource): LatePass {
  const { dates, hasPins, hasOwnEnds, hasDates } = source;
  const late = lateDates(room, network);
  const rows = room.wholeOf(source.rows.rows);
  const links = room.wholeOf(source.rows.links);
  const limits = room.doublesOf(source.limits);
  const limitsWorked = room.doublesOf(source.limitsWorked);
  const ends = room.doubles(network.calendars.length + 1, NEVER);
  const calendarOf = room.wholeOf(network.calendarOf);
  const { ES, form, linkSetsFinish, worked: earlyWorked } = dates;
  const lane = room.backwardLane(
    {
      ...{ ...shared, ...late, rows, links, limits, limitsWorked, ends, calendarOf },
      ...{ ES, form, linkSetsFinish, earlyWorked },
    },
    { taskCount: network.taskCount, hasOwnEnds, hasDates, hasPins },
  );
  const base = { network, inputs: NO_INPUTS, dates, late, rows, lane, limits, limitsWorked, hasPins, hasOwnEnds };
  return { ...base, projectFinish: NEVER, ends };
}

/** Inputs before the first pass. */
const NO_INPUTS: TimelineInputs = {
  work: new Float64Array(0),
  never: new Uint8Array(0),
  lag: new Float64Array(0),
  stall: new Float64Array(0),
};

function layOut(room: Room, network: Network): Timeline {
  const { taskCount, bounds, boundsWorked, limits, limitsWorked } = network;
  const shared = sharedArrays(room, network);
  const last = forwardDates(room, network);
  const first = network.alapTasks.length > 0 ? forwardDates(room, network) : last;
  const forward = forwardPass(room, shared, { dates: first, bounds, boundsWorked, rows: network.forward });
  const whole = latePass(room, shared, network, {
    ...{ dates: first, limits, limitsWorked, rows: network.backward, hasPins: true, hasDates: true },
    hasOwnEnds: network.floatTo === 'each-end',
  });
  const towards = latePass(room, shared, network, {
    ...{ dates: first, rows: network.backwardFromFocus, hasPins: false, hasDates: false, hasOwnEnds: false },
    limits: new Float64Array(2 * taskCount).fill(NEVER),
    limitsWorked: new Float64Array(2 * taskCount).fill(NEVER),
  });
  return {
    ES: last.ES,
    EF: last.EF,
    wouldFinish: last.wouldFinish,
    LS: whole.late.LS,
    LF: whole.late.LF,
    totalFloat: whole.late.float,
    freeFloat: new Float64Array(taskCount),
    critical: whole.late.critical,
    drivingFloat: towards.late.float,
    first,
    last,
    forwardPass: forward,
    forwardAfterBuilds: forwardPass(room, shared, {
      ...{ dates: first, bounds, boundsWorked, rows: network.forwardAfterBuilds },
    }),
    alapPass:
      first === last
        ? forward
        : forwardPass(room, shared, {
            ...{ dates: last, bounds: bounds.slice(), boundsWorked: boundsWorked.slice(), rows: network.forward },
          }),
    latePass: whole,
    focusPass: towards,
  };
}

/**
 * Room for the results of passes over one network.
 *
 * @param isCompiled whether the loops run compiled to WebAssembly (which they do from `COMPILED_FROM_TASKS` tasks on):
 *   the numbers are the same to the bit.
 */
export function createTimeline(network: Network, isCompiled = network.taskCount >= COMPILED_FROM_TASKS): Timeline {
  if (!isCompiled) return layOut(plainRoom, network);
  const counting = countingRoom();
  layOut(counting.room, network);
  return layOut(compiledRoom(counting.bytes()) ?? plainRoom, network);
}
