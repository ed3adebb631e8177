import type { Model } from '../compile/model';
import { exp, expm1, rootTable } from '../maths/exp';
import { log, logarithmTable } from '../maths/log';
import { type BlockInputs, createBlockInputs, createInputTable, loadOthers } from '../scale-up/load-inputs';
import type { TrialState } from '../scale-up/trial-state';
import { focusFinish } from '../timeline/focus-pass';
import { projectFinish } from '../timeline/latest-finish';
import { reschedule, schedule } from '../timeline/schedule';
import type { TrialKeeper } from '../trials/keep-trial';
import { KERNEL_BINARY } from './kernel-binary';
import { kernelMemory } from './kernel-memory';
import { KERNEL_SCHEMA } from './kernel-schema';

interface KernelExports {
  readonly memory: WebAssembly.Memory;
  allocate(bytes: number): number;
  setTables(roots: number, logarithms: number): void;
  setRecords(model: number, state: number, table: number, keeper: number): void;
  take(trial: number): void;
  prepare(): void;
  run(): void;
  keep(place: number, focus: number, projectFinish: number): void;
}

/** Runs trials and keeps what they yield: the plain code, or the same code compiled to WebAssembly. */
export interface TrialEngine {
  /** The inputs of the block whose trials are run, to be drawn. */
  readonly inputs: BlockInputs;
  readonly keeper: TrialKeeper;
  /** Puts what is certain in place, before a block. */
  loadCertain(load: (state: TrialState) => void): void;
  /** Runs a trial of the block and keeps it in a place of the group; its timeline stays in the plain state. */
  runTrial(trial: number, place: number): void;
}

let compiled: WebAssembly.Module | null | undefined;

/** The kernel's module, compiled once in each thread; null where there is no WebAssembly with vectors. */
function kernelModule(): WebAssembly.Module | null {
  if (compiled === undefined) {
    try {
      const bytes = Uint8Array.from(atob(KERNEL_BINARY), (character) => character.charCodeAt(0));
      compiled = new WebAssembly.Module(bytes);
    } catch {
      compiled = null;
    }
  }
  return compiled;
}

function instantiate(host: Record<string, (x: number) => unknown>): KernelExports | null {
  const module = kernelModule();
  if (module === null) return null;
  try {
    return new WebAssembly.Instance(module, { host }).exports as unknown as KernelExports;
  } catch {
    return null;
  }
}

/**
 * Opens the kernel for one run: a memory of its own with the model, a state, and a block's inputs. Timelines are made
 * by the plain code on the plain state, and handed over.
 *
 * @returns null where there is no WebAssembly or no room: the plain code gives the same bits
 */
export function openKernel(model: Model, state: TrialState, keeper: TrialKeeper): TrialEngine | null {
  let afterStall = () => {};
  const kernel = instantiate({ exp, log, expm1, reschedule: () => afterStall() });
  if (kernel === null) return null;
  const memory = kernelMemory(kernel.memory, kernel.allocate, KERNEL_SCHEMA);
  const table = createInputTable(model);
  kernel.setTables(memory.placeArray(rootTable()), memory.placeArray(logarithmTable()));
  const stateAt = memory.place('TrialState', state);
  const tableAt = memory.place('InputTable', table, [table.draws, table.values]);
  const keeperAt = memory.place('TrialKeeper', keeper, [keeper.stage, keeper.bottlenecks]);
  kernel.setRecords(memory.place('Model', model), stateAt, tableAt, keeperAt);

  const doubles = (record: string, at: number, field: string) => memory.view(record, at, field) as Float64Array;
  const datesAt = memory.recordAt('TrialState', stateAt, 'timeline');
  const dates = {
    ES: doubles('Timeline', datesAt, 'ES'),
    EF: doubles('Timeline', datesAt, 'EF'),
    wouldFinish: doubles('Timeline', datesAt, 'wouldFinish'),
  };
  const workAt = memory.recordAt('TrialState', stateAt, 'timelineInputs');
  const work = {
    work: doubles('TimelineInputs', workAt, 'work'),
    never: memory.view('TimelineInputs', workAt, 'never'),
    lag: doubles('TimelineInputs', workAt, 'lag'),
    stall: doubles('TimelineInputs', workAt, 'stall'),
  };
  const inner: TrialState = {
    ...state,
    values: doubles('TrialState', stateAt, 'values'),
    paths: doubles('TrialState', stateAt, 'paths'),
    events: doubles('TrialState', stateAt, 'events'),
  };
  const { network } = model;
  const { timeline, timelineInputs } = state;
  const takeDates = () => {
    dates.ES.set(timeline.ES);
    dates.EF.set(timeline.EF);
    dates.wouldFinish.set(timeline.wouldFinish);
  };
  afterStall = () => {
    timelineInputs.stall.set(work.stall);
    reschedule(network, timelineInputs, timeline);
    takeDates();
  };
  const inputs = createBlockInputs(model, table, {
    draws: doubles('InputTable', tableAt, 'draws'),
    values: doubles('InputTable', tableAt, 'values'),
  });
  return {
    inputs,
    keeper: {
      ...keeper,
      stage: doubles('TrialKeeper', keeperAt, 'stage'),
      bottlenecks: doubles('TrialKeeper', keeperAt, 'bottlenecks'),
    },
    loadCertain: (load) => load(inner),
    runTrial(trial, place) {
      kernel.take(trial);
      loadOthers(model, inner, inputs, trial);
      kernel.prepare();
      timelineInputs.work.set(work.work);
      timelineInputs.never.set(work.never);
      timelineInputs.lag.set(work.lag);
      timelineInputs.stall.set(work.stall);
      schedule(network, timelineInputs, timeline);
      takeDates();
      kernel.run();
      state.outcome.focus = focusFinish(network, timeline);
      kernel.keep(place, state.outcome.focus, projectFinish(timeline));
    },
  };
}
