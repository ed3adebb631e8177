import { isoDate } from '../engine/calendar/day-number';
import { metricOf } from '../engine/insight/figure';
import type { Finite } from '../engine/results/result-types';
import type { ScenarioDocument } from '../scenario/document';
import { isInstantMetric } from '../scenario/output-name';

/** A result as one line of JSON: what never happens is "never", what there is none of is null. */
export function jsonLine(value: unknown): string {
  const text = JSON.stringify(value, (_, field: unknown) => {
    if (typeof field !== 'number' || Number.isFinite(field)) return field;
    return Number.isNaN(field) ? null : 'never';
  });
  return `${text}\n`;
}

/** Rows of cells in columns: the first to the left, the others to the right; `last` too where it holds words. */
export function columns(rows: readonly (readonly string[])[], last: 'number' | 'words' = 'number'): string {
  const widths = (rows[0] ?? []).map((_, i) => Math.max(...rows.map((row) => (row[i] ?? '').length)));
  const lines = rows.map((row) =>
    row
      .map((cell, i) =>
        i === 0 || (last === 'words' && i === row.length - 1)
          ? cell.padEnd(widths[i] ?? 0)
          : cell.padStart(widths[i] ?? 0),
      )
      .join('  '),
  );
  return `${lines.map((line) => line.trimEnd()).join('\n')}\n`;
}

/** Four significant digits, large numbers in full. */
export function shortNumber(value: number): string {
  if (Number.isNaN(value)) return 'none';
  if (!Number.isFinite(value)) return value > 0 ? 'never' : '-never';
  if (value === 0) return '0';
  const size = Math.abs(value);
  if (size >= 1e15 || size < 1e-4) return value.toExponential(3);
  return size >= 1000 ? Math.round(value).toLocaleString('en-GB') : String(Number(value.toPrecision(4)));
}

const asNumber = (value: Finite) => (value === 'never' ? Number.POSITIVE_INFINITY : value);

/** Whether an output is an instant. */
export function isInstant(document: ScenarioDocument, output: string): boolean {
  const metric = metricOf(document, output);
  return metric !== undefined && isInstantMetric(metric);
}

/** A value of an output: a day for an instant, else a number. */
export function showValue(document: ScenarioDocument, output: string, value: Finite): string {
  const number = asNumber(value);
  return isInstant(document, output) && Number.isFinite(number) ? isoDate(number) : shortNumber(number);
}

/** A difference of an output with its sign: days for an instant. */
export function showDifference(document: ScenarioDocument, output: string, value: Finite): string {
  if (value === 'never') return 'none';
  const text = `${value > 0 ? '+' : ''}${shortNumber(value)}`;
  return isInstant(document, output) ? `${text} d` : text;
}

export function showProbability(probability: number): string {
  return `${(100 * probability).toFixed(1)} %`;
}

/** A chance with its sampling error: `31.4 % ± 0.3`. */
export function showChance({ probability, se }: { readonly probability: number; readonly se: number }): string {
  return `${showProbability(probability)} ± ${(100 * se).toFixed(1)}`;
}
