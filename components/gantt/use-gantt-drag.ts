'use client';

import { type PointerEvent, useEffect, useRef, useState } from 'react';
import type { GanttBar, GanttLayout } from '@/lib/charts/gantt/gantt-layout';
import type { TimeScale } from '@/lib/charts/time/time-scale';
import { formatDay } from '@/lib/format/dates';
import { addLink } from '@/lib/scenario-edits/links';
import { moveTask } from '@/lib/scenario-edits/move-task';
import { resizeTask } from '@/lib/scenario-edits/resize-task';
import { shiftWorkingDays, snapToWorkingDay, workingDaysBetween } from '@/lib/scenario-edits/task-calendar';
import type { DragEdits, GanttEdits } from './use-gantt-edits';

export type DragKind = 'move' | 'resize' | 'link';

/** What is shown while something is in hand, in px of the plot. */
export interface DragGhost {
  readonly kind: DragKind;
  readonly taskId: string;
  readonly x0: number;
  readonly x1: number;
  readonly y: number;
  readonly text: string;
  /** Task under the pointer, where a link would end. */
  readonly over?: string;
  readonly toY?: number;
}

interface Active {
  readonly kind: DragKind;
  readonly bar: GanttBar;
  readonly grabbedX: number;
  readonly pointerId: number;
  readonly edits: DragEdits;
  last: number;
  moved: boolean;
}

interface DragOptions {
  readonly layout: GanttLayout;
  readonly scale: TimeScale;
  readonly edits: GanttEdits;
}

const THRESHOLD_PX = 3;

/** Move, resize and link by pointer: mouse, pen or touch. Escape gives everything back. */
export function useGanttDrag({ layout, scale, edits }: DragOptions) {
  const active = useRef<Active | null>(null);
  const [ghost, setGhost] = useState<DragGhost | null>(null);
  const dragging = ghost !== null;

  const finish = () => {
    active.current = null;
    setGhost(null);
  };
  useEffect(() => {
    if (!dragging) return;
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      event.stopPropagation();
      active.current?.edits.cancel();
      active.current = null;
      setGhost(null);
    };
    window.addEventListener('keydown', onKey, true);
    return () => window.removeEventListener('keydown', onKey, true);
  }, [dragging]);

  const moveStep = (drag: Active, dx: number) => {
    const { bar, edits: hand } = drag;
    const { task } = bar.row;
    const start = bar.start ?? 0;
    const day = snapToWorkingDay(hand.base, task, start + dx / scale.pixelsPerDay);
    const shift = scale.x(day) - scale.x(start);
    setGhost({
      kind: 'move',
      taskId: task.id,
      x0: bar.x0 + shift,
      x1: bar.x1 + shift,
      y: bar.middle,
      text: formatDay(day),
    });
    if (day === drag.last) return;
    drag.last = day;
    hand.step(`Move ${task.name}`, moveTask(hand.base, { taskId: task.id, day, startsNow: bar.start }));
  };
  const resizeStep = (drag: Active, dx: number) => {
    const { bar, edits: hand } = drag;
    const { task } = bar.row;
    const start = bar.start ?? 0;
    const wished = (bar.finish ?? start) + dx / scale.pixelsPerDay;
    const work = bar.result?.work ?? 0;
    // Working days gained or lost between the old end and the new one, on top of what the plan has.
    const change = Math.round(workingDaysBetween(hand.base, task, bar.finish ?? start, Math.max(start, wished)));
    const days = Math.max(1, Math.round(work) + change);
    const end = shiftWorkingDays(hand.base, task, start, days);
    setGhost({ kind: 'resize', taskId: task.id, x0: bar.x0, x1: scale.x(end), y: bar.middle, text: `${days} d` });
    if (days === drag.last) return;
    drag.last = days;
    hand.step(`Resize ${task.name}`, resizeTask(hand.base, { taskId: task.id, workingDays: days }));
  };
  const linkStep = (drag: Active, x: number, y: number) => {
    const target = layout.bars[Math.floor(y / layout.rowHeight)];
    const over = target && target !== drag.bar ? target.row.task : undefined;
    const outcome = over ? addLink(drag.edits.base, { from: drag.bar.row.task.id, to: over.id }) : null;
    const text = !over ? 'to a task' : outcome?.ok ? `to ${over.name}` : (outcome?.message ?? '');
    setGhost({
      kind: 'link',
      taskId: drag.bar.row.task.id,
      x0: drag.bar.x1,
      x1: x,
      y: drag.bar.middle,
      toY: y,
      text,
      over: over?.id,
    });
  };

  const place = (event: PointerEvent) => {
    const plot = (event.currentTarget as Element).closest('[data-gantt-plot]')?.getBoundingClientRect();
    return { x: event.clientX - (plot?.left ?? 0), y: event.clientY - (plot?.top ?? 0) };
  };
  return {
    ghost,
    onDown(event: PointerEvent, kind: DragKind, bar: GanttBar) {
      if (event.button !== 0 || active.current) return;
      const hand = edits.begin();
      if (!hand || (kind !== 'link' && bar.start === null)) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      const { x } = place(event);
      active.current = {
        kind,
        bar,
        grabbedX: x,
        pointerId: event.pointerId,
        edits: hand,
        last: Number.NaN,
        moved: false,
      };
    },
    onMove(event: PointerEvent) {
      const drag = active.current;
      if (!drag || event.pointerId !== drag.pointerId) return;
      const { x, y } = place(event);
      const dx = x - drag.grabbedX;
      if (!drag.moved && Math.abs(dx) < THRESHOLD_PX && drag.kind !== 'link') return;
      drag.moved = true;
      if (drag.kind === 'move') moveStep(drag, dx);
      else if (drag.kind === 'resize') resizeStep(drag, dx);
      else linkStep(drag, x, y);
    },
    /** True where it was a drag; false where it was a mere press. */
    onUp(event: PointerEvent): boolean {
      const drag = active.current;
      if (!drag || event.pointerId !== drag.pointerId) return false;
      if (drag.kind === 'link') {
        if (ghost?.over) edits.link(drag.bar.row.task.id, ghost.over);
      } else if (drag.moved) drag.edits.end();
      const { moved } = drag;
      finish();
      return moved;
    },
    onCancel() {
      if (active.current?.moved) active.current.edits.cancel();
      finish();
    },
  };
}

export type GanttDrag = ReturnType<typeof useGanttDrag>;
