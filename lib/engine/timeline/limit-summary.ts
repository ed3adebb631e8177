import { workedAt } from '../calendar/work-time';
import { FLOAT_TOLERANCE_DAYS } from './float-tolerance';
import type { LateDates, LatePass } from './timeline';

const NEVER = Number.POSITIVE_INFINITY;

/** The limits that links and summaries put on a task. */
export interface Limits {
  /** On the finish, by links alone and by all. */
  readonly linkFinish: number;
  readonly limit: number;
  readonly linkStart: number;
}

/** Before its children: what it hands down to them, and its own float where a link sets its finish. */
export function openSummary(pass: LatePass, summary: number, limits: Limits): void {
  const { network, dates, late } = pass;
  const calendar = network.calendars[network.calendarOf[summary]!]!;
  const slip = pass.inputs.stall[summary]!;
  const isNever = dates.EF[summary] === NEVER;
  late.handedLinkFinish[summary] = limits.linkFinish - slip;
  late.handedFinish[summary] = limits.limit - slip;
  late.handedStart[summary] = limits.linkStart;
  late.bindStart[summary] = NEVER;
  late.bindFinish[summary] = isNever ? NEVER : limits.limit - slip;
  late.LS[summary] = NEVER;
  late.LF[summary] = Number.NEGATIVE_INFINITY;
  let own = NEVER;
  if (pass.hasPins && dates.linkSetsFinish[summary] === 1 && !isNever) {
    // Without a limit (each-end) it ends where it ends.
    const limit = limits.limit === NEVER ? dates.EF[summary]! : limits.limit;
    own = (workedAt(calendar, limit) - dates.finishWork[summary]!) / calendar.workedPerDay;
  }
  late.float[summary] = own;
  late.critical[summary] = own <= FLOAT_TOLERANCE_DAYS ? 1 : 0;
}

/** A task or a summary below is done: its summary takes the least LS, the largest LF, the least float, criticality. */
export function joinSummary({ bindStart, LS, LF, float, critical }: LateDates, summary: number, child: number): void {
  if (bindStart[child]! < bindStart[summary]!) bindStart[summary] = bindStart[child]!;
  if (LS[child]! < LS[summary]!) LS[summary] = LS[child]!;
  if (LF[child]! > LF[summary]!) LF[summary] = LF[child]!;
  if (float[child]! < float[summary]!) float[summary] = float[child]!;
  if (critical[child] === 1) critical[summary] = 1;
}

/** After its children: what none of them has, it has not either. Never finished, it has floats but no late dates. */
export function closeSummary({ network, dates, late }: LatePass, summary: number): void {
  const { LS, LF, float } = late;
  const isNever = dates.EF[summary] === NEVER;
  if (isNever || LS[summary] === NEVER) LS[summary] = Number.NaN;
  if (isNever || LF[summary] === Number.NEGATIVE_INFINITY) LF[summary] = Number.NaN;
  if (float[summary] === NEVER) float[summary] = Number.NaN;
  const above = network.parent[summary]!;
  if (above >= 0) joinSummary(late, above, summary);
}
