// The operations of maths/rows.ts and trials/write-group.ts, two months or two trials at a time; an odd last one as there.

// @ts-ignore: decorator
@inline
function at(x: F64s, i: i32): usize {
  return changetype<usize>(x) + (<usize>i << 3);
}

function copyRow(out: F64s, to: i32, x: F64s, from: i32, count: i32): void {
  memory.copy(at(out, to), at(x, from), <usize>count << 3);
}

function shareOfSum(out: F64s, to: i32, sums: F64s, from: i32, count: i32): void {
  let i = 0;
  for (; i + 1 < count; i += 2) {
    const target = at(out, to + i);
    const sum = v128.load(at(sums, from + i));
    v128.store(target, v128.and(f64x2.gt(sum, f64x2.splat(0)), f64x2.div(v128.load(target), sum)));
  }
  for (; i < count; i++) out[to + i] = sums[from + i] > 0 ? out[to + i] / sums[from + i] : 0;
}

function addScaled(out: F64s, to: i32, factor: f64, x: F64s, from: i32, count: i32): void {
  const factors = f64x2.splat(factor);
  let i = 0;
  for (; i + 1 < count; i += 2) {
    const target = at(out, to + i);
    v128.store(target, f64x2.add(v128.load(target), f64x2.mul(factors, v128.load(at(x, from + i)))));
  }
  for (; i < count; i++) out[to + i] += factor * x[from + i];
}

function addToRow(out: F64s, to: i32, value: f64, count: i32): void {
  const values = f64x2.splat(value);
  let i = 0;
  for (; i + 1 < count; i += 2) v128.store(at(out, to + i), f64x2.add(v128.load(at(out, to + i)), values));
  for (; i < count; i++) out[to + i] += value;
}

function ramp(out: F64s, to: i32, start: f64, rise: f64, x: F64s, from: i32, count: i32): void {
  const starts = f64x2.splat(start);
  const rises = f64x2.splat(rise);
  let i = 0;
  for (; i + 1 < count; i += 2) {
    v128.store(at(out, to + i), f64x2.add(starts, f64x2.mul(v128.load(at(x, from + i)), rises)));
  }
  for (; i < count; i++) out[to + i] = start + x[from + i] * rise;
}

function sumProducts(out: F64s, to: i32, x: F64s, xStep: i32, y: F64s, yAt: i32, yStep: i32, rows: i32, count: i32): void {
  let i = 0;
  for (; i + 1 < count; i += 2) {
    let sum = f64x2.splat(0);
    for (let s = 0; s < rows; s++) {
      sum = f64x2.add(sum, f64x2.mul(v128.load(at(x, s * xStep + i)), v128.load(at(y, yAt + s * yStep + i))));
    }
    v128.store(at(out, to + i), sum);
  }
  for (; i < count; i++) {
    let sum: f64 = 0;
    for (let s = 0; s < rows; s++) sum += x[s * xStep + i] * y[yAt + s * yStep + i];
    out[to + i] = sum;
  }
}

function weigh(
  weights: F64s,
  to: i32,
  added: bool,
  paths: F64s,
  price: i32,
  moving: i32,
  availability: i32,
  steady: f64,
  perTheta: f64,
  willingness: f64,
  sums: F64s,
  sumAt: i32,
  count: i32,
  most: f64,
): bool {
  const table = changetype<usize>(roots);
  const steps = pair(STEPS_PER_LN2);
  const round = pair(ROUNDER);
  const high = pair(STEP_HIGH);
  const low = pair(STEP_LOW);
  const half = pair(HALF);
  const sixth = pair(SIXTH);
  const steadies = twice(GIVEN, steady);
  const perThetas = twice(GIVEN + 16, perTheta);
  const willing = twice(GIVEN + 32, willingness);
  let least = f64x2.splat(0);
  let largest = f64x2.splat(0);
  let target = at(weights, to);
  const end = target + (<usize>(count & ~1) << 3);
  let nextPrice = at(paths, price);
  let nextMoving = at(paths, moving);
  let nextAvailability = at(paths, availability);
  let nextSum = at(sums, sumAt);
  while (target < end) {
    let value = f64x2.add(
      f64x2.sub(steadies, f64x2.mul(perThetas, v128.load(nextPrice))),
      f64x2.mul(willing, v128.load(nextMoving)),
    );
    if (added) value = f64x2.add(value, v128.load(target));
    least = f64x2.pmin(least, value);
    largest = f64x2.pmax(largest, value);
    const exps = normalExps(value, table, steps, round, high, low, half, sixth);
    const weight = f64x2.mul(exps, v128.load(nextAvailability));
    v128.store(target, weight);
    v128.store(nextSum, f64x2.add(v128.load(nextSum), weight));
    target += 16;
    nextPrice += 16;
    nextMoving += 16;
    nextAvailability += 16;
    nextSum += 16;
  }
  const beyond = v128.or(f64x2.lt(least, f64x2.splat(-most)), f64x2.gt(largest, f64x2.splat(most)));
  let isWithin = !v128.any_true(beyond);
  for (let i = count & ~1; i < count; i++) {
    let value = steady - perTheta * paths[price + i] + willingness * paths[moving + i];
    if (added) value += weights[to + i];
    isWithin = isWithin && !(Math.abs(value) > most);
    const weight = exp(value) * paths[availability + i];
    weights[to + i] = weight;
    sums[sumAt + i] += weight;
  }
  return isWithin;
}

function spreadDemand(
  rows: F64s,
  to: i32,
  total: i32,
  paths: F64s,
  from: i32,
  factor: f64,
  sameShare: F64s,
  same: i32,
  sameDemand: F64s,
  count: i32,
): void {
  const factors = f64x2.splat(factor);
  let i = 0;
  for (; i + 1 < count; i += 2) {
    const wanted = f64x2.mul(v128.load(at(paths, from + i)), factors);
    v128.store(at(rows, to + i), wanted);
    const all = at(rows, total + i);
    v128.store(all, f64x2.add(v128.load(all), wanted));
    const mine = at(sameDemand, i);
    v128.store(mine, f64x2.add(v128.load(mine), f64x2.mul(wanted, v128.load(at(sameShare, same + i)))));
  }
  for (; i < count; i++) {
    const wanted = paths[from + i] * factor;
    rows[to + i] = wanted;
    rows[total + i] += wanted;
    sameDemand[i] += wanted * sameShare[same + i];
  }
}

function spreadSegment(
  rows: F64s,
  wantedRow: i32,
  totalRow: i32,
  ownRow: i32,
  technology: i32,
  ownAll: i32,
  technologyAll: i32,
  sameShare: F64s,
  otherSum: F64s,
  perWeight: F64s,
  share: i32,
  count: i32,
): void {
  const zero = f64x2.splat(0);
  const one = f64x2.splat(1);
  let i = 0;
  for (; i + 1 < count; i += 2) {
    const wanted = v128.load(at(rows, wantedRow + i));
    const isWanted = f64x2.gt(wanted, zero);
    const part = v128.and(isWanted, f64x2.div(wanted, v128.load(at(rows, totalRow + i))));
    const own = v128.load(at(rows, ownRow + i));
    const rest = f64x2.sub(one, own);
    const both = v128.and(isWanted, f64x2.add(own, f64x2.mul(rest, v128.load(at(sameShare, share + i)))));
    const sum = v128.load(at(otherSum, share + i));
    v128.store(at(perWeight, share + i), v128.and(f64x2.gt(sum, zero), f64x2.div(f64x2.mul(part, rest), sum)));
    v128.store(at(rows, technology + i), both);
    const mine = at(rows, ownAll + i);
    v128.store(mine, f64x2.add(v128.load(mine), f64x2.mul(part, own)));
    const ours = at(rows, technologyAll + i);
    v128.store(ours, f64x2.add(v128.load(ours), f64x2.mul(part, both)));
  }
  for (; i < count; i++) {
    const wanted = rows[wantedRow + i];
    const part: f64 = wanted > 0 ? wanted / rows[totalRow + i] : 0;
    const own = rows[ownRow + i];
    const rest = 1 - own;
    const both: f64 = wanted > 0 ? own + rest * sameShare[share + i] : 0;
    const sum = otherSum[share + i];
    perWeight[share + i] = sum > 0 ? (part * rest) / sum : 0;
    rows[technology + i] = both;
    rows[ownAll + i] += part * own;
    rows[technologyAll + i] += part * both;
  }
}

/** Trials of a block: the distance of its columns. */
const BLOCK_TRIALS = 512;

function writeGroup(columns: i32, stage: F64s, block: F64s, trial: i32, count: i32, skipsZeros: bool): void {
  let column = 0;
  for (; column + 1 < columns; column += 2) {
    const from = at(stage, column);
    const to = at(block, column * BLOCK_TRIALS + trial);
    if (!skipsZeros || isSomething(from, columns, count)) writeTwoColumns(from, columns, to, count);
  }
  for (; column < columns; column++) {
    for (let i = 0; i < count; i++) block[column * BLOCK_TRIALS + trial + i] = stage[i * columns + column];
  }
}

/** Two columns of a group, from rows of so many columns to their places in a block. */
function writeTwoColumns(from: usize, columns: i32, to: usize, count: i32): void {
  const row = <usize>columns << 3;
  let i = 0;
  for (; i + 1 < count; i += 2) {
    const one = v128.load(from);
    const other = v128.load(from + row);
    v128.store(to, i64x2.shuffle(one, other, 0, 2));
    v128.store(to + BLOCK_TRIALS * 8, i64x2.shuffle(one, other, 1, 3));
    from += 2 * row;
    to += 16;
  }
  if (i < count) {
    store<f64>(to, load<f64>(from));
    store<f64>(to + BLOCK_TRIALS * 8, load<f64>(from, 8));
  }
}

/** Whether two columns of a group have a bit that is not 0. */
function isSomething(from: usize, columns: i32, count: i32): bool {
  for (let i = 0; i < count; i++) {
    if (v128.any_true(v128.load(from))) return true;
    from += <usize>columns << 3;
  }
  return false;
}
