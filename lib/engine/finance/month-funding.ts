import type { Model } from '../compile/model';
import type { TrialState } from '../scale-up/trial-state';

/** Cash that comes and goes with tranches in one month. */
export interface TrancheFlows {
  received: number;
  grants: number;
  interest: number;
  principal: number;
}

export function resetTranches(state: TrialState): void {
  state.trancheArrived.fill(0);
  state.debtBalance.fill(0);
  state.debtPaymentsLeft.fill(0);
}

/**
 * Debt that arrived in an earlier month is served (interest on the balance at the month's start, principal in equal
 * payments, the last the rest); then the tranches arrive whose day, with what delays it, falls before the month's end.
 *
 * @param open false once the programme is abandoned: nothing arrives any more, debt is still served
 */
export function trancheFlows(
  model: Model,
  state: TrialState,
  monthEnd: number,
  open: boolean,
  out: TrancheFlows,
): void {
  const { values, events, eventDay, fundingDelay, trancheArrived, debtBalance, debtPaymentsLeft } = state;
  const { tranches } = model.funding;
  let received = 0;
  let grants = 0;
  let interest = 0;
  let principal = 0;
  for (let t = 0; t < tranches.length; t++) {
    const tranche = tranches[t]!;
    if (trancheArrived[t] === 1) {
      if (tranche.kind !== 'debt') continue;
      const balance = debtBalance[t]!;
      interest += (balance * values[tranche.interest]!) / 12;
      const left = debtPaymentsLeft[t]!;
      if (left > 0) {
        const payment = left === 1 ? balance : Math.min(balance, values[tranche.amount]! / values[tranche.term]!);
        principal += payment;
        debtBalance[t] = balance - payment;
        debtPaymentsLeft[t] = left - 1;
      }
      continue;
    }
    // A high draw is the bad one: missed above the probability. NaN, an absent draw, arrives.
    if (!open || events[tranche.event]! > values[tranche.probability]!) continue;
    if (!(eventDay[tranche.on]! + fundingDelay[t]! < monthEnd)) continue;
    const amount = values[tranche.amount]!;
    trancheArrived[t] = 1;
    received += amount;
    if (tranche.kind === 'grant') grants += amount;
    if (tranche.kind === 'debt') {
      debtBalance[t] = amount;
      debtPaymentsLeft[t] = Math.ceil(values[tranche.term]!);
    }
  }
  out.received = received;
  out.grants = grants;
  out.interest = interest;
  out.principal = principal;
}
