import { type LaneId, laneSeries } from '../charts/lanes/lane-catalogue';
import type { Market } from '../charts/lanes/share-lanes';
import { tellsFan } from '../engine/results/packed-fans';
import type { ScenarioDocument } from '../scenario/document';
import { headlineNames, monthSeriesOf, parseOutput } from './outputs';
import type { SectionId } from './sections';
import type { RunState, ShownResults } from './workbench-types';

/** What decides on the figures that are looked at. */
export interface Sight {
  readonly section: SectionId;
  /** Segment whose share is shown, '' for all of them. */
  readonly shareOf: string;
  readonly openMonth: string | null;
}

/** The lanes that a section moves. */
export function lanesOf(section: SectionId, document: ScenarioDocument): readonly LaneId[] {
  const supply = (document.materials ?? []).map(({ id }): LaneId => `supply/${id}`);
  switch (section) {
    case 'timeline':
      return ['bottleneck', 'output', 'share', 'sop'];
    case 'lines':
      return ['output', 'bottleneck', 'cost', 'cash'];
    case 'supply':
      return [...supply, 'bottleneck', 'output'];
    case 'investment':
      return ['cash', 'bottleneck', 'sop'];
    case 'cost':
      return ['cost', 'cash', 'ownShare'];
    case 'market':
      return ['share', 'ownShare', 'output'];
    case 'risks':
      return ['bottleneck', 'sop', 'output'];
    case 'sources':
      return [];
    case 'checks':
      return ['sop', 'ownShare', 'cash'];
    default:
      return section satisfies never;
  }
}

/** A section in which the reader chooses whose share is shown. */
export const hasShareChoice = (section: SectionId): boolean => section === 'market' || section === 'timeline';

/** The market of the share's lanes; a segment that is gone, or chosen where nobody sees it, counts for nothing. */
export function marketInSight({ section, shareOf }: Sight, document: ScenarioDocument): Market {
  const isThere = hasShareChoice(section) && document.market?.segments.some(({ id }) => id === shareOf);
  return isThere ? { segment: shareOf } : 'all';
}

/** What a month that stands open tells beside the plan. */
const monthSeries = (document: ScenarioDocument): readonly string[] => [
  ...['output', 'startsCapacity', 'ownShare', 'unitCost', 'price', 'fcf', 'cash'],
  ...(document.materials ?? []).map(({ id }) => `use/${id}`),
];

/** The series of the months that lanes, headline and a month that stands open read. */
export function seriesInSight(sight: Sight, document: ScenarioDocument): readonly string[] {
  const market = marketInSight(sight, document);
  const ofLanes = lanesOf(sight.section, document).flatMap((id) => laneSeries(id, document, market));
  const ofHeadline = headlineNames(document).flatMap((name) => {
    const output = parseOutput(name);
    return (output && monthSeriesOf(output)) ?? [];
  });
  return [...new Set([...ofLanes, ...ofHeadline, ...(sight.openMonth === null ? [] : monthSeries(document))])];
}

/** Whether results tell the fans of what is looked at. Those that came under a hand tell what was in sight then. */
export function tellsSight({ document, update }: ShownResults, sight: Sight): boolean {
  return update.stage === 'full' || seriesInSight(sight, document).every((name) => tellsFan(update.trials, name));
}

/** What lanes draw: what is shown, or where that does not tell them yet, for a moment, the last results that told all. */
export function resultsFor({ shown, whole }: Pick<RunState, 'shown' | 'whole'>, sight: Sight): ShownResults | null {
  return shown && tellsSight(shown, sight) ? shown : whole;
}
