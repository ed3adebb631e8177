import type { Model } from '../compile/model';
import { rootTable } from '../maths/exp';
import { logarithmTable } from '../maths/log';
import { blockInputs, inputRows, inputTableSize, loadOthers } from '../scale-up/load-inputs';
import type { TrialState } from '../scale-up/trial-state';
import { focusFinish } from '../timeline/focus-pass';
import { projectFinish } from '../timeline/latest-finish';
import { reschedule, schedule } from '../timeline/schedule';
import type { KeeperPlan } from '../trials/create-trial-keeper';
import type { TrialEngine } from '../trials/trial-engine';
import { blockRooms, type RunBlocks } from './block-rooms';
import { keptMarkets } from './kept-markets';
import { giveBack, type KernelInstance, takeInstance } from './kernel-instance';
import { type KernelMemory, kernelMemory, Room } from './kernel-memory';
import { KERNEL_SCHEMA } from './kernel-schema';

const ROOTS = rootTable();
const LOGARITHMS = logarithmTable();

/**
 * Opens the kernel for one run: a memory with the model, a state, a block's inputs, and room for blocks. Timelines are
 * made by the plain code on the plain state, and handed over.
 *
 * @returns null where there is no WebAssembly or no room: the plain code gives the same bits
 */
export function openKernel(model: Model, state: TrialState, keeper: KeeperPlan, blocks: RunBlocks): TrialEngine | null {
  const instance = takeInstance();
  if (instance === null) return null;
  try {
    return kernelEngine(instance, model, state, keeper, blocks);
  } catch (error) {
    // Memory could not grow.
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function kernelEngine(
  instance: KernelInstance,
  model: Model,
  state: TrialState,
  plan: KeeperPlan,
  blocks: RunBlocks,
): TrialEngine {
  const kernel = instance.exports;
  const openMarkets = keptMarkets(instance, model.marketSource === null ? null : state.market);
  const memory = kernelMemory(kernel.memory, instance.allocate, KERNEL_SCHEMA);
  const rows = inputRows(model);
  const tables = inputTableSize(model);
  kernel.setTables(memory.placeArray(ROOTS), memory.placeArray(LOGARITHMS));
  const stateAt = memory.place('TrialState', state);
  const tableAt = memory.place('InputTable', { ...rows, draws: new Room(tables), values: new Room(tables) });
  const keeperAt = memory.place('TrialKeeper', {
    ...plan,
    stage: new Room(plan.stageSize),
    bottlenecks: new Room(plan.bottlenecksSize),
  });
  kernel.setRecords(memory.place('Model', model), stateAt, tableAt, keeperAt);
  // The last that is laid out: views may be made from here on, the memory stays as it is.
  const rooms = blockRooms(instance, blocks);
  const doubles = (record: string, at: number, field: string) => memory.view(record, at, field) as Float64Array;

  const inner: TrialState = {
    ...state,
    values: doubles('TrialState', stateAt, 'values'),
    paths: doubles('TrialState', stateAt, 'paths'),
    events: doubles('TrialState', stateAt, 'events'),
  };
  const inputs = blockInputs(model, {
    ...rows,
    draws: doubles('InputTable', tableAt, 'draws'),
    values: doubles('InputTable', tableAt, 'values'),
  });
  const markets = openMarkets(memory.recordAt('TrialState', stateAt, 'market'));
  const makeTimeline = timelineMaker(instance, memory, stateAt, model, state);
  return {
    inputs,
    keeper: {
      ...plan,
      stage: doubles('TrialKeeper', keeperAt, 'stage'),
      bottlenecks: doubles('TrialKeeper', keeperAt, 'bottlenecks'),
    },
    loadCertain: (load) => load(inner),
    followMarkets: markets.follow,
    runTrial(trial, place) {
      const isWeighed = markets.turnTo(trial);
      kernel.take(trial, isWeighed ? 0 : 1);
      loadOthers(model, inner, inputs, trial);
      kernel.prepare();
      makeTimeline();
      kernel.run(isWeighed ? 1 : 0);
      markets.weighed(trial);
      state.outcome.focus = focusFinish(model.network, state.timeline);
      kernel.keep(place, state.outcome.focus, projectFinish(state.timeline));
    },
    openBlock: rooms.open,
    keepGroup: (block, trial, count) => kernel.keepGroup(block.byteOffset, trial, count, rooms.isUsed(block) ? 0 : 1),
    settle: rooms.settle,
    takeOut: rooms.takeOut,
    discard: rooms.discard,
    release: () => giveBack(instance),
  };
}

/** Makes the timeline of the work that the kernel has laid out, now and whenever a build stalls. */
function timelineMaker(
  instance: KernelInstance,
  memory: KernelMemory,
  stateAt: number,
  model: Model,
  { timeline, timelineInputs }: TrialState,
): () => void {
  const doubles = (record: string, at: number, field: string) => memory.view(record, at, field) as Float64Array;
  const datesAt = memory.recordAt('TrialState', stateAt, 'timeline');
  const workAt = memory.recordAt('TrialState', stateAt, 'timelineInputs');
  const ES = doubles('Timeline', datesAt, 'ES');
  const EF = doubles('Timeline', datesAt, 'EF');
  const wouldFinish = doubles('Timeline', datesAt, 'wouldFinish');
  const work = doubles('TimelineInputs', workAt, 'work');
  const never = memory.view('TimelineInputs', workAt, 'never');
  const lag = doubles('TimelineInputs', workAt, 'lag');
  const stall = doubles('TimelineInputs', workAt, 'stall');
  function handOver(): void {
    ES.set(timeline.ES);
    EF.set(timeline.EF);
    wouldFinish.set(timeline.wouldFinish);
  }
  instance.onStall = () => {
    timelineInputs.stall.set(stall);
    reschedule(model.network, timelineInputs, timeline);
    handOver();
  };
  return () => {
    timelineInputs.work.set(work);
    timelineInputs.never.set(never);
    timelineInputs.lag.set(lag);
    timelineInputs.stall.set(stall);
    schedule(model.network, timelineInputs, timeline);
    handOver();
  };
}
