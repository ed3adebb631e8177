import { formatSignificant } from '../format/number';
import type { Distribution, Knots, Quantity, QuantityMeta, Trajectory } from '../scenario/document';
import type { Range } from '../scenario/range';

export type QuantityKind = Distribution['kind'];

export const quantityKinds: readonly { readonly value: QuantityKind; readonly label: string }[] = [
  { value: 'fixed', label: 'Number' },
  { value: 'uniform', label: 'Uniform' },
  { value: 'triangular', label: 'Triangular' },
  { value: 'pert', label: 'PERT' },
  { value: 'normal', label: 'Normal' },
  { value: 'lognormal', label: 'Lognormal' },
  { value: 'discrete', label: 'Discrete' },
];

/** The numbers that a kind is made of, in the order of their fields. */
export const kindFields: Readonly<
  Record<QuantityKind, readonly { readonly key: string; readonly label: string; readonly optional?: boolean }[]>
> = {
  fixed: [{ key: 'value', label: 'Value' }],
  uniform: [
    { key: 'low', label: 'Low' },
    { key: 'high', label: 'High' },
  ],
  triangular: [
    { key: 'low', label: 'Low' },
    { key: 'mode', label: 'Likely' },
    { key: 'high', label: 'High' },
  ],
  pert: [
    { key: 'low', label: 'Low' },
    { key: 'mode', label: 'Likely' },
    { key: 'high', label: 'High' },
    { key: 'lambda', label: 'Weight', optional: true },
  ],
  normal: [
    { key: 'mean', label: 'Mean' },
    { key: 'sd', label: 'SD' },
    { key: 'low', label: 'Low', optional: true },
    { key: 'high', label: 'High', optional: true },
  ],
  lognormal: [
    { key: 'p10', label: 'P10' },
    { key: 'p90', label: 'P90' },
  ],
  discrete: [],
};

export const isKnots = (trajectory: Trajectory): trajectory is Knots =>
  typeof trajectory === 'object' && 'knots' in trajectory;

export const kindOf = (quantity: Quantity): QuantityKind => (typeof quantity === 'number' ? 'fixed' : quantity.kind);

export const metaOf = (value: Trajectory | undefined): QuantityMeta | undefined =>
  typeof value === 'object' ? value.meta : undefined;

/** A number that has nothing beside it is written as a bare number. */
export function plainOrKept(value: Distribution): Quantity {
  if (value.kind !== 'fixed') return value;
  const bare = value.meta === undefined && value.min === undefined && value.max === undefined;
  return bare ? value.value : value;
}

/** The quantity with other words beside it; a bare number becomes a `fixed` one when it gets some. */
export function withMeta<T extends Trajectory>(value: T, meta: QuantityMeta | undefined): Trajectory {
  const empty = !meta || Object.values(meta).every((entry) => entry === undefined);
  if (typeof value === 'number') return empty ? value : { kind: 'fixed', value, meta };
  const { meta: _before, ...rest } = value as Exclude<Trajectory, number>;
  if (!empty) return { ...rest, meta } as Trajectory;
  return 'kind' in rest && rest.kind === 'fixed' ? plainOrKept(rest as Distribution) : (rest as Trajectory);
}

/** Where a quantity lies: lowest, middle and highest of what it names (not its support). */
export function anchors(quantity: Quantity): { readonly low: number; readonly middle: number; readonly high: number } {
  if (typeof quantity === 'number') return { low: quantity, middle: quantity, high: quantity };
  switch (quantity.kind) {
    case 'fixed':
      return { low: quantity.value, middle: quantity.value, high: quantity.value };
    case 'uniform':
      return { low: quantity.low, middle: (quantity.low + quantity.high) / 2, high: quantity.high };
    case 'triangular':
    case 'pert':
      return { low: quantity.low, middle: quantity.mode, high: quantity.high };
    case 'normal':
      return { low: quantity.mean - 2 * quantity.sd, middle: quantity.mean, high: quantity.mean + 2 * quantity.sd };
    case 'lognormal':
      return { low: quantity.p10, middle: Math.sqrt(quantity.p10 * quantity.p90), high: quantity.p90 };
    case 'discrete': {
      const values = quantity.outcomes.map(({ value }) => value);
      const likely = quantity.outcomes.reduce((best, outcome) => (outcome.p > best.p ? outcome : best), {
        value: Number.NaN,
        p: Number.NEGATIVE_INFINITY,
      });
      return { low: Math.min(...values), middle: likely.value, high: Math.max(...values) };
    }
    default:
      return quantity satisfies never;
  }
}

const clean = (value: number) => Number(value.toPrecision(12));
const tidy = (value: number) => (value === 0 ? 0 : Number(value.toPrecision(4)));

function inside(value: number, range: Range | undefined): number {
  if (!range) return value;
  return Math.min(range.highOpen ? Math.max(value, range.low) : range.high, Math.max(range.low, value));
}

/** Low, middle and high around a quantity, a fifth to each side where it has no width of its own, inside the range. */
function spread(quantity: Quantity, range: Range | undefined) {
  const { low, middle, high } = anchors(quantity);
  if (high > low) return { low, middle: Math.min(high, Math.max(low, middle)), high };
  const width = middle === 0 ? 1 : tidy(Math.abs(middle) * 0.2);
  return { low: clean(inside(middle - width, range)), middle, high: clean(inside(middle + width, range)) };
}

/** The same quantity as another kind: its middle and its width stay as far as the kind can say them. */
export function convertKind(quantity: Quantity, kind: QuantityKind, range?: Range): Quantity {
  if (kindOf(quantity) === kind) return quantity;
  const meta = metaOf(quantity);
  const beside = meta ? { meta } : {};
  const { low, middle, high } = spread(quantity, range);
  switch (kind) {
    case 'fixed':
      return plainOrKept({ kind, value: anchors(quantity).middle, ...beside });
    case 'uniform':
      return { kind, low, high, ...beside };
    case 'triangular':
    case 'pert':
      return { kind, low, mode: middle, high, ...beside };
    case 'normal':
      return normalInside({ low, middle, high }, range, beside);
    case 'lognormal': {
      const p10 = low > 0 ? low : tidy(Math.max(high / 10, 1e-6));
      return { kind, p10, p90: high > p10 ? high : tidy(p10 * 1.5), ...maximum(range), ...beside };
    }
    case 'discrete':
      return {
        kind,
        outcomes: [
          { value: low, p: 0.25 },
          { value: middle, p: 0.5 },
          { value: high, p: 0.25 },
        ],
        ...beside,
      };
    default:
      return kind satisfies never;
  }
}

const maximum = (range: Range | undefined) => (range && range.high < 1e15 ? { max: range.high } : {});

/** A normal has no ends of its own, so it takes those of its range. */
function normalInside(
  { low, middle, high }: { low: number; middle: number; high: number },
  range: Range | undefined,
  beside: { meta?: QuantityMeta },
): Quantity {
  const sd = tidy(Math.max((high - low) / 4, 1e-9));
  const ends: { low?: number; high?: number } = {};
  if (range && range.low > -1e15)
    ends.low = range.lowOpen ? tidy(Math.min(middle, Math.max(low / 2, 1e-6))) : range.low;
  if (range && range.high < 1e15) ends.high = range.high;
  return { kind: 'normal', mean: middle, sd, ...ends, ...beside };
}

/** A large number in a row: `1.2 bn`, `800 m`. */
export function shortNumber(value: number): string {
  const size = Math.abs(value);
  if (size >= 1e12 && size < 1e15) return `${formatSignificant(value / 1e12)} tn`;
  if (size >= 1e9 && size < 1e12) return `${formatSignificant(value / 1e9)} bn`;
  if (size >= 1e6 && size < 1e9) return `${formatSignificant(value / 1e6)} m`;
  return formatSignificant(value, 4);
}

/** A quantity or trajectory in a row of a table: `60 (45 – 90)`. */
export function summary(value: Trajectory | undefined): string {
  if (value === undefined) return '';
  if (typeof value === 'object' && 'knots' in value) {
    const middles = value.knots.map((knot) => ('value' in knot ? knot.value : knot.mode));
    const first = middles[0];
    const last = middles[middles.length - 1];
    if (first === undefined || last === undefined) return '';
    return middles.length === 1 ? shortNumber(first) : `${shortNumber(first)} → ${shortNumber(last)}`;
  }
  const { low, middle, high } = anchors(value);
  if (kindOf(value) === 'fixed') return shortNumber(middle);
  return `${shortNumber(middle)} (${shortNumber(low)} – ${shortNumber(high)})`;
}
