import { type Model, TRANCHE } from '../compile/model';
import type { f64, i32 } from '../kernel/number-types';
import { NOW } from '../scale-up/month-now';
import type { TrialState } from '../scale-up/trial-state';

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
 * Once the programme is abandoned nothing arrives any more; debt is still served.
 */
export function trancheFlows(model: Model, state: TrialState, month: i32): void {
  const { now } = state;
  now[NOW.received] = 0;
  now[NOW.grants] = 0;
  now[NOW.interest] = 0;
  now[NOW.principal] = 0;
  if (state.debtCount > 0) serveDebts(model, state);
  const end = model.months.end[month]!;
  if (now[NOW.open] === 0 || state.tranchesWaitingCount === 0) return;
  if (now[NOW.eventsJudged] === 1 || now[NOW.nextTranche]! < end) receiveTranches(model, state, end);
}

function receiveTranches(model: Model, state: TrialState, monthEnd: f64): void {
  const { values, eventDay, fundingDelay, tranchesWaiting, debts, debtBalance, debtPaymentsLeft, now } = state;
  let still = 0;
  let next = Number.POSITIVE_INFINITY;
  for (let i = 0; i < state.tranchesWaitingCount; i++) {
    const t = tranchesWaiting[i]!;
    const tranche = model.funding.tranches[t]!;
    const day = eventDay[tranche.on]! + fundingDelay[t]!;
    if (!(day < monthEnd)) {
      tranchesWaiting[still++] = t;
      next = Math.min(next, day);
      continue;
    }
    const amount = values[tranche.amount]!;
    now[NOW.received]! += amount;
    if (tranche.kind === TRANCHE.grant) now[NOW.grants]! += amount;
    if (tranche.kind === TRANCHE.debt) {
      debts[state.debtCount++] = t;
      debtBalance[t] = amount;
      debtPaymentsLeft[t] = Math.ceil(values[tranche.term]!);
    }
  }
  state.tranchesWaitingCount = still;
  now[NOW.nextTranche] = next;
}

function serveDebts(model: Model, state: TrialState): void {
  const { now, values, debts, debtBalance, debtPaymentsLeft } = state;
  let interest: f64 = 0;
  let principal: f64 = 0;
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
  now[NOW.interest] = interest;
  now[NOW.principal] = principal;
}
