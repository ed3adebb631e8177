import type { Model } from '../compile/model';
import { meetsTarget } from '../results/meets-target';
import { type RunRecord, trialsResult } from '../results/trials-result';
import type { TrialState } from '../scale-up/trial-state';
import { BLOCK_TRIALS, type BlockSamples, FULL_TRIALS, type TrialsOptions, type TrialsRun } from '../types';
import { blockLayout } from './block-layout';
import { extractPart, insertPart, PART_TRIALS, PARTS, type Part } from './block-parts';
import { createBlockRunner } from './block-runner';
import { keptColumn } from './kept-column';
import { defaultOutputs, furtherMeasures } from './measures';
import { readColumn } from './sample-table';

const DEFAULT_SEED = 1;

/** The options of a run with what the document says and the defaults filled in. */
export function runOptions(model: Model, options: TrialsOptions) {
  const run = model.document.run ?? {};
  const sensitivity = options.sensitivity ?? [];
  return {
    trials: options.trials ?? run.trials ?? FULL_TRIALS,
    seed: options.seed ?? run.seed ?? DEFAULT_SEED,
    sampling: options.sampling ?? run.sampling ?? ('latin-hypercube' as const),
    samples: options.samples !== undefined && options.samples !== false,
    fanErrors: options.fanErrors ?? false,
    kept: Array.isArray(options.samples) ? (options.samples as readonly string[]) : [],
    sensitivity: sensitivity === 'all' ? defaultOutputs(model) : sensitivity,
  };
}

/**
 * Starts a run that is fed block by block. The state is the scratch of the scenario and is used by one block at a time.
 *
 * @throws RangeError for a number of trials that is not a whole number of at least 1
 */
export function startTrials(model: Model, state: TrialState, options: TrialsOptions): TrialsRun {
  const { trials, seed, sampling, samples, fanErrors, kept, sensitivity } = runOptions(model, options);
  if (!Number.isInteger(trials) || trials < 1) throw new RangeError(`${trials} is no number of trials: 1 or more.`);
  const further = furtherMeasures(model, [...kept, ...sensitivity]);
  const measures = [...model.targets, ...further.map(({ target }) => target)];
  const { inSight } = options;
  const layout = blockLayout(model, state.layout, measures.length, options.glance === true ? inSight : undefined);
  const inSightOnly =
    inSight === undefined ? layout.series : layout.series.filter(({ name }) => inSight.includes(name));
  const blocks = Math.ceil(trials / BLOCK_TRIALS);
  const trialsOf = (block: number) => Math.min(BLOCK_TRIALS, trials - block * BLOCK_TRIALS);
  const done: (Float64Array | undefined)[] = new Array(blocks);
  const runner = createBlockRunner({
    model,
    state,
    layout,
    measures,
    seed,
    sampling,
    trials,
    blocksAtATime: options.blocksAtATime ?? blocks,
    plain: options.plain ?? false,
  });
  /** Blocks of which a part is there. */
  const begun = new Map<number, { readonly room: Float64Array; parts: number }>();

  /** A block that is run or brought again leaves its room first. */
  function forget(block: number): void {
    const before = done[block];
    if (before !== undefined) runner.discard(before);
    done[block] = undefined;
  }

  function runBlock(block: number): void {
    forget(block);
    const room = runner.open(block);
    for (const part of PARTS) runner.runPart(block, part, room);
    done[block] = runner.settle(room);
  }

  /** A part is in its room; with the other the block is done. */
  function partIsThere(block: number, part: Part, fill: (room: Float64Array) => void): void {
    const entry = begun.get(block) ?? { room: runner.open(block), parts: 0 };
    fill(entry.room);
    entry.parts += 1 << part;
    begun.set(block, entry);
    if (entry.parts < 3) return;
    begun.delete(block);
    done[block] = runner.settle(entry.room);
  }

  function prefix(): Float64Array[] {
    const list: Float64Array[] = [];
    for (const block of done) {
      if (block === undefined) break;
      list.push(block);
    }
    return list;
  }

  function takeBlock(block: number): BlockSamples {
    const kept = done[block];
    if (kept === undefined) throw new RangeError(`Block ${block} has not run.`);
    done[block] = undefined;
    return { block, trials: trialsOf(block), buffers: [runner.takeOut(kept).buffer as ArrayBuffer] };
  }

  function takePart(block: number, part: Part, spent?: ArrayBuffer): BlockSamples {
    const entry = begun.get(block);
    if (entry === undefined) throw new RangeError(`No part of block ${block} has run.`);
    begun.delete(block);
    const samples = extractPart(layout, entry.room, part, spent);
    runner.discard(entry.room);
    return { block, part, trials: PART_TRIALS, buffers: [samples.buffer as ArrayBuffer] };
  }

  function addBlock({ block, part, buffers }: BlockSamples): void {
    const samples = new Float64Array(buffers[0]!);
    if (part === undefined) {
      forget(block);
      done[block] = samples;
      return;
    }
    partIsThere(block, part, (room) => insertPart(layout, room, part, samples));
  }

  function column(name: string): Float64Array | null {
    const list = prefix();
    const place = keptColumn(model, layout, further, name);
    const table = { blocks: list, count: Math.min(trials, list.length * BLOCK_TRIALS) };
    return place < 0 ? null : readColumn(table, place, new Float64Array(table.count));
  }

  return {
    trials,
    blocks,
    release() {
      runner.release();
      done.fill(undefined);
      begun.clear();
    },
    runBlock,
    runPart: (block, part) => partIsThere(block, part, (room) => runner.runPart(block, part, room)),
    takeBlock,
    takePart,
    addBlock,
    column,
    met: (id) => {
      const target = model.targets.find((entry) => entry.id === id);
      const values = column(`targets/${id}`);
      if (target === undefined || values === null) return null;
      return Uint8Array.from(values, (value) => (meetsTarget(target, value) ? 1 : 0));
    },
    results: () => {
      const list = prefix();
      const count = Math.min(trials, list.length * BLOCK_TRIALS);
      const complete = count === trials && options.glance !== true;
      const record: RunRecord = {
        model,
        layout,
        table: { blocks: list, count },
        seed,
        sampling,
        complete,
        told: complete || list.length > 1 ? layout.series : inSightOnly,
        fanErrors,
        sensitivity,
        further,
        samples,
      };
      return trialsResult(record);
    },
  };
}
