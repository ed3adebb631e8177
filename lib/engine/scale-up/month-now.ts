/**
 * Numbers that one step of a month leaves to the next, and running sums over the months. They live in a Float64Array
 * (`state.now`): a number in an object or returned by a function would be allocated each time. An enum, because
 * bundlers write its numbers into the code: read from an object they took a tenth of a run.
 */
export enum NOW {
  /** 1 while the programme runs, 0 once it is abandoned. */
  open = 0,
  cash = 1,
  capex = 2,
  received = 3,
  grants = 4,
  interest = 5,
  principal = 6,
  overhead = 7,
  rnd = 8,
  oneOff = 9,
  sop = 10,
  sopNoStall = 11,
  capacity = 13,
  capacityNoStall = 14,
  goodShare = 15,
  conversionFactor = 16,
  fixed = 17,
  depreciation = 18,
  pilotStarts = 19,
  pilotOutput = 20,
  /** Pilot starts times their conversion factors. */
  pilotConversion = 21,
  otherMaterials = 22,
  learned = 23,
  unitCost = 24,
  price = 25,
  demand = 26,
  starts = 28,
  output = 29,
  /** Money for material. */
  bought = 30,
  refused = 31,
  paid = 32,
  /** Sums over the months before. */
  cumulativeOutput = 33,
  cumulativeOthers = 34,
  soldKwh = 35,
  unleveredLoss = 36,
  leveredLoss = 37,
  cumulativeFlow = 38,
  leastFlow = 39,
  minCash = 40,
  lastYearEbitda = 41,
  monthsBelow = 42,
  /** 1 after a month's end below zero. */
  shortfall = 43,
  /** 1 after a stall for want of cash, of any line and of a commercial one. */
  short = 44,
  commercialShort = 45,
  /** 1 when the timeline has moved in this month. */
  moved = 46,
  /** 1 once cash was below zero for longer than the grace. */
  graceOver = 47,
  abandonDay = 48,
  abandonPast = 49,
  taxRate = 50,
  referenceVolume = 51,
  /** log2(1 - learning rate). */
  learning = 52,
  spillover = 53,
  /** 1 when the dates of events were looked at again in this month. */
  eventsJudged = 54,
  /**
   * Days before which nothing of a kind can happen unless the timeline moves (it moves later only, except for events,
   * which are looked at again then): most months need no look at their lists.
   */
  nextEvent = 55,
  nextTranche = 56,
  nextContract = 57,
  nextRework = 58,
  nextBuild = 59,
  nextReady = 60,
  nextRiskCost = 61,
  /** The next day on which a window that limits an effect on months begins or ends. */
  nextWindow = 62,
}

export const NOW_SIZE = 63;
