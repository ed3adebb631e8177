import { describe, expect, it } from 'vitest';
import { laneIds } from '../charts/lanes/lane-catalogue';
import { referenceScenarios } from '../scenario/reference';
import { misreadLane } from './misread-lanes';
import { MISREADINGS } from './misreadings';

describe('every chart has its usual misreading', () => {
  it('each lane of the reference scenario, in words of its own', () => {
    const ids = laneIds(referenceScenarios[0]!.document);
    expect(ids.length).toBeGreaterThan(7);
    for (const id of ids) for (const chart of misreadLane(id)) expect(MISREADINGS[chart].instead).toMatch(/\.$/);
    const kinds = new Set(ids.map((id) => misreadLane(id)[0]));
    // All materials are read alike.
    expect(kinds.size).toBe(new Set(ids.map((id) => id.split('/')[0])).size);
  });
});
