import type { ScenarioDocument } from '../../scenario/document';
import type { Move } from '../compile/moves';
import type { Outcome } from '../types';
import { type Chance, chanceOf } from './joint-chance';
import { type DrawOptions, drawnAs, type Laboratory, type OnRuns } from './laboratory';

export interface GoalRequest extends DrawOptions {
  /** The input that is moved. */
  readonly path: string;
  /** Whether Q(u) is multiplied or added to. */
  readonly by: 'factor' | 'offset';
  /** Bounds of the factor or of the offset. */
  readonly low: number;
  readonly high: number;
  /** The target, and the probability that it shall have (default: its own wish). */
  readonly target: string;
  readonly probability?: number;
  /** Told of each run, of at most so many. */
  readonly onRuns?: OnRuns;
}

/** A move and the target's chance with it. */
export interface GoalPoint extends Chance {
  readonly move: number;
}

export interface GoalResult {
  readonly path: string;
  readonly by: 'factor' | 'offset';
  readonly target: string;
  /** The probability that is wished for. */
  readonly wish: number;
  /** What the target's probability is without a move. */
  readonly unmoved: number;
  /** The smallest move that reaches the wish; null: none within the bounds. */
  readonly found: GoalPoint | null;
  /** The best of what was tried, the answer where none reaches the wish. */
  readonly best: GoalPoint;
  /** All that was tried, by move. */
  readonly tried: readonly GoalPoint[];
}

/** Bisection ends at this part of the distance of the bounds. */
const PRECISION = 1e-4;
/** Where no bound reaches the wish, so many steps between are looked at: the best may lie inside. */
const STEPS = 8;
/** Two sides of eight steps and two bisections at most; the number that progress is told in. */
const MOST_RUNS = 2 * STEPS + 2 * 14 + 1;

/**
 * The smallest move of one input, all draws as they were, at which a target reaches a probability. "Smallest": nearest
 * to no move at all (factor 1, offset 0) or, where that lies outside, to the bound next to it. From there the search
 * goes to both bounds; each side is bisected to 1e-4 of the distance of the bounds, the end that reaches the wish is the
 * answer. A side whose bound does not reach the wish is looked at in eight steps.
 *
 * Bisection finds the only crossing where the probability rises along the way; where it goes up and down, it finds one.
 *
 * Errors: those of the document and of the moved input's range; a target that does not exist or has no wish.
 */
export async function seekGoal(
  document: ScenarioDocument,
  request: GoalRequest,
  laboratory: Laboratory,
): Promise<Outcome<GoalResult>> {
  const { path, by, low, high, target: id, onRuns } = request;
  if (!(low < high) || !Number.isFinite(high - low)) {
    return refuse('', [low, high], `The bounds are ${low} and ${high}; the lower one must be below the upper one.`);
  }
  const wish = request.probability ?? document.targets?.find((target) => target.id === id)?.probability;
  const fault = goalFault(document, id, wish);
  if (fault !== null || wish === undefined) return fault ?? refuse('targets', id, 'A probability is missing.');
  const draws = drawnAs(document, request);
  const tried = new Map<number, Chance>();

  async function probabilityAt(move: number): Promise<Outcome<number>> {
    const known = tried.get(move);
    if (known !== undefined) return { ok: true, value: known.probability };
    const opened = laboratory.open(document, [moveOf(request, move)]);
    if (!opened.ok) return opened;
    const run = await laboratory.run(opened.value, draws);
    const chance = chanceOf(run.met(id) ?? new Uint8Array());
    tried.set(move, chance);
    onRuns?.(tried.size, MOST_RUNS);
    return { ok: true, value: chance.probability };
  }

  const none = by === 'factor' ? 1 : 0;
  const from = Math.min(high, Math.max(low, none));
  // The whole range must be allowed, or the answer would depend on where the search happens to look.
  for (const move of [low, high]) {
    const opened = laboratory.open(document, [moveOf(request, move)]);
    if (!opened.ok) return opened;
  }
  for (const move of new Set([none, from])) {
    const point = await probabilityAt(move);
    if (!point.ok) return point;
  }
  const unmoved = tried.get(none)!.probability;
  const answers: number[] = [];
  if (tried.get(from)!.probability >= wish) answers.push(from);
  else {
    for (const bound of [low, high]) {
      const reached = await search(probabilityAt, { from, bound, wish, tolerance: PRECISION * (high - low) });
      if (!reached.ok) return reached;
      if (reached.value !== null) answers.push(reached.value);
    }
  }
  answers.sort((a, b) => Math.abs(a - none) - Math.abs(b - none));
  const points = [...tried].map(([move, chance]) => ({ move, ...chance })).sort((a, b) => a.move - b.move);
  const inside = points.filter(({ move }) => move >= low && move <= high);
  const best = inside.reduce((a, b) => (b.probability > a.probability ? b : a));
  const answer = answers[0];
  const found = answer === undefined ? null : { move: answer, ...tried.get(answer)! };
  return { ok: true, value: { path, by, target: id, wish, unmoved, found, best, tried: points } };
}

function moveOf({ path, by }: GoalRequest, move: number): Move {
  return by === 'factor' ? { path, factor: move } : { path, offset: move };
}

interface Side {
  /** Where the search begins: the wish is not reached here. */
  readonly from: number;
  readonly bound: number;
  readonly wish: number;
  readonly tolerance: number;
}

type ProbabilityAt = (move: number) => Promise<Outcome<number>>;

/** The move nearest to `from` at which the wish is reached, on the way to the bound; null where there is none. */
async function search(probabilityAt: ProbabilityAt, side: Side): Promise<Outcome<number | null>> {
  const { from, bound, wish, tolerance } = side;
  if (from === bound) return { ok: true, value: null };
  const atBound = await probabilityAt(bound);
  if (!atBound.ok) return atBound;
  let misses = from;
  let reaches: number | null = atBound.value >= wish ? bound : null;
  for (let step = 1; reaches === null && step < STEPS; step++) {
    const move = from + ((bound - from) * step) / STEPS;
    const point = await probabilityAt(move);
    if (!point.ok) return point;
    if (point.value >= wish) reaches = move;
    else misses = move;
  }
  while (reaches !== null && Math.abs(reaches - misses) > tolerance) {
    const middle: number = misses + (reaches - misses) / 2;
    const point = await probabilityAt(middle);
    if (!point.ok) return point;
    if (point.value >= wish) reaches = middle;
    else misses = middle;
  }
  return { ok: true, value: reaches };
}

function goalFault(document: ScenarioDocument, id: string, wish: number | undefined): Outcome<never> | null {
  if (!document.targets?.some((target) => target.id === id)) {
    const ids = (document.targets ?? []).map((target) => target.id).join(', ');
    return refuse('targets', id, `There is no target "${id}"; there are: ${ids === '' ? 'none' : ids}.`);
  }
  if (wish === undefined) {
    return refuse(`targets/${id}/probability`, null, `Target "${id}" has no wish; a probability must be given.`);
  }
  if (wish > 0 && wish <= 1) return null;
  return refuse(`targets/${id}/probability`, wish, `The probability is ${wish}; it must be above 0 and at most 1.`);
}

function refuse(path: string, value: unknown, message: string): Outcome<never> {
  return { ok: false, errors: [{ path, value, rule: 'range', message }] };
}
