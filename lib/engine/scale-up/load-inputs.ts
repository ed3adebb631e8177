import type { Sampling } from '../../scenario/document';
import type { DrawnInput, ShiftedTrajectory } from '../compile/input-slots';
import type { Model } from '../compile/model';
import type { TrajectorySampler } from '../distributions/trajectory-sampler';
import { slotsWeighedOnly } from '../market/slots-weighed-only';
import { correlateBlock, correlateOne } from '../random/correlation';
import { type DrawStream, drawStream } from '../random/draw-stream';
import { BLOCK_TRIALS, type GivenDraws } from '../types';
import { MONTH_DAYS } from './prepare-trial';
import { type InputTable, ROW, takeInputs } from './take-inputs';
import type { TrialState } from './trial-state';

/** Every quantity at its central value, nothing happens: the plan. */
export function loadPlan(model: Model, state: TrialState): void {
  state.values.set(model.slots.values);
  state.paths.set(model.slots.paths);
  state.events.set(model.slots.events);
  for (const { slot, shiftSlot, sampler } of model.slots.shifted) {
    const row = slotRow(model, state, slot);
    sampler.centralPath(row, state.values[shiftSlot]! * MONTH_DAYS);
  }
}

function slotRow(model: Model, state: TrialState, slot: number): Float64Array {
  const { months } = model.slots;
  return state.paths.subarray(slot * months, (slot + 1) * months);
}

/**
 * Given independent draws of one future, before correlation: an absent quantity has u = 0.5, an absent event does not
 * happen; both count 0 among the normal scores of a correlated group.
 */
export function loadGivenDraws(model: Model, state: TrialState, draws: GivenDraws): void {
  loadPlan(model, state);
  const { drawn } = model.slots;
  const given = (path: string) => (Object.hasOwn(draws, path) ? draws[path] : undefined);
  const u = drawn.map((input) => given(input.path));
  if (model.correlation !== null) {
    const rows = model.correlatedRows;
    const correlated = correlateOne(
      model.correlation,
      Array.from(rows, (row) => u[row]),
    );
    rows.forEach((row, k) => {
      if (u[row] !== undefined || drawn[row]!.kind !== 'event') u[row] = correlated[k];
    });
  }
  drawn.forEach((input, row) => {
    if (input.kind === 'quantity') state.values[input.slot] = input.sampler.quantile(u[row] ?? 0.5);
    else if (input.kind === 'event') state.events[input.slot] = u[row] ?? Number.NaN;
    else input.sampler.path(u[row] ?? 0.5, state.paths, input.slot * model.slots.months);
  });
  for (const { slot, shiftSlot, draw, sampler } of model.slots.shifted) {
    const delayDays = state.values[shiftSlot]! * MONTH_DAYS;
    if (draw < 0) sampler.centralPath(slotRow(model, state, slot), delayDays);
    else sampler.path(u[draw] ?? 0.5, state.paths, slot * model.slots.months, delayDays);
  }
}

/** The inputs of one block of trials, kept until its trials have run. */
export interface BlockInputs {
  /** Draws after correlation, [drawn input][trial]. */
  readonly draws: readonly Float64Array[];
  /** Values of the quantities among the drawn inputs, [drawn input][trial]; the draws of the others. */
  readonly values: readonly Float64Array[];
  /** The same as `takeInputs` reads them. */
  readonly table: InputTable;
  /** Trajectories that are not made of knots alone, and late ones among them: their samplers draw them. */
  readonly others: readonly { readonly row: number; readonly slot: number; readonly sampler: TrajectorySampler }[];
  readonly lateOthers: readonly ShiftedTrajectory[];
}

/** Where the inputs of a block go; the tables themselves are the caller's. */
export function inputRows(model: Model): Omit<InputTable, 'draws' | 'values'> {
  const { drawn, shifted } = model.slots;
  const rowsOf = (kind: DrawnInput['kind']) =>
    Int32Array.from(drawn.flatMap((input, r) => (input.kind === kind ? [r] : [])));
  const quantityRows = rowsOf('quantity');
  const eventRows = rowsOf('event');
  const paths = drawn.flatMap((input, row) =>
    input.kind === 'trajectory' && input.sampler.knots !== null
      ? [{ row, slot: input.slot, path: input.sampler.knots }]
      : [],
  );
  const weighedOnly = slotsWeighedOnly(model);
  const ofMonths = paths.filter(({ slot }) => !weighedOnly.has(slot));
  return {
    quantityRows,
    quantitySlots: quantityRows.map((r) => drawn[r]!.slot),
    eventRows,
    eventSlots: eventRows.map((r) => drawn[r]!.slot),
    paths: [...ofMonths, ...paths.filter(({ slot }) => weighedOnly.has(slot))],
    pathsOfMonths: ofMonths.length,
    latePaths: shifted.flatMap(({ slot, shiftSlot, draw, sampler }) =>
      sampler.knots !== null ? [{ row: draw, slot, monthsSlot: shiftSlot, path: sampler.knots }] : [],
    ),
  };
}

/** Numbers in each of the tables of a block's inputs. */
export function inputTableSize(model: Model): number {
  return model.slots.drawn.length * ROW;
}

/** The inputs of a block, with room for them. */
export function createBlockInputs(model: Model): BlockInputs {
  const size = inputTableSize(model);
  const table = { draws: new Float64Array(size), values: new Float64Array(size), ...inputRows(model) };
  return blockInputs(model, table);
}

/** The inputs of a block that are drawn into a table. */
export function blockInputs(model: Model, table: InputTable): BlockInputs {
  const { drawn, shifted } = model.slots;
  const { draws, values } = table;
  const row = (of: Float64Array, r: number) => of.subarray(r * ROW, r * ROW + BLOCK_TRIALS);
  return {
    draws: drawn.map((_, r) => row(draws, r)),
    values: drawn.map((input, r) => row(input.kind === 'quantity' ? values : draws, r)),
    table,
    others: drawn.flatMap((input, r) =>
      input.kind === 'trajectory' && input.sampler.knots === null
        ? [{ row: r, slot: input.slot, sampler: input.sampler }]
        : [],
    ),
    lateOthers: shifted.filter(({ sampler }) => sampler.knots === null),
  };
}

/** The streams of every drawn input, in the order of the drawn inputs. */
export type Streams = readonly DrawStream[];

/** For one seed. */
export function openStreams(model: Model, seed: number, sampling: Sampling): Streams {
  return model.slots.drawn.map((input) => drawStream(seed, input.path, sampling));
}

/** Draws one block: a function of (seed, path, block) for each input, correlated afterwards. */
export function drawBlock(model: Model, streams: Streams, block: number, out: BlockInputs): void {
  streams.forEach((stream, row) => {
    stream.fillBlock(block, out.draws[row]!);
  });
  if (model.correlation !== null) {
    const rows = Array.from(model.correlatedRows, (row) => out.draws[row]!);
    correlateBlock(model.correlation, rows, BLOCK_TRIALS);
  }
  model.slots.drawn.forEach((input, row) => {
    if (input.kind === 'quantity') input.sampler.fill(out.draws[row]!, 0, BLOCK_TRIALS, out.values[row]!);
  });
}

/** The inputs of one trial of a drawn block. Expects a state whose certain inputs are in place (`loadPlan`). */
export function loadTrial(model: Model, state: TrialState, inputs: BlockInputs, trial: number): void {
  takeInputs(model, state, inputs.table, trial, true);
  loadOthers(model, state, inputs, trial);
}

/** What `takeInputs` leaves to samplers. */
export function loadOthers(model: Model, state: TrialState, inputs: BlockInputs, trial: number): void {
  const { months } = model.slots;
  for (const { row, slot, sampler } of inputs.others) {
    sampler.path(inputs.draws[row]![trial]!, state.paths, slot * months);
  }
  for (const { slot, shiftSlot, draw, sampler } of inputs.lateOthers) {
    const delayDays = state.values[shiftSlot]! * MONTH_DAYS;
    if (draw < 0) sampler.centralPath(slotRow(model, state, slot), delayDays);
    else sampler.path(inputs.draws[draw]![trial]!, state.paths, slot * months, delayDays);
  }
}
