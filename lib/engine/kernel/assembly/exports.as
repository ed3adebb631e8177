// What JavaScript asks of the kernel.

let model: Model = changetype<Model>(0);
let state: TrialState = changetype<TrialState>(0);
let table: InputTable = changetype<InputTable>(0);
let keeper: TrialKeeper = changetype<TrialKeeper>(0);

/** The first address, a multiple of 16, from which on memory is JavaScript's to lay out. Asked for once. */
export function firstFree(): usize {
  putConstants();
  return heap.alloc(16);
}

export function setTables(rootsAt: usize, logarithmsAt: usize): void {
  roots = changetype<F64s>(rootsAt);
  logarithms = changetype<F64s>(logarithmsAt);
}

export function setRecords(modelAt: usize, stateAt: usize, tableAt: usize, keeperAt: usize): void {
  model = changetype<Model>(modelAt);
  state = changetype<TrialState>(stateAt);
  table = changetype<InputTable>(tableAt);
  keeper = changetype<TrialKeeper>(keeperAt);
}

/** The inputs of a trial of the block whose inputs the table holds. */
export function take(trial: i32): void {
  takeInputs(model, state, table, trial);
}

/** Gates, risks, work and lines of the future whose inputs the state holds: what the timeline needs. */
export function prepare(): void {
  prepareTrial(model, state);
}

/** The months of the future whose timeline the state holds. */
export function run(): void {
  prepareMarket(model, state);
  runMonths(model, state);
}

/** Brings a group of kept trials to their columns in a block. */
export function keepGroup(blockAt: usize, trial: i32, count: i32, skipsZeros: bool): void {
  writeGroup(keeper.columns, keeper.stage, changetype<F64s>(blockAt), trial, count, skipsZeros);
}

/** Keeps what the future yields in a place of the group; what the timeline yields is given. */
export function keep(place: i32, focus: f64, projectFinish: f64): void {
  state.outcome.focus = focus;
  state.outcome.projectFinish = projectFinish;
  keepTrial(model, state, keeper, place);
}
