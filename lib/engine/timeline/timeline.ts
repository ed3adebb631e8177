import { compiledRoom, countingRoom } from './compiled/compiled-room';
import type { Network, TimelineInputs } from './network-types';
import type { PassRows } from './pass-rows';
import { plainRoom, type Room } from './room';
import type { ForwardDates, ForwardPass, LateDates, LatePass, StartBounds, Timeline } from './timeline-types';

export type { TimelineInputs } from './network-types';
export type { Timeline } from './timeline-types';

/** A memory of its own for the compiled loops is worth its price for a network of so many tasks. */
export const COMPILED_FROM_TASKS = 16;

const NEVER = Number.POSITIVE_INFINITY;
const NONE = Number.NEGATIVE_INFINITY;

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
