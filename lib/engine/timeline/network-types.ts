import type { CalendarTables } from '../calendar/calendar-tables';
import type { CompiledCalendar } from '../calendar/compile-calendar';
import type { PassRows } from './pass-rows';

/** What a task is to the passes, fixed by the document. */
export const TaskState = { open: 0, pinnedStart: 1, pinnedFinish: 2, started: 3, finished: 4, summary: 5 } as const;

/**
 * Bits of a link's kind: the end of the predecessor it reads, the end of the successor it binds, the unit of its lag;
 * `sameCalendar`: both ends are tasks (no summaries) of one calendar, so that work time passes along the link as it is;
 * `neverLags`: it has no lag in any future.
 */
export const LinkBit = { fromStart: 1, toFinish: 2, elapsed: 4, sameCalendar: 8, neverLags: 16 } as const;

/** Links seen from one side: those of task `i` are the entries `offsets[i]` to `offsets[i + 1]`. */
export interface LinkTable {
  readonly offsets: Int32Array;
  /** The task at the other end. */
  readonly other: Int32Array;
  /** Sum of `LinkBit`. */
  readonly kind: Uint8Array;
  /** Index of the link in the document. */
  readonly link: Int32Array;
}

/**
 * The tasks and links of a document, compiled: everything that does not change between trials. Tasks and links keep
 * the order of the document as their index; -1 is none. Bounds and limits are day numbers; infinite where there is none.
 */
export interface Network {
  readonly taskCount: number;
  readonly linkCount: number;
  readonly taskIds: readonly string[];
  readonly taskIndex: ReadonlyMap<string, number>;
  /** Ids of a cycle's tasks in order, or null; a network with a cycle cannot be passed through. */
  readonly cycle: readonly string[] | null;
  /**
   * Steps in topological order: `i < taskCount` computes task i (a summary from its children); `taskCount + s` collects
   * the bounds that the links into summary s put on the starts of the tasks under it.
   */
  readonly steps: Int32Array;
  /** The steps from which the focus follows, focus included, in the same order; all of them where the focus is -1. */
  readonly stepsBeforeFocus: Int32Array;
  readonly parent: Int32Array;
  /** Children of summary s: `children[childOffsets[s]]` to `children[childOffsets[s + 1] - 1]`. */
  readonly childOffsets: Int32Array;
  readonly children: Int32Array;
  /** One of `TaskState`. */
  readonly state: Uint8Array;
  readonly calendars: readonly CompiledCalendar[];
  /** The same calendars, laid out for the passes. */
  readonly tables: CalendarTables;
  /** Index into `calendars`, by task. */
  readonly calendarOf: Int32Array;
  readonly linksIn: LinkTable;
  readonly linksOut: LinkTable;
  /** Steps and links as the passes read them. */
  readonly forward: PassRows;
  readonly forwardAfterBuilds: PassRows;
  readonly backward: PassRows;
  readonly backwardFromFocus: PassRows;
  readonly linkFrom: Int32Array;
  readonly linkTo: Int32Array;
  readonly linkKind: Uint8Array;
  /** Two numbers a task: bounds on its start (largest of projectStart, statusDate and SNET) and its finish (FNET). */
  readonly bounds: Float64Array;
  /** The same in worked days of the task's calendar. */
  readonly boundsWorked: Float64Array;
  /** MSO rolled forward, MFO rolled back; NaN for tasks without a pin. */
  readonly pin: Float64Array;
  /** SNLT. */
  readonly startLimit: Float64Array;
  /** FNLT and deadline. */
  readonly finishNoLaterThan: Float64Array;
  readonly deadline: Float64Array;
  /** Two numbers a task: limits on its finish (FNLT, deadline) and its start (SNLT). */
  readonly limits: Float64Array;
  readonly limitsWorked: Float64Array;
  /** NaN where there is none. */
  readonly actualStart: Float64Array;
  readonly actualFinish: Float64Array;
  /** Where the remaining work of a started task begins: the later of statusDate and actualStart. */
  readonly resume: Float64Array;
  /** 1: the duration is the number 0. Once such a task has started, and nothing was added to it, it has finished. */
  readonly isZeroDuration: Uint8Array;
  /** Tasks with ALAP in force. */
  readonly alapTasks: Int32Array;
  readonly floatTo: 'project' | 'each-end';
  /** The task that the scenario is about; -1: the project's finish. */
  readonly focus: number;
}

/** What one pass is given. */
export interface TimelineInputs {
  /**
   * Working days of each task's own calendar: max(0, duration x factors + delays + rework); of a started task what
   * remains. Ignored for summaries and finished tasks.
   */
  readonly work: Float64Array;
  /** 1: the task is never finished (a failed gate that stops or abandons). */
  readonly never: Uint8Array;
  /** Days, by link, in the link's unit. */
  readonly lag: Float64Array;
  /** Elapsed days by which the finish of each build lies later; 0 elsewhere. */
  readonly stall: Float64Array;
}

/** Inputs with no work, lags or stalls, to be filled by the caller. */
export function createTimelineInputs(network: Network): TimelineInputs {
  return {
    work: new Float64Array(network.taskCount),
    never: new Uint8Array(network.taskCount),
    lag: new Float64Array(network.linkCount),
    stall: new Float64Array(network.taskCount),
  };
}
