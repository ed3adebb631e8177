import type { Model } from '../compile/model';
import type { f64, i32 } from '../kernel/number-types';
import { reschedule } from '../timeline/schedule';
import { beginLine } from './month-capacity';
import { FIELD } from './month-fields';
import { NOW } from './month-now';
import type { TrialState } from './trial-state';

/** What is not built yet counts as nothing at or below this share of a line. */
export const DONE_TOLERANCE = 1e-9;
/** A payment of at least this share of what is due is the whole of it. */
const PAID_IN_FULL = 1 - 1e-9;
/** What is left of a build may begin so much before the next month by rounding alone, days. */
const BEGIN_TOLERANCE_DAYS = 1e-9;
/** Months that a loading must have been too low before a further line is held. */
const HOLD_MONTHS = 6;

/** Sets what is built of each line before the first month: that part is paid and neither reported nor depreciated. */
export function startBuilds(model: Model, state: TrialState): void {
  const { ES, EF } = state.timeline;
  const { built, stall, capexPaid, ready, readyPast } = state.lines;
  const begin = model.months.start[0]!;
  for (let l = 0; l < model.lines.length; l++) {
    const build = model.lines[l]!.buildTask;
    const start = ES[build]!;
    const finish = EF[build]!;
    stall[l] = 0;
    capexPaid[l] = 0;
    ready[l] = Number.POSITIVE_INFINITY;
    readyPast[l] = 0;
    if (finish < begin || (finish === begin && start < finish)) built[l] = 1;
    else if (finish === Number.POSITIVE_INFINITY || start >= begin) built[l] = 0;
    else built[l] = (begin - start) / (finish - start);
  }
}

/**
 * One month of building, line by line in list order: what falls due, what is paid, what has to wait. A stall delays
 * the build's finish and everything after it; the timeline is brought up to date once all lines are done.
 */
export function buildMonth(model: Model, state: TrialState, month: i32): void {
  state.now[NOW.moved] = 0;
  if (state.now[NOW.nextBuild]! >= model.months.end[month]!) return;
  const { timeline, timelineInputs, lines, now } = state;
  const { ES, EF } = timeline;
  const buildStall = timelineInputs.stall;
  const a = model.months.start[month]!;
  const b = model.months.end[month]!;
  let grown = false;
  let next = Number.POSITIVE_INFINITY;
  for (let l = 0; l < model.lines.length; l++) {
    const line = model.lines[l]!;
    const left = 1 - lines.built[l]!;
    const finish = EF[line.buildTask]!;
    if (left <= DONE_TOLERANCE || finish === Number.POSITIVE_INFINITY) continue;
    const start = ES[line.buildTask]!;
    const delay = buildStall[line.buildTask]!;
    const length = finish - delay - start;
    const begin = finish - left * length;
    if (begin >= b) {
      next = Math.min(next, begin);
      continue;
    }
    // A build without length falls due all at once, in the month of its finish.
    const due =
      length > 0
        ? Math.min(left, Math.max(0, Math.min(b, finish) - Math.max(a, begin)) / length)
        : finish < b
          ? left
          : 0;
    const cost = due * lines.capex[l]!;
    let paidShare: f64 = 1;
    let held = false;
    if (due > 0 && !line.buildFinished) {
      held = line.commercial && lines.built[l] === 0 && isHeld(state, month, lines.holdBelow[l]!);
      if (held) paidShare = 0;
      else if (model.funding.hard && cost > 0) {
        const affordable = Math.max(0, now[NOW.cash]! / cost);
        paidShare = affordable >= PAID_IN_FULL ? 1 : affordable;
      }
    }
    const paid = paidShare * cost;
    now[NOW.cash]! -= paid;
    now[NOW.capex]! += paid;
    lines.capexPaid[l]! += paid;
    lines.built[l]! += paidShare * due;
    const rest = 1 - lines.built[l]!;
    if (rest <= DONE_TOLERANCE) continue;
    next = b;
    if (line.buildFinished) continue;
    let stall = delay + (1 - paidShare) * due * length;
    const nextBegin = start + length + stall - rest * length;
    if (nextBegin < b - BEGIN_TOLERANCE_DAYS || (paidShare < 1 && nextBegin < b)) stall += b - nextBegin;
    if (stall > delay) {
      lines.stall[l] = stall;
      grown = true;
    }
    if (paidShare < 1 && !held) {
      now[NOW.short] = 1;
      if (line.commercial) now[NOW.commercialShort] = 1;
    }
  }
  now[NOW.nextBuild] = next;
  now[NOW.moved] = grown ? 1 : 0;
  if (grown) moveTimeline(model, state);
}

/**
 * A line of which nothing is built waits when, in each of the six months before, there was capacity, and starts over
 * them were less than `holdBelow` of it.
 */
function isHeld(state: TrialState, month: i32, holdBelow: f64): boolean {
  if (month < HOLD_MONTHS || !(holdBelow > 0)) return false;
  const { months, flows } = state;
  const count = flows.length;
  let starts: f64 = 0;
  let capacity: f64 = 0;
  for (let m = month - HOLD_MONTHS; m < month; m++) {
    const here = months[FIELD.startsCapacity * count + m]!;
    if (!(here > 0)) return false;
    capacity += here;
    starts += months[FIELD.starts * count + m]!;
  }
  return starts < holdBelow * capacity;
}

/** The finish of each build takes the largest stall of its lines; everything after it is scheduled anew. */
function moveTimeline(model: Model, state: TrialState): void {
  const { stall } = state.timelineInputs;
  for (let l = 0; l < model.lines.length; l++) {
    const line = model.lines[l]!;
    if (line.buildFinished) continue;
    stall[line.buildTask] = Math.max(stall[line.buildTask]!, state.lines.stall[l]!);
  }
  reschedule(model.network, state.timelineInputs, state.timeline);
}

/**
 * Ready days by the month's end: the build done and every requirement met. What lies before it stays. A line that
 * is not ready before the programme ends is never ready.
 */
export function judgeReadyDays(model: Model, state: TrialState, month: i32, programmeEnd: f64): void {
  const { now } = state;
  const until = model.months.end[month]!;
  if (now[NOW.moved] === 0 && now[NOW.nextReady]! >= until) return;
  const { projected, ready, readyPast, built } = state.lines;
  let next = Number.POSITIVE_INFINITY;
  for (let l = 0; l < ready.length; l++) {
    if (readyPast[l] === 1) continue;
    const day = projected[l]!;
    ready[l] = day > programmeEnd ? Number.POSITIVE_INFINITY : day;
    if (ready[l]! < until && 1 - built[l]! <= DONE_TOLERANCE) {
      readyPast[l] = 1;
      beginLine(model, state, l, month);
    } else next = Math.min(next, day);
  }
  now[NOW.nextReady] = next;
  now[NOW.sop] = earliestReady(state, ready);
}

/** The earliest ready day of a commercial line: SOP. */
export function earliestReady(state: TrialState, ready: Float64Array): f64 {
  let sop = Number.POSITIVE_INFINITY;
  for (let l = 0; l < ready.length; l++) {
    if (state.lineIsCommercial[l] === 1 && ready[l]! < sop) sop = ready[l]!;
  }
  return sop;
}

/** Ready days on the timeline in force, as if every build were done. */
export function projectReadyDays(model: Model, state: TrialState): void {
  const { EF } = state.timeline;
  const { projected } = state.lines;
  for (let l = 0; l < model.lines.length; l++) {
    const { buildTask, requires } = model.lines[l]!;
    let day = EF[buildTask]!;
    for (let r = 0; r < requires.length; r++) day = Math.max(day, EF[requires[r]!]!);
    projected[l] = day;
  }
}

/** Keeps the projected ready days as those before anything has stalled. */
export function keepReadyWithoutStalls(state: TrialState, programmeEnd: f64): void {
  const { readyNoStall, projected } = state.lines;
  for (let l = 0; l < projected.length; l++) {
    readyNoStall[l] = projected[l]! > programmeEnd ? Number.POSITIVE_INFINITY : projected[l]!;
  }
}

/** A build that is not done within the horizon leaves its line never ready. */
export function closeBuilds(model: Model, state: TrialState): void {
  const { ready, built } = state.lines;
  for (let l = 0; l < model.lines.length; l++) {
    if (1 - built[l]! > DONE_TOLERANCE) ready[l] = Number.POSITIVE_INFINITY;
  }
}
