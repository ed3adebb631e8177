import type { Finite, Statistics, TrialsResult } from '../../engine/results/result-types';
import { mainBottleneck } from '../../findings/bottleneck-finding';
import { formatRunId } from '../../format/run-id';
import type { ScenarioDocument } from '../../scenario/document';
import { bottleneckLabel } from '../../scenario/variables';
import type { Headline } from './contract';

const YEAR = 2030;
const STACK_POINTS = 24;

function range(statistics: Statistics): { p10: Finite; p50: Finite; p90: Finite } {
  return { p10: statistics.P10, p50: statistics.P50, p90: statistics.P90 };
}

/** A range of numbers that are never `never`; null where one is. */
function finiteRange(statistics: Statistics | undefined): Headline['output2030'] {
  if (!statistics) return null;
  const { P10: p10, P50: p50, P90: p90 } = statistics;
  return p10 === 'never' || p50 === 'never' || p90 === 'never' ? null : { p10, p50, p90 };
}

/** Mean share of each technology at evenly spaced months, the first and the last among them. */
function stack(document: ScenarioDocument, trials: TrialsResult): Headline['stack'] {
  const { months } = trials;
  const count = Math.min(STACK_POINTS, months.length);
  const points = Array.from({ length: count }, (_, i) =>
    count < 2 ? 0 : Math.round((i * (months.length - 1)) / (count - 1)),
  );
  const mean = (key: string, month: number) => {
    const value = months[month]?.fans[key]?.mean;
    return typeof value === 'number' ? value : 0;
  };
  const others = document.market?.technologies ?? [];
  return {
    technologies: ['own', ...others.map(({ id }) => id)],
    colours: [null, ...others.map(({ meta }) => meta?.colour ?? null)],
    shares: [
      points.map((month) => mean('ownShare', month)),
      ...others.map(({ id }) => points.map((month) => mean(`share/${id}`, month))),
    ],
  };
}

/** The figures of the library, from the results of a run. */
export function summariseHeadline(document: ScenarioDocument, trials: TrialsResult): Headline {
  const target = document.targets?.find(({ metric }) => metric === 'sop');
  const probability = target ? trials.targets[target.id] : undefined;
  const year = trials.years.find((row) => row.year === YEAR);
  const bottleneck = mainBottleneck(document, trials);
  return {
    sop: { ...range(trials.sop), never: trials.sop.never ?? 0 },
    chance: target && probability !== undefined ? { targetName: target.name, probability } : null,
    output2030: finiteRange(year?.fans.output),
    share2030: finiteRange(year?.fans.ownShare),
    peakFunding: finiteRange(trials.peakFunding) ?? { p10: 0, p50: 0, p90: 0 },
    bottleneck: bottleneck === null ? null : bottleneckLabel(document, bottleneck),
    stack: stack(document, trials),
    runId: formatRunId(trials),
  };
}
