import type { TargetModel } from '../compile/model';

/** Dates this close are the same instant (calendar arithmetic rounds far below it). */
export const DATE_TOLERANCE_DAYS = 1e-9;

/** Whether a metric's value meets the target. A missing rate of return and a date that is never miss, whatever the op. */
export function meetsTarget(target: TargetModel, value: number): boolean {
  if (Number.isNaN(value) || value === Number.POSITIVE_INFINITY) return false;
  const slack = target.isDate ? DATE_TOLERANCE_DAYS : 0;
  return target.atMost ? value <= target.value + slack : value >= target.value - slack;
}
