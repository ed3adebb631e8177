import type { Model } from '../compile/model';
import type { TrialState } from '../scale-up/trial-state';

/** Cash that comes and goes with tranches in one month. */
export interface TrancheFlows {
  received: number;
  grants: number;
  interest: number;
  principal: number;
}

/** Before the first month: every tranche that is not missed may still arrive. */
export function resetTranches(model: Model, state: TrialState): void {
  const { values, events, tranchesWaiting } = state;
  state.debtCount = 0;
  state.tranchesWaitingCount = 0;
  for (let t = 0; t < tranchesWaiting.length; t++) {
    const tranche = model.funding.tranches[t]!;
    // A high draw is the bad one: missed above the probability. NaN, an absent draw, arrives.
    if (!(events[tranche.event]! > values[tranche.probability]!)) tranchesWaiting[state.tranchesWaitingCount++] = t;
  }
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
  serveDebts(model, state, out);
  out.received = 0;
  out.grants = 0;
  if (!open || state.tranchesWaitingCount === 0) return;
  const { values, eventDay, fundingDelay, tranchesWaiting, debts, debtBalance, debtPaymentsLeft } = state;
  let still = 0;
  for (let i = 0; i < state.tranchesWaitingCount; i++) {
    const t = tranchesWaiting[i]!;
    const tranche = model.funding.tranches[t]!;
    if (!(eventDay[tranche.on]! + fundingDelay[t]! < monthEnd)) {
      tranchesWaiting[still++] = t;
      continue;
    }
    const amount = values[tranche.amount]!;
    out.received += amount;
    if (tranche.kind === 'grant') out.grants += amount;
    if (tranche.kind === 'debt') {
      debts[state.debtCount++] = t;
      debtBalance[t] = amount;
      debtPaymentsLeft[t] = Math.ceil(values[tranche.term]!);
    }
  }
  state.tranchesWaitingCount = still;
}

function serveDebts(model: Model, state: TrialState, out: TrancheFlows): void {
  const { values, debts, debtBalance, debtPaymentsLeft } = state;
  let interest = 0;
  let principal = 0;
  for (let i = 0; i < state.debtCount; i++) {
    const t = debts[i]!;
    const tranche = model.funding.tranches[t]!;
    const balance = debtBalance[t]!;
    interest += (balance * values[tranche.interest]!) / 12;
    const left = debtPaymentsLeft[t]!;
    if (left > 0) {
      const payment = left === 1 ? balance : Math.min(balance, values[tranche.amount]! / values[tranche.term]!);
      principal += payment;
      debtBalance[t] = balance - payment;
      debtPaymentsLeft[t] = left - 1;
    }
  }
  out.interest = interest;
  out.principal = principal;
}
