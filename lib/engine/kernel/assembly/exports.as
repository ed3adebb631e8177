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

/** Lays out so many places for markets of the size of the state's, `stride` bytes from one to the next. */
export function layMarkets(at: usize, count: i32, stride: usize): void {
  const own = state.market;
  for (let i = 0; i < count; i++) {
    const market = changetype<MarketState>(at + <usize>i * stride);
    next = changetype<usize>(market) + ((offsetof<MarketState>() + 15) & ~15);
    market.stepKind = own.stepKind;
    market.otherWeights = roomLike(own.otherWeights);
    market.otherSum = roomLike(own.otherSum);
    market.sameShare = roomLike(own.sameShare);
    market.shift = roomLike(own.shift);
    market.perTheta = roomLike(own.perTheta);
    market.ownWorth = roomLike(own.ownWorth);
  }
}

let next: usize = 0;
function roomLike(array: F64s): F64s {
  const room = changetype<F64s>(next + 16);
  store<i32>(changetype<usize>(room) - 8, array.length);
  next += 16 + (((<usize>array.length << 3) + 15) & ~15);
  return room;
}

/** The market of the futures that follow is weighed in, or found in, a place that was laid out. */
export function turnToMarket(at: usize): void {
  state.market = changetype<MarketState>(at);
}

/**
 * Reads a market that lies ready, line by line of the cache, and answers a number that means nothing: the months want it
 * from a dozen places at once, far apart, and would wait for each line (half of what keeping it saves).
 */
export function readAhead(at: usize, bytes: usize): f64 {
  let one: f64 = 0;
  let other: f64 = 0;
  for (let i: usize = 0; i < bytes; i += 128) {
    one += load<f64>(at + i);
    other += load<f64>(at + i + 64);
  }
  return one + other;
}

/** The inputs of a trial of the block whose inputs the table holds; `forMarket`: with those of the market's weights. */
export function take(trial: i32, forMarket: bool): void {
  takeInputs(model, state, table, trial, forMarket);
}

/** Gates, risks, work and lines of the future whose inputs the state holds: what the timeline needs. */
export function prepare(): void {
  prepareTrial(model, state);
}

/** The months of the future whose timeline the state holds; `isWeighed`: its market lies ready. */
export function run(isWeighed: bool): void {
  if (!isWeighed) prepareMarket(model, state);
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
