'use client';

import { type PointerEvent, useId, useRef } from 'react';
import type { ScenarioResults } from '@/lib/charts/frame';
import { type LaneId, type LaneOptions, lane } from '@/lib/charts/lanes/lane-catalogue';
import { sceneRoot } from '@/lib/charts/scene-nodes';
import { type TimeColumns, timeColumns } from '@/lib/charts/time/columns';
import { horizonWindow, monthIndexAt, monthSpans, type TimeWindow } from '@/lib/charts/time/months';
import { timeAxis, timeAxisHeight } from '@/lib/charts/time/time-axis';
import { timeScale } from '@/lib/charts/time/time-scale';
import { toReact } from '@/lib/charts/to-react';
import { monthName } from '@/lib/charts/words';
import styles from './charts.module.css';
import { LaneRow } from './lane-row';
import { monthKeyDown } from './month-slider';
import { useChartTheme } from './use-chart-theme';
import { SHORTEST_DAYS, useTimeGestures } from './use-time-gestures';
import { useWidth } from './use-width';

/** What everything on the common time axis is given: the time in view and the crosshair, both kept by the caller. */
export interface SharedTime {
  readonly window: TimeWindow;
  readonly onWindow: (window: TimeWindow) => void;
  /** Day number under the crosshair; null where there is none. */
  readonly hoverDay: number | null;
  readonly onHover: (day: number | null) => void;
  /** Day number of today. */
  readonly today?: number;
}

export interface LaneStackProps extends SharedTime {
  readonly results: ScenarioResults;
  readonly lanes: readonly LaneId[];
  readonly options?: LaneOptions;
  /** Height of each lane in px; default 168. */
  readonly laneHeight?: number;
  /** Without an axis of its own where it stands right under another one. */
  readonly axis?: boolean;
  /** A month was chosen by click or Enter. */
  readonly onMonth?: (month: string) => void;
}

/** The figures of one month in all lanes, as one sentence for readers of the screen. */
function monthSentence(props: LaneStackProps, index: number, theme: ReturnType<typeof useChartTheme>): string {
  const month = props.results.trials.months[index];
  if (!month) return 'No month chosen';
  const frame = { width: 200, height: 100, theme, labels: 'none', axis: 'none' } as const;
  const parts = props.lanes.map((id) => {
    const figures = lane(id, props.results, frame, props.options).figuresAt(index);
    return figures.map((figure) => `${figure.label} ${figure.text}`).join(', ');
  });
  return `${monthName(monthSpans([month])[0]?.start ?? 0)}. ${parts.filter(Boolean).join('. ')}`;
}

function StackAxis({
  window,
  width,
  columns,
  month,
}: {
  window: TimeWindow;
  width: number;
  columns: TimeColumns;
  month: string;
}) {
  const theme = useChartTheme();
  const scale = timeScale(window, columns.gutter, width - columns.label + columns.gutter - columns.right);
  const height = timeAxisHeight(scale);
  const scene = sceneRoot(width - columns.label + columns.gutter, height + 1, theme, [
    timeAxis(scale, 0, theme, 'top'),
  ]);
  return (
    <div className={styles.axisRow}>
      <div className={styles.axisLabel} style={{ width: columns.label - columns.gutter, height }}>
        <strong>{month}</strong>
      </div>
      <div className={styles.plot}>{toReact(scene, { 'aria-hidden': true })}</div>
    </div>
  );
}

/** All lanes on one time scale with one crosshair through them, zoomed and panned together. */
export function LaneStack(props: LaneStackProps) {
  const { results, lanes, window, onWindow, hoverDay, onHover, onMonth, laneHeight = 168 } = props;
  const theme = useChartTheme();
  const prefix = useId();
  const [ref, width] = useWidth<HTMLDivElement>();
  const surface = useRef<HTMLDivElement>(null);
  const columns = timeColumns(width);
  const bounds = horizonWindow(results.document.horizon);
  const spans = monthSpans(results.trials.months);
  const scale = timeScale(window, 0, Math.max(1, width - columns.label - columns.right));
  useTimeGestures(surface, { window, bounds, left: 0, right: scale.right, onWindow });
  const index = hoverDay === null ? -1 : monthIndexAt(spans, hoverDay);
  const span = spans[index];
  const monthAt = (event: PointerEvent | React.MouseEvent) => {
    const box = event.currentTarget.getBoundingClientRect();
    return monthIndexAt(spans, scale.day(event.clientX - box.left));
  };
  const open = (at: number) => {
    const month = results.trials.months[at]?.month;
    if (month) onMonth?.(month);
  };
  return (
    <div className={styles.stack} ref={ref}>
      {width > 0 && (
        <>
          {props.axis !== false && (
            <StackAxis window={window} width={width} columns={columns} month={span ? monthName(span.start) : ''} />
          )}
          {lanes.map((id) => (
            <LaneRow
              key={id}
              id={id}
              results={results}
              window={window}
              width={width}
              columns={columns}
              height={laneHeight}
              theme={theme}
              today={props.today}
              options={props.options}
              prefix={`${prefix}-${id}`}
              monthIndex={index}
            />
          ))}
        </>
      )}
      <div
        ref={surface}
        className={styles.surface}
        style={{ left: columns.label, width: scale.right }}
        role="slider"
        tabIndex={0}
        aria-label="Month under the crosshair"
        aria-valuemin={0}
        aria-valuemax={Math.max(0, spans.length - 1)}
        aria-valuenow={Math.max(0, index)}
        aria-valuetext={index >= 0 ? monthSentence(props, index, theme) : 'No month chosen'}
        onPointerMove={(event) => {
          const at = spans[monthAt(event)];
          if (event.pointerType !== 'touch') onHover(at ? at.middle : null);
        }}
        onPointerLeave={(event) => event.pointerType !== 'touch' && onHover(null)}
        onClick={(event) => {
          const at = monthAt(event);
          const touched = (event.nativeEvent as globalThis.PointerEvent).pointerType === 'touch';
          // A first tap shows the month, a second one opens it.
          if (touched && at !== index) onHover(spans[at]?.middle ?? null);
          else open(at);
        }}
        onKeyDown={(event) =>
          monthKeyDown(event, {
            spans,
            window,
            bounds,
            index,
            onIndex: (to) => onHover(spans[to]?.middle ?? null),
            onWindow,
            onOpen: open,
            shortestDays: SHORTEST_DAYS,
          })
        }
      >
        {span && span.middle >= window.start && span.middle <= window.end && (
          <div className={styles.cross} style={{ left: scale.x(span.middle) }} />
        )}
      </div>
    </div>
  );
}
