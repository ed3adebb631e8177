'use client';

import { type MouseEvent, type PointerEvent, useId, useRef, useState } from 'react';
import { useChartTheme } from '@/components/charts/use-chart-theme';
import { useTimeGestures } from '@/components/charts/use-time-gestures';
import { useWidth } from '@/components/charts/use-width';
import { type GanttBar, ganttLayout } from '@/lib/charts/gantt/gantt-layout';
import { sceneRoot } from '@/lib/charts/scene-nodes';
import { timeColumns } from '@/lib/charts/time/columns';
import { dateDay, horizonWindow } from '@/lib/charts/time/months';
import { timeAxis, timeAxisHeight } from '@/lib/charts/time/time-axis';
import { type TimeScale, timeScale } from '@/lib/charts/time/time-scale';
import { toReact } from '@/lib/charts/to-react';
import { dayName } from '@/lib/charts/words';
import type { ScenarioDocument } from '@/lib/scenario/document';
import styles from './gantt.module.css';
import { keyActions, pressedSelection } from './gantt-actions';
import { ganttKeyDown, ganttKeyHelp } from './gantt-keys';
import { GanttHandles, GanttPicture } from './gantt-plot';
import { GanttRows } from './gantt-rows';
import type { GanttProps } from './gantt-types';
import { useGanttDrag } from './use-gantt-drag';
import { useGanttEdits } from './use-gantt-edits';

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
