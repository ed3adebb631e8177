import type { LaneId } from '../charts/lanes/lane-catalogue';
import type { MisreadChart } from './misreadings';

/** How the lane of each kind is misread; lanes with a band are fans as well. */
export function misreadLane(id: LaneId): readonly MisreadChart[] {
  switch (id) {
    case 'sop':
      return ['date-curve', 'probability'];
    case 'bottleneck':
      return ['bottleneck'];
    case 'share':
      return ['share'];
    case 'ownShare':
      return ['own-share', 'fan'];
    case 'output':
      return ['output', 'fan'];
    case 'cost':
      return ['cost', 'fan'];
    case 'cash':
      return ['cash', 'fan'];
    default:
      return ['supply', 'fan'];
  }
}
