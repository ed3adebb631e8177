import { formatQuarter, formatQuarterShort } from '@/lib/format/dates';
import { formatMoney } from '@/lib/format/money';
import { formatSignificant, formatWithUnit } from '@/lib/format/number';
import { formatProbability, formatShare } from '@/lib/format/share';
import type { Headline, ScenarioRow } from '@/lib/server/scenarios/contract';

/** One figure of a row: the middle, and below it the range of 8 in 10 futures or a remark. */
export interface Figure {
  readonly value: string;
  readonly range: string;
}

export const FIGURE_COLUMNS = ['sop', 'chance', 'output', 'share', 'funding', 'bottleneck'] as const;
export type FigureColumn = (typeof FIGURE_COLUMNS)[number];

export const FIGURE_TITLES: Readonly<Record<FigureColumn, string>> = {
  sop: 'SOP',
  chance: 'Chance',
  output: '2030 output',
  share: '2030 share',
  funding: 'Peak funding',
  bottleneck: 'Held back by',
};

const NONE: Figure = { value: 'none', range: '' };

function ranged(
  figures: { readonly p10: number; readonly p50: number; readonly p90: number } | null,
  write: (value: number) => string,
  writeShort: (value: number) => string,
): Figure {
  if (!figures) return NONE;
  return { value: write(figures.p50), range: span(writeShort(figures.p10), writeShort(figures.p90)) };
}

/** Where the ends read the same there is no range to show. */
function span(low: string, high: string): string {
  return low === high ? '' : `${low} – ${high}`;
}

function sopFigure(sop: Headline['sop']): Figure {
  if (sop.never === 1) return { value: 'never', range: 'in every future' };
  const never = sop.never > 0.005 ? `never in ${formatProbability(sop.never)}` : '';
  const dates = span(formatQuarterShort(sop.p10), formatQuarterShort(sop.p90));
  return { value: formatQuarter(sop.p50), range: [dates, never].filter(Boolean).join(', ') };
}

/** A figure of the library in words; null where nothing has been computed yet. */
export function figureOf(row: ScenarioRow, column: FigureColumn): Figure | null {
  const { headline } = row;
  if (!headline) return null;
  switch (column) {
    case 'sop':
      return sopFigure(headline.sop);
    case 'chance':
      return headline.chance
        ? { value: formatProbability(headline.chance.probability), range: headline.chance.targetName }
        : { value: 'no target', range: '' };
    case 'output':
      return ranged(
        headline.output2030,
        (value) => formatWithUnit(value, 'GWh'),
        (value) => formatSignificant(value, 2),
      );
    case 'share':
      return ranged(
        headline.share2030,
        (value) => formatShare(value),
        (value) => formatShare(value, 2),
      );
    case 'funding': {
      const write = (value: number) => formatMoney(value, { currency: row.currency });
      return ranged(headline.peakFunding, write, write);
    }
    case 'bottleneck':
      return { value: headline.bottleneck ?? 'nothing', range: '' };
    default:
      return column satisfies never;
  }
}
