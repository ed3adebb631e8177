import type { QuantitySampler } from '../distributions/quantity-sampler';
import type { TrajectorySampler } from '../distributions/trajectory-sampler';

/**
 * One input moved with the draws as they were: Q'(u) = factor x Q(u) + offset, for the plan's value as for every draw
 * and for each month of a trajectory; or `value`, which takes the place of the input.
 */
export interface Move {
  readonly path: string;
  readonly factor?: number;
  readonly offset?: number;
  readonly value?: number;
}

type Change = (x: number) => number;

/** The moves of one path, one after the other; undefined where there is none. */
function changeAt(moves: readonly Move[], path: string): Change | undefined {
  let change: Change | undefined;
  for (const move of moves) {
    if (move.path !== path) continue;
    const { factor = 1, offset = 0, value } = move;
    const before = change ?? ((x: number) => x);
    change = value === undefined ? (x) => factor * before(x) + offset : () => value;
  }
  return change;
}

function isReplaced(moves: readonly Move[], path: string): boolean {
  return moves.some((move) => move.path === path && move.value !== undefined);
}

/** The sampler of a quantity as the moves leave it. */
export function movedQuantity(sampler: QuantitySampler, moves: readonly Move[], path: string): QuantitySampler {
  const change = changeAt(moves, path);
  if (change === undefined) return sampler;
  return {
    fixed: sampler.fixed || isReplaced(moves, path),
    central: change(sampler.central),
    quantile: (u) => change(sampler.quantile(u)),
    fill: (u, from, to, out) => {
      sampler.fill(u, from, to, out);
      for (let i = from; i < to; i++) out[i] = change(out[i]!);
    },
  };
}

/** The sampler of a trajectory as the moves leave it: what is straight in time stays so. */
export function movedTrajectory(sampler: TrajectorySampler, moves: readonly Move[], path: string): TrajectorySampler {
  const change = changeAt(moves, path);
  if (change === undefined) return sampler;
  const replaced = isReplaced(moves, path);
  const months = sampler.straight.length;
  const apply = (out: Float64Array, from: number, to: number) => {
    for (let i = from; i < to; i++) out[i] = change(out[i]!);
  };
  return {
    fixed: sampler.fixed || replaced,
    constant: sampler.constant || replaced,
    knots: null,
    straight: replaced ? new Uint8Array(months).fill(1, 0, months - 1) : sampler.straight,
    centralPath: (out, delayDays) => {
      sampler.centralPath(out, delayDays);
      apply(out, 0, months);
    },
    path: (u, out, offset = 0, delayDays) => {
      sampler.path(u, out, offset, delayDays);
      apply(out, offset, offset + months);
    },
  };
}
