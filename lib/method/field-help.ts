import { type MethodAnchor, variableOf } from '../scenario/variables';
import type { FurtherSection } from './method-types';

/** What an input is for, and the paragraph of the method that says how it counts. */
export interface FieldHelp {
  readonly sentence: string;
  readonly anchor: MethodAnchor | FurtherSection;
}

type Row = readonly [pattern: string, anchor: FieldHelp['anchor'], sentence: string];

/** Inputs that are no numbers: dates, choices, references. Numbers are in the table of variables. */
const ROWS: readonly Row[] = [
  ['currency', 'conventions', 'All money is in this currency, in prices of the base year.'],
  ['horizon/start', 'conventions', 'The first month that is computed, included.'],
  ['horizon/end', 'conventions', 'The last month that is computed, included; what comes later counts as never.'],
  ['projectStart', 'timeline', 'No task starts before this day; the first day of the horizon where it is empty.'],
  ['statusDate', 'timeline', 'The day up to which progress is known: nothing that is not started starts before it.'],
  ['focus', 'timeline', 'The milestone that the scenario is about: driving path and criticality are towards it.'],
  ['floatTo', 'timeline', 'Whether late dates count back from the end of the project or from the end of each chain.'],
  ['run/sampling', 'runs', 'How draws are spread: one in each of 512 equal strata a block, or plain chance.'],
  ['calendars/*/workWeek', 'calendars', 'The weekdays on which work is done.'],
  ['calendars/*/hours', 'calendars', 'The hours of a working day; without them it works all of its 24.'],
  ['tasks/*/parent', 'timeline', 'The summary it belongs to, which starts with its first task and ends with its last.'],
  ['tasks/*/calendar', 'calendars', 'The calendar whose working days its duration is counted in.'],
  [
    'tasks/*/constraint',
    'timeline',
    'A date that bounds its start or finish, pins it, or bounds the late dates alone.',
  ],
  ['tasks/*/constraint/date', 'timeline', 'The date of the constraint: a start from 00:00, a finish until 24:00.'],
  ['tasks/*/deadline', 'timeline', 'A late bound: it moves nothing and shows in the float.'],
  ['tasks/*/actualStart', 'timeline', 'The day on which it began; links into it no longer bind.'],
  ['tasks/*/actualFinish', 'timeline', 'The last day of its work; it then has no float and no gate to pass.'],
  ['tasks/*/gate/onFail', 'gates', 'What follows when all attempts have failed.'],
  ['links/*/from', 'timeline', 'The task that the other one depends on.'],
  ['links/*/to', 'timeline', 'The task that depends on it.'],
  ['links/*/type', 'timeline', 'Which end of the one binds which end of the other.'],
  ['links/*/lagUnit', 'timeline', 'Whether the lag counts working days of the successor or days of the clock.'],
  [
    'lines/*/commercial',
    'pilot-lines',
    'A commercial line sells what it makes; a pilot line makes cells that others learn from.',
  ],
  ['lines/*/buildTask', 'building-and-stalling', 'The task during which it is built and paid for.'],
  ['lines/*/requires', 'building-and-stalling', 'What must be finished besides before it is ready.'],
  ['lines/*/until', 'pilot-lines', 'When a pilot line stops; with the start of production where it is empty.'],
  ['lines/*/until/*', 'pilot-lines', 'The task whose start or finish ends it.'],
  ['materials/*/contracts/*/start', 'materials', 'When the supplier begins to deliver.'],
  ['materials/*/contracts/*/start/*', 'materials', 'The task whose start or finish begins the deliveries.'],
  ['funding/policy', 'funding', 'Whether a lack of cash stalls building (hard) or only shows (soft).'],
  ['funding/tranches/*/kind', 'funding', 'Equity stays, debt is served, a grant counts as income.'],
  ['funding/tranches/*/on', 'funding', 'The day on which it arrives, or the task that brings it.'],
  ['funding/tranches/*/on/*', 'funding', 'The task whose start or finish brings the money.'],
  [
    'pricing/mode',
    'pricing',
    'What the price follows: own cost, a technology, the worth to a segment, or a path of its own.',
  ],
  ['pricing/technology', 'pricing', 'The technology whose price is followed.'],
  ['pricing/segment', 'pricing', 'The segment whose willingness to pay sets the worth.'],
  ['market/segments/*/eligible', 'market', 'Whether its buyers can take own cells at all.'],
  [
    'market/technologies/*/sameAs',
    'market',
    'Marks other makers of the same technology: their sales count to it, and own cost learns from them.',
  ],
  ['risks/*/impacts/*/effect', 'risks', 'What it does where it occurs: delays, factors, costs.'],
  ['risks/*/impacts/*/target', 'risks', 'The task, line, contract, material, segment or tranche that it hits.'],
  ['risks/*/window/from', 'risks', 'When its effects on months begin.'],
  ['risks/*/window/from/*', 'risks', 'The task whose start or finish begins the window.'],
  ['risks/*/response/active', 'risks', 'Whether the response counts: it is paid whether or not the risk occurs.'],
  ['risks/*/response/month', 'risks', 'The month in which the response is paid.'],
  ['correlations/*/a', 'correlation', 'One of the two inputs that go together.'],
  ['correlations/*/b', 'correlation', 'The other of the two inputs.'],
  ['targets/*/metric', 'targets', 'The result that has to reach a value.'],
  ['targets/*/op', 'targets', 'The side of the value on which the target is met; what is never or missing misses it.'],
  ['targets/*/task', 'targets', 'The task whose date is meant.'],
  ['targets/*/month', 'targets', 'The month in which the result counts.'],
  ['targets/*/period', 'targets', 'The year or the month in which the result counts.'],
  ['targets/*/segment', 'targets', 'The segment whose sales the share is of; all of them where it is empty.'],
  ['targets/*/technology', 'targets', 'The technology over which the lead is counted.'],
  ['checks/*/change', 'comparison', 'By how much the input moves: a factor, an amount, or a value in its place.'],
  ['checks/*/change/*/path', 'comparison', 'The input that the check moves, all draws as they were.'],
  ['checks/*/output', 'comparison', 'The result that must answer to the change.'],
  ['checks/*/expect', 'comparison', 'How the result must answer: up, down, not up, not down, or a bound.'],
  ['checks/*/mode', 'comparison', 'Whether the check is held against the plan or against the trials.'],
];

const PATTERNS = ROWS.map(([pattern, anchor, sentence]) => ({ parts: pattern.split('/'), anchor, sentence }));

/** Patterns of the inputs that are no numbers. */
export const FIELD_PATTERNS: readonly string[] = ROWS.map(([pattern]) => pattern);

/**
 * The sentence and the paragraph of an input by its place; undefined for names, notes and colours, which count for
 * nothing.
 *
 * @example fieldHelp('funding/policy')?.anchor // 'funding'
 */
export function fieldHelp(place: string): FieldHelp | undefined {
  const variable = variableOf(place);
  if (variable) return { sentence: variable.explanation, anchor: variable.anchor };
  const parts = place.split('/');
  const found = PATTERNS.find(
    (pattern) =>
      pattern.parts.length === parts.length && pattern.parts.every((part, i) => part === '*' || part === parts[i]),
  );
  return found && { sentence: found.sentence, anchor: found.anchor };
}
