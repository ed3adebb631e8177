import type { Link, ScenarioDocument, Task } from '../../scenario/document';
import { compileCalendar } from '../calendar/compile-calendar';
import { dayNumber } from '../calendar/day-number';
import { workTime } from '../calendar/work-time';
import { quantitySampler } from '../distributions/quantity-sampler';
import { linkId } from '../inputs/list-inputs';
import type { FutureResult, Instant } from '../results/result-types';
import { openScenario } from '../run-scenario';
import type { CompiledScenario } from '../types';

export type QualityCheckId =
  | 'logic'
  | 'leads'
  | 'lags'
  | 'finish-start'
  | 'hard-constraints'
  | 'high-float'
  | 'negative-float'
  | 'high-duration'
  | 'invalid-dates'
  | 'missed-tasks'
  | 'critical-path'
  | 'cpli'
  | 'bei';

/** One check of the quality of a schedule. */
export interface QualityCheck {
  readonly id: QualityCheckId;
  /** What is counted, in a sentence. */
  readonly sentence: string;
  /** A share, or a ratio or a count, as `unit` says; null where there is nothing to measure. */
  readonly value: number | null;
  readonly unit: 'share' | 'count' | 'ratio';
  readonly op: '<=' | '>=';
  readonly threshold: number;
  /** Null where there is nothing to measure. */
  readonly pass: boolean | null;
  /** Tasks that count against it, and links where links are counted. */
  readonly tasks: readonly string[];
  readonly links?: readonly string[];
}

/** Working days: two months of work, beyond which float or duration asks for a reason. */
const HIGH_DAYS = 44;
/** Delay of the critical path test in working days. */
const TEST_DELAY_DAYS = 600;
const SLACK_DAYS = 1e-9;
const HARD: readonly string[] = ['MSO', 'MFO', 'SNLT', 'FNLT'];

interface Scope {
  readonly document: ScenarioDocument;
  readonly plan: FutureResult;
  readonly tasks: readonly Task[];
  readonly links: readonly Link[];
  /** Tasks that are neither summaries nor finished. */
  readonly open: readonly Task[];
  /** `now`: the status date, or -Infinity. */
  readonly now: number;
}

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

function judged(check: Omit<QualityCheck, 'pass'>): QualityCheck {
  const { value, op, threshold } = check;
  if (value === null) return { ...check, pass: null };
  return { ...check, pass: op === '<=' ? value <= threshold : value >= threshold };
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

function dayOf(instant: Instant | undefined): number {
  return instant === undefined || instant === 'never' ? Number.POSITIVE_INFINITY : instant.day;
}

/** Point 11: tasks due by the baseline that are late or not done; point 14 (BEI): done against due. */
function againstBaseline({ document, tasks, now, plan }: Scope): QualityCheck[] {
  const baseline = document.meta?.baseline;
  const parents = new Set(tasks.map(({ parent }) => parent));
  const measured = baseline !== undefined && document.statusDate !== undefined;
  const planned = measured ? baselinePlan(document) : null;
  const due = tasks.filter(({ id }) => !parents.has(id) && planned !== null && dayOf(planned.tasks[id]?.EF) <= now);
  const late = due.filter(({ id, actualFinish }) => {
    const slack = SLACK_DAYS + dayOf(planned?.tasks[id]?.EF);
    return actualFinish === undefined || dayOf(plan.tasks[id]?.EF) > slack;
  });
  const done = tasks.filter(({ id, actualFinish }) => !parents.has(id) && actualFinish !== undefined);
  const undone = due.filter(({ actualFinish }) => actualFinish === undefined);
  return [
    judged({
      id: 'missed-tasks',
      sentence: 'Tasks due by the baseline that finished late or have not.',
      value: due.length > 0 ? late.length / due.length : null,
      unit: 'share',
      op: '<=',
      threshold: 0.05,
      tasks: late.map(({ id }) => id),
    }),
    judged({
      id: 'bei',
      sentence: 'Baseline execution index: tasks done for each task due by the baseline.',
      value: due.length > 0 ? done.length / due.length : null,
      unit: 'ratio',
      op: '>=',
      threshold: 0.95,
      tasks: undone.map(({ id }) => id),
    }),
  ];
}

/** The plan of the baseline: its tasks, links and calendars alone. */
function baselinePlan(document: ScenarioDocument): FutureResult | null {
  const baseline = document.meta?.baseline;
  if (baseline === undefined) return null;
  const { schemaVersion, name, currency, horizon, projectStart } = document;
  const { tasks, links, calendars = document.calendars } = baseline;
  const alone = { schemaVersion, name, currency, horizon, projectStart, tasks, links, calendars };
  return openScenario(alone, { documentHash: '' }).runPlan();
}

/** Point 12: a long delay of a task on the driving path must move the end of the project with it. */
function criticalPathTest({ plan, open, document }: Scope, scenario: CompiledScenario): QualityCheck {
  const sentence = `Days that the project's finish moves for each day of a ${TEST_DELAY_DAYS}-day delay on the critical path.`;
  const base = { id: 'critical-path', sentence, unit: 'ratio', op: '>=', threshold: 0.95 } as const;
  const candidates = open.filter(({ id, duration }) => plan.tasks[id]?.critical === true && duration !== undefined);
  const tested = candidates.find(({ actualStart, id }) => actualStart === undefined && (plan.tasks[id]?.work ?? 0) > 0);
  const finish = dayOf(plan.projectFinish);
  if (tested === undefined || !Number.isFinite(finish)) return judged({ ...base, value: null, tasks: [] });
  const moves = [{ path: `tasks/${tested.id}/duration`, offset: TEST_DELAY_DAYS }];
  const delayed = openScenario(document, { documentHash: scenario.documentHash, moves }).runPlan();
  const byTask = dayOf(delayed.tasks[tested.id]?.EF) - dayOf(plan.tasks[tested.id]?.EF);
  const byProject = dayOf(delayed.projectFinish) - finish;
  const value = byTask > 0 && Number.isFinite(byProject) ? byProject / byTask : null;
  const fails = value !== null && value < base.threshold;
  return judged({ ...base, value, tasks: fails ? [tested.id] : [] });
}

/** Point 13: (length of the critical path + its float) / its length, in working days of the first calendar. */
function criticalPathLength({ plan, document, open, now }: Scope): QualityCheck {
  const finish = dayOf(plan.projectFinish);
  const starts = open.map(({ id }) => dayOf(plan.tasks[id]?.ES));
  const from = Math.max(now, Math.min(...starts));
  const last = open.filter(({ id }) => Math.abs(dayOf(plan.tasks[id]?.EF) - finish) <= SLACK_DAYS);
  const floats = last.flatMap(({ id }) => plan.tasks[id]?.totalFloat ?? []);
  const calendar = compileCalendar(document.calendars?.[0]);
  const measurable = floats.length > 0 && Number.isFinite(finish) && Number.isFinite(from);
  const length = measurable ? workTime(calendar, finish) - workTime(calendar, from) : 0;
  const value = length > 0 ? (length + Math.min(...floats)) / length : null;
  const short = value !== null && value < 0.95;
  return judged({
    id: 'cpli',
    sentence: 'Critical path length index: what there is of time for each day that the critical path needs.',
    value,
    unit: 'ratio',
    op: '>=',
    threshold: 0.95,
    tasks: short ? last.map(({ id }) => id) : [],
  });
}
