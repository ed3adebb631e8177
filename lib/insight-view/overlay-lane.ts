import { area } from 'd3';
import type { ChartFrame, ScenarioResults, TimeChart } from '../charts/frame';
import { type FanSeries, fanSeries, lineOf, percentileAt } from '../charts/lanes/fan';
import type { SceneNode } from '../charts/scene';
import { node } from '../charts/scene-nodes';
import { type DrawContext, lastVisible, timeChart, valueDomain } from '../charts/time-chart';
import { finiteText } from '../charts/words';
import { formatMonthText } from '../format/dates';

export interface OverlayInput {
  /** A series of the months: `output`, `ownShare`, `cash`. */
  readonly series: string;
  readonly title: string;
  readonly unit: string;
  readonly word: (value: number) => string;
  /** Labels of the axis; default as `word`. */
  readonly tickText?: (value: number) => string;
  /** What a month's number is multiplied by (12 for a yearly rate). */
  readonly factor?: number;
  readonly others: readonly ScenarioResults[];
}

interface Overlaid {
  readonly id: string;
  readonly label: string;
  readonly colour: string;
  readonly dash?: string;
  readonly fan: FanSeries;
}

// The first line is whole; each further scenario has a dash of its own beside its colour.
const DASHES = [undefined, '7 4', '2 3', '9 3 2 3'] as const;

/** A series of one scenario at the months of another; null where it has no such month. */
function aligned(months: readonly string[], results: ScenarioResults, series: string, factor: number): FanSeries {
  const own = fanSeries(results.trials, series);
  const at = new Map(results.trials.months.map(({ month }, index) => [month, own[index] ?? null]));
  return months.map((month) => {
    const found = at.get(month);
    if (!found || factor === 1) return found ?? null;
    const scaled = (value: number | 'never') => (value === 'never' ? value : value * factor);
    const { P5, P10, P25, P50, P75, P90, P95, mean } = found;
    const numbers = [P5, P10, P25, P50, P75, P90, P95, mean].map(scaled);
    return Object.fromEntries(
      ['P5', 'P10', 'P25', 'P50', 'P75', 'P90', 'P95', 'mean'].map((name, index) => [name, numbers[index]]),
    ) as never;
  });
}

function band({ id, fan, colour }: Overlaid, context: DrawContext): SceneNode | null {
  const shape = area<number>()
    .defined((index) => percentileAt(fan, index, 'P10') !== null && percentileAt(fan, index, 'P90') !== null)
    .x((index) => context.time.x(context.spans[index]?.middle ?? 0))
    .y0((index) => context.y(percentileAt(fan, index, 'P10') ?? 0))
    .y1((index) => context.y(percentileAt(fan, index, 'P90') ?? 0))
    .digits(2);
  const d = shape(context.spans.map((_, index) => index));
  return d ? node('path', { d, fill: colour, 'fill-opacity': 0.16, 'data-series': `${id}-band` }) : null;
}

/** Names told apart where two scenarios go by the same one. */
export function distinctNames(names: readonly string[]): readonly string[] {
  return names.map((name, index) => (names.indexOf(name) === index ? name : `${name} (${index + 1})`));
}

function median(fan: FanSeries): readonly (number | null)[] {
  return fan.map((_, index) => percentileAt(fan, index, 'P50'));
}

function sentence(input: OverlayInput, overlaid: readonly Overlaid[], months: readonly string[]): string {
  const decembers = months.filter((month) => month.endsWith('-12') && Number(month.slice(0, 4)) <= 2030);
  const last = months.indexOf(decembers.at(-1) ?? '');
  const index = last >= 0 ? last : months.length - 1;
  const month = months[index];
  if (month === undefined) return 'There is no month to show.';
  const parts = overlaid.map(({ label, fan }) => {
    const at = fan[index];
    if (!at) return `${label} has none`;
    const [low, middle, high] = [at.P10, at.P50, at.P90].map((value) => finiteText(value, input.word));
    return `${label} ${middle} (8 in 10 futures: ${low} to ${high})`;
  });
  return `In ${formatMonthText(month)}: ${parts.join('; ')}.`;
}

/** One series of several scenarios on one axis: the medians as lines, P10 to P90 as bands, dashes beside colours. */
export function overlayLane(input: OverlayInput, frame: ChartFrame): TimeChart {
  const first = input.others[0];
  if (first === undefined) throw new RangeError('There is no scenario to draw.');
  const { theme } = frame;
  const months = first.trials.months.map(({ month }) => month);
  const names = distinctNames(input.others.map(({ document }) => document.name));
  const overlaid = input.others.map((results, index): Overlaid => {
    const colour = index === 0 ? theme.accent : (theme.palette[index * 2 + 1] ?? theme.text);
    const fan = aligned(months, results, input.series, input.factor ?? 1);
    return { id: `s${index}`, label: names[index] ?? '', colour, dash: DASHES[index], fan };
  });
  const values = overlaid.flatMap(({ fan }) =>
    fan.flatMap((_, index) => [percentileAt(fan, index, 'P10') ?? 0, percentileAt(fan, index, 'P90') ?? 0]),
  );
  return timeChart({
    id: `overlay-${input.series}`,
    unit: input.unit,
    results: first,
    frame,
    domain: valueDomain(values),
    tickText: input.tickText ?? input.word,
    key: overlaid.map(({ id, label, colour, dash }) => ({ id, label, colour, mark: dash ? 'dashed' : 'line' })),
    reading: {
      title: input.title,
      sentence: sentence(input, overlaid, months),
      table: {
        columns: ['Month', ...overlaid.flatMap(({ label }) => ['P10', 'P50', 'P90'].map((p) => `${label} ${p}`))],
        rows: months.map((month, index) => [
          month,
          ...overlaid.flatMap(({ fan }): (string | number)[] => {
            const at = fan[index];
            return at ? [at.P10, at.P50, at.P90] : ['none', 'none', 'none'];
          }),
        ]),
      },
    },
    figuresAt: (index) =>
      overlaid.map(({ id, label, colour, fan }) => {
        const at = fan[index];
        const [low, middle, high] = at ? [at.P10, at.P50, at.P90].map((value) => finiteText(value, input.word)) : [];
        return { id, label, colour, text: at ? `${middle} (${low} – ${high})` : 'none' };
      }),
    draw: (context) => ({
      body: [
        ...overlaid.map((one) => band(one, context)),
        ...overlaid.map(({ id, fan, colour, dash }) =>
          lineOf(median(fan), colour, context, { 'stroke-dasharray': dash, 'data-series': id }),
        ),
      ],
    }),
    ends: (context) => {
      const at = lastVisible(context);
      return overlaid.flatMap(({ id, label, colour, fan }) => {
        const value = percentileAt(fan, at, 'P50');
        return value === null ? [] : [{ id, text: label, colour, y: context.y(value), weight: 600 as const }];
      });
    },
  });
}
