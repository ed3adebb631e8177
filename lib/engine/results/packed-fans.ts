import { byName } from './by-name';
import type { Finite, MonthFans, Statistics, TrialsResult } from './result-types';

/** Numbers of one fan at one month: P5, P10, P25, P50, P75, P90, P95, mean; not finite where it is never. */
export const FAN_WIDTH = 8;

/** Fans of all months as numbers: some thousand objects fewer to make, to copy between threads and to forget. */
export interface PackedFans {
  readonly months: readonly string[];
  readonly series: readonly string[];
  /** [series][month][FAN_WIDTH]. */
  readonly values: Float64Array;
  readonly labels: readonly string[];
  /** Share of trials by [month][label]. */
  readonly bottlenecks: Float64Array;
}

const packed = new WeakMap<readonly MonthFans[], PackedFans>();

/** The numbers behind the months that `unpackFans` made; undefined for months that came from elsewhere. */
export function packedFans(months: readonly MonthFans[]): PackedFans | undefined {
  return packed.get(months);
}

/** The months of a result over packed numbers. A month's fans become objects when somebody reads them. */
export function unpackFans(fans: PackedFans): readonly MonthFans[] {
  const { series, labels, bottlenecks } = fans;
  const months = fans.months.map((month, m): MonthFans => {
    let read: Record<string, Statistics> | undefined;
    let limits: Record<string, number> | undefined;
    return {
      month,
      get fans() {
        read ??= byName(series, (i) => statisticsAt(fans, i, m));
        return read;
      },
      get bottleneck() {
        limits ??= byName(labels, (i) => bottlenecks[m * labels.length + i]!);
        return limits;
      },
    };
  });
  packed.set(months, fans);
  return months;
}

/** One fan by month; null where a month has none. Reads no more than that fan. */
export function fanByMonth({ months }: Pick<TrialsResult, 'months'>, name: string): (Statistics | null)[] {
  const fans = packed.get(months);
  if (fans === undefined) return months.map((month) => month.fans[name] ?? null);
  const place = fans.series.indexOf(name);
  return months.map((_, m) => (place < 0 ? null : statisticsAt(fans, place, m)));
}

/** Whether the months tell the fan of a series: those of a glance hold what was in sight. */
export function tellsFan({ months }: Pick<TrialsResult, 'months'>, name: string): boolean {
  const fans = packed.get(months);
  return fans === undefined ? Object.hasOwn(months[0]?.fans ?? {}, name) : fans.series.includes(name);
}

function statisticsAt({ months, values }: PackedFans, series: number, month: number): Statistics {
  return statisticsFrom(values, (series * months.length + month) * FAN_WIDTH);
}

/** The eight numbers from a place on. */
export function statisticsFrom(values: Float64Array, at: number) {
  return {
    P5: finite(values[at]!),
    P10: finite(values[at + 1]!),
    P25: finite(values[at + 2]!),
    P50: finite(values[at + 3]!),
    P75: finite(values[at + 4]!),
    P90: finite(values[at + 5]!),
    P95: finite(values[at + 6]!),
    mean: finite(values[at + 7]!),
  };
}

/** A number or, for Infinity and for no number at all, `never`. */
export function finite(value: number): Finite {
  return Number.isFinite(value) ? value : 'never';
}
