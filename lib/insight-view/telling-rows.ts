import type { SensitivityRow } from '../engine/results/result-types';

/** Standard deviations of chance correlation: beyond three, one of hundreds of inputs at most is there by luck. */
const DEVIATIONS = 3;

/** The rank correlation that unrelated numbers hardly reach over so many trials. */
export function noiseOf(trials: number): number {
  return DEVIATIONS / Math.sqrt(Math.max(1, trials));
}

/** Rows that move their output beyond what sampling alone makes of unrelated inputs. */
export function tellingRows(rows: readonly SensitivityRow[], trials: number): readonly SensitivityRow[] {
  const noise = noiseOf(trials);
  return rows.filter(
    ({ spearman, low, high }) => low !== null && high !== null && low !== high && Math.abs(spearman ?? 0) >= noise,
  );
}

/** Of the inputs of each risk the one that its output follows most closely. */
export function strongestByRisk(rows: readonly SensitivityRow[]): readonly SensitivityRow[] {
  const strongest = new Map<string, SensitivityRow>();
  for (const row of rows) {
    const [group, id] = row.path.split('/');
    if (group !== 'risks' || id === undefined) continue;
    const before = strongest.get(id);
    if (before === undefined || Math.abs(row.spearman ?? 0) > Math.abs(before.spearman ?? 0)) strongest.set(id, row);
  }
  return [...strongest.values()];
}
