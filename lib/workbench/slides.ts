import { type LaneId, laneIds } from '../charts/lanes/lane-catalogue';
import type { TrialsResult } from '../engine/results/result-types';
import { bottleneckFinding, mainBottleneck, supplyFinding } from '../findings/bottleneck-finding';
import { firstYearBeyond, HEADLINE_YEAR } from '../findings/context';
import { dateFinding } from '../findings/date-finding';
import { outputFinding, shareFinding, strongestSegment, yearWithin } from '../findings/market-finding';
import { fundingFinding, irrFinding, npvFinding } from '../findings/money-finding';
import { planFinding } from '../findings/plan-finding';
import type { RunUpdate } from '../runner/types';
import type { ScenarioDocument } from '../scenario/document';

/** What a slide shows under its title. */
export type SlideView =
  | { readonly kind: 'headline' }
  | { readonly kind: 'gantt' }
  | { readonly kind: 'lane'; readonly lane: LaneId; readonly segment?: string }
  | { readonly kind: 'risks' };

export interface Slide {
  readonly id: string;
  /** One sentence of result. */
  readonly title: string;
  readonly view: SlideView;
  /** For the speaker alone. */
  readonly notes: string;
}

/** Views that a story may name beside the lanes: `headline`, `timeline`, `share`, `supply`, `money`, `risks`. */
function viewNamed(document: ScenarioDocument, trials: TrialsResult, name: string): SlideView | null {
  const main = mainBottleneck(document, trials);
  if (name === 'headline' || name === 'risks') return { kind: name };
  if (name === 'timeline') return { kind: 'gantt' };
  if (name === 'money') return { kind: 'lane', lane: 'cash' };
  if (name === 'share') return shareView(document, trials);
  if (name === 'supply') return { kind: 'lane', lane: supplyLane(document, main) };
  const lane = laneIds(document).find((id) => id === name);
  return lane ? { kind: 'lane', lane } : null;
}

/** The material that holds most back, else the first, else what holds back at all. */
function supplyLane(document: ScenarioDocument, main: string | null): LaneId {
  const materials = document.materials ?? [];
  const material = materials.find(({ id }) => id === main) ?? materials[0];
  return material ? `supply/${material.id}` : 'bottleneck';
}

/** Own share where it is largest: of all segments together it would be too small to be seen. */
function shareView(document: ScenarioDocument, trials: TrialsResult): SlideView {
  const segment = strongestSegment(document, trials, yearWithin(trials, HEADLINE_YEAR));
  return segment ? { kind: 'lane', lane: 'ownShare', segment: segment.id } : { kind: 'lane', lane: 'share' };
}

function riskSentence(document: ScenarioDocument): string {
  const risks = document.risks ?? [];
  const taken = risks.filter(({ response }) => response?.active).length;
  if (risks.length === 0) return 'No risk is modelled: what the futures differ in is their inputs alone.';
  const count = risks.length === 1 ? 'One risk' : `${risks.length} risks`;
  const responses =
    taken === 0 ? 'no response is taken' : taken === 1 ? 'one response is taken' : `${taken} responses are taken`;
  return `${count} may strike beside what the inputs leave open; ${responses}.`;
}

function builtSlides(document: ScenarioDocument, { plan, trials }: RunUpdate): readonly Slide[] {
  const year = yearWithin(trials, HEADLINE_YEAR);
  const main = mainBottleneck(document, trials);
  const lane = supplyLane(document, main);
  const material = lane.startsWith('supply/') ? lane.slice('supply/'.length) : null;
  const npv = npvFinding(trials.npv, document.currency, trials.samples?.npv);
  return [
    {
      id: 'headline',
      title: dateFinding('SOP', trials.sop, firstYearBeyond(document)),
      view: { kind: 'headline' },
      notes: planFinding({ document, plan, trials }),
    },
    {
      id: 'timeline',
      title: planFinding({ document, plan, trials }),
      view: { kind: 'gantt' },
      notes:
        'Bars are the plan; whiskers reach from P10 to P90 of each finish. The path that decides the date is in the accent colour.',
    },
    {
      id: 'share',
      title: shareFinding(document, trials, year),
      view: shareView(document, trials),
      notes: outputFinding(trials, year),
    },
    {
      id: 'supply',
      title: material ? supplyFinding(document, trials, material) : bottleneckFinding(document, trials),
      view: { kind: 'lane', lane },
      notes: bottleneckFinding(document, trials),
    },
    {
      id: 'money',
      title: fundingFinding(trials.peakFunding, trials.shortfall, document.currency),
      view: { kind: 'lane', lane: 'cash' },
      notes: `${npv} ${irrFinding(trials.irr, trials.npv)}`,
    },
    { id: 'risks', title: riskSentence(document), view: { kind: 'risks' }, notes: bottleneckFinding(document, trials) },
  ];
}

/**
 * The slides of a scenario: the story that its author wrote, where every view it names is there; else headline,
 * timeline, share, supply, money, risks, each with one sentence made from the numbers.
 */
export function scenarioSlides(document: ScenarioDocument, update: RunUpdate): readonly Slide[] {
  const built = builtSlides(document, update);
  const told = (document.meta?.story ?? []).flatMap((slide, index): Slide[] => {
    const view = viewNamed(document, update.trials, slide.view);
    if (!view) return [];
    const fallback = built.find(({ id }) => id === slide.view);
    return [
      {
        id: `${index}-${slide.view}`,
        title: slide.title || (fallback?.title ?? slide.view),
        view,
        notes: slide.notes ?? fallback?.notes ?? '',
      },
    ];
  });
  return told.length > 0 ? told : built;
}
