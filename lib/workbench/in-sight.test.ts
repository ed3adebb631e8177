import { describe, expect, it } from 'vitest';
import { type LaneId, lane, laneIds } from '../charts/lanes/lane-catalogue';
import { openScenario } from '../engine/run-scenario';
import type { RunUpdate } from '../runner/types';
import { referenceScenarios } from '../scenario/reference';
import { lightTheme } from '../theme/palette';
import { headlineFigure } from './headline';
import { lanesOf, marketInSight, resultsFor, type Sight, seriesInSight, tellsSight } from './in-sight';
import { headlineNames, offeredOutputs } from './outputs';
import { sections } from './sections';

const { document } = referenceScenarios[0]!;
const scenario = openScenario(document, { documentHash: 'x' });
const plan = scenario.runPlan();

/** A glance that tells so much. */
function glance(inSight?: readonly string[]): RunUpdate {
  const run = scenario.startTrials({ trials: 40, glance: true, inSight, samples: headlineNames(document) });
  run.runBlock(0);
  return { stage: 'preview', plan, trials: run.results() };
}

const segment = document.market!.segments[1]!.id;
const sights: Sight[] = sections.flatMap(({ id }) =>
  ['', segment].map((shareOf) => ({ section: id, shareOf, openMonth: null })),
);
const everything = glance();

describe('what is in sight', () => {
  it.each(sights)('is all that lanes and headline need: $section $shareOf', (sight) => {
    const series = seriesInSight(sight, document);
    const some = glance(series);
    const market = marketInSight(sight, document);
    const pictures = ({ trials }: RunUpdate) =>
      lanesOf(sight.section, document).map((id) => {
        const results = { document, plan, trials };
        const chart = lane(id, results, { width: 900, height: 300, theme: lightTheme }, { market });
        return JSON.stringify([chart.scene, chart.reading.sentence, chart.reading.table, chart.figuresAt(70)]);
      });
    expect(pictures(some)).toEqual(pictures(everything));
    const strip = (update: RunUpdate) =>
      headlineNames(document).map((name) => headlineFigure(document, update, null, name));
    expect(strip(some)).toEqual(strip(everything));
    expect(tellsSight({ document, update: some }, sight)).toBe(true);
    // And hardly more: most sections look at a part.
    expect(series.length).toBeLessThan(Object.keys(everything.trials.months[0]!.fans).length);
  });

  it('holds every lane there is in some section', () => {
    const shown = new Set(sections.flatMap(({ id }) => lanesOf(id, document)));
    expect([...laneIds(document)].filter((id: LaneId) => !shown.has(id))).toEqual([]);
  });

  it('holds whatever the headline may hold', () => {
    for (const name of offeredOutputs(document)) {
      const chosen = { ...document, meta: { ...document.meta, headline: [name] } };
      const some = glance(seriesInSight({ section: 'sources', shareOf: '', openMonth: null }, chosen));
      expect(headlineFigure(chosen, some, null, name)).toEqual(headlineFigure(chosen, everything, null, name));
    }
  });

  it('is the whole market where a chosen segment is gone, or nobody sees the choice', () => {
    const sight = (section: Sight['section'], shareOf: string) => ({ section, shareOf, openMonth: null });
    expect(marketInSight(sight('timeline', segment), document)).toEqual({ segment });
    expect(marketInSight(sight('timeline', 'gone'), document)).toBe('all');
    expect(marketInSight(sight('cost', segment), document)).toBe('all');
  });

  it('is drawn from what was known in full, until what is shown tells it too', () => {
    const timeline: Sight = { section: 'timeline', shareOf: '', openMonth: null };
    const cost: Sight = { ...timeline, section: 'cost' };
    const shown = { document, update: glance(seriesInSight(timeline, document)) };
    const whole = { document, update: { ...everything, stage: 'full' as const } };
    expect(resultsFor({ shown, whole }, timeline)).toBe(shown);
    expect(resultsFor({ shown, whole }, cost)).toBe(whole);
    expect(resultsFor({ shown: { document, update: everything }, whole }, cost)?.update).toBe(everything);
    expect(resultsFor({ shown, whole: null }, cost)).toBeNull();
    expect(resultsFor({ shown: null, whole: null }, cost)).toBeNull();
  });

  it('is not told by what came for another section; all is told by a full run', () => {
    const timeline: Sight = { section: 'timeline', shareOf: '', openMonth: null };
    const cost: Sight = { ...timeline, section: 'cost' };
    const update = glance(seriesInSight(timeline, document));
    expect(tellsSight({ document, update }, timeline)).toBe(true);
    expect(tellsSight({ document, update }, cost)).toBe(false);
    expect(tellsSight({ document, update }, { ...timeline, openMonth: '2030-06' })).toBe(false);
    expect(tellsSight({ document, update: everything }, cost)).toBe(true);
    expect(tellsSight({ document, update: { ...update, stage: 'full' } }, cost)).toBe(true);
  });
});
