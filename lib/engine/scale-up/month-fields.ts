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
  yield = 5,
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

const FIXED_FIELDS = 31;

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
  readonly width: number;
  readonly technologies: number;
  readonly segments: number;
  readonly materials: number;
  /** First field of each group; a group holds one field for each technology, segment or material. */
  readonly technologyShare: number;
  readonly segmentDemand: number;
  readonly segmentOwn: number;
  readonly segmentTechnology: number;
  readonly stock: number;
  readonly use: number;
  readonly supply: number;
  readonly refused: number;
  readonly paid: number;
  readonly materialPrice: number;
}

/** Where each field of a month lies for so many technologies, segments and materials. */
export function monthLayout(technologies: number, segments: number, materials: number): MonthLayout {
  let next: number = FIXED_FIELDS;
  const group = (size: number) => {
    const first = next;
    next += size;
    return first;
  };
  const layout = {
    technologies,
    segments,
    materials,
    technologyShare: group(technologies),
    segmentDemand: group(segments),
    segmentOwn: group(segments),
    segmentTechnology: group(segments),
    stock: group(materials),
    use: group(materials),
    supply: group(materials),
    refused: group(materials),
    paid: group(materials),
    materialPrice: group(materials),
  };
  return { ...layout, width: next };
}

/** Labels of the bottlenecks by number. */
export function bottleneckLabels(materialIds: readonly string[]): string[] {
  return ['abandoned', 'schedule', 'funding', 'capacity', ...materialIds, 'demand'];
}
