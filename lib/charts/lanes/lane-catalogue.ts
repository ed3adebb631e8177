import type { ScenarioDocument } from '../../scenario/document';
import type { ChartFrame, ScenarioResults, TimeChart } from '../frame';
import { bottleneckLane } from './bottleneck-lane';
import { cashLane, costLane, outputLane, supplyLane } from './operations-lanes';
import { type Market, ownKey, ownShareLane, shareLane, shareSeries } from './share-lanes';
import { sopLane } from './sop-lane';

/** Every lane on the common time axis; one supply lane for each material. */
export type LaneId = 'sop' | 'bottleneck' | 'share' | 'ownShare' | 'output' | 'cost' | 'cash' | `supply/${string}`;

export interface LaneOptions {
  /** For the lanes about share. */
  readonly market?: Market;
}

export function laneIds(document: ScenarioDocument): readonly LaneId[] {
  const supply = (document.materials ?? []).map((material): LaneId => `supply/${material.id}`);
  return ['sop', 'bottleneck', 'output', ...supply, 'cost', 'cash', 'share', 'ownShare'];
}

/** Short names, for menus and the column beside the lanes. */
export function laneName(id: LaneId, document: ScenarioDocument): string {
  switch (id) {
    case 'sop':
      return 'Start of production';
    case 'bottleneck':
      return 'What holds it back';
    case 'share':
      return 'Market share';
    case 'ownShare':
      return 'Own share';
    case 'output':
      return 'Output, capacity, demand';
    case 'cost':
      return 'Unit cost and price';
    case 'cash':
      return 'Cash';
    default: {
      const material = id.slice('supply/'.length);
      return document.materials?.find((one) => one.id === material)?.name ?? material;
    }
  }
}

/** The series of the months whose fans a lane draws or tells. */
export function laneSeries(id: LaneId, document: ScenarioDocument, market: Market = 'all'): readonly string[] {
  switch (id) {
    case 'sop':
    case 'bottleneck':
      return [];
    case 'share':
      return market === 'all'
        ? shareSeries((document.market?.technologies ?? []).map((one) => one.id))
        : [ownKey(market)];
    case 'ownShare':
      return [ownKey(market)];
    case 'output':
      return ['output', 'startsCapacity'];
    case 'cost':
      return ['unitCost', 'price'];
    case 'cash':
      return ['cash'];
    default: {
      const material = id.slice('supply/'.length);
      return [`use/${material}`, `stock/${material}`];
    }
  }
}

export function lane(id: LaneId, results: ScenarioResults, frame: ChartFrame, options: LaneOptions = {}): TimeChart {
  switch (id) {
    case 'sop':
      return sopLane(results, frame);
    case 'bottleneck':
      return bottleneckLane(results, frame);
    case 'share':
      return shareLane(results, frame, options.market);
    case 'ownShare':
      return ownShareLane(results, frame, options.market);
    case 'output':
      return outputLane(results, frame);
    case 'cost':
      return costLane(results, frame);
    case 'cash':
      return cashLane(results, frame);
    default:
      return supplyLane(results, frame, id.slice('supply/'.length));
  }
}
