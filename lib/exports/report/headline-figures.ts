import type { Finite, Statistics, TrialsResult } from '../../engine/results/result-types';
import { formatQuarter, formatQuarterShort } from '../../format/dates';
import { formatMoney } from '../../format/money';
import { formatSignificant, formatWithUnit } from '../../format/number';
import { formatProbability, formatShare } from '../../format/share';
import type { ScenarioDocument } from '../../scenario/document';
import {
  headlineNames,
  type OutputKind,
  outputKind,
  outputStatistics,
  outputTitle,
  parseOutput,
} from '../../workbench/outputs';
import type { HeadlineFigure } from './report';

const toNumber = (value: Finite) => (value === 'never' ? Number.POSITIVE_INFINITY : value);

function write(kind: OutputKind, value: Finite, currency: string, short: boolean): string {
  const number = toNumber(value);
  switch (kind) {
    case 'date':
      return short ? formatQuarterShort(value) : formatQuarter(value);
    case 'money':
      return formatMoney(number, { currency });
    case 'energy':
      return short ? formatSignificant(number) : formatWithUnit(number, 'GWh');
    case 'share':
    case 'rate':
      return formatShare(number, short ? 2 : 3);
    case 'pricePerKwh':
      return short ? formatSignificant(number) : formatMoney(number, { currency, per: 'kWh' });
    case 'chance':
      return formatProbability(number);
    default:
      return kind satisfies never;
  }
}

function figure(document: ScenarioDocument, trials: TrialsResult, name: string): HeadlineFigure | null {
  const output = parseOutput(name);
  if (!output) return null;
  const label = outputTitle(document, output);
  if (output.metric === 'targets') {
    const chance = trials.targets[output.of ?? ''];
    return chance === undefined ? null : { label, value: formatProbability(chance), range: 'chance' };
  }
  const statistics: Statistics | null = outputStatistics(trials, output);
  if (!statistics) return { label, value: 'none', range: 'not in this run' };
  const kind = outputKind(output);
  const at = (value: Finite, short: boolean) => write(kind, value, document.currency, short);
  return {
    label,
    value: at(statistics.P50, false),
    range: `${at(statistics.P10, true)} to ${at(statistics.P90, true)}`,
  };
}

/** The figures of the scenario's headline: the middle of the futures and the range of 8 in 10. */
export function headlineFigures(document: ScenarioDocument, trials: TrialsResult): HeadlineFigure[] {
  return headlineNames(document).flatMap((name) => figure(document, trials, name) ?? []);
}
