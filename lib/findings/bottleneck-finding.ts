import { DateTime } from 'luxon';
import type { MonthFans, TrialsResult } from '../engine/results/result-types';
import { formatDecimals } from '../format/number';
import { formatOdds } from '../format/share';
import type { ScenarioDocument } from '../scenario/document';
import { HEADLINE_YEAR, shortName } from './context';

const LABELS: Readonly<Record<string, string>> = {
  schedule: 'the schedule',
  funding: 'funding',
  capacity: 'line capacity',
  demand: 'demand',
  abandoned: 'abandonment',
};

/** How a bottleneck's label is called in a sentence; a material goes by its name. */
export function bottleneckName(document: ScenarioDocument, label: string): string {
  return LABELS[label] ?? shortName(document.materials?.find((material) => material.id === label)?.name ?? label);
}

/** Months that end after the status date, up to the end of 2030; the month under way counts. */
function monthsCounted(document: ScenarioDocument, trials: TrialsResult): readonly MonthFans[] {
  const status = document.statusDate ? DateTime.fromISO(document.statusDate.slice(0, 10), { zone: 'utc' }) : null;
  const begun = status?.isValid ? status.plus({ days: 1 }).toFormat('yyyy-MM') : '';
  return trials.months.filter((row) => row.month >= begun && row.month <= `${HEADLINE_YEAR}-12`);
}

/** Expected months by label between the status date and the end of 2030, most first. */
export function expectedMonths(document: ScenarioDocument, trials: TrialsResult): { label: string; months: number }[] {
  const sums = new Map<string, number>();
  for (const row of monthsCounted(document, trials)) {
    for (const [label, p] of Object.entries(row.bottleneck)) sums.set(label, (sums.get(label) ?? 0) + p);
  }
  return [...sums].map(([label, months]) => ({ label, months })).sort((a, b) => b.months - a.months);
}

/** The label with the most expected months, or null where there are none. */
export function mainBottleneck(document: ScenarioDocument, trials: TrialsResult): string | null {
  const first = expectedMonths(document, trials)[0];
  return first && first.months > 0 ? first.label : null;
}

/** What holds output back until the end of 2030. */
export function bottleneckFinding(document: ScenarioDocument, trials: TrialsResult): string {
  const rows = expectedMonths(document, trials).filter((row) => row.months >= 0.05);
  const counted = monthsCounted(document, trials).length;
  const [first, second] = rows;
  if (!first) return 'Nothing is counted as holding output back: the horizon has no month before the end of 2030.';
  const name = (label: string) => bottleneckName(document, label);
  const months = (value: number) => `${formatDecimals(value, value < 10 ? 1 : 0)} months`;
  const then = second ? `, then ${name(second.label)} in ${months(second.months)}` : '';
  return `Until the end of ${HEADLINE_YEAR} what holds output back most is ${name(first.label)}: on average ${months(first.months)} of ${counted}${then}.`;
}

/** The year in which a material binds most, as odds: "Electrolyte binds in 7 of 10 futures during 2029." */
export function supplyFinding(document: ScenarioDocument, trials: TrialsResult, materialId: string): string {
  const name = bottleneckName(document, materialId);
  const byYear = new Map<string, number>();
  for (const row of trials.months) {
    const year = row.month.slice(0, 4);
    byYear.set(year, Math.max(byYear.get(year) ?? 0, row.bottleneck[materialId] ?? 0));
  }
  const worst = [...byYear].sort((a, b) => b[1] - a[1])[0];
  if (!worst || worst[1] <= 0) return `${name} never is what limits output.`;
  if (worst[1] < 0.005) return `${name} hardly ever is what limits output (under 1 % of futures in any month).`;
  return `${name} is what limits output in ${formatOdds(worst[1])} in the worst month of ${worst[0]}.`;
}
