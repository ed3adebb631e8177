/**
 * What the loops are given: arrays of `PassRows`, `CalendarTables`, `TimelineInputs`, `Network`, `ForwardDates` and
 * `LateDates`, under the same names where not told.
 */

/** Of a forward pass. */
export interface ForwardArrays {
  readonly rows: Int32Array;
  readonly links: Int32Array;
  readonly interval: Float64Array;
  readonly position: Int32Array;
  readonly numbers: Float64Array;
  readonly bounds: Float64Array;
  readonly boundsWorked: Float64Array;
  work: Float64Array;
  never: Uint8Array;
  lag: Float64Array;
  stall: Float64Array;
  readonly ES: Float64Array;
  readonly EF: Float64Array;
  readonly wouldFinish: Float64Array;
  readonly form: Uint8Array;
  readonly worked: Float64Array;
  readonly linkSetsFinish: Uint8Array;
  readonly handedStart: Float64Array;
  readonly handedFinishLike: Float64Array;
}

/** Of a backward pass. */
export interface BackwardArrays {
  readonly rows: Int32Array;
  readonly links: Int32Array;
  readonly interval: Float64Array;
  readonly position: Int32Array;
  readonly numbers: Float64Array;
  readonly calendarOf: Int32Array;
  readonly limits: Float64Array;
  readonly limitsWorked: Float64Array;
  readonly ends: Float64Array;
  work: Float64Array;
  lag: Float64Array;
  stall: Float64Array;
  readonly form: Uint8Array;
  readonly ES: Float64Array;
  /** `ForwardDates.worked`. */
  readonly earlyWorked: Float64Array;
  readonly linkSetsFinish: Uint8Array;
  readonly LS: Float64Array;
  readonly LF: Float64Array;
  readonly float: Float64Array;
  readonly critical: Uint8Array;
  readonly bindStart: Float64Array;
  readonly bindFinish: Float64Array;
  readonly worked: Float64Array;
  readonly handedLinkFinish: Float64Array;
  readonly handedFinish: Float64Array;
  readonly handedStart: Float64Array;
}
