// What JavaScript asks of the kernel.

let model: Model = changetype<Model>(0);
let state: TrialState = changetype<TrialState>(0);
let table: InputTable = changetype<InputTable>(0);
let keeper: TrialKeeper = changetype<TrialKeeper>(0);

/** Room for so many bytes, for as long as the kernel lives; its address is a multiple of 16. */
export function allocate(bytes: i32): usize {
  return heap.alloc(bytes);
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

/** Keeps what the future yields in a place of the group; what the timeline yields is given. */
export function keep(place: i32, focus: f64, projectFinish: f64): void {
  state.outcome.focus = focus;
  state.outcome.projectFinish = projectFinish;
  keepTrial(model, state, keeper, place);
}
