'use client';

import { type MouseEvent, type PointerEvent, useId, useRef, useState } from 'react';
import { windowAround, zoomed } from '@/components/charts/month-slider';
import { useChartTheme } from '@/components/charts/use-chart-theme';
import { SHORTEST_DAYS, useTimeGestures } from '@/components/charts/use-time-gestures';
import { useWidth } from '@/components/charts/use-width';
import { type GanttBar, type GanttLayout, ganttLayout } from '@/lib/charts/gantt/gantt-layout';
import { sceneRoot } from '@/lib/charts/scene-nodes';
import { timeColumns } from '@/lib/charts/time/columns';
import { dateDay, horizonWindow } from '@/lib/charts/time/months';
import { timeAxis, timeAxisHeight } from '@/lib/charts/time/time-axis';
import { type TimeScale, timeScale } from '@/lib/charts/time/time-scale';
import { toReact } from '@/lib/charts/to-react';
import { dayName } from '@/lib/charts/words';
import type { ScenarioDocument } from '@/lib/scenario/document';
import { linkKey } from '@/lib/scenario-edits/links';
import styles from './gantt.module.css';
import { type GanttKeyActions, ganttKeyDown, ganttKeyHelp } from './gantt-keys';
import { GanttHandles, GanttPicture } from './gantt-plot';
import { GanttRows } from './gantt-rows';
import type { GanttProps } from './gantt-types';
import { useGanttDrag } from './use-gantt-drag';
import { type GanttEdits, useGanttEdits } from './use-gantt-edits';

export type { GanttEdit, GanttEditResult, GanttProps } from './gantt-types';

function AxisRow({
  scale,
  label,
  heading,
}: {
  readonly scale: TimeScale;
  readonly label: number;
  readonly heading: string;
}) {
  const theme = useChartTheme();
  const height = timeAxisHeight(scale);
  const scene = sceneRoot(scale.right, height + 1, theme, [timeAxis(scale, 0, theme, 'top')]);
  return (
    <div className={styles.axisRow}>
      <div className={styles.axisLabel} style={{ width: label, height }}>
        {heading}
      </div>
      {toReact(scene, { 'aria-hidden': true, className: styles.picture })}
    </div>
  );
}

// Beyond this many rows a redraw is felt; a large plan opens with its phases closed.
const MOST_OPEN_ROWS = 300;

function firstCollapsed(document: ScenarioDocument): ReadonlySet<string> {
  const tasks = document.tasks ?? [];
  if (tasks.length <= MOST_OPEN_ROWS) return new Set();
  return new Set(tasks.flatMap((task) => (task.parent ? [task.parent] : [])));
}

/** Selection by press: plain replaces, ctrl toggles, shift takes all rows between. */
function pressedSelection(
  event: { readonly shiftKey: boolean; readonly ctrlKey: boolean; readonly metaKey: boolean },
  bar: GanttBar,
  layout: GanttLayout,
  selection: readonly string[],
): readonly string[] {
  const { id } = bar.row.task;
  if (event.ctrlKey || event.metaKey) {
    return selection.includes(id) ? selection.filter((one) => one !== id) : [...selection, id];
  }
  const anchor = layout.bars.find((other) => other.row.task.id === selection[0]);
  if (!event.shiftKey || !anchor) return [id];
  const [from, to] = [Math.min(anchor.row.index, bar.row.index), Math.max(anchor.row.index, bar.row.index)];
  const between = layout.bars.slice(from, to + 1).map((other) => other.row.task.id);
  return [anchor.row.task.id, ...between.filter((one) => one !== anchor.row.task.id)];
}

interface KeyContext {
  readonly props: GanttProps;
  readonly layout: GanttLayout;
  readonly edits: GanttEdits;
  readonly linkFrom: string | null;
  readonly setLinkFrom: (taskId: string | null) => void;
  readonly toggle: (taskId: string, expanded: boolean) => void;
  readonly focusTask: (taskId: string) => void;
}

function keyActions({ props, layout, edits, linkFrom, setLinkFrom, toggle, focusTask }: KeyContext): GanttKeyActions {
  const { document, selection, onSelect, window, onWindow } = props;
  const bounds = horizonWindow(document.horizon);
  const nameOf = (id: string) => document.tasks?.find((task) => task.id === id)?.name ?? id;
  return {
    focusRow(index, extend) {
      const bar = layout.bars[index];
      if (!bar) return;
      focusTask(bar.row.task.id);
      if (extend) onSelect([...new Set([...selection, bar.row.task.id])]);
      else if (linkFrom === null) onSelect([bar.row.task.id]);
      const { start } = bar;
      if (start !== null && (bar.finish ?? start) < window.start)
        onWindow(windowAround(window, start, start + 1, bounds));
      else if (start !== null && start > window.end) onWindow(windowAround(window, start, bar.finish ?? start, bounds));
    },
    toggleExpanded: toggle,
    toggleSelected: (id) =>
      onSelect(selection.includes(id) ? selection.filter((one) => one !== id) : [...selection, id]),
    selectAll: () => onSelect(layout.bars.map((bar) => bar.row.task.id)),
    open: (id) => {
      onSelect([id]);
      props.onOpen?.(id);
    },
    shift: edits.shift,
    stretch: edits.stretch,
    startLink(id) {
      if (!props.onEdit) return edits.announce('This scenario can only be read.');
      setLinkFrom(id);
      edits.announce(`Link from ${nameOf(id)}: go to the task that follows and press Enter; Escape cancels.`);
    },
    endLink(id) {
      if (linkFrom !== null) edits.link(linkFrom, id);
      setLinkFrom(null);
    },
    cancel() {
      if (linkFrom !== null) edits.announce('No link was drawn.');
      setLinkFrom(null);
      props.onSelectLink?.(null);
    },
    nextLink(id) {
      const links = (document.links ?? []).filter((link) => link.from === id || link.to === id);
      if (links.length === 0) return edits.announce(`${nameOf(id)} has no links.`);
      const at = links.findIndex((link) => linkKey(link) === props.selectedLink);
      const next = links[(at + 1) % links.length];
      if (!next) return;
      props.onSelectLink?.(linkKey(next));
      edits.announce(`Link ${nameOf(next.from)} to ${nameOf(next.to)}, ${next.type ?? 'FS'}; Delete removes it.`);
    },
    remove(id) {
      const { selectedLink } = props;
      if (selectedLink) {
        if (edits.unlink(selectedLink)) props.onSelectLink?.(null);
        return;
      }
      const ids = selection.includes(id) ? selection : [id];
      const first = layout.bars.findIndex((bar) => ids.includes(bar.row.task.id));
      if (!edits.remove(ids)) return;
      const neighbour =
        layout.bars[first - 1]?.row.task.id ?? layout.bars.find((bar) => !ids.includes(bar.row.task.id))?.row.task.id;
      onSelect(neighbour ? [neighbour] : []);
      if (neighbour) focusTask(neighbour);
    },
    zoom: (factor) => onWindow(zoomed(window, factor, (window.start + window.end) / 2, bounds, SHORTEST_DAYS)),
    showAll: () => onWindow(bounds),
  };
}

/** The Gantt: names at the left, bars on the common time axis; everything by pointer, by touch and by keyboard. */
export function Gantt(props: GanttProps) {
  const { document, plan, trials, baseline, window, selection, onSelect, hoverDay } = props;
  const theme = useChartTheme();
  const id = useId();
  const [ref, width] = useWidth<HTMLDivElement>();
  const rowsRef = useRef<HTMLDivElement>(null);
  const plot = useRef<HTMLDivElement>(null);
  const [collapsed, setCollapsed] = useState(() => firstCollapsed(document));
  const [focused, setFocused] = useState<string | null>(null);
  const [linkFrom, setLinkFrom] = useState<string | null>(null);
  const columns = timeColumns(width);
  const scale = timeScale(window, 0, Math.max(1, width - columns.label - columns.right));
  const bounds = horizonWindow(document.horizon);
  useTimeGestures(plot, { window, bounds, left: 0, right: scale.right, onWindow: props.onWindow });
  const layout = ganttLayout({ document, plan, trials, collapsed, scale, baseline });
  const edits = useGanttEdits(props);
  const drag = useGanttDrag({ layout, scale, edits });
  const selected = new Set(selection);
  const present = layout.bars.some((bar) => bar.row.task.id === focused);
  const tabStop = present ? focused : (layout.bars[0]?.row.task.id ?? null);
  const toggle = (taskId: string, expanded: boolean) => {
    const next = new Set(collapsed);
    if (expanded) next.delete(taskId);
    else next.add(taskId);
    setCollapsed(next);
  };
  const focusTask = (taskId: string) => {
    setFocused(taskId);
    const rows = rowsRef.current?.querySelectorAll<HTMLElement>('[data-task]') ?? [];
    for (const row of rows) if (row.dataset.task === taskId) row.focus();
  };
  const press = (bar: GanttBar, event: PointerEvent | MouseEvent) => {
    if (linkFrom !== null) {
      edits.link(linkFrom, bar.row.task.id);
      setLinkFrom(null);
      return;
    }
    props.onSelectLink?.(null);
    onSelect(pressedSelection(event, bar, layout, selection));
    setFocused(bar.row.task.id);
  };
  const actions = keyActions({ props, layout, edits, linkFrom, setLinkFrom, toggle, focusTask });
  const status = document.statusDate ? dateDay(document.statusDate, 'finish') : undefined;
  if (layout.bars.length === 0) {
    return (
      <p className={styles.empty}>
        No tasks yet. A timeline begins with its phases: tests, validation, the lines to build. Add the first task in
        the Timeline section.
      </p>
    );
  }
  return (
    <div className={styles.gantt} ref={ref}>
      <p id={`${id}-keys`} className={styles.hidden}>
        {ganttKeyHelp}
      </p>
      <div aria-live="polite" className={styles.hidden}>
        {edits.announcement}
      </div>
      {width > 0 && (
        <AxisRow scale={scale} label={columns.label} heading={hoverDay === null ? 'Phase / task' : dayName(hoverDay)} />
      )}
      <div className={styles.body} ref={rowsRef}>
        <GanttRows
          id={id}
          label={props.label ?? 'Timeline'}
          layout={layout}
          trials={trials}
          theme={theme}
          width={columns.label}
          selected={selected}
          focused={tabStop}
          linkFrom={linkFrom}
          onKey={(event, bar) => ganttKeyDown(event, { layout, bar, linking: linkFrom !== null }, actions)}
          onFocus={setFocused}
          onPress={press}
          onToggle={toggle}
          onOpen={actions.open}
        />
        <div
          ref={plot}
          data-gantt-plot=""
          className={styles.plot}
          style={{ width: scale.right, height: layout.height }}
          onPointerMove={(event) => {
            if (event.pointerType === 'touch') return;
            props.onHover(scale.day(event.clientX - event.currentTarget.getBoundingClientRect().left));
          }}
          onPointerLeave={(event) => event.pointerType !== 'touch' && props.onHover(null)}
        >
          {width > 0 && (
            <GanttPicture
              layout={layout}
              scale={scale}
              theme={theme}
              selected={selected}
              selectedLink={props.selectedLink ?? null}
              statusDate={status}
              today={props.today}
            />
          )}
          {width > 0 && (
            <GanttHandles
              layout={layout}
              scale={scale}
              drag={drag}
              selected={selected}
              editable={props.onEdit !== undefined}
              onPress={press}
              onOpen={(bar) => actions.open(bar.row.task.id)}
              onLink={(linkId) => props.onSelectLink?.(linkId)}
            />
          )}
          {hoverDay !== null && hoverDay >= window.start && hoverDay <= window.end && (
            <div className={styles.cross} style={{ left: scale.x(hoverDay) }} />
          )}
        </div>
      </div>
      <p className={styles.key}>
        Bar: plan. Whisker: finish in 8 of 10 futures, with the middle one. Blue: driving path of the plan. Darker edge:
        decides the date more often. Open diamond: gate. Triangle: deadline. Grey line: baseline.
      </p>
      {edits.announcement && (
        <p className={styles.said} aria-hidden>
          {edits.announcement}
        </p>
      )}
    </div>
  );
}
