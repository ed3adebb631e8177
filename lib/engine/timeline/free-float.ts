import type { CompiledCalendar } from '../calendar/compile-calendar';
import { BOUNDARY_TOLERANCE_DAYS, finishAt, Place, placeOf, startAt, workedAt } from '../calendar/work-time';
import { limitBeforeLag } from './lagged';
import { latestFinish } from './latest-finish';
import { LinkBit, type Network, TaskState, type TimelineInputs } from './network-types';
import { isMilestone, type Timeline } from './timeline-types';

const NEVER = Number.POSITIVE_INFINITY;

/**
 * Free float by task (working days; NaN where there is none): the largest delay that moves no successor's ES or EF, at
 * most up to the project's finish, never below 0. A pinned successor counts as if not pinned; started, finished and
 * never-finished ones are left out. From `timeline.first`; fills `freeFloat`, and overwrites what the backward pass keeps on its way.
 */
export function freeFloatPass(network: Network, inputs: TimelineInputs, timeline: Timeline): void {
  const { taskCount, parent, steps } = network;
  const { EF } = timeline.first;
  const { bindStart, bindFinish, handedFinish, handedStart } = timeline.latePass.late;
  const projectFinish = latestFinish(timeline);
  for (let step = steps.length - 1; step >= 0; step--) {
    const i = steps[step]!;
    if (i >= taskCount) {
      const over = parent[i - taskCount]!;
      if (over >= 0) bindStart[over] = Math.min(bindStart[over]!, bindStart[i - taskCount]!);
      continue;
    }
    const limits = successorLimits(network, inputs, timeline, i);
    timeline.freeFloat[i] = Number.NaN;
    if (network.state[i] === TaskState.summary) {
      const slip = inputs.stall[i]!;
      handedFinish[i] = limits.finish - slip;
      handedStart[i] = limits.start;
      bindStart[i] = NEVER;
      bindFinish[i] = EF[i]! - slip;
      continue;
    }
    const isLive = network.state[i]! < TaskState.started && EF[i] !== NEVER;
    bindStart[i] = isLive ? logicStart(network, timeline, i) : NEVER;
    bindFinish[i] = isLive ? latestUnmovedFinish(network, inputs, timeline, i) : NEVER;
    const above = parent[i]!;
    if (above >= 0) bindStart[above] = Math.min(bindStart[above]!, bindStart[i]!);
    if (network.state[i] === TaskState.finished || EF[i] === NEVER) continue;
    timeline.freeFloat[i] = delayWithin(network, timeline, i, { ...limits, projectFinish });
  }
}

function isPinned(network: Network, i: number): boolean {
  return network.state[i] === TaskState.pinnedStart || network.state[i] === TaskState.pinnedFinish;
}

function logicStart(network: Network, { first }: Timeline, i: number): number {
  return isPinned(network, i) ? first.unpinnedStart[i]! : first.ES[i]!;
}

/** Up to where a finish bound may come without moving the task. */
function latestUnmovedFinish(network: Network, inputs: TimelineInputs, { first }: Timeline, i: number): number {
  const finish = isPinned(network, i) ? first.unpinnedFinish[i]! : first.EF[i]! - inputs.stall[i]!;
  if (isMilestone(first.form[i]!)) return finish;
  const calendar = network.calendars[network.calendarOf[i]!]!;
  return startAt(calendar, workedAt(calendar, finish));
}

function successorLimits(network: Network, inputs: TimelineInputs, timeline: Timeline, i: number) {
  const { offsets, other, kind: kinds, link: links } = network.linksOut;
  const { bindStart, bindFinish, handedFinish, handedStart } = timeline.latePass.late;
  let finish = NEVER;
  let start = NEVER;
  for (let k = offsets[i]!; k < offsets[i + 1]!; k++) {
    const kind = kinds[k]!;
    const to = other[k]!;
    const bind = (kind & LinkBit.toFinish) === 0 ? bindStart[to]! : bindFinish[to]!;
    const calendar = network.calendars[network.calendarOf[to]!]!;
    const t = limitBeforeLag(bind, inputs.lag[links[k]!]!, kind, calendar);
    if ((kind & LinkBit.fromStart) === 0) finish = Math.min(finish, t);
    else start = Math.min(start, t);
  }
  const above = network.parent[i]!;
  if (above >= 0) {
    finish = Math.min(finish, handedFinish[above]!);
    const { ES } = timeline.first;
    if (ES[i]! <= ES[above]! + BOUNDARY_TOLERANCE_DAYS) start = Math.min(start, handedStart[above]!);
  }
  return { start, finish };
}

interface Limits {
  readonly start: number;
  readonly finish: number;
  readonly projectFinish: number;
}

function delayWithin(network: Network, timeline: Timeline, i: number, limits: Limits): number {
  const { ES, EF, form } = timeline.first;
  const calendar: CompiledCalendar = network.calendars[network.calendarOf[i]!]!;
  const onFinish = Math.min(limits.finish, limits.projectFinish);
  let delay = workedAt(calendar, reachable(calendar, onFinish, form[i]!)) - workedAt(calendar, EF[i]!);
  if (network.state[i] !== TaskState.started && limits.start !== NEVER)
    delay = Math.min(delay, workedAt(calendar, limits.start) - workedAt(calendar, ES[i]!));
  return Math.max(0, delay / calendar.workedPerDay);
}

function reachable(calendar: CompiledCalendar, limit: number, form: number): number {
  const isInGap = isMilestone(form) && placeOf(calendar, limit) === Place.gap;
  return isInGap ? finishAt(calendar, workedAt(calendar, limit)) : limit;
}
