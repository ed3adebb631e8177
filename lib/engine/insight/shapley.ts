/**
 * Exact Shapley values of a game of k players: what each adds to the value, averaged over every order in which they may
 * come. They sum to the value of all less the value of none.
 *
 * phi_i = sum over the coalitions S without i of |S|! (k - |S| - 1)! / k! x (v(S + i) - v(S))
 *
 * Source: L. S. Shapley, A value for n-person games, Contributions to the Theory of Games II (1953).
 *
 * @param players k, at most 20
 * @param valueByCoalition value of each coalition; bit i of the index is player i
 * @example shapleyValues(2, [0, 1, 2, 5]) // [2, 3]
 */
export function shapleyValues(players: number, valueByCoalition: ArrayLike<number>): number[] {
  const coalitions = 1 << players;
  if (players > 20 || valueByCoalition.length !== coalitions) {
    throw new RangeError(`${players} players have ${coalitions} coalitions (and at most 20 may play).`);
  }
  const weights = coalitionWeights(players);
  return Array.from({ length: players }, (_, player) => {
    const bit = 1 << player;
    let sum = 0;
    for (let coalition = 0; coalition < coalitions; coalition++) {
      if ((coalition & bit) !== 0) continue;
      sum += weights[size(coalition)]! * (valueByCoalition[coalition | bit]! - valueByCoalition[coalition]!);
    }
    return sum;
  });
}

/** s! (k - s - 1)! / k! = 1 / (k x binomial(k - 1, s)), by size s of the coalition. */
function coalitionWeights(players: number): number[] {
  const weights: number[] = [];
  let binomial = 1;
  for (let s = 0; s < players; s++) {
    weights.push(1 / (players * binomial));
    binomial = (binomial * (players - 1 - s)) / (s + 1);
  }
  return weights;
}

function size(coalition: number): number {
  let bits = 0;
  for (let rest = coalition; rest !== 0; rest &= rest - 1) bits++;
  return bits;
}
