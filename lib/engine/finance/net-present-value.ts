import type { f64 } from '../kernel/number-types';
import { exp } from '../maths/exp';
import { log } from '../maths/log';

/** Monthly flows at the middle of each month and one at the end of the last month. */
export interface CashFlows {
  /** Money by month. */
  readonly monthly: Float64Array;
  /** Money at the end of the last month (terminal value). */
  atEnd: f64;
}

/**
 * Present value at a yearly rate: sum flow_m (1+rate)^(-(m+0.5)/12) + atEnd (1+rate)^(-M/12).
 *
 * @param rate per year, above -1
 * @example netPresentValue({ monthly: Float64Array.of(100), atEnd: 0 }, 0) // 100
 */
export function netPresentValue(flows: CashFlows, rate: f64): f64 {
  return discountedSum(flows, log(1 + rate));
}

/** The same at a continuous yearly rate, ln(1 + rate). Horner's rule from the last month. */
export function discountedSum(flows: CashFlows, logRate: f64): f64 {
  const { monthly, atEnd } = flows;
  const factor = exp(-logRate / 12);
  let sum: f64 = 0;
  for (let m = monthly.length - 1; m >= 0; m--) sum = sum * factor + monthly[m]!;
  return sum * exp(-logRate / 24) + atEnd * exp((-logRate * monthly.length) / 12);
}

/** out[0]: the present value, out[1]: its slope in ln(1 + rate), in one pass. */
export function discountedSumAndSlope(flows: CashFlows, logRate: f64, out: Float64Array): void {
  const { monthly, atEnd } = flows;
  const months = monthly.length;
  const factor = exp(-logRate / 12);
  let sum: f64 = 0;
  // Derivative of the sum in the factor, by Horner's rule alongside.
  let perFactor: f64 = 0;
  for (let m = months - 1; m >= 0; m--) {
    perFactor = perFactor * factor + sum;
    sum = sum * factor + monthly[m]!;
  }
  const half = exp(-logRate / 24);
  const end = atEnd * exp((-logRate * months) / 12);
  out[0] = sum * half + end;
  out[1] = -half * ((perFactor * factor) / 12 + sum / 24) - (end * months) / 12;
}

/**
 * out[0]: the present value at a continuous rate, out[1]: the sum of the sizes of its slopes there: |d value / d rate| cannot be
 * larger, nor at any higher rate.
 */
export function discountedSumAndBound(flows: CashFlows, logRate: f64, out: Float64Array): void {
  const { monthly, atEnd } = flows;
  const months = monthly.length;
  const factor = exp(-logRate / 12);
  let sum: f64 = 0;
  let sizes: f64 = 0;
  for (let m = months - 1; m >= 0; m--) {
    const flow = monthly[m]!;
    sum = sum * factor + flow;
    sizes = sizes * factor + Math.abs(flow) * (m + 0.5);
  }
  const half = exp(-logRate / 24);
  const end = atEnd * exp((-logRate * months) / 12);
  out[0] = sum * half + end;
  out[1] = (sizes * half + Math.abs(end) * months) / 12;
}
