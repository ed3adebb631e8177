import type { GoalResult } from '../engine/insight/goal-seek';
import { formatSigned, formatSignificant } from '../format/number';
import { formatProbability } from '../format/share';

export interface GoalWords {
  readonly input: string;
  readonly target: string;
  readonly unit: string;
}

function moveText({ by }: GoalResult, move: number, unit: string): string {
  return by === 'factor' ? `times ${formatSignificant(move, 4)}` : `${formatSigned(move, 4)} ${unit}`.trim();
}

/** The answer of a goal seek as a sentence: the smallest move that reaches the wish, or that there is none. */
export function goalSentence(result: GoalResult, { input, target, unit }: GoalWords): string {
  const { found, best, wish, unmoved, by } = result;
  const asked = `a chance of ${formatProbability(wish)} for “${target}”`;
  const now = `it is ${formatProbability(unmoved)} as things stand`;
  if (found === null) {
    return `None within the bounds: no move of ${input} brings ${asked}; the best tried is ${moveText(result, best.move, unit)}, with ${formatProbability(best.probability, best.se)} (${now}).`;
  }
  if (found.move === (by === 'factor' ? 1 : 0)) {
    return `Nothing has to move: “${target}” has a chance of ${formatProbability(unmoved)} as things stand, and ${formatProbability(wish)} is wished for.`;
  }
  return `${input} has to be ${moveText(result, found.move, unit)} for ${asked}: it then is ${formatProbability(found.probability, found.se)}; ${now}.`;
}
