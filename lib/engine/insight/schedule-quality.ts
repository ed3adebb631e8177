import type { Link, Task } from '../../scenario/document';
import { dayNumber } from '../calendar/day-number';
import { quantitySampler } from '../distributions/quantity-sampler';
import { linkId } from '../inputs/list-inputs';
import type { FutureResult } from '../results/result-types';
import type { CompiledScenario } from '../types';
import { dayOf, judged, type QualityCheck, type QualityCheckId, type Scope, SLACK_DAYS } from './quality-check';
import { againstBaseline, criticalPathLength, criticalPathTest } from './schedule-against-plan';

export type { QualityCheck, QualityCheckId } from './quality-check';

/** Working days: two months of work, beyond which float or duration asks for a reason. */
const HIGH_DAYS = 44;
const HARD: readonly string[] = ['MSO', 'MFO', 'SNLT', 'FNLT'];

/**
 * The quality of the plan's schedule, in the manner of the 14 points of the DCMA assessment: thresholds as published
 * (5 % of the open tasks or links, 90 % finish-to-start, no lead, no negative float, no invalid date, 44 working days,
 * 0.95 for CPLI and BEI). Left out: point 10, resources, of which the model has none. Summaries are not counted; a link
 * into or out of a summary counts for the tasks under it. Missed tasks and BEI need a baseline and a status date.
 *
 * Source: Defense Contract Management Agency, DCMA-EA PAM 200.1, Earned Value Management System Program Analysis
 * Pamphlet (October 2012), section 4.
 */
export function scheduleQuality(scenario: CompiledScenario): QualityCheck[] {
  const { document } = scenario;
  const plan = scenario.runPlan();
  const tasks = document.tasks ?? [];
  const parents = new Set(tasks.map(({ parent }) => parent));
  const open = tasks.filter(({ id, actualFinish }) => !parents.has(id) && actualFinish === undefined);
  const now = document.statusDate === undefined ? Number.NEGATIVE_INFINITY : dayNumber(document.statusDate, 'finish');
  const scope: Scope = { document, plan, tasks, links: document.links ?? [], open, now };
  return [
    missingLogic(scope),
    linksThat(scope, 'leads', 'Links with a lead: a successor that begins before its predecessor is done.', 0, isLead),
    linksThat(scope, 'lags', 'Links with a lag: waiting that no task explains.', 0.05, isLag),
    finishToStart(scope),
    tasksThat(
      scope,
      'hard-constraints',
      'Tasks pinned or bounded late by a date, which logic cannot move.',
      0.05,
      (task) => HARD.includes(task.constraint?.type ?? ''),
    ),
    tasksThat(scope, 'high-float', `Tasks with more than ${HIGH_DAYS} working days of total float.`, 0.05, ({ id }) =>
      floatOf(plan, id, (float) => float > HIGH_DAYS),
    ),
    tasksThat(scope, 'negative-float', 'Tasks with negative float: their dates cannot all be kept.', 0, ({ id }) =>
      floatOf(plan, id, (float) => float < -SLACK_DAYS),
    ),
    tasksThat(scope, 'high-duration', `Tasks with more than ${HIGH_DAYS} working days of work.`, 0.05, ({ id }) => {
      return (plan.tasks[id]?.work ?? 0) > HIGH_DAYS;
    }),
    invalidDates(scope),
    ...againstBaseline(scope),
    criticalPathTest(scope, scenario),
    criticalPathLength(scope),
  ];
}

function tasksThat(
  { open }: Scope,
  id: QualityCheckId,
  sentence: string,
  threshold: number,
  fails: (task: Task) => boolean,
): QualityCheck {
  const failing = open.filter(fails).map((task) => task.id);
  const value = open.length > 0 ? failing.length / open.length : null;
  return judged({ id, sentence, value, unit: 'share', op: '<=', threshold, tasks: failing });
}

function floatOf(plan: FutureResult, id: string, holds: (workingDays: number) => boolean): boolean {
  const float = plan.tasks[id]?.totalFloat ?? null;
  return float !== null && holds(float);
}

/** Open tasks without a predecessor or without a successor, own or of a summary above them. */
function missingLogic(scope: Scope): QualityCheck {
  const parentOf = new Map(scope.tasks.map(({ id, parent }) => [id, parent]));
  const into = new Set(scope.links.map(({ to }) => to));
  const outOf = new Set(scope.links.map(({ from }) => from));
  const linked = (id: string, ends: ReadonlySet<string>) => {
    for (let at: string | undefined = id; at !== undefined; at = parentOf.get(at)) if (ends.has(at)) return true;
    return false;
  };
  const sentence = 'Tasks without a predecessor or without a successor. A start and an end of the plan are no fault.';
  return tasksThat(scope, 'logic', sentence, 0.05, ({ id }) => !linked(id, into) || !linked(id, outOf));
}

/** The lag of a link in the plan. */
function lagOf({ lag = 0 }: Link): number {
  return quantitySampler(lag).central;
}

function isLead(link: Link): boolean {
  return lagOf(link) < 0;
}

function isLag(link: Link): boolean {
  return lagOf(link) > 0;
}

/** Links into tasks that are not finished: those that still decide something. */
function openLinks({ links, tasks }: Scope): Link[] {
  const finished = new Set(tasks.filter(({ actualFinish }) => actualFinish !== undefined).map(({ id }) => id));
  return links.filter(({ to }) => !finished.has(to));
}

function linksThat(
  scope: Scope,
  id: QualityCheckId,
  sentence: string,
  threshold: number,
  fails: (link: Link) => boolean,
): QualityCheck {
  const all = openLinks(scope);
  const failing = all.filter(fails);
  return judged({
    id,
    sentence,
    value: all.length > 0 ? failing.length / all.length : null,
    unit: 'share',
    op: '<=',
    threshold,
    tasks: [...new Set(failing.map(({ to }) => to))],
    links: failing.map(linkId),
  });
}

function finishToStart(scope: Scope): QualityCheck {
  const all = openLinks(scope);
  const others = all.filter(({ type = 'FS' }) => type !== 'FS');
  return judged({
    id: 'finish-start',
    sentence: 'Links that are finish-to-start, the clearest kind.',
    value: all.length > 0 ? (all.length - others.length) / all.length : null,
    unit: 'share',
    op: '>=',
    threshold: 0.9,
    tasks: [...new Set(others.map(({ to }) => to))],
    links: others.map(linkId),
  });
}

/** Actual dates after the status date, and planned dates before it. */
function invalidDates(scope: Scope): QualityCheck {
  const { tasks, plan, now } = scope;
  const dated = scope.document.statusDate !== undefined;
  const parents = new Set(tasks.map(({ parent }) => parent));
  const failing = tasks.filter(({ id, actualStart, actualFinish }) => {
    if (!dated || parents.has(id)) return false;
    if (actualStart !== undefined && dayNumber(actualStart, 'start') > now + SLACK_DAYS) return true;
    if (actualFinish !== undefined) return dayNumber(actualFinish, 'finish') > now + SLACK_DAYS;
    const finishes = dayOf(plan.tasks[id]?.EF);
    const starts = dayOf(plan.tasks[id]?.ES);
    return finishes < now - SLACK_DAYS || (actualStart === undefined && starts < now - SLACK_DAYS);
  });
  return judged({
    id: 'invalid-dates',
    sentence: 'Tasks done after the status date, or still to be done before it.',
    value: dated ? failing.length : null,
    unit: 'count',
    op: '<=',
    threshold: 0,
    tasks: failing.map(({ id }) => id),
  });
}
