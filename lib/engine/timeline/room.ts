import { limitTasks } from './limit-tasks';
import type { TimelineInputs } from './network-types';
import type { BackwardArrays, ForwardArrays } from './pass-arrays';
import { passTasks } from './pass-tasks';

/** The loop of one pass on arrays of its own. */
export interface Lane {
  /** Whose works, lags and stalls the next run reads. */
  take(inputs: TimelineInputs): void;
  /** The same where nothing but stalls has changed since. */
  takeStalls(inputs: TimelineInputs): void;
  /** Runs from a row of `PassRows` on; the row at which it stopped. */
  run(firstRow: number): number;
}

/** What a backward lane is told beside its arrays. */
export interface BackwardRules {
  readonly taskCount: number;
  /** Without a link's limit a task has its own finish. */
  readonly hasOwnEnds: boolean;
  /** LS and LF are wanted, not only what floats need. */
  readonly hasDates: boolean;
  /** Pins limit. */
  readonly hasPins: boolean;
}

/** Where the arrays of a timeline lie, and what runs over them. */
export interface Room {
  /** So many numbers, all the same. */
  doubles(length: number, value: number): Float64Array;
  bytes(length: number): Uint8Array;
  /** An array to read in this room; the same one for the same array. */
  doublesOf(array: Float64Array): Float64Array;
  wholeOf(array: Int32Array): Int32Array;
  forwardLane(arrays: ForwardArrays): Lane;
  backwardLane(arrays: BackwardArrays, rules: BackwardRules): Lane;
}

/** `BackwardRules` as the loop reads them. */
export function rulesAsBits({ hasOwnEnds, hasDates, hasPins }: BackwardRules): number {
  return (hasOwnEnds ? 1 : 0) | (hasDates ? 2 : 0) | (hasPins ? 4 : 0);
}

/** Arrays of the language, and the loops as they are written. */
export const plainRoom: Room = {
  doubles: (length, value) => new Float64Array(length).fill(value),
  bytes: (length) => new Uint8Array(length),
  doublesOf: (array) => array,
  wholeOf: (array) => array,
  forwardLane(given) {
    const arrays = { ...given };
    const take = ({ work, never, lag, stall }: TimelineInputs) => {
      arrays.work = work;
      arrays.never = never;
      arrays.lag = lag;
      arrays.stall = stall;
    };
    return { take, takeStalls: take, run: (firstRow) => passTasks(arrays, firstRow) };
  },
  backwardLane(given, rules) {
    const arrays = { ...given };
    const { taskCount } = rules;
    const bits = rulesAsBits(rules);
    const take = ({ work, lag, stall }: TimelineInputs) => {
      arrays.work = work;
      arrays.lag = lag;
      arrays.stall = stall;
    };
    return { take, takeStalls: take, run: (firstRow) => limitTasks(arrays, taskCount, bits, firstRow) };
  },
};
