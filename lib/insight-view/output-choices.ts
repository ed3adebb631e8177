import { formatDay, formatMonth } from '../format/dates';
import type { ScenarioDocument, Target } from '../scenario/document';
import { outputText } from '../workbench/headline';
import { headlineNames, type OutputKind, outputKind, outputTitle, parseOutput } from '../workbench/outputs';

/** An output that can be looked into, by name and in words. */
export interface OutputChoice {
  readonly value: string;
  readonly label: string;
}

/** 2030, or the end of the horizon that lies nearer. */
export function headlineYear({ horizon }: ScenarioDocument): number {
  return Math.min(Number(horizon.end.slice(0, 4)), Math.max(Number(horizon.start.slice(0, 4)), 2030));
}

function titled(document: ScenarioDocument, names: readonly string[]): OutputChoice[] {
  return names.flatMap((value) => {
    const parsed = parseOutput(value);
    return parsed ? [{ value, label: outputTitle(document, parsed) }] : [];
  });
}

/** Outputs of which drivers are shown and futures are chosen by. */
export function studyOutputs(document: ScenarioDocument): readonly OutputChoice[] {
  const year = headlineYear(document);
  const market = (document.market?.segments.length ?? 0) > 0 ? [`ownShare@${year}`] : [];
  const focus = document.focus === undefined ? [] : ['focus'];
  const names = ['sop', ...focus, 'projectFinish', `output@${year}`, ...market];
  return titled(document, [...names, `unitCost@${year}`, 'npv', 'irr', 'peakFunding']);
}

/** The metric of a target written out as an output: `output@2033`, `ownShare/premium@2032`. */
function outputOfTarget({ metric, task, month, year, segment, technology }: Target): string {
  const of = task ?? segment ?? technology;
  const time = month ?? year;
  return `${metric}${of === undefined ? '' : `/${of}`}${time === undefined ? '' : `@${time}`}`;
}

/** Outputs whose drivers can be looked at: those of a study, of the headline, and what the targets measure. */
export function driverOutputs(document: ScenarioDocument): readonly OutputChoice[] {
  const names = [
    ...studyOutputs(document).map(({ value }) => value),
    ...headlineNames(document),
    ...(document.targets ?? []).map(outputOfTarget),
  ];
  return titled(document, [...new Set(names)]).filter(({ value }) => kindOfOutput(value) !== 'chance');
}

/** Outputs that are put side by side in a comparison, by name. */
export function comparedOutputs(document: ScenarioDocument): readonly string[] {
  return studyOutputs(document).map(({ value }) => value);
}

/** Outputs whose change can be shared out among groups of inputs: those of a study, and the chances of the targets. */
export function attributionOutputs(document: ScenarioDocument): readonly OutputChoice[] {
  const targets = titled(
    document,
    (document.targets ?? []).map(({ id }) => `targets/${id}`),
  );
  return [...studyOutputs(document), ...targets.map((one) => ({ ...one, label: `Chance: ${one.label}` }))];
}

export const kindOfOutput = (name: string): OutputKind => {
  const parsed = parseOutput(name);
  return parsed ? outputKind(parsed) : 'money';
};

/** A value of an output: dates by their day or their month, everything else as headlines say it. */
export function valueText(
  name: string,
  value: number,
  { document, dates = 'day' }: { readonly document: ScenarioDocument; readonly dates?: 'day' | 'month' },
): string {
  const kind = kindOfOutput(name);
  if (kind !== 'date') return outputText(kind, value, document.currency);
  return dates === 'day' ? formatDay(value, 'finish') : formatMonth(value, 'finish');
}
