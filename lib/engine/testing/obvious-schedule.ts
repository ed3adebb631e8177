import type { Link, ScenarioDocument, Task } from '../../scenario/document';
import { dayNumber } from '../calendar/day-number';
import {
  type WalkingCalendar,
  walkAdd,
  walkCanLieOn,
  walkFinishRoll,
  walkIsEnd,
  walkingCalendar,
  walkStartRoll,
  walkSubtract,
  walkWork,
} from './walking-calendar';

/**
 * The slow, obvious twin of the timeline: the rules as sentences over dates, repeated until nothing changes, on
 * calendars that are walked. No order of tasks, no tables, no work time carried along. An oracle for tests.
 */
export interface ObviousInputs {
  readonly work: ArrayLike<number>;
  readonly never: ArrayLike<number>;
  readonly lag: ArrayLike<number>;
  readonly stall: ArrayLike<number>;
}

export interface ObviousTask {
  ES: number;
  EF: number;
  LS: number;
  LF: number;
  totalFloat: number;
  freeFloat: number;
  drivingFloat: number;
}

const NEVER = Number.POSITIVE_INFINITY;
const NONE = Number.NEGATIVE_INFINITY;
const EPS = 1e-9;

type Form = 'task' | 'finish' | 'start';

/** What the twin keeps of one task while it repeats. */
interface Entry {
  readonly task: Task;
  readonly index: number;
  readonly calendar: WalkingCalendar;
  readonly children: Entry[];
  parent: Entry | undefined;
  readonly linksIn: { link: Link; index: number; from: Entry }[];
  readonly linksOut: { link: Link; index: number; to: Entry }[];
  form: Form;
  ES: number;
  EF: number;
  logicStart: number;
  logicFinish: number;
  isSetByLink: boolean;
  /** Limits: on the finish by links, by all; on the start by links. And what predecessors are bound by. */
  linkFinish: number;
  finishLimit: number;
  linkStart: number;
  bindStart: number;
  bindFinish: number;
}

type Status = 'open' | 'started' | 'finished' | 'summary';

function status({ task, children }: Entry): Status {
  if (children.length > 0) return 'summary';
  if (task.actualStart === undefined) return 'open';
  return task.actualFinish === undefined ? 'started' : 'finished';
}

function date(task: Task, type: string, edge: 'start' | 'finish'): number | undefined {
  return task.constraint?.type === type ? dayNumber(task.constraint.date!, edge) : undefined;
}

function readEntries(document: ScenarioDocument): Entry[] {
  const calendars = new Map((document.calendars ?? []).map((calendar) => [calendar.id, walkingCalendar(calendar)]));
  const first = [...calendars.values()][0] ?? walkingCalendar({ id: '', name: '', workWeek: [1, 2, 3, 4, 5] });
  const entries = (document.tasks ?? []).map(
    (task, index): Entry => ({
      task,
      index,
      calendar: calendars.get(task.calendar ?? '') ?? first,
      children: [],
      parent: undefined,
      linksIn: [],
      linksOut: [],
      form: 'task',
      ES: NONE,
      EF: NONE,
      logicStart: NONE,
      logicFinish: NONE,
      isSetByLink: false,
      linkFinish: NEVER,
      finishLimit: NEVER,
      linkStart: NEVER,
      bindStart: NEVER,
      bindFinish: NEVER,
    }),
  );
  const byId = new Map(entries.map((entry) => [entry.task.id, entry]));
  for (const entry of entries) {
    entry.parent = byId.get(entry.task.parent ?? '');
    entry.parent?.children.push(entry);
  }
  (document.links ?? []).forEach((link, index) => {
    const from = byId.get(link.from)!;
    const to = byId.get(link.to)!;
    to.linksIn.push({ link, index, from });
    from.linksOut.push({ link, index, to });
  });
  return entries;
}

function withLag(t: number, lag: number, link: Link, calendar: WalkingCalendar): number {
  if (lag === 0 || !Number.isFinite(t)) return t;
  if (link.lagUnit === 'elapsed') return t + lag;
  return lag > 0 ? walkAdd(calendar, t, lag) : walkSubtract(calendar, t, -lag);
}

function forward(document: ScenarioDocument, entries: Entry[], inputs: ObviousInputs, late: Map<Entry, number>): void {
  for (const entry of entries) {
    entry.ES = NONE;
    entry.EF = NONE;
  }
  for (let round = 0; round <= 2 * entries.length; round++)
    for (const entry of entries) forwardOne(document, entry, inputs, late.get(entry));
}

/** Links of the task and of the summaries above it that bind its start, and its own that bind its finish. */
function boundsOn(entry: Entry, inputs: ObviousInputs) {
  const starts: { t: number; finishLike: boolean }[] = [];
  const finishes: { t: number; finishLike: boolean }[] = [];
  for (let at: Entry | undefined = entry; at !== undefined; at = at.parent) {
    for (const { link, index, from } of at.linksIn) {
      const type = link.type ?? 'FS';
      const t = withLag(type[0] === 'F' ? from.EF : from.ES, inputs.lag[index]!, link, at.calendar);
      if (type[1] === 'S') starts.push({ t, finishLike: type === 'FS' });
      else if (at === entry) finishes.push({ t, finishLike: type === 'FF' });
    }
    const snet = date(at.task, 'SNET', 'start');
    if (snet !== undefined) starts.push({ t: snet, finishLike: false });
  }
  const fnet = date(entry.task, 'FNET', 'finish');
  if (fnet !== undefined) finishes.push({ t: fnet, finishLike: true });
  return { starts, finishes };
}

function forwardOne(document: ScenarioDocument, entry: Entry, inputs: ObviousInputs, lateStart?: number): void {
  const { task, index, calendar } = entry;
  const stall = inputs.stall[index]!;
  const work = inputs.work[index]!;
  const what = status(entry);
  const statusDay = document.statusDate === undefined ? NONE : dayNumber(document.statusDate, 'finish');
  const { starts, finishes } = boundsOn(entry, inputs);
  if (what === 'summary') {
    const lastChild = Math.max(...entry.children.map((child) => child.EF));
    const byLink = Math.max(NONE, ...finishes.map(({ t }) => t));
    entry.isSetByLink = byLink > lastChild + EPS;
    entry.ES = Math.min(...entry.children.map((child) => child.ES));
    entry.EF = Math.max(lastChild, byLink) + stall;
    return;
  }
  entry.form = 'task';
  if (what === 'finished') {
    entry.ES = dayNumber(task.actualStart!, 'start');
    entry.EF = dayNumber(task.actualFinish!, 'finish');
    return;
  }
  if (what === 'started') {
    entry.ES = dayNumber(task.actualStart!, 'start');
    const isMilestone = task.duration === 0 && work === 0;
    entry.EF = (isMilestone ? entry.ES : walkAdd(calendar, Math.max(entry.ES, statusDay), work)) + stall;
    if (inputs.never[index] === 1) entry.EF = NEVER;
    return;
  }
  starts.push({ t: dayNumber(document.projectStart ?? `${document.horizon.start}-01`, 'start'), finishLike: false });
  starts.push({ t: statusDay, finishLike: false });
  if (lateStart !== undefined) starts.push({ t: lateStart, finishLike: false });
  const all = [...starts, ...finishes];
  if (all.some(({ t }) => t === NEVER)) {
    entry.logicStart = NEVER;
    entry.logicFinish = NEVER;
  } else if (work > 0) {
    const wished = [
      ...starts.map(({ t }) => t),
      ...finishes.filter(({ t }) => t !== NONE).map(({ t }) => walkSubtract(calendar, t, work)),
    ];
    entry.logicStart = walkStartRoll(calendar, Math.max(...wished));
    entry.logicFinish = walkAdd(calendar, entry.logicStart, work);
  } else {
    const t = Math.max(...all.map((bound) => bound.t));
    const isFinish = all.some((bound) => bound.finishLike && bound.t >= t - EPS) && walkIsEnd(calendar, t);
    entry.form = isFinish ? 'finish' : 'start';
    entry.logicStart = isFinish ? t : walkStartRoll(calendar, t);
    entry.logicFinish = entry.logicStart;
  }
  pin(entry, work);
  entry.EF += stall;
  if (inputs.never[index] === 1) entry.EF = NEVER;
}

function pin(entry: Entry, work: number): void {
  const { calendar, task } = entry;
  const mso = date(task, 'MSO', 'start');
  const mfo = date(task, 'MFO', 'finish');
  entry.ES = entry.logicStart;
  entry.EF = entry.logicFinish;
  if (mso !== undefined) {
    entry.ES = walkStartRoll(calendar, mso);
    entry.EF = work > 0 ? walkAdd(calendar, entry.ES, work) : entry.ES;
    if (work === 0) entry.form = 'start';
  } else if (mfo !== undefined) {
    entry.EF = walkFinishRoll(calendar, mfo);
    entry.ES = work > 0 ? walkSubtract(calendar, entry.EF, work) : entry.EF;
    if (work === 0) entry.form = 'finish';
  }
}

interface BackwardRules {
  /** The date that everything must keep; Infinity: none. */
  readonly projectFinish: number;
  readonly hasOwnEnds: boolean;
  /** Late bounds and pins count. */
  readonly hasBounds: boolean;
  readonly focus: Entry | undefined;
}

function latestBefore(limit: number, lag: number, link: Link, calendar: WalkingCalendar): number {
  if (lag === 0 || limit === NEVER) return limit;
  if (link.lagUnit === 'elapsed') return limit - lag;
  return walkSubtract(calendar, limit, lag);
}

/** Least limits by links on the finish and the start, from `bindStart` and `bindFinish` of the successors. */
function linkLimits(entry: Entry, inputs: ObviousInputs): { finish: number; start: number } {
  let finish = NEVER;
  let start = NEVER;
  for (const { link, index, to } of entry.linksOut) {
    const type = link.type ?? 'FS';
    const bind = type[1] === 'S' ? to.bindStart : to.bindFinish;
    const t = latestBefore(bind, inputs.lag[index]!, link, to.calendar);
    if (type[0] === 'F') finish = Math.min(finish, t);
    else start = Math.min(start, t);
  }
  const above = entry.parent;
  if (above !== undefined) {
    finish = Math.min(finish, above.linkFinish);
    if (Math.abs(entry.ES - above.ES) <= EPS) start = Math.min(start, above.linkStart);
  }
  return { finish, start };
}

function lateBound({ task }: Entry): number {
  const deadline = task.deadline === undefined ? NEVER : dayNumber(task.deadline, 'finish');
  return Math.min(deadline, date(task, 'FNLT', 'finish') ?? NEVER);
}

function backward(entries: Entry[], inputs: ObviousInputs, rules: BackwardRules, results: ObviousTask[]): void {
  for (const entry of entries) {
    entry.linkFinish = NEVER;
    entry.finishLimit = NEVER;
    entry.linkStart = NEVER;
    entry.bindStart = NEVER;
    entry.bindFinish = NEVER;
  }
  for (let round = 0; round <= 2 * entries.length; round++)
    for (const entry of entries) backwardOne(entry, inputs, rules, results[entry.index]!);
  for (const entry of entries) if (status(entry) === 'summary') closeSummary(entry, inputs, rules, results);
}

function backwardOne(entry: Entry, inputs: ObviousInputs, rules: BackwardRules, result: ObviousTask): void {
  const { index, calendar, EF, ES } = entry;
  const stall = inputs.stall[index]!;
  const work = inputs.work[index]!;
  const what = status(entry);
  const links = linkLimits(entry, inputs);
  if (entry === rules.focus) links.finish = Math.min(links.finish, EF);
  const above = entry.parent;
  let limit = Math.min(links.finish, rules.projectFinish, above?.finishLimit ?? NEVER);
  if (rules.hasBounds) limit = Math.min(limit, lateBound(entry));
  if (what === 'summary') {
    entry.linkFinish = links.finish - stall;
    entry.linkStart = links.start;
    entry.finishLimit = limit - stall;
    entry.bindStart = Math.min(NEVER, ...entry.children.map((child) => child.bindStart));
    entry.bindFinish = EF === NEVER ? NEVER : limit - stall;
    return;
  }
  if (EF === NEVER || what === 'finished') {
    Object.assign(result, EF === NEVER ? { LS: Number.NaN, LF: Number.NaN } : { LS: ES, LF: EF });
    result.totalFloat = Number.NaN;
    return;
  }
  if (what === 'started') links.start = NEVER;
  if (rules.hasOwnEnds && links.finish === NEVER && links.start === NEVER) limit = Math.min(limit, EF);
  let startLimit = links.start;
  if (rules.hasBounds && what === 'open') {
    startLimit = Math.min(startLimit, date(entry.task, 'SNLT', 'start') ?? NEVER);
    if (entry.task.constraint?.type === 'MSO') startLimit = Math.min(startLimit, ES);
    if (entry.task.constraint?.type === 'MFO') limit = Math.min(limit, EF);
  }
  if (limit === NEVER && startLimit === NEVER) {
    Object.assign(result, { LS: Number.NaN, LF: Number.NaN, totalFloat: Number.NaN });
    return;
  }
  if (what === 'started') {
    result.LS = ES;
    result.LF = walkFinishRoll(calendar, limit);
  } else if (entry.form === 'task') {
    const finish = limit === NEVER ? NEVER : walkFinishRoll(calendar, limit);
    const byFinish = limit === NEVER ? NEVER : walkSubtract(calendar, finish - stall, work);
    const byStart = startLimit === NEVER ? NEVER : walkStartRoll(calendar, startLimit);
    result.LS = Math.min(byFinish, byStart);
    result.LF = byFinish <= byStart ? finish : walkAdd(calendar, byStart, work) + stall;
    entry.bindStart = result.LS;
    entry.bindFinish = walkStartRoll(calendar, walkAdd(calendar, result.LS, work));
  } else {
    const latest = Math.min(limit - stall, startLimit);
    entry.bindStart = walkCanLieOn(calendar, latest) ? latest : walkFinishRoll(calendar, latest);
    entry.bindFinish = entry.bindStart;
    result.LS = entry.form === 'finish' ? walkFinishRoll(calendar, latest) : walkStartRoll(calendar, latest);
    result.LF = result.LS + stall;
  }
  result.totalFloat = walkWork(calendar, EF, result.LF);
}

function tasksUnder(entry: Entry): Entry[] {
  return entry.children.flatMap((child) => [child, ...tasksUnder(child)]);
}

/** Least LS, largest LF, least float of what is under it, and its own float where a link sets its finish. */
function closeSummary(entry: Entry, inputs: ObviousInputs, rules: BackwardRules, results: ObviousTask[]): void {
  const below = tasksUnder(entry);
  const result = results[entry.index]!;
  const known = (pick: (result: ObviousTask) => number) =>
    below
      .filter((child) => status(child) !== 'summary')
      .map((child) => pick(results[child.index]!))
      .filter((value) => !Number.isNaN(value));
  const floats = known((task) => task.totalFloat);
  for (const child of [entry, ...below]) {
    if (!child.isSetByLink || !rules.hasBounds || child.EF === NEVER) continue;
    const limit = child.finishLimit === NEVER ? child.EF : child.finishLimit + inputs.stall[child.index]!;
    floats.push(walkWork(child.calendar, child.EF, limit));
  }
  // A summary that is never finished has no late dates, but the float of what is under it.
  const isNever = entry.EF === NEVER;
  const starts = known((task) => task.LS);
  const finishes = known((task) => task.LF);
  result.LS = starts.length === 0 || isNever ? Number.NaN : Math.min(...starts);
  result.LF = finishes.length === 0 || isNever ? Number.NaN : Math.max(...finishes);
  result.totalFloat = floats.length === 0 ? Number.NaN : Math.min(...floats);
}

function freeFloats(entries: Entry[], inputs: ObviousInputs, projectFinish: number, results: ObviousTask[]): void {
  for (const entry of entries) {
    const isLive = status(entry) === 'open' && entry.EF !== NEVER;
    entry.linkFinish = NEVER;
    entry.linkStart = NEVER;
    entry.bindStart = isLive ? entry.logicStart : NEVER;
    const isTask = isLive && entry.form === 'task' && entry.logicFinish !== NEVER;
    entry.bindFinish = isTask ? walkStartRoll(entry.calendar, entry.logicFinish) : isLive ? entry.logicFinish : NEVER;
    if (status(entry) === 'summary') entry.bindFinish = entry.EF - inputs.stall[entry.index]!;
  }
  for (let round = 0; round <= 2 * entries.length; round++)
    for (const entry of entries) {
      if (status(entry) !== 'summary') continue;
      const limits = linkLimits(entry, inputs);
      entry.linkFinish = limits.finish - inputs.stall[entry.index]!;
      entry.linkStart = limits.start;
      entry.bindStart = Math.min(...entry.children.map((child) => child.bindStart));
    }
  for (const entry of entries) {
    const result = results[entry.index]!;
    result.freeFloat = Number.NaN;
    if (status(entry) === 'summary' || status(entry) === 'finished' || entry.EF === NEVER) continue;
    const limits = linkLimits(entry, inputs);
    let delay = walkWork(entry.calendar, entry.EF, Math.min(limits.finish, projectFinish));
    if (status(entry) === 'open' && limits.start !== NEVER)
      delay = Math.min(delay, walkWork(entry.calendar, entry.ES, limits.start));
    result.freeFloat = Math.max(0, delay);
  }
}

/** Everything that the passes say of a document without a cycle, by task in order of the document. */
export function obviousSchedule(document: ScenarioDocument, inputs: ObviousInputs): ObviousTask[] {
  const entries = readEntries(document);
  const results = entries.map(
    (): ObviousTask => ({ ES: 0, EF: 0, LS: 0, LF: 0, totalFloat: 0, freeFloat: 0, drivingFloat: 0 }),
  );
  forward(document, entries, inputs, new Map());
  const projectFinish = Math.max(...entries.map((entry) => entry.EF).filter(Number.isFinite));
  const focus = entries.find((entry) => entry.task.id === document.focus);
  const towards = entries.map((): ObviousTask => ({ ...results[0]! }));
  const isReached = focus === undefined ? entries.every((entry) => entry.EF !== NEVER) : focus.EF !== NEVER;
  if (isReached) {
    const horizon = focus === undefined ? projectFinish : NEVER;
    backward(entries, inputs, { projectFinish: horizon, hasOwnEnds: false, hasBounds: false, focus }, towards);
  }
  results.forEach((result, index) => {
    result.drivingFloat = isReached ? towards[index]!.totalFloat : Number.NaN;
  });
  const hasOwnEnds = document.floatTo === 'each-end';
  const horizon = hasOwnEnds ? NEVER : projectFinish;
  backward(entries, inputs, { projectFinish: horizon, hasOwnEnds, hasBounds: true, focus: undefined }, results);
  freeFloats(entries, inputs, projectFinish, results);
  const late = new Map(
    entries.flatMap((entry): [Entry, number][] => {
      const lateStart = results[entry.index]!.LS;
      const isAlap = entry.task.constraint?.type === 'ALAP' && status(entry) === 'open';
      return isAlap && !Number.isNaN(lateStart) ? [[entry, lateStart]] : [];
    }),
  );
  if (late.size > 0) forward(document, entries, inputs, late);
  entries.forEach((entry, index) => {
    results[index]!.ES = entry.ES;
    results[index]!.EF = entry.EF;
  });
  return results;
}
