import type { Model } from '../compile/model';
import type { f64, i32 } from '../kernel/number-types';
import { FIELD } from '../scale-up/month-fields';
import { NOW } from '../scale-up/month-now';
import type { TrialState } from '../scale-up/trial-state';

const KWH_PER_GWH = 1e6;
/** Cash at a month's end below this is a shortfall (a thousandth of the currency: rounding is none). */
const SHORT_OF_CASH = -0.001;

/** Step 7 of a month: revenue, cost, taxes with losses carried forward, free cash flow and cash. */
export function moneyMonth(model: Model, state: TrialState, m: i32): void {
  const { now, flows, months: rows, detail } = state;
  const months = model.months.count;
  const output = now[NOW.output]!;
  const starts = now[NOW.starts]!;
  const revenue = output * KWH_PER_GWH * now[NOW.price]!;
  const variable =
    now[NOW.bought]! +
    (starts + now[NOW.pilotStarts]!) * KWH_PER_GWH * now[NOW.otherMaterials]! +
    (starts * now[NOW.conversionFactor]! + now[NOW.pilotConversion]!) * KWH_PER_GWH * now[NOW.learned]!;
  const ebitda = revenue - variable - now[NOW.fixed]! - now[NOW.overhead]! - now[NOW.rnd]!;
  const operatingProfit = ebitda - now[NOW.depreciation]! - now[NOW.oneOff]!;
  const unleveredProfit = operatingProfit - now[NOW.unleveredLoss]!;
  const leveredProfit = operatingProfit - now[NOW.interest]! - now[NOW.leveredLoss]!;
  now[NOW.unleveredLoss] = Math.max(0, -unleveredProfit);
  now[NOW.leveredLoss] = Math.max(0, -leveredProfit);
  const unleveredTax = now[NOW.taxRate]! * Math.max(0, unleveredProfit);
  const tax = now[NOW.taxRate]! * Math.max(0, leveredProfit);
  const fcf = now[NOW.grants]! + ebitda - now[NOW.oneOff]! - now[NOW.capex]! - unleveredTax;
  const cash = now[NOW.cash]! + revenue - variable - now[NOW.fixed]! - tax;
  flows[m] = fcf;
  rows[FIELD.fcf * months + m] = fcf;
  now[NOW.cash] = cash;
  now[NOW.cumulativeFlow]! += fcf;
  now[NOW.leastFlow] = Math.min(now[NOW.leastFlow]!, now[NOW.cumulativeFlow]!);
  now[NOW.minCash] = Math.min(now[NOW.minCash]!, cash);
  if (m >= months - 12) now[NOW.lastYearEbitda]! += ebitda;
  if (cash < SHORT_OF_CASH) {
    now[NOW.shortfall] = 1;
    now[NOW.monthsBelow]! += 1;
    const { grace } = model.funding;
    if (grace > 0 && now[NOW.monthsBelow]! >= grace && now[NOW.open] === 1) now[NOW.graceOver] = 1;
  } else now[NOW.monthsBelow] = 0;
  now[NOW.cumulativeOutput]! += output + now[NOW.pilotOutput]!;
  now[NOW.soldKwh]! += output * KWH_PER_GWH;
  rows[FIELD.cash * months + m] = cash;
  if (!detail) return;
  rows[FIELD.revenue * months + m] = revenue;
  rows[FIELD.variable * months + m] = variable;
  rows[FIELD.tax * months + m] = tax;
  rows[FIELD.unleveredTax * months + m] = unleveredTax;
  recordDetail(state, months, m, output);
}

/** What only the full report of a future shows. */
function recordDetail(state: TrialState, months: i32, m: i32, output: f64): void {
  const { now, months: rows } = state;
  const fullCost = (now[NOW.fixed]! + now[NOW.depreciation]!) / (output * KWH_PER_GWH);
  rows[FIELD.fullUnitCost * months + m] = output > 0 ? now[NOW.unitCost]! + fullCost : Number.NaN;
  rows[FIELD.demand * months + m] = now[NOW.demand]!;
  rows[FIELD.pilotOutput * months + m] = now[NOW.pilotOutput]!;
  rows[FIELD.startsCapacityNoStall * months + m] = now[NOW.capacityNoStall]!;
  rows[FIELD.goodShare * months + m] = now[NOW.goodShare]!;
  rows[FIELD.received * months + m] = now[NOW.received]!;
  rows[FIELD.grants * months + m] = now[NOW.grants]!;
  rows[FIELD.interest * months + m] = now[NOW.interest]!;
  rows[FIELD.principal * months + m] = now[NOW.principal]!;
  rows[FIELD.overhead * months + m] = now[NOW.overhead]!;
  rows[FIELD.rnd * months + m] = now[NOW.rnd]!;
  rows[FIELD.capex * months + m] = now[NOW.capex]!;
  rows[FIELD.fixed * months + m] = now[NOW.fixed]!;
  rows[FIELD.depreciation * months + m] = now[NOW.depreciation]!;
  rows[FIELD.oneOff * months + m] = now[NOW.oneOff]!;
}
