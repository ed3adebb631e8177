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

/**
 * An input by trial. `happened`: what an event counts as; null for the others, whose values grow with the draw, so that
 * their order by value, ties broken by the draw, is the order of the draws.
 */
interface InputColumn {
  readonly path: string;
  readonly draws: Float64Array;
  readonly happened: Uint8Array | null;
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
          draws[i] = input.draws[trials[i]!]!;
          values[i] = input.happened === null ? draws[i]! : input.happened[trials[i]!]!;
        }
        ranksByValue(values, input.happened === null ? undefined : draws, trials.length, ranks, scratch);
        rankedFor = trials;
      }
      rows[output.name]!.push({
        path: input.path,
        spearman: trials.length < 2 ? null : correlationOfRanks(ranks, view.ranks, trials.length),
        ...(input.happened === null ? swing(ranks, view) : eventSwing(values, view)),
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
  const columns: InputColumn[] = drawn.map((input) => ({
    path: input.path,
    draws: new Float64Array(count),
    happened: input.kind === 'event' ? new Uint8Array(count) : null,
  }));
  const readers = drawn.map((input, row) => (input.kind === 'event' ? eventReader(model, input, row) : null));
  for (let b = 0; b * BLOCK_TRIALS < count; b++) {
    drawBlock(model, streams, b, block);
    const from = b * BLOCK_TRIALS;
    const trials = Math.min(BLOCK_TRIALS, count - from);
    columns.forEach(({ draws, happened }, row) => {
      draws.set(block.draws[row]!.subarray(0, trials), from);
      const read = readers[row];
      if (happened === null || !read) return;
      for (let i = 0; i < trials; i++) happened[from + i] = Math.min(MOST_FAILURES, read(block, i));
    });
  }
  return columns.filter((_, row) => {
    const input = drawn[row]!;
    return input.kind === 'event' || !input.sampler.fixed;
  });
}

/** More failed attempts than a byte counts are as many as it counts. */
const MOST_FAILURES = 255;

type ValueReader = (block: BlockInputs, trial: number) => number;

/** What happens in an event: 1 or 0 of a risk and a missed tranche, the failures of a gate. */
function eventReader(model: Model, input: DrawnInput, row: number): ValueReader {
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
