import type { TaskResult } from '../../engine/results/result-types';
import type { ChartFrame, ScenarioResults } from '../frame';
import { runNote } from '../frame';
import type { Chart, ChartReading, SceneNode } from '../scene';
import { group, lineNode, localId, node, rectNode, sceneRoot, textNode } from '../scene-nodes';
import { fitText, wrapText } from '../text/text-width';
import { dateDay, horizonWindow, type TimeWindow } from '../time/months';
import { timeAxis, timeAxisHeight, timeGrid, timeMarks, yearShades } from '../time/time-axis';
import { timeScale } from '../time/time-scale';
import { chanceText, dayName, finiteText, quarterName } from '../words';
import { type GanttLayout, ganttLayout } from './gantt-layout';
import { ganttNodes, phaseColour } from './gantt-scene';

export interface GanttOptions {
  readonly collapsed?: ReadonlySet<string>;
  readonly baseline?: Readonly<Record<string, TaskResult>>;
  /** Width of the column of names; default a third of the picture, at most 240. */
  readonly namesWidth?: number;
}

const INDENT_PX = 12;

/** The stretch of time that holds all bars and their whiskers, with a little room; inside the horizon where it can be. */
export function ganttWindow(results: ScenarioResults): TimeWindow {
  const horizon = horizonWindow(results.document.horizon);
  let first = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  for (const [id, { ES, EF }] of Object.entries(results.plan.tasks)) {
    if (ES !== 'never') first = Math.min(first, ES.day);
    if (EF !== 'never') last = Math.max(last, EF.day);
    const late = results.trials.tasks[id]?.finish.P90;
    if (typeof late === 'number') last = Math.max(last, late);
  }
  if (!(last > first)) return horizon;
  const room = (last - first) * 0.03;
  return {
    start: Math.max(Math.min(horizon.start, first), first - room),
    end: Math.min(Math.max(horizon.end, first + 28), last + room * 4),
  };
}

function ganttSentence(results: ScenarioResults): string {
  const { sop } = results.trials;
  const path = (results.document.tasks ?? []).filter(
    (task) => results.plan.tasks[task.id]?.driving && task.duration !== undefined,
  );
  const names = path.slice(0, 4).map((task) => task.name);
  const driving =
    names.length > 0 ? ` In the plan ${names.join(', ')}${path.length > 4 ? ' and others' : ''} decide the date.` : '';
  const never = sop.never && sop.never > 0 ? `; never within the horizon in ${chanceText(sop.never)}` : '';
  return `SOP in ${finiteText(sop.P50, quarterName)} (8 in 10 futures: ${finiteText(sop.P10, quarterName)} to ${finiteText(sop.P90, quarterName)})${never}.${driving}`;
}

/** The table behind the Gantt: dates of the plan and percentiles of the trials. */
export function ganttReading(results: ScenarioResults): ChartReading {
  const day = (value: number | 'never' | undefined) => (value === undefined ? 'none' : finiteText(value, dayName));
  const rows = (results.document.tasks ?? []).map((task) => {
    const plan = results.plan.tasks[task.id];
    const trials = results.trials.tasks[task.id];
    const start = plan ? (plan.ES === 'never' ? 'never' : dayName(plan.ES.day)) : 'none';
    return [
      task.name,
      start,
      plan?.shownFinish ?? 'never',
      day(trials?.finish.P10),
      day(trials?.finish.P50),
      day(trials?.finish.P90),
      plan?.totalFloat ?? 'none',
      plan?.driving ? 'yes' : 'no',
      trials ? chanceText(trials.criticality) : 'none',
    ];
  });
  return {
    title: 'Timeline: plan, and range of each finish (P10 to P90)',
    sentence: ganttSentence(results),
    table: {
      columns: [
        'Task',
        'Start (plan)',
        'Finish (plan)',
        'Finish P10',
        'P50',
        'P90',
        'Float (d)',
        'Driving',
        'Criticality',
      ],
      rows,
    },
  };
}

function nameNodes(layout: GanttLayout, width: number, top: number, frame: ChartFrame): SceneNode {
  const nodes: SceneNode[] = [];
  for (const { row, middle } of layout.bars) {
    const x = 8 + (row.level - 1) * INDENT_PX;
    const summary = row.kind === 'summary';
    if (summary) nodes.push(rectNode(x - 6, top + middle - 6, 3, 12, phaseColour(frame.theme, row.phase)));
    const weight = summary ? 600 : 400;
    const text = fitText(row.task.name, width - x - 8, 12, weight);
    nodes.push(textNode(text, x, top + middle + 4, { fill: frame.theme.text, weight }));
  }
  return group({ 'data-series': 'names' }, nodes);
}

/**
 * The Gantt as a picture for files and slides. `frame.height` is the room there is; phases with the least on the driving path
 * close first until the rows fit at 20 px each, unless the caller says which are collapsed.
 */
export function ganttChart(results: ScenarioResults, frame: ChartFrame, options: GanttOptions = {}): Chart {
  const { theme, width } = frame;
  const names = options.namesWidth ?? Math.min(240, Math.round(width * 0.33));
  const window = frame.window ?? ganttWindow(results);
  const scale = timeScale(window, names, width - 12);
  const reading = ganttReading(results);
  const lines = frame.heading ? wrapText(reading.title, width - 16, 14, 2, 600) : [];
  const axisTop = lines.length * 18 + (lines.length > 0 ? 8 : 0);
  const axis = timeAxisHeight(scale);
  // The names of the marks stand in a strip of their own between axis and rows.
  const top = axisTop + axis + 16;
  const footer = frame.heading ? 24 : 4;
  const room = frame.height - top - footer;
  const { layout } = fittingLayout(results, options, scale, room);
  const height = Math.max(frame.height, top + layout.height + footer);
  const clip = localId(frame.idPrefix, 'gantt-clip');
  const status = results.document.statusDate;
  const marks = { statusDate: status ? dateDay(status, 'finish') : undefined, ...frame.marks };
  const scene = sceneRoot(width, height, theme, [
    node('title', {}, [reading.title]),
    node('defs', {}, [
      node('clipPath', { id: clip }, [rectNode(names, 0, width - names, layout.height + 1, '#000000')]),
    ]),
    frame.heading && rectNode(0, 0, width, height, theme.background),
    ...lines.map((line, index) => textNode(line, 8, 18 + index * 18, { size: 14, weight: 600, fill: theme.text })),
    yearShades(scale, top, layout.height, theme),
    timeGrid(scale, top, layout.height, theme),
    timeAxis(scale, axisTop, theme, 'top'),
    lineNode(0, top, width, top, theme.axis),
    nameNodes(layout, names, top, frame),
    timeMarks(scale, marks, { top, height: layout.height, labelled: true }, theme),
    group({ transform: `translate(0,${top})` }, [
      group({ 'clip-path': `url(#${clip})` }, [...ganttNodes(layout, { theme, scale })]),
    ]),
    frame.heading && textNode(fitText(runNote(results), width - 16, 12), 8, height - 6, { fill: theme.muted }),
  ]);
  return { scene, reading };
}

const SMALLEST_ROW = 20;
const LARGEST_ROW = 32;

function fittingLayout(
  results: ScenarioResults,
  options: GanttOptions,
  scale: ReturnType<typeof timeScale>,
  room: number,
) {
  const { document, plan, trials } = results;
  // What decides the date stays open longest; among equals the last phase closes first.
  const deciding = new Map<string, number>();
  for (const { id, parent } of document.tasks ?? []) {
    if (parent) deciding.set(parent, (deciding.get(parent) ?? 0) + (plan.tasks[id]?.driving ? 1 : 0));
  }
  const parents = [...deciding.keys()].sort((a, b) => (deciding.get(b) ?? 0) - (deciding.get(a) ?? 0));
  const collapsed = new Set(options.collapsed ?? []);
  const lay = (rowHeight: number) =>
    ganttLayout({ document, plan, trials, collapsed, scale, baseline: options.baseline, rowHeight });
  let layout = lay(SMALLEST_ROW);
  while (!options.collapsed && layout.height > room && parents.length > 0) {
    collapsed.add(parents.pop() as string);
    layout = lay(SMALLEST_ROW);
  }
  const rows = Math.max(1, layout.bars.length);
  return { layout: lay(Math.min(LARGEST_ROW, Math.max(SMALLEST_ROW, Math.floor(room / rows)))) };
}
