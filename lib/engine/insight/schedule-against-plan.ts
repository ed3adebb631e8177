import type { ScenarioDocument } from '../../scenario/document';
import { compileCalendar } from '../calendar/compile-calendar';
import { workTime } from '../calendar/work-time';
import type { FutureResult } from '../results/result-types';
import { openScenario } from '../run-scenario';
import type { CompiledScenario } from '../types';
import { dayOf, judged, type QualityCheck, type Scope, SLACK_DAYS } from './quality-check';

/** Delay of the critical path test in working days. */
const TEST_DELAY_DAYS = 600;

/** Point 11: tasks due by the baseline that are late or not done; point 14 (BEI): done against due. */
export function againstBaseline({ document, tasks, now, plan }: Scope): QualityCheck[] {
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
export function criticalPathTest({ plan, open, document }: Scope, scenario: CompiledScenario): QualityCheck {
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
export function criticalPathLength({ plan, document, open, now }: Scope): QualityCheck {
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
