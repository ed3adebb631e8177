import type { Sampling } from '../../scenario/document';
import type { DrawnInput } from '../compile/input-slots';
import type { Model } from '../compile/model';
import { correlationOfRanks, createRankScratch, meanRanks, ranksByValue } from '../maths/ranks';
import { type BlockInputs, createBlockInputs, drawBlock, openStreams } from '../scale-up/load-inputs';
import { failedAttempts } from '../scale-up/prepare-trial';
import { BLOCK_TRIALS } from '../types';
import type { Finite, SensitivityRow } from './result-types';

/** An output by trial: Infinity is never, NaN is none (those trials are left out). */
export interface OutputColumn {
  readonly name: string;
  readonly values: Float64Array;
}

/** How the trials were drawn: the inputs are drawn again, which is cheaper than keeping them. */
export interface DrawnAs {
  readonly seed: number;
  readonly sampling: Sampling;
}

interface InputColumn {
  readonly path: string;
  readonly isEvent: boolean;
  readonly values: Float64Array;
  readonly draws: Float64Array;
}

/**
 * Sensitivity of each output to every input that varies: Spearman's correlation of values (a trajectory by its draw,
 * an event by what happens; ties of inputs broken by the draw) and the mean output in the lowest and highest tenth by
 * value, for events where nothing happens and where something does. A never output ranks last.
 */
export function sensitivities(
  model: Model,
  outputs: readonly OutputColumn[],
  drawnAs: DrawnAs,
): Record<string, SensitivityRow[]> {
  const rows: Record<string, SensitivityRow[]> = Object.create(null);
  if (outputs.length === 0) return rows;
  const count = outputs[0]!.values.length;
  const inputs = inputColumns(model, count, drawnAs);
  const scratch = createRankScratch(Math.max(1, count));
  const views = outputs.map((output) => outputView(output.values, scratch));
  for (const output of outputs) rows[output.name] = [];
  const values = new Float64Array(count);
  const draws = new Float64Array(count);
  const ranks = new Float64Array(count);
  for (const input of inputs) {
    let rankedFor: Int32Array | null = null;
    outputs.forEach((output, o) => {
      const view = views[o]!;
      const { trials } = view;
      // Outputs that exist in every trial share the ranks of the input.
      if (rankedFor === null || rankedFor.length !== trials.length || trials.length !== count) {
        for (let i = 0; i < trials.length; i++) {
          values[i] = input.values[trials[i]!]!;
          draws[i] = input.draws[trials[i]!]!;
        }
        ranksByValue(values, draws, trials.length, ranks, scratch);
        rankedFor = trials;
      }
      rows[output.name]!.push({
        path: input.path,
        spearman: trials.length < 2 ? null : correlationOfRanks(ranks, view.ranks, trials.length),
        ...(input.isEvent ? eventSwing(values, view) : swing(ranks, view)),
      });
    });
  }
  return rows;
}

interface OutputView {
  readonly trials: Int32Array;
  readonly values: Float64Array;
  readonly ranks: Float64Array;
}

function outputView(column: Float64Array, scratch: ReturnType<typeof createRankScratch>): OutputView {
  const trials = Int32Array.from([...column.keys()].filter((trial) => !Number.isNaN(column[trial]!)));
  const values = Float64Array.from(trials, (trial) => column[trial]!);
  const ranks = new Float64Array(trials.length);
  meanRanks(values, trials.length, ranks, scratch);
  return { trials, values, ranks };
}

/** Mean output over the trials in the lowest and in the highest tenth of the input. */
function swing(ranks: Float64Array, { values }: OutputView): { low: Finite | null; high: Finite | null } {
  const count = values.length;
  const tenth = Math.max(1, Math.floor(count / 10));
  return {
    low: meanWhere(values, (i) => ranks[i]! < tenth),
    high: meanWhere(values, (i) => ranks[i]! >= count - tenth),
  };
}

function eventSwing(happened: Float64Array, { values }: OutputView): { low: Finite | null; high: Finite | null } {
  return { low: meanWhere(values, (i) => happened[i] === 0), high: meanWhere(values, (i) => happened[i]! > 0) };
}

/** Mean of the finite values; `never` where all are never, null where there are none at all. */
function meanWhere(values: Float64Array, isIn: (index: number) => boolean): Finite | null {
  let sum = 0;
  let finite = 0;
  let some = false;
  for (let i = 0; i < values.length; i++) {
    if (!isIn(i)) continue;
    some = true;
    if (values[i] === Number.POSITIVE_INFINITY) continue;
    sum += values[i]!;
    finite++;
  }
  if (!some) return null;
  return finite > 0 ? sum / finite : 'never';
}

/** Every input that varies, by trial. */
function inputColumns(model: Model, count: number, { seed, sampling }: DrawnAs): InputColumn[] {
  const { drawn } = model.slots;
  const streams = openStreams(model, seed, sampling);
  const block = createBlockInputs(model);
  const columns = drawn.map((input) => ({
    path: input.path,
    isEvent: input.kind === 'event',
    values: new Float64Array(count),
    draws: new Float64Array(count),
  }));
  const readers = drawn.map((input, row) => valueReader(model, input, row));
  for (let b = 0; b * BLOCK_TRIALS < count; b++) {
    drawBlock(model, streams, b, block);
    const from = b * BLOCK_TRIALS;
    const trials = Math.min(BLOCK_TRIALS, count - from);
    columns.forEach((column, row) => {
      column.draws.set(block.draws[row]!.subarray(0, trials), from);
      for (let i = 0; i < trials; i++) column.values[from + i] = readers[row]!(block, i);
    });
  }
  return columns.filter((_, row) => {
    const input = drawn[row]!;
    return input.kind === 'event' || !input.sampler.fixed;
  });
}

type ValueReader = (block: BlockInputs, trial: number) => number;

/** What an input counts as: its value, a trajectory's draw, what happens in an event. */
function valueReader(model: Model, input: DrawnInput, row: number): ValueReader {
  if (input.kind !== 'event') return (block, trial) => block.values[row]![trial]!;
  const draw: ValueReader = (block, trial) => block.draws[row]![trial]!;
  const risk = model.risks.find(({ event }) => event === input.slot);
  if (risk !== undefined && input.path.startsWith('risks/')) {
    const probability = slotReader(model, risk.probability);
    return (block, trial) => (draw(block, trial) > 1 - probability(block, trial) ? 1 : 0);
  }
  const tranche = model.funding.tranches.find(({ event }) => event === input.slot);
  if (tranche !== undefined && input.path.startsWith('funding/')) {
    const probability = slotReader(model, tranche.probability);
    return (block, trial) => (draw(block, trial) > probability(block, trial) ? 1 : 0);
  }
  const gate = model.gates.find(({ event }) => event === input.slot)!;
  const probability = slotReader(model, gate.passProbability);
  return (block, trial) => failedAttempts(probability(block, trial), gate.maxAttempts, draw(block, trial));
}

/** The value of a quantity slot in a trial: drawn, or certain. */
function slotReader(model: Model, slot: number): ValueReader {
  const row = model.slots.drawn.findIndex((input) => input.kind === 'quantity' && input.slot === slot);
  const certain = model.slots.values[slot]!;
  return row < 0 ? () => certain : (block, trial) => block.values[row]![trial]!;
}
