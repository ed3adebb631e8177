import type { Model } from '../compile/model';
import { BOTTLENECK, FIELD } from './month-fields';
import { NOW } from './month-now';
import { settleMaterial } from './month-supply';
import type { TrialState } from './trial-state';

/** Limits on starts this close are one; the first in order gives its name. */
const TIE = 1e-12;

/** Step 6 of a month: starts, what limits them, output, and the materials that they take. Hot. */
export function startsMonth(model: Model, state: TrialState, m: number): void {
  const { now, paths, available, months: rows } = state;
  const { materials } = model;
  const months = model.months.count;
  const capacity = now[NOW.capacity]!;
  const byDemand = now[NOW.demand]! / now[NOW.yield]!;
  let starts = capacity;
  for (let k = 0; k < available.length; k++) {
    const intensity = paths[materials[k]!.intensity * months + m]!;
    if (intensity > 0 && available[k]! < starts * intensity) starts = Math.min(starts, available[k]! / intensity);
  }
  if (byDemand < starts) starts = byDemand;
  const output = starts * now[NOW.yield]!;
  now[NOW.starts] = starts;
  now[NOW.output] = output;
  rows[FIELD.output * months + m] = output;
  rows[FIELD.starts * months + m] = starts;
  rows[FIELD.bottleneck * months + m] = bottleneckOf(model, state, m);
  takeMaterials(model, state, m);
}

/** What held the month back: capacity, then the materials in order, then demand. */
function bottleneckOf(model: Model, state: TrialState, m: number): number {
  const { now, paths, available } = state;
  const { materials } = model;
  if (now[NOW.open] === 0) return BOTTLENECK.abandoned;
  // No commercial line is ready before the month's end.
  if (!(now[NOW.sop]! < model.months.end[m]!)) {
    return now[NOW.sopNoStall]! < model.months.end[m]! ? BOTTLENECK.funding : BOTTLENECK.schedule;
  }
  const starts = now[NOW.starts]!;
  const capacity = now[NOW.capacity]!;
  const tie = starts + TIE * Math.max(1, starts);
  if (capacity <= tie) {
    const stalled = now[NOW.commercialShort] === 1 && now[NOW.capacityNoStall]! > capacity + TIE;
    return stalled ? BOTTLENECK.funding : BOTTLENECK.capacity;
  }
  for (let k = 0; k < available.length; k++) {
    const intensity = paths[materials[k]!.intensity * model.months.count + m]!;
    if (intensity > 0 && available[k]! / intensity <= tie) return BOTTLENECK.material + k;
  }
  return BOTTLENECK.material + available.length;
}

/** Stock, refusals and payment of every material. */
function takeMaterials(model: Model, state: TrialState, m: number): void {
  const { now, paths, available, stocks, ahead, materialPrice, months: rows, layout, detail } = state;
  const { materials } = model;
  const months = model.months.count;
  const open = now[NOW.open] === 1;
  const starts = now[NOW.starts]!;
  const allStarts = starts + now[NOW.pilotStarts]!;
  now[NOW.bought] = 0;
  for (let k = 0; k < available.length; k++) {
    const intensity = paths[materials[k]!.intensity * months + m]!;
    now[NOW.refused] = 0;
    now[NOW.paid] = 0;
    if (open) {
      available[k] = available[k]! - starts * intensity;
      settleMaterial(model, state, m, k);
      now[NOW.bought]! += now[NOW.paid]!;
    }
    rows[(layout.stock + k) * months + m] = stocks[k]!;
    rows[(layout.use + k) * months + m] = allStarts * intensity;
    if (!detail) continue;
    rows[(layout.supply + k) * months + m] = open ? ahead.supply[k * months + m]! : 0;
    rows[(layout.refused + k) * months + m] = now[NOW.refused]!;
    rows[(layout.paid + k) * months + m] = now[NOW.paid]!;
    rows[(layout.materialPrice + k) * months + m] = materialPrice[k]!;
  }
}
