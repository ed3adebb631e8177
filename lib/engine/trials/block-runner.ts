import type { Sampling } from '../../scenario/document';
import type { Model, TargetModel } from '../compile/model';
import type { MarketKey } from '../kernel/kept-markets';
import { openKernel } from '../kernel/kernel';
import { drawFirstBlock } from '../scale-up/first-block';
import { drawBlock, loadPlan, openStreams, type Streams } from '../scale-up/load-inputs';
import type { TrialState } from '../scale-up/trial-state';
import { BLOCK_TRIALS } from '../types';
import { addDriving } from './add-driving';
import type { BlockLayout } from './block-layout';
import { addSums, PART_TRIALS, type Part } from './block-parts';
import { GROUP, planKeeper } from './create-trial-keeper';
import { plainEngine } from './plain-engine';
import type { TrialEngine } from './trial-engine';

/** What a run's blocks are made from. */
export interface BlockRecipe {
  readonly model: Model;
  /** The scratch of the scenario. */
  readonly state: TrialState;
  readonly layout: BlockLayout;
  readonly measures: readonly TargetModel[];
  readonly seed: number;
  readonly sampling: Sampling;
  readonly trials: number;
  /** Blocks that are here at a time. */
  readonly blocksAtATime: number;
  /** Without WebAssembly. */
  readonly plain: boolean;
}

/** Runs blocks of trials, part by part, into rooms; an array that a block lies in is its room. */
export interface BlockRunner {
  open(block: number): Float64Array;
  /** Runs the trials of a part and adds their sums. */
  runPart(block: number, part: Part, room: Float64Array): void;
  /** Where a block that is done stays. */
  settle(room: Float64Array): Float64Array;
  /** A block as an array with a buffer of its own. */
  takeOut(block: Float64Array): Float64Array;
  /** A room of which nothing is needed any more. */
  discard(room: Float64Array): void;
  release(): void;
}

/** The engine is opened with the first block: who asks only how many blocks there are pays nothing. */
export function createBlockRunner(recipe: BlockRecipe): BlockRunner {
  const { model, state, layout, seed, sampling, trials } = recipe;
  const sums = new Float64Array(layout.size - layout.firstSum);
  const trialsOf = (block: number) => Math.min(BLOCK_TRIALS, trials - block * BLOCK_TRIALS);
  let opened: TrialEngine | null = null;
  /** Opened with the second block: the first of a scenario that was edited needs none. */
  let streams: Streams | null = null;
  let drawnBlock = -1;

  /** The engine with the inputs of a block. */
  function engineFor(block: number): TrialEngine {
    opened ??= openEngine(recipe);
    if (drawnBlock !== block) {
      if (block === 0) {
        const draws = drawFirstBlock(model, seed, sampling, opened.inputs);
        opened.followMarkets(marketKey(model, draws));
      } else {
        opened.followMarkets(null);
        streams ??= openStreams(model, seed, sampling);
        drawBlock(model, streams, block, opened.inputs);
      }
    }
    drawnBlock = block;
    return opened;
  }

  return {
    open: (block) => {
      opened ??= openEngine(recipe);
      return opened.openBlock(trialsOf(block));
    },
    runPart(block, part, room) {
      const engine = engineFor(block);
      state.detail = false;
      engine.loadCertain((of) => loadPlan(model, of));
      engine.keeper.bottlenecks.fill(0);
      sums.fill(0);
      const from = part * PART_TRIALS;
      const to = Math.min(trialsOf(block), from + PART_TRIALS);
      for (let trial = from; trial < to; trial++) {
        const place = trial % GROUP;
        engine.runTrial(trial, place);
        addDriving(model, state, layout, sums);
        if (trial + 1 === to || place === GROUP - 1) engine.keepGroup(room, trial - place, place + 1);
      }
      sums.set(engine.keeper.bottlenecks, layout.bottleneckCounts - layout.firstSum);
      addSums(room, layout.firstSum, sums);
    },
    settle: (room) => opened?.settle(room) ?? room,
    takeOut: (block) => opened?.takeOut(block) ?? block,
    discard: (room) => opened?.discard(room),
    release() {
      opened?.release();
      opened = null;
      drawnBlock = -1;
    },
  };
}

/** Null where the market was moved away from what the document says. */
function marketKey({ marketSource, months }: Model, draws: string): MarketKey | null {
  return marketSource === null ? null : { draws, months: `${months.middle[0]} ${months.count}`, market: marketSource };
}

function openEngine({ model, state, layout, measures, trials, blocksAtATime, plain }: BlockRecipe): TrialEngine {
  state.detail = false;
  const keeper = planKeeper(layout, measures, state);
  const count = Math.ceil(trials / BLOCK_TRIALS);
  const blocks = { count, atATime: blocksAtATime, ...layout };
  const kernel = plain ? null : openKernel(model, state, keeper, blocks);
  return kernel ?? plainEngine(model, state, keeper, layout.size);
}
