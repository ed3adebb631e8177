import { workedAt } from '../calendar/work-time';
import { FLOAT_TOLERANCE_DAYS } from './float-tolerance';
import type { LatePass } from './timeline-types';

const NEVER = Number.POSITIVE_INFINITY;

/** Before its children: what it hands down to them, and its own float where a link sets its finish. */
export function openSummary(
  pass: LatePass,
  summary: number,
  linkFinish: number,
  limit: number,
  linkStart: number,
): void {
  const { network, dates, late } = pass;
  const calendar = network.calendars[network.calendarOf[summary]!]!;
  const slip = pass.inputs.stall[summary]!;
  const isNever = dates.EF[summary] === NEVER;
  late.handedLinkFinish[summary] = linkFinish - slip;
  late.handedFinish[summary] = limit - slip;
  late.handedStart[summary] = linkStart;
  late.bindStart[summary] = NEVER;
  late.bindFinish[summary] = isNever ? NEVER : limit - slip;
  late.worked[2 * summary + 1] = workedAt(calendar, late.bindFinish[summary]!);
  let own = NEVER;
  if (pass.hasPins && dates.linkSetsFinish[summary] === 1 && !isNever) {
    // Without a limit (each-end) it ends where it ends.
    const end = limit === NEVER ? dates.EF[summary]! : limit;
    own = (workedAt(calendar, end) - dates.worked[2 * summary + 1]!) / calendar.workedPerDay;
  }
  late.float[summary] = own;
  late.critical[summary] = own <= FLOAT_TOLERANCE_DAYS ? 1 : 0;
}

/**
 * After its children: the least LS, the largest LF, the least float, criticality. What none of them has, it has not
 * either. Never finished, it has floats but no late dates.
 */
export function closeSummary({ network, dates, late }: LatePass, summary: number): void {
  const { childOffsets, children, calendars, calendarOf } = network;
  const { bindStart, worked, LS, LF, float, critical } = late;
  let start = NEVER;
  let finish = Number.NEGATIVE_INFINITY;
  const last = childOffsets[summary + 1]!;
  for (let c = childOffsets[summary]!; c < last; c++) {
    const child = children[c]!;
    if (bindStart[child]! < bindStart[summary]!) bindStart[summary] = bindStart[child]!;
    if (LS[child]! < start) start = LS[child]!;
    if (LF[child]! > finish) finish = LF[child]!;
    if (float[child]! < float[summary]!) float[summary] = float[child]!;
    if (critical[child] === 1) critical[summary] = 1;
  }
  const isNever = dates.EF[summary] === NEVER;
  LS[summary] = isNever || start === NEVER ? Number.NaN : start;
  LF[summary] = isNever || finish === Number.NEGATIVE_INFINITY ? Number.NaN : finish;
  if (float[summary] === NEVER) float[summary] = Number.NaN;
  worked[2 * summary] = workedAt(calendars[calendarOf[summary]!]!, bindStart[summary]!);
}
