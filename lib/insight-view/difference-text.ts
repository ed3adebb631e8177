import type { PairedDifference } from '../engine/insight/paired-comparison';
import { formatMoney } from '../format/money';
import { formatProbability } from '../format/share';
import type { ScenarioDocument } from '../scenario/document';
import { changeText } from '../workbench/headline';
import type { OutputKind } from '../workbench/outputs';
import { kindOfOutput } from './output-choices';

/** A paired difference in words. */
export interface DifferenceText {
  readonly mean: string;
  readonly middle: string;
  /** P10 to P90 of the differences. */
  readonly band: string;
  /** Futures that could not be compared; empty where there are none. */
  readonly left: string;
}

/** A change with its unit, also where a headline leaves it to the figure beside it. */
export function fullChangeText(kind: OutputKind, value: number, { currency }: ScenarioDocument): string {
  switch (kind) {
    case 'energy':
      return `${changeText(kind, value, currency)} GWh`;
    case 'pricePerKwh':
      return formatMoney(value, { currency, per: 'kWh', signed: true });
    default:
      return changeText(kind, value, currency);
  }
}

/** What differs between two runs of an output, trial by trial, in words; "no future to compare" where none is finite. */
export function differenceText(document: ScenarioDocument, output: string, found: PairedDifference): DifferenceText {
  const { difference, pairs, neverBefore, neverAfter, neverBoth } = found;
  const kind = kindOfOutput(output);
  const trials = pairs + neverBefore + neverAfter + neverBoth;
  const word = (value: number | 'never') => (value === 'never' ? 'never' : fullChangeText(kind, value, document));
  const share = (count: number) => formatProbability(count / Math.max(1, trials));
  const none = kind === 'rate' ? 'none' : 'never';
  const left = [
    neverBefore > 0 ? `${none} only before in ${share(neverBefore)}` : '',
    neverAfter > 0 ? `${none} only after in ${share(neverAfter)}` : '',
    neverBoth > 0 ? `${none} in both in ${share(neverBoth)}` : '',
  ].filter(Boolean);
  if (pairs === 0) {
    return { mean: 'no future to compare', middle: 'no future to compare', band: '', left: left.join('; ') };
  }
  const { P10, P50, P90, mean } = difference;
  const same = P10 === 0 && P90 === 0 && mean === 0;
  return {
    mean: same ? 'no change' : word(mean),
    middle: same ? 'no change' : word(P50),
    band: same ? '' : `${word(P10)} to ${word(P90)}`,
    left: left.join('; '),
  };
}
