import { scaleLinear } from 'd3';
import { formatDay } from '../../format/dates';
import type { ChartFrame, ScenarioResults } from '../frame';
import type { Chart, SceneNode } from '../scene';
import { group, lineNode, localId, node, rectNode, round, sceneRoot, textNode } from '../scene-nodes';
import { fitText, wrapText } from '../text/text-width';
import { timeAxis, timeAxisHeight, timeGrid, yearShades } from '../time/time-axis';
import { timeScale } from '../time/time-scale';
import { amount, chanceText } from '../words';

export interface JclInput {
  /** Day number by trial; Infinity is never. */
  readonly dates: ArrayLike<number>;
  /** Money by trial. */
  readonly money: ArrayLike<number>;
  readonly dateName: string;
  readonly moneyName: string;
  readonly currency: string;
  /** Both targets, where there are some: on or before the day, at most the money. */
  readonly day?: number;
  readonly limit?: number;
}

const MOST_POINTS = 1200;

interface JointTrial {
  readonly trial: number;
  readonly day: number;
  readonly money: number;
  readonly both: boolean;
}

function jointTrials(input: JclInput): readonly JointTrial[] {
  const trials: JointTrial[] = [];
  for (let trial = 0; trial < Math.min(input.dates.length, input.money.length); trial++) {
    const day = input.dates[trial] as number;
    const money = input.money[trial] as number;
    const both = (input.day === undefined || day <= input.day) && (input.limit === undefined || money <= input.limit);
    if (!Number.isNaN(day) && Number.isFinite(money)) trials.push({ trial, day, money, both });
  }
  return trials;
}

/** Share of trials that keep both the date and the money. */
export function jointProbability(input: JclInput): number {
  const trials = jointTrials(input);
  return trials.length === 0 ? 0 : trials.filter((trial) => trial.both).length / trials.length;
}

function extent(values: readonly number[], also: number | undefined): [number, number] {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const value of also === undefined ? values : [...values, also]) {
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  if (!(high > low)) return low === Number.POSITIVE_INFINITY ? [0, 1] : [low - 0.5, low + 0.5];
  const room = (high - low) * 0.04;
  return [low - room, high + room];
}

/** One dot for each trial: when, and how much money; what keeps both targets in the accent; never in a strip at the right. */
export function jclChart(input: JclInput, frame: ChartFrame, results?: ScenarioResults): Chart {
  const { theme, width, height } = frame;
  const trials = jointTrials(input);
  const timely = trials.filter(({ day }) => Number.isFinite(day));
  const nevers = trials.length - timely.length;
  const title = `${input.dateName} and ${input.moneyName} together, one dot a future (${input.currency})`;
  const lines = frame.heading ? wrapText(title, width - 16, 14, 2, 600) : [];
  const top = lines.length * 18 + 18;
  const left = frame.plotLeft ?? 56;
  const strip = nevers > 0 ? 44 : 0;
  const right = Math.max(left + 20, width - 12 - strip);
  const [first, last] = extent(
    timely.map(({ day }) => day),
    input.day,
  );
  const time = timeScale({ start: first, end: last }, left, right);
  const bottom = Math.max(top + 20, height - timeAxisHeight(time) - (frame.heading ? 8 : 2));
  const y = scaleLinear(
    extent(
      trials.map(({ money }) => money),
      input.limit,
    ),
    [bottom, top],
  );
  const step = Math.max(1, Math.ceil(trials.length / MOST_POINTS));
  const dots = trials.flatMap((one, index) => {
    if (index % step !== 0) return [];
    // Trials that never come lie side by side in their strip, spread by their number.
    const x = Number.isFinite(one.day) ? time.x(one.day) : right + 8 + ((one.trial * 7) % 29);
    const fill = one.both ? theme.accent : theme.muted;
    return [
      node('circle', { cx: round(x), cy: round(y(one.money)), r: 2, fill, 'fill-opacity': one.both ? 0.6 : 0.35 }),
    ];
  });
  const clip = localId(frame.idPrefix, 'jcl-clip');
  const ticks = y.ticks(Math.max(2, Math.floor((bottom - top) / 50)));
  const marks: SceneNode[] = [];
  if (input.day !== undefined) {
    marks.push(lineNode(time.x(input.day), top, time.x(input.day), bottom, theme.text, { 'stroke-dasharray': '5 3' }));
  }
  if (input.limit !== undefined) {
    marks.push(lineNode(left, y(input.limit), right, y(input.limit), theme.text, { 'stroke-dasharray': '5 3' }));
  }
  const chance = chanceText(jointProbability(input));
  const targeted = input.day !== undefined || input.limit !== undefined;
  const scene = sceneRoot(width, height, theme, [
    node('title', {}, [title]),
    node('defs', {}, [node('clipPath', { id: clip }, [rectNode(left, top, width - left, bottom - top, '#000000')])]),
    frame.heading && rectNode(0, 0, width, height, theme.background),
    ...lines.map((line, index) => textNode(line, 8, 18 + index * 18, { size: 14, weight: 600, fill: theme.text })),
    yearShades(time, top, bottom - top, theme),
    timeGrid(time, top, bottom - top, theme),
    ...ticks.flatMap((tick) => [
      lineNode(left, y(tick), right, y(tick), theme.grid),
      textNode(fitText(amount(tick), left - 8, 12), left - 6, y(tick) + 4, { fill: theme.muted, anchor: 'end' }),
    ]),
    group({ 'clip-path': `url(#${clip})`, 'data-series': 'dots' }, dots),
    ...marks,
    targeted &&
      textNode(fitText(`both: ${chance}`, right - left - 8, 12, 600), left + 6, top - 5, {
        fill: theme.accent,
        weight: 600,
      }),
    nevers > 0 && textNode('never', right + 22, bottom + 14, { fill: theme.negative, anchor: 'middle' }),
    timeAxis(time, bottom, theme, 'bottom'),
  ]);
  const share = trials.length === 0 ? 0 : nevers / trials.length;
  const asked = [
    input.day === undefined ? '' : `${input.dateName} by ${formatDay(input.day, 'finish')}`,
    input.limit === undefined ? '' : `${input.moneyName} of at most ${amount(input.limit)}`,
  ].filter(Boolean);
  const sentence = targeted
    ? `${asked.join(' and ')} hold together in ${chance} of the futures.`
    : `Each dot is one of ${trials.length.toLocaleString('en-GB')} futures; ${chanceText(share)} never come.`;
  const run = results ? ` (${results.trials.trials} trials)` : '';
  return {
    scene,
    reading: {
      title,
      sentence,
      table: {
        columns: ['Trial', `${input.dateName}${run}`, input.moneyName],
        rows: trials
          .filter((_, index) => index % step === 0)
          .map(({ trial, day, money }) => [trial, Number.isFinite(day) ? formatDay(day, 'finish') : 'never', money]),
      },
    },
  };
}
