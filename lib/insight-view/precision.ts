import type { FigureStatistic } from '../engine/insight/figure';
import type { KnownFigure } from '../engine/insight/stop-rule';
import { formatDecimals, formatSignificant } from '../format/number';
import { formatProbability } from '../format/share';
import type { ScenarioDocument } from '../scenario/document';
import { type OutputKind, outputTitle, parseOutput } from '../workbench/outputs';
import { kindOfOutput, valueText } from './output-choices';

/** What a precision is given in, and how many of it are one of the figure's own unit. */
export interface PrecisionUnit {
  readonly label: string;
  readonly perUnit: number;
  /** A precision to begin with. */
  readonly begin: number;
}

const UNITS: Readonly<Record<OutputKind, PrecisionUnit>> = {
  date: { label: 'days', perUnit: 1, begin: 3 },
  money: { label: 'million', perUnit: 1e-6, begin: 50 },
  energy: { label: 'GWh', perUnit: 1, begin: 0.01 },
  share: { label: 'points', perUnit: 100, begin: 0.01 },
  rate: { label: 'points', perUnit: 100, begin: 1 },
  chance: { label: 'points', perUnit: 100, begin: 0.5 },
  pricePerKwh: { label: 'per kWh', perUnit: 1, begin: 5 },
};

/** The unit in which people give the error of a figure. */
export function precisionUnit(output: string, statistic: FigureStatistic, currency: string): PrecisionUnit {
  const kind = statistic === 'probability' ? 'chance' : kindOfOutput(output);
  const unit = UNITS[kind];
  const label =
    kind === 'money' ? `${currency} ${unit.label}` : kind === 'pricePerKwh' ? `${currency}/kWh` : unit.label;
  return { ...unit, label };
}

/** What was found of one figure, as a sentence. */
export function knownSentence(document: ScenarioDocument, figure: KnownFigure, trials: number): string {
  const { output, statistic, value, reached, known } = figure;
  const unit = precisionUnit(output, statistic, document.currency);
  const parsed = parseOutput(output);
  const title = parsed ? outputTitle(document, parsed) : output;
  const name = statistic === 'probability' ? `The chance of “${title}”` : `${statistic} of ${title}`;
  const text = statistic === 'probability' ? formatProbability(value) : valueText(output, value, { document });
  const futures = `${formatDecimals(trials, 0)} futures`;
  if (reached === null) return `${name} is ${text} after ${futures}; its error cannot be told.`;
  const error = `± ${formatSignificant(reached * unit.perUnit, 2)} ${unit.label}`;
  return known
    ? `${name} is ${text} ${error}: ${futures} are enough.`
    : `${name} is ${text} ${error} after ${futures}, which are not enough.`;
}
