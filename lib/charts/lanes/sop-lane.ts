import { firstYearBeyond } from '../../findings/context';
import { dateFinding } from '../../findings/date-finding';
import type { Target } from '../../scenario/document';
import type { ChartFrame, ScenarioResults, TimeChart } from '../frame';
import { dodge } from '../labels';
import type { SceneNode } from '../scene';
import { lineNode, node, textNode } from '../scene-nodes';
import { fitText, textWidth } from '../text/text-width';
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

/** A chance that stands at the foot of the curve. */
const LITTLE = 0.1;

interface Taken {
  readonly left: number;
  readonly right: number;
  readonly baseline: number;
}
const meets = (a: Taken, b: Taken) =>
  a.left < b.right + 4 && b.left < a.right + 4 && Math.abs(a.baseline - b.baseline) < 13;

/** P10, P50 and P90 on the curve; a name goes left of its mark, else right of it, else nowhere: the table has it. */
function percentileMarks(results: ScenarioResults, taken: readonly Taken[], context: DrawContext): SceneNode[] {
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
    const width = textWidth(text, 12);
    const places: Taken[] = [
      { left: x - 10 - width, right: x - 10, baseline: y + 4 },
      { left: x + 12, right: x + 12 + width, baseline: y + 14 },
    ];
    const place = places.find(
      (one) =>
        one.left > context.plot.left && one.right < context.plot.right && !taken.some((other) => meets(one, other)),
    );
    if (place) nodes.push(textNode(text, place.left, place.baseline, { fill: theme.text, halo: theme.background }));
  }
  return nodes;
}

function targetMarks(targets: readonly DatedTarget[], context: DrawContext) {
  const taken: Taken[] = [];
  const { plot, frame, time, y } = context;
  const colour = frame.theme.text;
  const visible = targets.filter(({ day }) => day >= time.window.start && day <= time.window.end);
  // Right of the curve and below it there is room: each name stands a line under its mark, moved apart from the others.
  const places = dodge(
    visible.map(({ probability }) => y(probability) + (probability < LITTLE ? -8 : 16)),
    15,
    plot.top + 12,
    plot.bottom - 6,
  );
  const nodes = visible.flatMap(({ target, day, probability, error }, index) => {
    const x = time.x(day);
    const whole = `${target.name}: ${chanceText(probability, error)}`;
    // Where the curve has hardly begun it rises to the right of the mark: the name stands left of it if there is room.
    const leftOfMark = x - 8 - textWidth(whole, 12, 600);
    const isLeft = probability < LITTLE && leftOfMark > plot.left + 4;
    const text = isLeft ? whole : fitText(whole, plot.right - x - 10, 12, 600);
    const left = isLeft ? leftOfMark : x + 8;
    const style = { fill: colour, weight: 600, halo: frame.theme.background } as const;
    const baseline = places[index] ?? plot.top + 12;
    if (text) taken.push({ left, right: left + textWidth(text, 12, 600), baseline });
    return [
      lineNode(x, plot.top, x, plot.bottom, colour, { 'stroke-width': 1.25, 'stroke-dasharray': '5 3' }),
      node('rect', { x: x - 3.5, y: y(probability) - 3.5, width: 7, height: 7, fill: colour }),
      ...(text ? [textNode(text, left, baseline, style)] : []),
    ];
  });
  return { nodes, taken };
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
      const marks = targetMarks(targets, context);
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
        labels: [...marks.nodes, ...percentileMarks(results, marks.taken, context)],
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
