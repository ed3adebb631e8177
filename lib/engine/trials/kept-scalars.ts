/** Scalars of a trial that are always kept, by the number of their column. */
export enum SCALAR {
  sop = 0,
  focus = 1,
  projectFinish = 2,
  npv = 3,
  irr = 4,
  peakFunding = 5,
  shortfall = 6,
  abandoned = 7,
  minCash = 8,
}
