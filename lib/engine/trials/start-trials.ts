import type { Model } from '../compile/model';
import { openKernel } from '../kernel/kernel';
import { meetsTarget } from '../results/meets-target';
import { type RunRecord, trialsResult } from '../results/trials-result';
import { drawBlock, loadPlan, openStreams } from '../scale-up/load-inputs';
import type { TrialState } from '../scale-up/trial-state';
import { BLOCK_TRIALS, type BlockSamples, FULL_TRIALS, type TrialsOptions, type TrialsRun } from '../types';
import { addDriving } from './add-driving';
import { blockLayout } from './block-layout';
import { createTrialKeeper, GROUP } from './create-trial-keeper';
import { keptColumn } from './kept-column';
import { defaultOutputs, furtherMeasures } from './measures';
import { plainEngine } from './plain-engine';
import { readColumn } from './sample-table';
import type { TrialEngine } from './trial-engine';

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
  const layout = blockLayout(model, state.layout, measures.length);
  const blocks = Math.ceil(trials / BLOCK_TRIALS);
  const done: (Float64Array | undefined)[] = new Array(blocks);
  const streams = openStreams(model, seed, sampling);
  let opened: TrialEngine | null = null;

  /** Made when the first block is run: who asks only how many blocks there are pays nothing. */
  function openEngine(): TrialEngine {
    state.detail = false;
    const keeper = createTrialKeeper(layout, measures, state);
    const kernel = options.plain ? null : openKernel(model, state, keeper, { count: blocks, ...layout });
    return kernel ?? plainEngine(model, state, keeper, layout.size);
  }

  function runBlock(block: number): void {
    opened ??= openEngine();
    const engine = opened;
    state.detail = false;
    engine.loadCertain((of) => loadPlan(model, of));
    drawBlock(model, streams, block, engine.inputs);
    engine.keeper.bottlenecks.fill(0);
    const count = Math.min(BLOCK_TRIALS, trials - block * BLOCK_TRIALS);
    const samplesOfBlock = engine.openBlock(count);
    for (let trial = 0; trial < count; trial++) {
      const place = trial % GROUP;
      engine.runTrial(trial, place);
      addDriving(model, state, layout, samplesOfBlock);
      const isLast = trial + 1 === count;
      if (isLast || place === GROUP - 1) {
        engine.keepGroup(samplesOfBlock, trial - place, place + 1);
      }
    }
    samplesOfBlock.set(engine.keeper.bottlenecks, layout.bottleneckCounts);
    done[block] = engine.settle(samplesOfBlock);
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
    const count = Math.min(BLOCK_TRIALS, trials - block * BLOCK_TRIALS);
    return { block, trials: count, buffers: [(opened?.takeOut(kept) ?? kept).buffer as ArrayBuffer] };
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
      opened?.release();
      opened = null;
      done.fill(undefined);
    },
    runBlock,
    takeBlock,
    addBlock: ({ block, buffers }) => {
      done[block] = new Float64Array(buffers[0]!);
    },
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
      const record: RunRecord = {
        model,
        layout,
        table: { blocks: list, count },
        seed,
        sampling,
        complete: count === trials,
        fanErrors,
        sensitivity,
        further,
        samples,
      };
      return trialsResult(record);
    },
  };
}
