import type { DateText, Distribution, Knot, Knots, QuantityMeta } from '../document';
import { sourceIdOf } from './evidence';

/** The three scenarios. They share every id, so that any input of one pairs with the same input of another. */
export type ScenarioKey = 'reference' | 'announced' | 'constrained';

/** A value for each scenario; Constrained is Reference where nothing else is said. */
export interface PerScenario<Value> {
  readonly reference: Value;
  readonly announced: Value;
  readonly constrained?: Value;
}

export function choose<Value>(key: ScenarioKey, values: PerScenario<Value>): Value {
  if (key === 'announced') return values.announced;
  return key === 'constrained' ? (values.constrained ?? values.reference) : values.reference;
}

/** A distribution with its unit and where it comes from. */
export type Supported<Shape> = Shape & { readonly meta: QuantityMeta };
type Shape = Distribution | Knots;

export const fixed = (value: number): Distribution => ({ kind: 'fixed', value });
export const pert = (low: number, mode: number, high: number): Distribution => ({ kind: 'pert', low, mode, high });
export const uniform = (low: number, high: number): Distribution => ({ kind: 'uniform', low, high });

type Row =
  | readonly [date: DateText, value: number]
  | readonly [date: DateText, low: number, mode: number, high: number];

function knotOf(row: Row): Knot {
  return row.length === 2 ? { date: row[0], value: row[1] } : { date: row[0], low: row[1], mode: row[2], high: row[3] };
}

/** A path through time, linear between the knots. */
export const linear = (...rows: readonly Row[]): Knots => ({ interpolate: 'linear', knots: rows.map(knotOf) });
/** A path through time that falls or grows by a constant rate between the knots. */
export const geometric = (...rows: readonly Row[]): Knots => ({ interpolate: 'geometric', knots: rows.map(knotOf) });

/**
 * A number that records speak for. A record in another unit, or one outside the range, is explained in the note as
 * `<record id>: why`. `assumption` says what is added to the records where they do not carry the number alone.
 */
export function fromEvidence<S extends Shape>(
  shape: S,
  unit: string,
  evidence: readonly string[],
  note?: string,
  assumption?: string,
): Supported<S> {
  const sources = [...new Set(evidence.map(sourceIdOf))];
  return {
    ...shape,
    meta: {
      sources,
      evidence: [...evidence],
      ...(assumption ? { assumption } : {}),
      ...(note ? { note } : {}),
      ...(unit ? { unit } : {}),
    },
  };
}

/** A number without a record: `reason` says why this one. */
export function assume<S extends Shape>(shape: S, unit: string, reason: string): Supported<S> {
  return { ...shape, meta: { assumption: reason, ...(unit ? { unit } : {}) } };
}
