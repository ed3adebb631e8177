import type { TrialsResult } from '../../engine/results/result-types';
import type { ScenarioResults } from '../frame';

/** The year that sentences speak of: 2030, or the last of the horizon where that ends before or begins after. */
export function focusYear(results: ScenarioResults): number {
  const years = results.trials.years.map((entry) => entry.year);
  return years.includes(2030) ? 2030 : (years.at(-1) ?? 2030);
}

/** Position in the months of a year's December, or of the last month of the horizon. */
export function decemberIndex(trials: TrialsResult, year: number): number {
  const found = trials.months.findIndex(({ month }) => month === `${year}-12`);
  return found >= 0 ? found : trials.months.length - 1;
}
