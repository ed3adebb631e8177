import type { Model } from '../compile/model';
import { BOTTLENECK, FIELD } from './month-fields';
import { NOW } from './month-now';
import { settleMaterial } from './month-supply';
import type { TrialState } from './trial-state';

/** Limits on starts this close are one; the first in order gives its name. */
const TIE = 1e-12;

/** Step 6 of a month: starts, what limits them, output, and the materials that they take. Hot. */
export function startsMonth(model: Model, state: TrialState, m: number): void {
  const { now, paths, available, months: rows, layout } = state;
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
  const row = m * layout.width;
  rows[row + FIELD.output] = output;
  rows[row + FIELD.starts] = starts;
  rows[row + FIELD.bottleneck] = bottleneckOf(model, state, m);
  takeMaterials(model, state, m);
}

/** What held the month back: capacity, then the materials in order, then demand. */
function bottleneckOf(model: Model, state: TrialState, m: number): number {
  const { now, paths, available } = state;
  const { materials } = model;
  if (now[NOW.open] === 0) return BOTTLENECK.abandoned;
  if (now[NOW.anyReady] === 0) {
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
  const { now, paths, available, stocks, materialSupply, materialPrice, months: rows, layout, detail } = state;
  const { materials } = model;
  const row = m * layout.width;
  const open = now[NOW.open] === 1;
  const starts = now[NOW.starts]!;
  const allStarts = starts + now[NOW.pilotStarts]!;
  now[NOW.bought] = 0;
  for (let k = 0; k < available.length; k++) {
    const intensity = paths[materials[k]!.intensity * model.months.count + m]!;
    now[NOW.refused] = 0;
    now[NOW.paid] = 0;
    if (open) {
      available[k] = available[k]! - starts * intensity;
      settleMaterial(model, state, m, k);
      now[NOW.bought]! += now[NOW.paid]!;
    }
    rows[row + layout.stock + k] = stocks[k]!;
    rows[row + layout.use + k] = allStarts * intensity;
    if (!detail) continue;
    rows[row + layout.supply + k] = materialSupply[k]!;
    rows[row + layout.refused + k] = now[NOW.refused]!;
    rows[row + layout.paid + k] = now[NOW.paid]!;
    rows[row + layout.materialPrice + k] = materialPrice[k]!;
  }
}
