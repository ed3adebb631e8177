import { describe, expect, it } from 'vitest';
import { fanByMonth, finite, packedFans, unpackFans } from './packed-fans';
import type { MonthFans } from './result-types';

const NEVER = [2, 3, 4, 5, Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, Number.NaN];
const never = { P5: 2, P10: 3, P25: 4, P50: 5, P75: 'never', P90: 'never', P95: 'never', mean: 'never' };
const upTo = (from: number) => Array.from({ length: 8 }, (_, i) => from + i);
const named = ([P5, P10, P25, P50, P75, P90, P95, mean]: number[]) => ({ P5, P10, P25, P50, P75, P90, P95, mean });

/** Two months of two fans, one of them with a name that a plain object would lose. */
const months = unpackFans({
  months: ['2026-01', '2026-02'],
  series: ['output', '__proto__'],
  values: Float64Array.from([...upTo(10), ...NEVER, ...upTo(30), ...upTo(40)]),
  labels: ['demand', 'salt'],
  bottlenecks: Float64Array.from([1, 0, 0.25, 0.75]),
});
const plain = [
  { month: '2026-01', output: named(upTo(10)), proto: named(upTo(30)), bottleneck: { demand: 1, salt: 0 } },
  { month: '2026-02', output: never, proto: named(upTo(40)), bottleneck: { demand: 0.25, salt: 0.75 } },
];
const seen = (read: readonly MonthFans[]) =>
  read.map(({ month, fans, bottleneck }) => ({
    month,
    output: fans.output,
    proto: Object.getOwnPropertyDescriptor(fans, '__proto__')?.value,
    bottleneck: { ...bottleneck },
  }));

describe('packed fans', () => {
  it('read like objects, once and again', () => {
    expect(seen(months)).toEqual(plain);
    expect(months[0]!.fans).toBe(months[0]!.fans);
    expect(months[0]!.bottleneck).toBe(months[0]!.bottleneck);
  });
  it('are written and copied like objects', () => {
    const written = JSON.parse(JSON.stringify(months)) as MonthFans[];
    expect(seen(written)).toEqual(plain);
    expect(structuredClone(months)[1]!.fans.output).toEqual(never);
  });
  it('give one fan by month, from numbers and from objects alike', () => {
    const copied = JSON.parse(JSON.stringify(months)) as MonthFans[];
    for (const from of [months, copied]) {
      expect(fanByMonth({ months: from }, 'output')).toEqual([named(upTo(10)), never]);
      expect(fanByMonth({ months: from }, 'nothing')).toEqual([null, null]);
    }
    expect(packedFans(copied)).toBeUndefined();
    expect(packedFans(months)?.months).toEqual(['2026-01', '2026-02']);
  });
  it('name what is not finite', () => {
    expect([finite(0), finite(-1.5), finite(Number.POSITIVE_INFINITY), finite(Number.NaN)]).toEqual([
      0,
      -1.5,
      'never',
      'never',
    ]);
  });
});
