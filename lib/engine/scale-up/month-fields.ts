import type { i32 } from '../kernel/number-types';

/**
 * The record of a future, one row of months for each field, from which fans, yearly sums, targets and the full report are
 * read. The first fields are the same in every scenario; shares, segments and materials follow, one field each.
 */
export enum FIELD {
  output = 0,
  pilotOutput = 1,
  starts = 2,
  startsCapacity = 3,
  startsCapacityNoStall = 4,
  goodShare = 5,
  demand = 6,
  totalDemand = 7,
  unitCost = 8,
  /** NaN without output. */
  fullUnitCost = 9,
  price = 10,
  ownShare = 11,
  technologyShare = 12,
  unserved = 13,
  received = 14,
  grants = 15,
  interest = 16,
  principal = 17,
  overhead = 18,
  rnd = 19,
  capex = 20,
  revenue = 21,
  variable = 22,
  fixed = 23,
  depreciation = 24,
  tax = 25,
  unleveredTax = 26,
  oneOff = 27,
  fcf = 28,
  cash = 29,
  bottleneck = 30,
}

/** Bottlenecks by number: these, then the materials in order from MATERIAL, then demand. */
export enum BOTTLENECK {
  abandoned = 0,
  schedule = 1,
  funding = 2,
  capacity = 3,
  material = 4,
}

export interface MonthLayout {
  /** Number of fields. */
  readonly width: i32;
  readonly technologies: i32;
  readonly segments: i32;
  readonly materials: i32;
  /** First field of each group; a group holds one field for each technology, segment or material. */
  readonly technologyShare: i32;
  readonly segmentDemand: i32;
  readonly segmentOwn: i32;
  readonly segmentTechnology: i32;
  readonly stock: i32;
  readonly use: i32;
  readonly supply: i32;
  readonly refused: i32;
  readonly paid: i32;
  readonly materialPrice: i32;
}
