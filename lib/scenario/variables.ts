import type { RiskEffect, ScenarioDocument } from './document';
import { INPUT_TABLE, type InputVariable, type MethodAnchor } from './input-table';
import { AT_LEAST_ZERO, type Range } from './range';
import { BOTTLENECK_LABELS, RESULT_TABLE, type ResultVariable } from './result-table';

export { INPUT_TABLE, type InputVariable, type MethodAnchor } from './input-table';
export { BOTTLENECK_LABELS, RESULT_TABLE, type ResultKind, type ResultVariable } from './result-table';

const inputsByPattern: ReadonlyMap<string, InputVariable> = new Map(INPUT_TABLE.map((row) => [row.pattern, row]));
const resultsById: ReadonlyMap<string, ResultVariable> = new Map(RESULT_TABLE.map((row) => [row.id, row]));
const patternsByLength = groupByLength(INPUT_TABLE);

function groupByLength(
  table: readonly InputVariable[],
): ReadonlyMap<number, { segments: string[]; row: InputVariable }[]> {
  const groups = new Map<number, { segments: string[]; row: InputVariable }[]>();
  for (const row of table) {
    const segments = row.pattern.split('/');
    const group = groups.get(segments.length) ?? [];
    group.push({ segments, row });
    groups.set(segments.length, group);
  }
  return groups;
}

/** The row of the table for a pattern (`tasks/*\/duration`), or undefined. */
export function variableOfPattern(pattern: string): InputVariable | undefined {
  return inputsByPattern.get(pattern);
}

/**
 * The row of the table for the path of an input, or undefined for any other text.
 *
 * @example variableOf('tasks/winter-test/duration')?.unit // 'working days'
 */
export function variableOf(path: string): InputVariable | undefined {
  const segments = path.split('/');
  const candidates = patternsByLength.get(segments.length) ?? [];
  return candidates.find((candidate) => candidate.segments.every((part, i) => part === '*' || part === segments[i]))
    ?.row;
}

/**
 * The row for a result: a headline (`sop`), a series (`output`, `share/nmc`, `segment/premium`), or a figure of a task
 * or a line (`tasks/winter/totalFloat`); undefined for any other text.
 */
export function resultVariable(id: string): ResultVariable | undefined {
  const exact = resultsById.get(id);
  if (exact !== undefined) return exact;
  const segments = id.split('/');
  if (segments.length === 2) return resultsById.get(`${segments[0]}/*`);
  return segments.length === 3 ? resultsById.get(`${segments[0]}/*/${segments[2]}`) : undefined;
}

/** What a kind of effect acts on, and how its amount is measured. */
export interface EffectVariable {
  readonly effect: RiskEffect;
  readonly label: string;
  /** The list that holds its target; none for `cost` and `recall`. */
  readonly target: 'tasks' | 'lines' | 'contracts' | 'materials' | 'segments' | 'tranches' | null;
  readonly unit: string;
  readonly range: Range;
  /** A factor multiplies, anything else adds. */
  readonly factor: boolean;
  /** Acts on months, so that a window limits it. */
  readonly monthly: boolean;
  readonly explanation: string;
}

type EffectRow = readonly [
  RiskEffect,
  string,
  EffectVariable['target'],
  string,
  'factor' | 'addend',
  'monthly' | 'once',
  string,
];
const EFFECT_ROWS: readonly EffectRow[] = [
  ['delay', 'delay', 'tasks', 'working days', 'addend', 'once', 'Adds work to the task.'],
  [
    'duration-factor',
    'duration',
    'tasks',
    '×',
    'factor',
    'once',
    'Multiplies the duration of the task, or of all tasks under a summary.',
  ],
  ['capacity-factor', 'capacity', 'lines', '×', 'factor', 'monthly', 'Multiplies what the line can start.'],
  ['yield-factor', 'yield', 'lines', '×', 'factor', 'monthly', 'Multiplies the yield of the line, at most to 1.'],
  ['capex-factor', 'investment', 'lines', '×', 'factor', 'once', 'Multiplies the investment of the line.'],
  ['supply-factor', 'supply', 'contracts', '×', 'factor', 'monthly', 'Multiplies what the contract supplies.'],
  [
    'price-factor',
    'price of the material',
    'materials',
    '×',
    'factor',
    'monthly',
    'Multiplies the price of the material.',
  ],
  ['demand-factor', 'demand', 'segments', '×', 'factor', 'monthly', 'Multiplies the demand of the segment.'],
  [
    'funding-delay',
    'delay of the tranche',
    'tranches',
    'days',
    'addend',
    'once',
    'The money comes so many elapsed days later.',
  ],
  ['cost', 'cost', null, '{currency}', 'addend', 'once', 'Paid once, in the month in which the window begins.'],
  [
    'recall',
    'recall',
    null,
    '{currency}/kWh',
    'addend',
    'once',
    'Paid once for each kWh sold in the months before the window.',
  ],
];

/** Every kind of effect of a risk. */
export const EFFECTS: readonly EffectVariable[] = EFFECT_ROWS.map(
  ([effect, label, target, unit, how, when, explanation]) => ({
    effect,
    label,
    target,
    unit,
    range: AT_LEAST_ZERO,
    factor: how === 'factor',
    monthly: when === 'monthly',
    explanation,
  }),
);
const effectsByName: ReadonlyMap<string, EffectVariable> = new Map(EFFECTS.map((row) => [row.effect, row]));

/** The row for a kind of effect, or undefined for any other text. */
export function effectVariable(effect: string): EffectVariable | undefined {
  return effectsByName.get(effect);
}

/** A unit with the scenario's currency in it: `{currency}/kWh` with CNY is `CNY/kWh`. */
export function unitText(unit: string, currency: string): string {
  return unit.replaceAll('{currency}', () => currency);
}

/** A bottleneck's label in words; a material by its name, anything unknown as it is. */
export function bottleneckLabel(document: ScenarioDocument, label: string): string {
  if (Object.hasOwn(BOTTLENECK_LABELS, label)) return BOTTLENECK_LABELS[label]?.label ?? label;
  return document.materials?.find((material) => material.id === label)?.name ?? label;
}

/** The paragraph of the method page for an input or a result. */
export function methodAnchor(pathOrId: string): MethodAnchor | undefined {
  return variableOf(pathOrId)?.anchor ?? resultVariable(pathOrId)?.anchor;
}
