'use client';

import type { PointerEvent } from 'react';
import { barBox, type GanttBar, type GanttLayout } from '@/lib/charts/gantt/gantt-layout';
import { ganttNodes } from '@/lib/charts/gantt/gantt-scene';
import type { ChartTheme } from '@/lib/charts/scene';
import { sceneRoot } from '@/lib/charts/scene-nodes';
import { timeGrid, timeMarks, yearShades } from '@/lib/charts/time/time-axis';
import type { TimeScale } from '@/lib/charts/time/time-scale';
import { toReact } from '@/lib/charts/to-react';
import styles from './gantt.module.css';
import type { DragGhost, GanttDrag } from './use-gantt-drag';

interface GanttPictureProps {
  readonly layout: GanttLayout;
  readonly scale: TimeScale;
  readonly theme: ChartTheme;
  readonly selected: ReadonlySet<string>;
  readonly selectedLink: string | null;
  readonly statusDate?: number;
  readonly today?: number;
}

/** The drawn part: rows, bars, whiskers, links. */
export function GanttPicture({ layout, scale, theme, selected, selectedLink, statusDate, today }: GanttPictureProps) {
  const { height } = layout;
  const scene = sceneRoot(scale.right, height, theme, [
    yearShades(scale, 0, height, theme),
    timeGrid(scale, 0, height, theme),
    timeMarks(scale, { statusDate, today }, { top: 0, height, labelled: false }, theme),
    ...ganttNodes(layout, { theme, scale, selected, selectedLink }),
  ]);
  return toReact(scene, { 'aria-hidden': true, className: styles.picture });
}

interface GanttHandlesProps {
  readonly layout: GanttLayout;
  readonly scale: TimeScale;
  readonly drag: GanttDrag;
  readonly selected: ReadonlySet<string>;
  readonly editable: boolean;
  readonly onPress: (bar: GanttBar, event: PointerEvent) => void;
  readonly onOpen: (bar: GanttBar) => void;
  readonly onLink: (linkId: string) => void;
}

const EDGE_PX = 8;

function BarHandles({ bar, props }: { readonly bar: GanttBar; readonly props: GanttHandlesProps }) {
  const { layout, scale, drag, selected, editable } = props;
  const box = barBox(bar);
  if (!box || box.right < scale.left - 20 || box.left > scale.right + 20) return null;
  const chosen = selected.has(bar.row.task.id);
  const width = Math.max(12, box.right - box.left);
  const y = bar.top + 2;
  const height = layout.rowHeight - 4;
  const release = (event: PointerEvent) => {
    if (!drag.onUp(event)) props.onPress(bar, event);
  };
  // A finger first selects a task; only then does a drag on it move the task and no longer the page.
  const own = editable && chosen ? styles.ownTouch : undefined;
  const moves = { onPointerMove: drag.onMove, onPointerUp: release, onPointerCancel: drag.onCancel };
  const resizable = editable && bar.row.kind === 'task';
  return (
    <g data-own-drag={editable ? '' : undefined}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the pointer's way only; the row of the task has the keys */}
      <rect
        className={`${editable ? styles.grab : styles.press} ${own ?? ''}`}
        x={box.left}
        y={y}
        width={width}
        height={height}
        onPointerDown={(event) => (event.pointerType !== 'touch' || chosen) && drag.onDown(event, 'move', bar)}
        onDoubleClick={() => props.onOpen(bar)}
        {...moves}
      />
      {resizable && (
        <rect
          className={`${styles.resize} ${own ?? ''}`}
          x={box.left + width - (width > 2 * EDGE_PX ? EDGE_PX : 0)}
          y={y}
          width={EDGE_PX + 2}
          height={height}
          onPointerDown={(event) => (event.pointerType !== 'touch' || chosen) && drag.onDown(event, 'resize', bar)}
          {...moves}
        />
      )}
      {editable && (
        <g className={chosen ? styles.linkShown : styles.linkHandle}>
          <circle
            className={styles.linkDot}
            cx={box.left + width + EDGE_PX + 6}
            cy={bar.middle}
            r={5}
            onPointerDown={(event) => drag.onDown(event, 'link', bar)}
            onPointerMove={drag.onMove}
            onPointerUp={drag.onUp}
            onPointerCancel={drag.onCancel}
          />
        </g>
      )}
    </g>
  );
}

function Ghost({ ghost, rowHeight }: { readonly ghost: DragGhost; readonly rowHeight: number }) {
  if (ghost.kind === 'link') {
    return (
      <g className={styles.ghost}>
        <path d={`M${ghost.x0},${ghost.y}L${ghost.x1},${ghost.toY ?? ghost.y}`} />
        <text x={ghost.x1 + 10} y={(ghost.toY ?? ghost.y) - 6}>
          {ghost.text.slice(0, 90)}
        </text>
      </g>
    );
  }
  const height = rowHeight - 12;
  return (
    <g className={styles.ghost}>
      <rect x={ghost.x0} y={ghost.y - height / 2} width={Math.max(4, ghost.x1 - ghost.x0)} height={height} rx={2} />
      <text x={Math.max(ghost.x0, 4)} y={ghost.y - height / 2 - 3}>
        {ghost.text}
      </text>
    </g>
  );
}

/** What can be grabbed, over the picture; everything it does can be done from the rows by keyboard as well. */
export function GanttHandles(props: GanttHandlesProps) {
  const { layout, scale, drag, editable } = props;
  return (
    <svg className={styles.handles} width={scale.right} height={layout.height} aria-hidden>
      {editable &&
        layout.links.map((path) => (
          <path
            key={path.id}
            data-own-drag=""
            className={styles.linkHit}
            d={path.points.map(([x, y], index) => `${index === 0 ? 'M' : 'L'}${x},${y}`).join('')}
            onPointerUp={() => props.onLink(path.id)}
          />
        ))}
      {layout.bars.map((bar) => (
        <BarHandles key={bar.row.task.id} bar={bar} props={props} />
      ))}
      {drag.ghost && <Ghost ghost={drag.ghost} rowHeight={layout.rowHeight} />}
    </svg>
  );
}
