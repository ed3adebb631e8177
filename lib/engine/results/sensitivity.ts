import type { Sampling } from '../../scenario/document';
import type { DrawnInput } from '../compile/input-slots';
import type { Model } from '../compile/model';
import {
  correlationFromSums,
  createRankScratch,
  meanRanks,
  productsOfRanks,
  type RankScratch,
  ranksByValue,
  squaresOfRanks,
} from '../maths/ranks';
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
  const ranked = createRankedInput(count);
  for (const input of inputs) {
    let rankedFor: Int32Array | null = null;
    outputs.forEach((output, o) => {
      const view = views[o]!;
      const { trials } = view;
      // Outputs that exist in every trial share the ranks of the input.
      if (rankedFor === null || rankedFor.length !== trials.length || trials.length !== count) {
        rankInput(input, trials, ranked, scratch);
        rankedFor = trials;
      }
      rows[output.name]!.push({ path: input.path, ...sensitivity(ranked, view) });
    });
  }
  return rows;
}

interface OutputView {
  readonly trials: Int32Array;
  readonly values: Float64Array;
  readonly ranks: Float64Array;
  readonly squares: number;
}

function outputView(column: Float64Array, scratch: RankScratch): OutputView {
  const trials = Int32Array.from([...column.keys()].filter((trial) => !Number.isNaN(column[trial]!)));
  const values = Float64Array.from(trials, (trial) => column[trial]!);
  const ranks = new Float64Array(trials.length);
  meanRanks(values, trials.length, ranks, scratch);
  return { trials, values, ranks, squares: squaresOfRanks(ranks, trials.length) };
}

/** An input as the trials of an output have it: what does not depend on the output's values is found once. */
interface RankedInput {
  readonly values: Float64Array;
  readonly draws: Float64Array;
  readonly ranks: Float64Array;
  squares: number;
  /** Places of the trials in the lowest and in the highest tenth (events: without and with it), ascending. */
  readonly low: Int32Array;
  readonly high: Int32Array;
  lowCount: number;
  highCount: number;
}

function createRankedInput(count: number): RankedInput {
  return {
    values: new Float64Array(count),
    draws: new Float64Array(count),
    ranks: new Float64Array(count),
    squares: 0,
    low: new Int32Array(count),
    high: new Int32Array(count),
    lowCount: 0,
    highCount: 0,
  };
}

/** Hot. */
function rankInput(input: InputColumn, trials: Int32Array, ranked: RankedInput, scratch: RankScratch): void {
  const { values, draws, ranks, low, high } = ranked;
  const { happened } = input;
  const count = trials.length;
  for (let i = 0; i < count; i++) draws[i] = input.draws[trials[i]!]!;
  if (happened !== null) for (let i = 0; i < count; i++) values[i] = happened[trials[i]!]!;
  if (happened === null) ranksByValue(draws, undefined, count, ranks, scratch);
  else ranksByValue(values, draws, count, ranks, scratch);
  ranked.squares = squaresOfRanks(ranks, count);
  const tenth = Math.max(1, Math.floor(count / 10));
  const by = happened === null ? ranks : values;
  // Of an event 0 is low and all above it is high; in between lies nothing.
  const lowBelow = happened === null ? tenth : 1;
  const highFrom = happened === null ? count - tenth : 1;
  let lows = 0;
  let highs = 0;
  for (let i = 0; i < count; i++) {
    const value = by[i]!;
    if (value < lowBelow) {
      low[lows] = i;
      lows++;
    }
    if (value >= highFrom) {
      high[highs] = i;
      highs++;
    }
  }
  ranked.lowCount = lows;
  ranked.highCount = highs;
}

function sensitivity(input: RankedInput, view: OutputView): Omit<SensitivityRow, 'path'> {
  const { trials, values, ranks, squares } = view;
  const count = trials.length;
  return {
    spearman:
      count < 2 ? null : correlationFromSums(productsOfRanks(input.ranks, ranks, count), input.squares, squares),
    low: meanAt(values, input.low, input.lowCount),
    high: meanAt(values, input.high, input.highCount),
  };
}

/** Mean of the finite values at some places; `never` where all are never, null where there are none at all. */
function meanAt(values: Float64Array, places: Int32Array, count: number): Finite | null {
  let sum = 0;
  for (let k = 0; k < count; k++) sum += values[places[k]!]!;
  if (count === 0) return null;
  if (sum < Number.POSITIVE_INFINITY) return sum / count;
  let finite = 0;
  sum = 0;
  for (let k = 0; k < count; k++) {
    const value = values[places[k]!]!;
    if (value === Number.POSITIVE_INFINITY) continue;
    sum += value;
    finite++;
  }
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
