import { mix } from '../colour-maths';
import type { ChartTheme, SceneNode } from '../scene';
import { group, lineNode, node, rectNode, round, textNode } from '../scene-nodes';
import { textWidth } from '../text/text-width';
import type { TimeScale } from '../time/time-scale';
import { chanceText, quarterName } from '../words';
import {
  GANTT_BAR,
  GANTT_MILESTONE,
  GANTT_SUMMARY_BAR,
  type GanttBar,
  type GanttLayout,
  type GanttLinkPath,
} from './gantt-layout';

export interface GanttSceneOptions {
  readonly theme: ChartTheme;
  readonly scale: TimeScale;
  readonly selected?: ReadonlySet<string>;
  readonly selectedLink?: string | null;
}

const diamond = (x: number, y: number, r: number) =>
  `M${round(x - r)},${y}L${round(x)},${y - r}L${round(x + r)},${y}L${round(x)},${y + r}Z`;

/** The colour of a phase: the palette after the accent, in the order of the phases. */
export function phaseColour(theme: ChartTheme, phase: number): string {
  const others = theme.palette.slice(1);
  return others[phase % others.length] ?? theme.muted;
}

/** The edge of a bar, the darker the more often it decides the focus. */
function edge(theme: ChartTheme, criticality: number): { stroke: string; 'stroke-width': number } {
  const share = Math.min(1, Math.max(0, criticality));
  return { stroke: mix(mix(theme.axis, theme.background, 0.35), theme.text, share), 'stroke-width': round(1 + share) };
}

function bodyNodes(bar: GanttBar, { theme }: GanttSceneOptions): SceneNode[] {
  const { row, x0, x1, middle } = bar;
  const phase = phaseColour(theme, row.phase);
  const line = edge(theme, bar.criticality);
  const data = { 'data-task': row.task.id };
  if (row.kind === 'milestone') {
    const fill = bar.driving ? theme.accent : theme.text;
    return [node('path', { d: diamond(x0, middle, GANTT_MILESTONE), fill, stroke: theme.background, ...data })];
  }
  const width = Math.max(2, x1 - x0);
  if (row.kind === 'summary') {
    const half = GANTT_SUMMARY_BAR / 2;
    const d = `M${round(x0)},${middle - half}H${round(x0 + width)}V${middle + half + 3}L${round(x0 + width - Math.min(5, width / 2))},${middle + half}H${round(x0 + Math.min(5, width / 2))}L${round(x0)},${middle + half + 3}Z`;
    return [node('path', { d, fill: phase, ...data })];
  }
  const half = GANTT_BAR / 2;
  const fill = bar.driving ? mix(theme.background, theme.accent, 0.62) : mix(theme.background, phase, 0.3);
  const done = bar.driving ? theme.accent : mix(theme.background, phase, 0.8);
  const nodes = [rectNode(x0, middle - half, width, GANTT_BAR, fill, { rx: 2, ...line, ...data })];
  if (bar.progress > 0) nodes.push(rectNode(x0 + 1, middle - 2, (width - 2) * bar.progress, 4, done));
  if (row.task.gate) {
    nodes.push(
      node('path', {
        d: diamond(x0 + width, middle, GANTT_MILESTONE),
        fill: theme.background,
        stroke: bar.driving ? theme.accent : theme.text,
        'stroke-width': 1.5,
      }),
    );
  }
  return nodes;
}

/** P10-P90 of the finish with a tick at P50; an arrow at the edge where P90 is never. */
function whiskerNodes(bar: GanttBar, { theme, scale }: GanttSceneOptions): SceneNode[] {
  const { whisker, middle } = bar;
  if (!whisker || whisker.p10 === null) return [];
  const x10 = scale.x(whisker.p10);
  const x90 = whisker.p90 === null ? Math.max(x10, scale.right - 6) : scale.x(whisker.p90);
  const ink = { 'stroke-width': 1.5 };
  const nodes = [
    lineNode(x10, middle, x90, middle, theme.background, { 'stroke-width': 4, 'stroke-opacity': 0.7 }),
    lineNode(x10, middle, x90, middle, theme.text, ink),
    lineNode(x10, middle - 4, x10, middle + 4, theme.text, ink),
  ];
  if (whisker.p90 !== null) nodes.push(lineNode(x90, middle - 4, x90, middle + 4, theme.text, ink));
  else nodes.push(node('path', { d: `M${round(x90)},${middle - 4}l6,4l-6,4Z`, fill: theme.text }));
  if (whisker.p50 !== null) {
    const x = scale.x(whisker.p50);
    nodes.push(lineNode(x, middle - 6, x, middle + 6, theme.text, { 'stroke-width': 2.5 }));
  }
  return nodes;
}

function extraNodes(bar: GanttBar, { theme, scale }: GanttSceneOptions): SceneNode[] {
  const nodes: SceneNode[] = [];
  const { middle } = bar;
  if (bar.baseline) {
    const [from, to] = [scale.x(bar.baseline.start), scale.x(bar.baseline.finish)];
    nodes.push(
      rectNode(from, middle + GANTT_BAR / 2 + 1, Math.max(2, to - from), 3, theme.axis, { 'data-series': 'baseline' }),
    );
  }
  if (bar.deadline !== null) {
    const x = scale.x(bar.deadline);
    const late = bar.finish === null || bar.finish > bar.deadline + 1e-9;
    const colour = late ? theme.negative : theme.text;
    nodes.push(
      node('path', {
        d: `M${round(x)},${middle + 1}l-5,-8h10ZM${round(x)},${middle + 1}v8`,
        fill: late ? colour : theme.background,
        stroke: colour,
        'stroke-width': 1.25,
        'data-series': 'deadline',
      }),
    );
  }
  return nodes;
}

/** What stands right of a milestone, a phase, or a task that never ends. */
export function barLabel(bar: GanttBar, level: 'phases' | 'all' = 'all'): string {
  if (bar.start === null) return bar.result ? 'never' : '';
  if (bar.finish === null) return 'never finishes in the plan';
  if (bar.row.kind === 'task' && level === 'phases') return '';
  const chance = bar.never > 0 ? `, never in ${chanceText(bar.never)}` : '';
  return bar.whisker?.p50 != null ? `${quarterName(bar.whisker.p50)}${chance}` : quarterName(bar.finish);
}

function labelNodes(bar: GanttBar, { theme, scale }: GanttSceneOptions): SceneNode[] {
  const text = barLabel(bar, 'phases');
  const outOfView = bar.start !== null && bar.finish !== null && (bar.x0 > scale.right || bar.x1 < scale.left);
  if (!text && !outOfView) return [];
  const width = textWidth(text, 12);
  if (bar.start === null || bar.finish === null) {
    return [
      textNode(text, Math.max(scale.left + 4, scale.right - width - 12), bar.middle + 4, {
        fill: theme.negative,
        halo: theme.background,
      }),
    ];
  }
  // A bar out of view leaves a note at the edge behind which it lies.
  if (bar.x0 > scale.right) {
    const note = `${quarterName(bar.start)} ›`;
    return [textNode(note, scale.right - 6, bar.middle + 4, { fill: theme.muted, anchor: 'end' })];
  }
  if (scale.x(Math.max(bar.finish, bar.whisker?.p90 ?? bar.finish)) < scale.left) {
    return [textNode(`‹ ${quarterName(bar.finish)}`, scale.left + 6, bar.middle + 4, { fill: theme.muted })];
  }
  const ends = [
    bar.x1,
    bar.deadline === null ? 0 : scale.x(bar.deadline),
    bar.whisker?.p90 ? scale.x(bar.whisker.p90) : 0,
  ];
  const x = Math.max(...ends) + 12;
  if (bar.x1 < scale.left - 12 || x + width > scale.right) return [];
  return [textNode(text, x, bar.middle + 4, { fill: theme.muted, halo: theme.background })];
}

function linkNodes(path: GanttLinkPath, { theme, selectedLink }: GanttSceneOptions): SceneNode {
  const chosen = path.id === selectedLink;
  const colour = path.driving || chosen ? theme.accent : theme.muted;
  const d = path.points.map(([x, y], index) => `${index === 0 ? 'M' : 'L'}${round(x)},${round(y)}`).join('');
  const [x, y] = path.points[path.points.length - 1] ?? [0, 0];
  const before = path.points[path.points.length - 2] ?? [x - 1, y];
  const side = before[0] > x ? 1 : -1;
  return group({ 'data-series': 'link' }, [
    node('path', {
      d,
      fill: 'none',
      stroke: colour,
      'stroke-width': chosen ? 2.5 : path.driving ? 1.5 : 1,
      'stroke-linejoin': 'round',
    }),
    node('path', { d: `M${round(x)},${round(y)}l${side * 5},-3v6Z`, fill: colour }),
  ]);
}

/** Everything of the rows in view: bands of the selection, links under the bars, bars, whiskers, labels. */
export function ganttNodes(layout: GanttLayout, options: GanttSceneOptions): readonly SceneNode[] {
  const { theme, scale, selected } = options;
  const bands = layout.bars
    .filter((bar) => selected?.has(bar.row.task.id))
    .map((bar) =>
      rectNode(scale.left, bar.top, scale.right - scale.left, layout.rowHeight, theme.accent, { 'fill-opacity': 0.1 }),
    );
  const rules = layout.bars.map((bar) =>
    lineNode(scale.left, bar.top + layout.rowHeight, scale.right, bar.top + layout.rowHeight, theme.grid, {
      'stroke-opacity': 0.6,
    }),
  );
  return [
    group({}, [...bands, ...rules]),
    group(
      { 'data-series': 'links' },
      layout.links.map((path) => linkNodes(path, options)),
    ),
    ...layout.bars.map((bar) =>
      group({ 'data-series': 'bar' }, [
        ...(bar.start === null || bar.row.kind === 'milestone' ? [] : bodyNodes(bar, options)),
        ...extraNodes(bar, options),
        ...whiskerNodes(bar, options),
        // A milestone is small: it lies over its whisker, not under it.
        ...(bar.start !== null && bar.row.kind === 'milestone' ? bodyNodes(bar, options) : []),
        ...labelNodes(bar, options),
      ]),
    ),
  ];
}
