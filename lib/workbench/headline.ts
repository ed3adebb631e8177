import type { Finite, Statistics } from '../engine/results/result-types';
import { firstYearBeyond } from '../findings/context';
import { formatDayChange, formatQuarter, formatQuarterShort } from '../format/dates';
import { formatMoney, moneyScale } from '../format/money';
import { formatDecimals, formatSigned, formatSignificant } from '../format/number';
import { formatPoints, formatProbability, formatShare } from '../format/share';
import type { RunUpdate } from '../runner/types';
import type { ScenarioDocument } from '../scenario/document';
import { type Density, percentileDensity, sampleDensity } from './density';
import { type OutputKind, outputKind, outputStatistics, outputTitle, parseOutput } from './outputs';
import { type PairedChange, pairedChange } from './paired-change';

/** One figure of the headline strip, in words. */
export interface HeadlineFigure {
  readonly name: string;
  readonly title: string;
  /** The middle: P50, or the chance of a target. */
  readonly value: string;
  /** The 8-in-10 band, or what the target asks for. */
  readonly band: string;
  /** Never, or no rate of return, where it happens at all. */
  readonly never: string | null;
  readonly density: Density | null;
  /** The band has no width. */
  readonly fixed: boolean;
  /** Against the base, over the same draws. */
  readonly change: { readonly direction: 'up' | 'down' | 'same'; readonly text: string; readonly band: string } | null;
}

const asNumber = (value: Finite) => (value === 'never' ? Number.POSITIVE_INFINITY : value);

/** A value of a kind, three significant digits. */
export function outputText(kind: OutputKind, value: number, currency: string): string {
  switch (kind) {
    case 'date':
      return formatQuarter(value);
    case 'money':
      return formatMoney(value, { currency });
    case 'energy':
      return Number.isFinite(value) ? `${formatSignificant(value)} GWh` : formatSignificant(value);
    case 'share':
      return formatShare(value);
    case 'rate':
      return formatShare(value);
    case 'pricePerKwh':
      return formatMoney(value, { currency, per: 'kWh' });
    case 'chance':
      return formatProbability(value);
    default:
      return kind satisfies never;
  }
}

/** Ends of a band, shorter where the middle has said the unit. */
function endText(kind: OutputKind, value: number, currency: string): string {
  if (kind === 'date') return formatQuarterShort(value);
  if (kind === 'energy') return formatSignificant(value);
  if (kind === 'pricePerKwh') return formatSignificant(value);
  if (kind === 'share' || kind === 'rate') return formatSignificant(Number.isFinite(value) ? value * 100 : value);
  return outputText(kind, value, currency);
}

/** The 8-in-10 band; of money with one unit for both ends. */
function bandText(kind: OutputKind, low: number, high: number, currency: string): string {
  if (low === high) return 'in 8 of 10 futures at least';
  const between = low < 0 ? 'to' : '–';
  if (kind === 'money' && Number.isFinite(low) && Number.isFinite(high)) {
    const { scale, unit } = moneyScale(Math.max(Math.abs(low), Math.abs(high)), currency);
    // The middle has said the currency.
    const size = unit.split(' ')[1] ?? '';
    return `${formatSignificant(low / scale)} ${between} ${formatSignificant(high / scale)} ${size}`.trim();
  }
  return `${endText(kind, low, currency)} ${between} ${endText(kind, high, currency)}`;
}

/** A change of a kind, with its sign. */
export function changeText(kind: OutputKind, value: number, currency: string): string {
  switch (kind) {
    case 'date':
      return formatDayChange(value);
    case 'money':
      return formatMoney(value, { currency, signed: true });
    case 'share':
    case 'rate':
    case 'chance':
      return formatPoints(value).replace(' points', ' pt');
    case 'energy':
    case 'pricePerKwh':
      return formatSigned(value, 3);
    default:
      return kind satisfies never;
  }
}

function changeOf(kind: OutputKind, paired: PairedChange | null, currency: string): HeadlineFigure['change'] {
  if (!paired) return null;
  const { p10, p50, p90, never } = paired;
  if (p10 === 0 && p90 === 0 && never === 0) return { direction: 'same', text: 'no change', band: '' };
  const middle = p50 === 0 && Math.abs(p10) + Math.abs(p90) > 0 ? 'same' : p50 > 0 ? 'up' : 'down';
  const ends = p10 === p90 ? '' : `${changeText(kind, p10, currency)} to ${changeText(kind, p90, currency)}`;
  const lost = Math.abs(never) >= 0.005 ? `never ${formatPoints(never).replace(' points', ' pt')}` : '';
  return { direction: middle, text: changeText(kind, p50, currency), band: [ends, lost].filter(Boolean).join('; ') };
}

/** Whether a target's wish, or a date never reached, deserves a word. */
function neverText(statistics: Statistics): string | null {
  if (statistics.never) return `never in ${formatProbability(statistics.never)}`;
  if (statistics.none) return `none in ${formatProbability(statistics.none)}`;
  return null;
}

function chanceFigure(
  document: ScenarioDocument,
  update: RunUpdate,
  base: RunUpdate | null,
  name: string,
): HeadlineFigure | null {
  const output = parseOutput(name);
  const target = document.targets?.find(({ id }) => id === output?.of);
  const probability = target && update.trials.targets[target.id];
  if (!output || !target || probability === undefined) return null;
  const error = update.trials.chanceErrors?.targets[target.id] ?? 0;
  const before = base?.trials.targets[target.id];
  const difference = before === undefined ? null : probability - before;
  const wish = target.probability;
  return {
    name,
    title: target.name,
    value: formatProbability(probability),
    band: `± ${formatDecimals(Math.max(error * 100, 0), error * 100 < 1 ? 1 : 0)}${wish === undefined ? '' : `, wished ${formatProbability(wish)}`}`,
    never: null,
    density: null,
    fixed: false,
    change:
      difference === null
        ? null
        : difference === 0
          ? { direction: 'same', text: 'no change', band: '' }
          : {
              direction: difference > 0 ? 'up' : 'down',
              text: changeText('chance', difference, document.currency),
              band: '',
            },
  };
}

/** A figure of the strip from a run, and what changed against the base run; null where the run does not hold it. */
export function headlineFigure(
  document: ScenarioDocument,
  update: RunUpdate,
  base: RunUpdate | null,
  name: string,
): HeadlineFigure | null {
  const output = parseOutput(name);
  if (!output) return null;
  if (output.metric === 'targets') return chanceFigure(document, update, base, name);
  const statistics = outputStatistics(update.trials, output);
  if (!statistics) return null;
  const kind = outputKind(output);
  const { currency } = document;
  const samples = update.trials.samples?.[name];
  const before = base?.trials.samples?.[name];
  const low = asNumber(statistics.P10);
  const high = asNumber(statistics.P90);
  return {
    name,
    title: outputTitle(document, output),
    value:
      kind === 'date' && statistics.P50 === 'never'
        ? `not before ${firstYearBeyond(document)}`
        : outputText(kind, asNumber(statistics.P50), currency),
    band: bandText(kind, low, high, currency),
    never: neverText(statistics),
    fixed: low === high,
    density: samples ? sampleDensity(samples) : percentileDensity(statistics),
    change:
      samples && before
        ? changeOf(kind, pairedChange(before, samples), currency)
        : unpaired(kind, statistics, base, name, currency),
  };
}

/** Where no samples are kept of an output: the change of the middle alone. */
function unpaired(
  kind: OutputKind,
  now: Statistics,
  base: RunUpdate | null,
  name: string,
  currency: string,
): HeadlineFigure['change'] {
  const output = parseOutput(name);
  const before = base && output ? outputStatistics(base.trials, output) : null;
  if (!before) return null;
  const from = asNumber(before.P50);
  const to = asNumber(now.P50);
  const difference = from === to ? 0 : to - from;
  if (difference === 0) return { direction: 'same', text: 'no change', band: '' };
  return { direction: difference > 0 ? 'up' : 'down', text: changeText(kind, difference, currency), band: 'of P50' };
}
