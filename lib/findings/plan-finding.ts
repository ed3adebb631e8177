import { formatQuarter } from '../format/dates';
import { formatProbability } from '../format/share';
import type { FindingContext } from './context';

/** Where the plan stands among the futures: it is a plan, not a forecast. */
export function planPercentile(samples: Float64Array, plan: number): number {
  let atOrBelow = 0;
  for (const value of samples) if (value <= plan) atOrBelow += 1;
  return atOrBelow / samples.length;
}

/** "The plan … says SOP in Q4 2028; 12 % of futures are as early." */
export function planFinding({ plan, trials }: FindingContext): string {
  const begin = 'The plan, with every input at its central value and no risk occurring,';
  if (plan.sop === 'never') return `${begin} reaches no SOP within the horizon.`;
  const when = formatQuarter(plan.sop.day);
  const samples = trials.samples?.sop;
  if (!samples || samples.length === 0) return `${begin} says SOP in ${when}.`;
  const share = planPercentile(samples, plan.sop.day);
  const odds = share <= 0 ? 'none of the futures is as early' : `${formatProbability(share)} of futures are as early`;
  return `${begin} says SOP in ${when}; ${odds}.`;
}
