import type { Discrete, Lognormal, Normal, Pert, Quantity, Triangular } from '../../scenario/document';
import { exp } from '../maths/exp';
import { log } from '../maths/log';
import { normalCdf, normalQuantile } from '../maths/normal';
import {
  givenBounds,
  percentileBounds,
  type ShapeBounds,
  unitPertQuantile,
  unitTriangularQuantile,
} from './percentile-bounds';
import { type BetaTable, betaTable, fillFromBetaTable } from './pert-table';

/** out[i] = Q(u[i]) for from <= i < to; `out` may be `u`. */
export type Fill = (u: Float64Array, from: number, to: number, out: Float64Array) => void;

/** A quantity made ready to be drawn. Parameters are looked at here and never again. */
export interface QuantitySampler {
  /** Whether every draw gives the same value. */
  readonly fixed: boolean;
  /** The value of the plan: the mode, or the mean or median where the kind has it as its centre; clipped. */
  readonly central: number;
  /** Q(u), 0 < u < 1; the same bits as `fill` gives. */
  quantile(u: number): number;
  readonly fill: Fill;
}

/** The 90th percentile of the standard normal distribution. */
const Z90 = 1.2815515655446004;
const DEFAULT_LAMBDA = 4;

interface Unclipped {
  readonly fixed: boolean;
  readonly central: number;
  readonly fill: Fill;
}

/**
 * Makes a quantity ready. All kinds of the document; `min` and `max` clip draws and central value.
 *
 * Errors: RangeError on parameters that no valid document has.
 *
 * @example quantitySampler({ kind: 'uniform', low: 10, high: 30 }).quantile(0.1) // 12
 */
export function quantitySampler(quantity: Quantity): QuantitySampler {
  const base = unclipped(quantity);
  const { min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY } =
    typeof quantity === 'number' ? {} : quantity;
  const clips = min !== Number.NEGATIVE_INFINITY || max !== Number.POSITIVE_INFINITY;
  const fill = clips ? clippedFill(base.fill, min, max) : base.fill;
  const one = new Float64Array(1);
  return {
    fixed: base.fixed || min >= max,
    central: Math.min(Math.max(base.central, min), max),
    fill,
    quantile: (u) => {
      one[0] = u;
      fill(one, 0, 1, one);
      return one[0]!;
    },
  };
}

function clippedFill(fill: Fill, min: number, max: number): Fill {
  return (u, from, to, out) => {
    fill(u, from, to, out);
    for (let i = from; i < to; i += 1) out[i] = Math.min(Math.max(out[i]!, min), max);
  };
}

function unclipped(quantity: Quantity): Unclipped {
  if (typeof quantity === 'number') return constant(quantity);
  switch (quantity.kind) {
    case 'fixed':
      return constant(quantity.value);
    case 'uniform':
      return uniform(quantity.low, quantity.high);
    case 'triangular':
      return triangular(quantity);
    case 'pert':
      return pert(quantity);
    case 'normal':
      return normal(quantity);
    case 'lognormal':
      return lognormal(quantity);
    case 'discrete':
      return discrete(quantity);
    default:
      throw new RangeError(`unknown kind of quantity ${JSON.stringify(quantity satisfies never)}`);
  }
}

function constant(value: number): Unclipped {
  return { fixed: true, central: value, fill: (_u, from, to, out) => out.fill(value, from, to) };
}

function uniform(low: number, high: number): Unclipped {
  const range = high - low;
  if (!(range >= 0)) throw new RangeError(`uniform needs low <= high, not ${low}, ${high}`);
  if (range === 0) return constant(low);
  return {
    fixed: false,
    central: low + range / 2,
    fill: (u, from, to, out) => {
      for (let i = from; i < to; i += 1) out[i] = low + u[i]! * range;
    },
  };
}

function checkOrder({ low, mode, high }: Triangular | Pert): void {
  if (!(low <= mode && mode <= high)) throw new RangeError(`needs low <= mode <= high, not ${low}, ${mode}, ${high}`);
}

function triangular(quantity: Triangular): Unclipped {
  checkOrder(quantity);
  const { mode } = quantity;
  const { low, high } =
    quantity.bounds === 'p10-p90'
      ? percentileBounds(quantity.low, mode, quantity.high, unitTriangularQuantile)
      : quantity;
  if (low === high) return constant(mode);
  return { fixed: false, central: mode, fill: triangularFill(low, mode, high) };
}

/** The triangular quantile; `low` < `high`. */
function triangularFill(low: number, mode: number, high: number): Fill {
  const range = high - low;
  const rising = range * (mode - low);
  const falling = range * (high - mode);
  const massBelowMode = (mode - low) / range;
  return (u, from, to, out) => {
    for (let i = from; i < to; i += 1) {
      const draw = u[i]!;
      out[i] = draw < massBelowMode ? low + Math.sqrt(draw * rising) : high - Math.sqrt((1 - draw) * falling);
    }
  };
}

function pert(quantity: Pert): Unclipped {
  checkOrder(quantity);
  const { mode, lambda = DEFAULT_LAMBDA } = quantity;
  if (!(lambda >= 0)) throw new RangeError(`lambda is at least 0, not ${lambda}`);
  if (quantity.low === quantity.high) return constant(mode);
  // Made when first drawn: a plan, which only asks for the centre, has no use for it.
  let made: { readonly bounds: ShapeBounds; readonly table: BetaTable } | undefined;
  return {
    fixed: false,
    central: mode,
    fill: (u, from, to, out) => {
      made ??= pertTable(quantity, lambda);
      fillFromBetaTable(made.table, made.bounds, u, from, to, out);
    },
  };
}

function pertTable({ low, mode, high, bounds: kind }: Pert, lambda: number) {
  const bounds =
    kind === 'p10-p90'
      ? percentileBounds(low, mode, high, (u, r) => unitPertQuantile(u, r, lambda))
      : givenBounds(low, mode, high);
  return { bounds, table: betaTable(1 + lambda * bounds.r, 1 + lambda * (1 - bounds.r)) };
}

function normal({ mean, sd, low, high }: Normal): Unclipped {
  const from = low ?? Number.NEGATIVE_INFINITY;
  const to = high ?? Number.POSITIVE_INFINITY;
  if (!(sd >= 0 && from <= mean && mean <= to)) throw new RangeError(`no normal of ${mean}, ${sd} in ${low}..${high}`);
  if (sd === 0 || from === to) return constant(mean);
  return { fixed: false, central: mean, fill: normalFill(mean, sd, from, to) };
}

function normalFill(mean: number, sd: number, low: number, high: number): Fill {
  const alpha = (low - mean) / sd;
  const beta = (high - mean) / sd;
  if (low === Number.NEGATIVE_INFINITY && high === Number.POSITIVE_INFINITY) {
    return (u, from, to, out) => {
      for (let i = from; i < to; i += 1) out[i] = mean + sd * normalQuantile(u[i]!);
    };
  }
  const below = normalCdf(alpha);
  const inside = normalCdf(beta) - below;
  const above = normalCdf(-beta);
  return (u, from, to, out) => {
    for (let i = from; i < to; i += 1) {
      const draw = u[i]!;
      const mass = below + draw * inside;
      // The upper half by its complement, which loses no digits towards 1.
      const z = mass <= 0.5 ? normalQuantile(mass) : -normalQuantile(above + (1 - draw) * inside);
      out[i] = Math.min(Math.max(mean + sd * z, low), high);
    }
  };
}

function lognormal({ p10, p90 }: Lognormal): Unclipped {
  if (!(p10 > 0 && p10 <= p90)) throw new RangeError(`lognormal needs 0 < p10 <= p90, not ${p10}, ${p90}`);
  const mu = (log(p10) + log(p90)) / 2;
  const sigma = (log(p90) - log(p10)) / (2 * Z90);
  if (sigma === 0) return constant(p10);
  return {
    fixed: false,
    central: exp(mu),
    fill: (u, from, to, out) => {
      for (let i = from; i < to; i += 1) out[i] = exp(mu + sigma * normalQuantile(u[i]!));
    },
  };
}

function discrete({ outcomes }: Discrete): Unclipped {
  const sorted = [...outcomes].sort((a, b) => a.value - b.value);
  const total = sorted.reduce((sum, outcome) => sum + outcome.p, 0);
  if (!(total > 0)) throw new RangeError(`discrete needs an outcome with p > 0, not ${JSON.stringify(outcomes)}`);
  const values = Float64Array.from(sorted, (outcome) => outcome.value);
  const cumulated = new Float64Array(sorted.length);
  let sum = 0;
  let likeliest = 0;
  for (let k = 0; k < sorted.length; k += 1) {
    sum += sorted[k]!.p;
    cumulated[k] = sum / total;
    if (sorted[k]!.p > sorted[likeliest]!.p) likeliest = k;
  }
  const last = sorted.length - 1;
  return {
    fixed: values[0] === values[last],
    central: values[likeliest]!,
    fill: (u, from, to, out) => {
      for (let i = from; i < to; i += 1) {
        const draw = u[i]!;
        let k = 0;
        while (k < last && cumulated[k]! <= draw) k += 1;
        out[i] = values[k]!;
      }
    },
  };
}
