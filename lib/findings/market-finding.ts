import type { Finite, Statistics, TrialsResult, YearFans } from '../engine/results/result-types';
import { formatWithUnit } from '../format/number';
import { formatShare } from '../format/share';
import type { ScenarioDocument } from '../scenario/document';
import { shortName } from './context';

const finite = (value: Finite): number => (value === 'never' ? Number.POSITIVE_INFINITY : value);

/** The fan of a yearly figure, or null where the horizon does not hold that year. */
export function yearFan(trials: TrialsResult, year: number, key: string): Statistics | null {
  const found: YearFans | undefined = trials.years.find((row) => row.year === year);
  return found?.fans[key] ?? null;
}

/** The last year not after `wanted` that the horizon holds, or the first one it has. */
export function yearWithin(trials: TrialsResult, wanted: number): number {
  const years = trials.years.map((row) => row.year);
  return years.filter((year) => year <= wanted).at(-1) ?? years[0] ?? wanted;
}

/** Own output of a year. */
export function outputFinding(trials: TrialsResult, year: number): string {
  const output = yearFan(trials, year, 'output');
  if (!output || finite(output.P95) <= 0) return `No cells are sold in ${year} in nearly every future.`;
  const gwh = (value: Finite) => formatWithUnit(finite(value), 'GWh');
  if (finite(output.P50) <= 0) {
    return `In more than half of the futures nothing is sold in ${year}; the upper tenth sells ${gwh(output.P90)} or more.`;
  }
  const from = finite(output.P10) <= 0 ? 'nothing' : gwh(output.P10);
  return `Output in ${year} is ${gwh(output.P50)} at the middle (8 in 10 futures: ${from} to ${gwh(output.P90)}).`;
}

/** The segment in which the own technology stands best in a year, by its mean share; null without segments. */
export function strongestSegment(
  document: ScenarioDocument,
  trials: TrialsResult,
  year: number,
): { id: string; name: string; fan: Statistics } | null {
  let best: { id: string; name: string; fan: Statistics } | null = null;
  for (const segment of document.market?.segments ?? []) {
    const fan = yearFan(trials, year, `segment/${segment.id}`);
    if (fan && (!best || finite(fan.mean) > finite(best.fan.mean))) best = { id: segment.id, name: segment.name, fan };
  }
  return best;
}

/** Own share of a year, the segment's first, since shares of a whole country are hundredths of a per cent. */
export function shareFinding(document: ScenarioDocument, trials: TrialsResult, year: number): string {
  const all = yearFan(trials, year, 'ownShare');
  const segment = strongestSegment(document, trials, year);
  if (!all || !segment) return 'The scenario names no market, so no share can be told.';
  if (finite(all.P95) <= 0) return `Own share in ${year} is zero in nearly every future.`;
  const share = (value: Finite) => formatShare(finite(value));
  const range = (fan: Statistics) => `${share(fan.P50)} (8 in 10 futures: ${share(fan.P10)} to ${share(fan.P90)})`;
  if (document.market?.segments.length === 1) return `Own share in ${year} is ${range(all)}.`;
  return `In ${year} own cells hold ${range(segment.fan)} of “${shortName(segment.name)}”, which is ${share(all.P50)} of all segments together (${share(all.P10)} to ${share(all.P90)}).`;
}
