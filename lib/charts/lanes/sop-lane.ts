import { firstYearBeyond } from '../../findings/context';
import { dateFinding } from '../../findings/date-finding';
import type { Target } from '../../scenario/document';
import type { ChartFrame, ScenarioResults, TimeChart } from '../frame';
import type { SceneNode } from '../scene';
import { lineNode, node, textNode } from '../scene-nodes';
import { textWidth } from '../text/text-width';
import { dateDay, monthIndexAt, monthSpan } from '../time/months';
import { type DrawContext, timeChart } from '../time-chart';
import { chanceText, quarterName } from '../words';

interface DatedTarget {
  readonly target: Target;
  readonly day: number;
  readonly probability: number;
  /** Sampling error of the probability. */
  readonly error: number;
}

function sopTargets(results: ScenarioResults): readonly DatedTarget[] {
  return (results.document.targets ?? []).flatMap((target) => {
    if (target.metric !== 'sop' || typeof target.value !== 'string') return [];
    const day = dateDay(target.value, 'finish');
    const probability = results.trials.targets[target.id];
    const error = results.trials.chanceErrors?.targets[target.id] ?? 0;
    return Number.isFinite(day) && probability !== undefined ? [{ target, day, probability, error }] : [];
  });
}

function curve(cdf: readonly number[], context: DrawContext): string {
  const first = context.spans[0];
  if (!first) return '';
  let d = `M${context.time.x(first.start).toFixed(2)},${context.y(0).toFixed(2)}`;
  for (const [index, span] of context.spans.entries()) {
    d += `L${context.time.x(span.end).toFixed(2)},${context.y(cdf[index] ?? 0).toFixed(2)}`;
  }
  return d;
}

/** A name at a place: px, its baseline and its width. */
interface Place {
  readonly left: number;
  readonly width: number;
  readonly baseline: number;
}

const TEXT_PX = 12;
const ABOVE_BASELINE = 11;
const BELOW_BASELINE = 4;
/** A place is looked for every so many px along a line. */
const STEP = 5;
/** Names begin so far from their marks. */
const BESIDE = 8;

const meets = (a: Place, b: Place) =>
  a.left < b.left + b.width + 4 &&
  b.left < a.left + a.width + 4 &&
  Math.abs(a.baseline - b.baseline) < ABOVE_BASELINE + BELOW_BASELINE;

/** Keeps names off the curve, off the lines of targets and off each other. */
function nameKeeper(cdf: readonly number[], lines: readonly number[], context: DrawContext) {
  const { plot } = context;
  const taken: Place[] = [];
  const xs = context.spans.map(({ end }) => context.time.x(end));
  const ys = context.spans.map((_, index) => context.y(cdf[index] ?? 0));

  const isInside = ({ left, width, baseline }: Place) =>
    left > plot.left + 2 &&
    left + width < plot.right - 2 &&
    baseline - ABOVE_BASELINE > plot.top &&
    baseline + BELOW_BASELINE < plot.bottom + 2;
  const isOnLine = ({ left, width }: Place) => lines.some((x) => x > left - 3 && x < left + width + 3);
  const isOnCurve = ({ left, width, baseline }: Place) =>
    xs.some((x, index) => {
      const [from, fromY] = index > 0 ? [xs[index - 1]!, ys[index - 1]!] : [x, ys[index]!];
      if (x < left - 2 || from > left + width + 2) return false;
      const [high, low] = [Math.min(fromY, ys[index]!), Math.max(fromY, ys[index]!)];
      return low > baseline - ABOVE_BASELINE - 1 && high < baseline + BELOW_BASELINE;
    });
  const isFree = (place: Place) => isInside(place) && !taken.some((other) => meets(place, other));

  return {
    take: (place: Place) => void taken.push(place),
    /** The first place that crosses nothing; where there is none, the first that crosses no more than a target's line. */
    clear: (places: readonly Place[]) => {
      const clear = places.filter((place) => isFree(place) && !isOnCurve(place));
      return clear.find((place) => !isOnLine(place)) ?? clear[0];
    },
    /** The first that covers no other name. */
    free: (places: readonly Place[]) => places.find(isFree),
  };
}
type NameKeeper = ReturnType<typeof nameKeeper>;

/** P10, P50 and P90 on the curve; a name that would lie on the curve everywhere is left away: the table has it. */
function percentileMarks(results: ScenarioResults, keeper: NameKeeper, context: DrawContext): SceneNode[] {
  const nodes: SceneNode[] = [];
  const { theme } = context.frame;
  for (const [name, level] of [
    ['P10', 0.1],
    ['P50', 0.5],
    ['P90', 0.9],
  ] as const) {
    const day = results.trials.sop[name];
    if (day === 'never' || day < context.time.window.start || day > context.time.window.end) continue;
    const [x, y] = [context.time.x(day), context.y(level)];
    nodes.push(node('circle', { cx: x, cy: y, r: 4, fill: theme.background, stroke: theme.accent, 'stroke-width': 2 }));
    const text = `${name} ${quarterName(day)}`;
    const width = textWidth(text, TEXT_PX);
    const place = keeper.clear([
      { left: x - 10 - width, width, baseline: y + 4 },
      { left: x - 8 - width, width, baseline: y - 6 },
      { left: x + 12, width, baseline: y + 14 },
      { left: x + 12, width, baseline: y + 4 },
    ]);
    if (!place) continue;
    keeper.take(place);
    nodes.push(textNode(text, place.left, place.baseline, { fill: theme.text, halo: theme.background }));
  }
  return nodes;
}

/** A chance that stands at the foot of the curve: there it rises to the right of the mark. */
const LITTLE = 0.1;

/** A name stands beside its mark, right of its line or at the curve's foot left of it; else further along the line. */
function targetPlaces(x: number, y: number, width: number, isAtFoot: boolean, { plot }: DrawContext): Place[] {
  const right = (baseline: number) => ({ left: x + BESIDE, width, baseline });
  const left = (baseline: number) => ({ left: x - BESIDE - width, width, baseline });
  const [below, above] = [y + 16, y - BESIDE];
  const near = isAtFoot ? [left(above), right(below)] : [right(below), right(above), left(above)];
  const further: number[] = [];
  for (let baseline = below; baseline < plot.bottom; baseline += STEP) further.push(baseline);
  for (let baseline = above; baseline > plot.top; baseline -= STEP) further.push(baseline);
  return [...near, ...further.map(right), ...further.map(left)];
}

function targetMarks(targets: readonly DatedTarget[], keeper: NameKeeper, context: DrawContext): SceneNode[] {
  const { plot, frame, time } = context;
  const colour = frame.theme.text;
  const visible = targets.filter(({ day }) => day >= time.window.start && day <= time.window.end);
  const marks = visible.flatMap(({ day, probability }) => {
    const [x, y] = [time.x(day), context.y(probability)];
    return [
      lineNode(x, plot.top, x, plot.bottom, colour, { 'stroke-width': 1.25, 'stroke-dasharray': '5 3' }),
      node('rect', { x: x - 3.5, y: y - 3.5, width: 7, height: 7, fill: colour }),
    ];
  });
  const names = visible.flatMap(({ target, day, probability, error }) => {
    const [x, y] = [time.x(day), context.y(probability)];
    const chance = chanceText(probability, error);
    const placesOf = (text: string) => targetPlaces(x, y, textWidth(text, TEXT_PX, 600), probability < LITTLE, context);
    // Where the name has no room the chance stands alone: the line says when, the table what.
    const whole = `${target.name}: ${chance}`;
    const placeOfWhole = keeper.clear(placesOf(whole));
    const text = placeOfWhole ? whole : chance;
    const place = placeOfWhole ?? keeper.clear(placesOf(chance)) ?? keeper.free(placesOf(chance));
    if (place) keeper.take(place);
    const style = { fill: colour, weight: 600, halo: frame.theme.background } as const;
    return place ? [textNode(text, place.left, place.baseline, style)] : [];
  });
  // A name that has to cross the line of another target stands on it.
  return [...marks, ...names];
}

/** Probability that the start of production has come by each date, with the targets for it. */
export function sopLane(results: ScenarioResults, frame: ChartFrame): TimeChart {
  const { trials } = results;
  const { sop, cdf } = trials;
  const targets = sopTargets(results);
  return timeChart({
    id: 'sop',
    unit: '% of futures',
    results,
    frame,
    domain: [0, 1],
    exact: true,
    tickText: (value) => `${Math.round(value * 100)} %`,
    key: [{ id: 'sop', label: 'Start of production', colour: frame.theme.accent, mark: 'line' }],
    reading: {
      title: 'Start of production: chance that it has come (% of the futures)',
      sentence: dateFinding('SOP', sop, firstYearBeyond(results.document)),
      table: {
        columns: ['Month', 'Chance by its end', 'Targets'],
        rows: trials.months.map(({ month }, index) => [
          month,
          cdf.sop[index] ?? 0,
          targets
            .filter(({ day }) => {
              const span = monthSpan(month);
              return day > span.start && day <= span.end;
            })
            .map(({ target, probability, error }) => `${target.name}: ${chanceText(probability, error)}`)
            .join('; '),
        ]),
      },
    },
    figuresAt: (index) => [
      { id: 'sop', label: 'SOP has come', text: chanceText(cdf.sop[index] ?? 0), colour: frame.theme.accent },
    ],
    draw: (context) => {
      const lines = targets.map(({ day }) => context.time.x(day));
      const keeper = nameKeeper(cdf.sop, lines, context);
      const marks = targetMarks(targets, keeper, context);
      return {
        body: [
          node('path', {
            d: curve(cdf.sop, context),
            fill: 'none',
            stroke: frame.theme.accent,
            'stroke-width': 2.5,
            'stroke-linejoin': 'round',
            'data-series': 'sop',
          }),
        ],
        labels: [...marks, ...percentileMarks(results, keeper, context)],
      };
    },
    ends: (context) => {
      const at = monthIndexAt(context.spans, context.time.window.end - 1);
      if (at < 0) return [];
      const value = cdf.sop[at] ?? 0;
      return [
        { id: 'sop', text: `SOP ${chanceText(value)}`, colour: frame.theme.accent, y: context.y(value), weight: 600 },
      ];
    },
  });
}
