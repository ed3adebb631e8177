import { exp } from '../maths/exp';
import { log } from '../maths/log';

/** Monthly flows at the middle of each month and one at the end of the last month. */
export interface CashFlows {
  /** Money by month. */
  readonly monthly: Float64Array;
  /** Money at the end of the last month (terminal value). */
  readonly atEnd: number;
}

/**
 * Present value at a yearly rate: sum flow_m (1+rate)^(-(m+0.5)/12) + atEnd (1+rate)^(-M/12).
 *
 * @param rate per year, above -1
 * @example netPresentValue({ monthly: Float64Array.of(100), atEnd: 0 }, 0) // 100
 */
export function netPresentValue(flows: CashFlows, rate: number): number {
  return discountedSum(flows, log(1 + rate));
}

/** The same at a continuous yearly rate, ln(1 + rate). Horner's rule from the last month. */
export function discountedSum({ monthly, atEnd }: CashFlows, logRate: number): number {
  const factor = exp(-logRate / 12);
  let sum = 0;
  for (let m = monthly.length - 1; m >= 0; m--) sum = sum * factor + monthly[m]!;
  return sum * exp(-logRate / 24) + atEnd * exp((-logRate * monthly.length) / 12);
}
