import { BOUNDARY_TOLERANCE_DAYS, finishAt, Place, placeOf, startAt, workedAt } from '../calendar/work-time';
import { FLOAT_TOLERANCE_DAYS } from './float-tolerance';
import { limitBeforeLag } from './lagged';
import { openSummary } from './limit-summary';
import { LinkBit, TaskState } from './network-types';
import { DateForm, isMilestone, type LatePass } from './timeline-types';

const NEVER = Number.POSITIVE_INFINITY;
const EPS = BOUNDARY_TOLERANCE_DAYS;

/** The limits that links put on one task, and what it hands down or reports: all that is no plain task with work. */
export function limitOther(pass: LatePass, i: number): void {
  const { network, dates, late } = pass;
  const { offsets, other, kind: kinds, link: links } = network.linksOut;
  const { bindStart, bindFinish, handedLinkFinish, handedFinish, handedStart } = late;
  let linkFinish = NEVER;
  let linkStart = NEVER;
  const until = offsets[i + 1]!;
  for (let k = offsets[i]!; k < until; k++) {
    const kind = kinds[k]!;
    const to = other[k]!;
    const calendar = network.calendars[network.calendarOf[to]!]!;
    let bind = bindStart[to]!;
    if ((kind & LinkBit.toFinish) !== 0) {
      // That of a task with work is kept in worked days only.
      bind = dates.form[to] === DateForm.task ? startAt(calendar, late.worked[2 * to + 1]!) : bindFinish[to]!;
    }
    const t = limitBeforeLag(bind, pass.inputs.lag[links[k]!]!, kind, calendar);
    if ((kind & LinkBit.fromStart) === 0) linkFinish = Math.min(linkFinish, t);
    else linkStart = Math.min(linkStart, t);
  }
  let limit = Math.min(pass.limits[2 * i]!, pass.projectFinish);
  const above = network.parent[i]!;
  if (above >= 0) {
    linkFinish = Math.min(linkFinish, handedLinkFinish[above]!);
    limit = Math.min(limit, handedFinish[above]!);
    if (dates.ES[i]! <= dates.ES[above]! + EPS) linkStart = Math.min(linkStart, handedStart[above]!);
  }
  const isSummary = network.state[i] === TaskState.summary;
  if (network.state[i] === TaskState.started) linkStart = NEVER;
  if (pass.hasOwnEnds && !isSummary && linkFinish === NEVER && linkStart === NEVER) linkFinish = dates.EF[i]!;
  limit = Math.min(limit, linkFinish);
  if (isSummary) openSummary(pass, i, linkFinish, limit, linkStart);
  else limitTask(pass, i, limit, linkStart);
}

function limitTask(pass: LatePass, i: number, limit: number, linkStart: number): void {
  const { network, dates, late } = pass;
  const { EF, ES } = dates;
  const state = network.state[i]!;
  const calendar = network.calendars[network.calendarOf[i]!]!;
  late.bindStart[i] = NEVER;
  late.bindFinish[i] = NEVER;
  late.worked[2 * i] = NEVER;
  late.worked[2 * i + 1] = NEVER;
  const isNever = EF[i] === NEVER;
  if (isNever || state === TaskState.finished) {
    late.LS[i] = isNever ? Number.NaN : ES[i]!;
    late.LF[i] = isNever ? Number.NaN : EF[i]!;
    late.float[i] = Number.NaN;
    late.critical[i] = 0;
  } else {
    if (state === TaskState.started) {
      late.LS[i] = ES[i]!;
      late.LF[i] = finishAt(calendar, workedAt(calendar, limit));
    } else {
      // Own late bounds and pins beside the limits of links.
      const pin = pass.hasPins ? state : TaskState.open;
      const onFinish = pin === TaskState.pinnedFinish ? Math.min(limit, EF[i]!) : limit;
      const ownStart = pin === TaskState.pinnedStart ? ES[i]! : NEVER;
      const onStart = Math.min(linkStart, pass.limits[2 * i + 1]!, ownStart);
      if (isMilestone(dates.form[i]!)) limitMilestone(pass, i, onFinish, onStart);
      else limitWork(pass, i, onFinish, onStart);
    }
    late.float[i] = (workedAt(calendar, late.LF[i]!) - dates.worked[2 * i + 1]!) / calendar.workedPerDay;
    late.critical[i] = late.float[i]! <= FLOAT_TOLERANCE_DAYS ? 1 : 0;
  }
}

/** One late date, in the form of its own; predecessors are bound by the limit where the milestone can lie on it. */
function limitMilestone(pass: LatePass, i: number, onFinish: number, onStart: number): void {
  const { network, dates, late } = pass;
  const calendar = network.calendars[network.calendarOf[i]!]!;
  const slip = pass.inputs.stall[i]!;
  const limit = Math.min(onFinish - slip, onStart);
  const worked = workedAt(calendar, limit);
  const end = finishAt(calendar, worked);
  const bind = placeOf(calendar, limit) === Place.gap ? end : limit;
  late.bindStart[i] = bind;
  late.bindFinish[i] = bind;
  late.worked[2 * i] = worked;
  late.worked[2 * i + 1] = worked;
  late.LS[i] = dates.form[i] === DateForm.finishMilestone ? end : startAt(calendar, worked);
  late.LF[i] = late.LS[i]! + slip;
}

/**
 * A task with work, whatever meets in it: the plain twin of the loop in `late-dates.ts`. A stalled build has
 * LS = subtract(LF - stall, work), so that what leads to it drives as it does.
 */
function limitWork(pass: LatePass, i: number, onFinish: number, onStart: number): void {
  const { network, late, inputs } = pass;
  const calendar = network.calendars[network.calendarOf[i]!]!;
  const slip = inputs.stall[i]!;
  const duration = inputs.work[i]! * calendar.workedPerDay;
  late.LF[i] = finishAt(calendar, workedAt(calendar, onFinish));
  let worked = workedAt(calendar, late.LF[i]! - slip);
  const byStart = workedAt(calendar, onStart) + duration;
  if (byStart < worked) {
    worked = byStart;
    late.LF[i] = finishAt(calendar, worked) + slip;
  }
  late.LS[i] = startAt(calendar, worked - duration);
  late.bindStart[i] = late.LS[i]!;
  late.bindFinish[i] = startAt(calendar, worked);
  late.worked[2 * i] = worked - duration;
  late.worked[2 * i + 1] = worked;
}
