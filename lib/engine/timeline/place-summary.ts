import { BOUNDARY_TOLERANCE_DAYS, workedAt } from '../calendar/work-time';
import { lagged } from './lagged';
import { LinkBit, type Network, type TimelineInputs } from './network-types';
import { DateForm, type ForwardDates } from './timeline-types';

const NONE = Number.NEGATIVE_INFINITY;
const NEVER = Number.POSITIVE_INFINITY;
const EPS = BOUNDARY_TOLERANCE_DAYS;

/** Bounds of the links into a summary, of its SNET and of the summaries above it on the starts of all tasks under it. */
export function collectStartBounds(
  network: Network,
  inputs: TimelineInputs,
  dates: ForwardDates,
  bounds: Float64Array,
  summary: number,
): void {
  const { offsets, other, kind: kinds, link: links } = network.linksIn;
  const calendar = network.calendars[network.calendarOf[summary]!]!;
  let start = bounds[2 * summary]!;
  let finishLike = NONE;
  const until = offsets[summary + 1]!;
  for (let k = offsets[summary]!; k < until; k++) {
    const kind = kinds[k]!;
    if ((kind & LinkBit.toFinish) !== 0) continue;
    const isFromStart = (kind & LinkBit.fromStart) !== 0;
    const from = other[k]!;
    const t = lagged(isFromStart ? dates.ES[from]! : dates.EF[from]!, inputs.lag[links[k]!]!, kind, calendar);
    if (isFromStart) start = Math.max(start, t);
    else finishLike = Math.max(finishLike, t);
  }
  const above = network.parent[summary]!;
  if (above >= 0) {
    start = Math.max(start, dates.handedStart[above]!);
    finishLike = Math.max(finishLike, dates.handedFinishLike[above]!);
  }
  dates.handedStart[summary] = start;
  dates.handedFinishLike[summary] = finishLike;
}

/** A summary's dates: its first child's start, its last child's finish or what a link into its finish says, its stall. */
export function finishSummary(network: Network, inputs: TimelineInputs, dates: ForwardDates, summary: number): void {
  const { childOffsets, children } = network;
  const { offsets, other, kind: kinds, link: links } = network.linksIn;
  const calendar = network.calendars[network.calendarOf[summary]!]!;
  let start = NEVER;
  let finish = NONE;
  const lastChild = childOffsets[summary + 1]!;
  for (let c = childOffsets[summary]!; c < lastChild; c++) {
    const child = children[c]!;
    if (dates.ES[child]! < start) start = dates.ES[child]!;
    if (dates.EF[child]! > finish) finish = dates.EF[child]!;
  }
  let byLink = NONE;
  const until = offsets[summary + 1]!;
  for (let k = offsets[summary]!; k < until; k++) {
    const kind = kinds[k]!;
    if ((kind & LinkBit.toFinish) === 0) continue;
    const from = other[k]!;
    const t = (kind & LinkBit.fromStart) !== 0 ? dates.ES[from]! : dates.EF[from]!;
    byLink = Math.max(byLink, lagged(t, inputs.lag[links[k]!]!, kind, calendar));
  }
  const isSetByLink = byLink > finish + EPS;
  dates.linkSetsFinish[summary] = isSetByLink ? 1 : 0;
  const late = (isSetByLink ? byLink : finish) + inputs.stall[summary]!;
  dates.ES[summary] = start;
  dates.EF[summary] = late;
  dates.wouldFinish[summary] = late;
  dates.worked[2 * summary + 1] = workedAt(calendar, late);
  dates.form[summary] = DateForm.other;
}
