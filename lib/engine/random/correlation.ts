import type { Correlation } from '../../scenario/document';
import { cholesky } from '../maths/cholesky';
import { nearestCorrelation } from '../maths/nearest-correlation';
import { normalCdf, normalQuantile } from '../maths/normal';

/** A Gaussian copula made ready: normal scores of `paths` (in order of code units) times `lower`, mapped back. */
export interface CorrelationPlan {
  readonly paths: readonly string[];
  /** The lower Cholesky factor, row by row, paths.length in each. */
  readonly lower: Float64Array;
  /** The first column of each row that is not 0; a row whose first is its diagonal stands alone. */
  readonly firstColumns: Int32Array;
}

export type CompiledCorrelation =
  | { readonly possible: true; readonly plan: CorrelationPlan }
  /**
   * No such joint distribution exists. `involved`: the given entries between the paths that cannot go together;
   * `nearest`: the nearest possible matrix over those paths, as entries in order of the paths, pairs of 0 left out.
   */
  | {
      readonly possible: false;
      readonly involved: readonly Correlation[];
      readonly nearest: readonly Correlation[];
    };

/** The largest double below 1: a draw that the copula would round to 1. */
const JUST_BELOW_ONE = 1 - Number.EPSILON / 2;
const JUST_ABOVE_ZERO = 2.2250738585072014e-308;

/**
 * Compiles the correlations of a document. Pairs not named have 0. The caller has made sure that no pair comes twice,
 * that paths exist and that |rho| < 1.
 */
export function compileCorrelation(correlations: readonly Correlation[]): CompiledCorrelation {
  const paths = [...new Set(correlations.flatMap((entry) => [entry.a, entry.b]))].sort(byCodeUnits);
  const size = paths.length;
  const index = new Map(paths.map((path, i) => [path, i]));
  const lower = new Float64Array(size * size);
  const involved: Correlation[] = [];
  const nearest: Correlation[] = [];
  for (const group of connectedGroups(correlations, index, size)) {
    const matrix = matrixOf(correlations, index, group);
    const result = cholesky(matrix, group.length);
    if (result.positiveDefinite) place(result.lower, group, lower, size);
    else {
      const members = new Set(group.map((i) => paths[i]!));
      involved.push(...correlations.filter((entry) => members.has(entry.a)));
      nearest.push(...asEntries(nearestCorrelation(matrix, group.length), group, paths));
    }
  }
  return nearest.length === 0 && involved.length === 0
    ? { possible: true, plan: { paths, lower, firstColumns: firstColumnsOf(lower, size) } }
    : { possible: false, involved, nearest };
}

function firstColumnsOf(lower: Float64Array, size: number): Int32Array {
  return Int32Array.from({ length: size }, (_, i) => {
    let j = 0;
    while (j < i && lower[i * size + j] === 0) j += 1;
    return j;
  });
}

function byCodeUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Sets of paths that hang together, each in order; the matrix falls into one block for each. */
function connectedGroups(
  correlations: readonly Correlation[],
  index: ReadonlyMap<string, number>,
  size: number,
): readonly (readonly number[])[] {
  const parent = Int32Array.from({ length: size }, (_, i) => i);
  const root = (i: number): number => {
    let top = i;
    while (parent[top] !== top) top = parent[top]!;
    for (let j = i; parent[j] !== top; ) {
      const next = parent[j]!;
      parent[j] = top;
      j = next;
    }
    return top;
  };
  for (const { a, b } of correlations) parent[root(index.get(a)!)] = root(index.get(b)!);
  const groups = new Map<number, number[]>();
  for (let i = 0; i < size; i += 1) {
    const group = groups.get(root(i));
    if (group === undefined) groups.set(root(i), [i]);
    else group.push(i);
  }
  return [...groups.values()];
}

function matrixOf(
  correlations: readonly Correlation[],
  index: ReadonlyMap<string, number>,
  group: readonly number[],
): Float64Array {
  const size = group.length;
  const position = new Map(group.map((member, i) => [member, i]));
  const matrix = new Float64Array(size * size);
  for (let i = 0; i < size; i += 1) matrix[i * size + i] = 1;
  for (const { a, b, rho } of correlations) {
    const i = position.get(index.get(a)!);
    const j = position.get(index.get(b)!);
    if (i === undefined || j === undefined || i === j) continue;
    matrix[i * size + j] = rho;
    matrix[j * size + i] = rho;
  }
  return matrix;
}

function place(block: Float64Array, group: readonly number[], lower: Float64Array, size: number): void {
  for (let i = 0; i < group.length; i += 1) {
    for (let j = 0; j <= i; j += 1) lower[group[i]! * size + group[j]!] = block[i * group.length + j]!;
  }
}

function asEntries(matrix: Float64Array, group: readonly number[], paths: readonly string[]): Correlation[] {
  const entries: Correlation[] = [];
  for (let i = 0; i < group.length; i += 1) {
    for (let j = i + 1; j < group.length; j += 1) {
      // Nine digits, as such a matrix is shown and typed in; the smallest eigenvalue is a thousand times larger.
      const rho = Math.floor(matrix[i * group.length + j]! * 1e9 + 0.5) / 1e9;
      if (rho !== 0) entries.push({ a: paths[group[i]!]!, b: paths[group[j]!]!, rho });
    }
  }
  return entries;
}

/**
 * Correlates the draws of a block in place: rows[k][i] is the draw of plan.paths[k] in trial i, i < count. Rows without
 * a correlation to an earlier path keep their bits.
 */
export function correlateBlock(plan: CorrelationPlan, rows: readonly Float64Array[], count: number): void {
  const size = plan.paths.length;
  const scores = new Float64Array(size);
  for (let i = 0; i < count; i += 1) {
    for (let k = 0; k < size; k += 1) scores[k] = scoreOf(rows[k]![i]!);
    for (let k = 0; k < size; k += 1) {
      if (plan.firstColumns[k]! < k) rows[k]![i] = correlated(plan, k, scores);
    }
  }
}

/**
 * Correlates the draws of one trial, in order of plan.paths. An absent draw (undefined) counts 0 among the normal
 * scores; the value in its place is what the copula makes of it, which the caller ignores for events.
 */
export function correlateOne(plan: CorrelationPlan, draws: readonly (number | undefined)[]): number[] {
  const scores = Float64Array.from(plan.paths, (_, k) => scoreOf(draws[k] ?? 0.5));
  return plan.paths.map((_, k) => (plan.firstColumns[k]! < k ? correlated(plan, k, scores) : (draws[k] ?? 0.5)));
}

/** The normal score of a draw; a draw given as 0 or 1 counts as the nearest one inside. */
function scoreOf(draw: number): number {
  return normalQuantile(inside(draw));
}

function correlated(plan: CorrelationPlan, k: number, scores: Float64Array): number {
  const size = plan.paths.length;
  let score = 0;
  for (let j = plan.firstColumns[k]!; j <= k; j += 1) score += plan.lower[k * size + j]! * scores[j]!;
  // Phi rounds to 1 beyond 8.3, and a draw stays inside (0, 1).
  return inside(normalCdf(score));
}

function inside(u: number): number {
  return Math.min(Math.max(u, JUST_ABOVE_ZERO), JUST_BELOW_ONE);
}
