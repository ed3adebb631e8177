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

/** The present value and its slope in ln(1 + rate), in one pass. */
export function discountedSumAndSlope(
  { monthly, atEnd }: CashFlows,
  logRate: number,
  out: { value: number; slope: number },
): void {
  const months = monthly.length;
  const factor = exp(-logRate / 12);
  let sum = 0;
  // Derivative of the sum in the factor, by Horner's rule alongside.
  let perFactor = 0;
  for (let m = months - 1; m >= 0; m--) {
    perFactor = perFactor * factor + sum;
    sum = sum * factor + monthly[m]!;
  }
  const half = exp(-logRate / 24);
  const end = atEnd * exp((-logRate * months) / 12);
  out.value = sum * half + end;
  out.slope = -half * ((perFactor * factor) / 12 + sum / 24) - (end * months) / 12;
}

/** Present values at four continuous rates at once: four sums side by side take little longer than one. */
export function fourDiscountedSums(
  { monthly, atEnd }: CashFlows,
  rates: readonly [number, number, number, number],
  out: Float64Array,
): void {
  const [r0, r1, r2, r3] = rates;
  const months = monthly.length;
  const f0 = exp(-r0 / 12);
  const f1 = exp(-r1 / 12);
  const f2 = exp(-r2 / 12);
  const f3 = exp(-r3 / 12);
  let s0 = 0;
  let s1 = 0;
  let s2 = 0;
  let s3 = 0;
  for (let m = months - 1; m >= 0; m--) {
    const flow = monthly[m]!;
    s0 = s0 * f0 + flow;
    s1 = s1 * f1 + flow;
    s2 = s2 * f2 + flow;
    s3 = s3 * f3 + flow;
  }
  out[0] = s0 * exp(-r0 / 24) + atEnd * exp((-r0 * months) / 12);
  out[1] = s1 * exp(-r1 / 24) + atEnd * exp((-r1 * months) / 12);
  out[2] = s2 * exp(-r2 / 24) + atEnd * exp((-r2 * months) / 12);
  out[3] = s3 * exp(-r3 / 24) + atEnd * exp((-r3 * months) / 12);
}
