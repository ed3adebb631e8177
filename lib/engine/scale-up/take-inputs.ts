import type { Model } from '../compile/model';
import { centralPath, drawPath, type KnotPath } from '../distributions/knot-path';
import type { i32 } from '../kernel/number-types';
import { MONTH_DAYS } from './prepare-trial';
import type { TrialState } from './trial-state';

/** Rows lie a cache line more than a block apart: at a power of two their trials would share a place in the cache. */
export const ROW = 520;

/** A trajectory that a trial draws: row of its draws, slot of its path. */
export interface DrawnPath {
  readonly row: i32;
  readonly slot: i32;
  readonly path: KnotPath;
}

/** A trajectory that comes so many months late as a quantity says; row -1: certain but for that. */
export interface LatePath {
  readonly row: i32;
  readonly slot: i32;
  readonly monthsSlot: i32;
  readonly path: KnotPath;
}

/** The inputs of a block of trials: tables of [row][trial] and where their rows go. */
export interface InputTable {
  /** Draws after correlation, by drawn input. */
  readonly draws: Float64Array;
  /** Values of the quantities among them. */
  readonly values: Float64Array;
  readonly quantityRows: Int32Array;
  readonly quantitySlots: Int32Array;
  readonly eventRows: Int32Array;
  readonly eventSlots: Int32Array;
  /** First those that the months read, so many; the others are for the weights of the market alone. */
  readonly paths: readonly DrawnPath[];
  readonly pathsOfMonths: i32;
  /** For the weights of the market alone. */
  readonly latePaths: readonly LatePath[];
}

/**
 * The inputs of one trial of a block; `forMarket`: with those from which the market is weighed. Expects a state whose
 * certain inputs are in place. Hot.
 */
export function takeInputs(model: Model, state: TrialState, table: InputTable, trial: i32, forMarket: boolean): void {
  const { values, events, paths } = state;
  const { quantityRows, quantitySlots, eventRows, eventSlots } = table;
  const months = model.months.count;
  for (let i = 0; i < quantityRows.length; i++) {
    values[quantitySlots[i]!] = table.values[quantityRows[i]! * ROW + trial]!;
  }
  for (let i = 0; i < eventRows.length; i++) events[eventSlots[i]!] = table.draws[eventRows[i]! * ROW + trial]!;
  const count = forMarket ? table.paths.length : table.pathsOfMonths;
  for (let i = 0; i < count; i++) {
    const drawn = table.paths[i]!;
    drawPath(drawn.path, table.draws[drawn.row * ROW + trial]!, paths, drawn.slot * months, 0);
  }
  if (!forMarket) return;
  for (let i = 0; i < table.latePaths.length; i++) {
    const late = table.latePaths[i]!;
    const delayDays = values[late.monthsSlot]! * MONTH_DAYS;
    if (late.row < 0) centralPath(late.path, paths, late.slot * months, delayDays);
    else drawPath(late.path, table.draws[late.row * ROW + trial]!, paths, late.slot * months, delayDays);
  }
}
