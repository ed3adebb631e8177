'use client';

import { useRef, useState } from 'react';
import type { ScenarioDocument, Task } from '@/lib/scenario/document';
import { type EditOutcome, findTask } from '@/lib/scenario-edits/edit-outcome';
import { addLink, removeLink } from '@/lib/scenario-edits/links';
import { moveTask } from '@/lib/scenario-edits/move-task';
import { removeTasks } from '@/lib/scenario-edits/remove-tasks';
import { resizeTask, workingDaysOf } from '@/lib/scenario-edits/resize-task';
import { shiftWorkingDays } from '@/lib/scenario-edits/task-calendar';
import type { GanttProps } from './gantt-types';

type EditProps = Pick<GanttProps, 'document' | 'plan' | 'onEdit' | 'onGestureEnd'>;

/** Everything that can be done to tasks and links from the Gantt; each says what it did, or why not. */
export interface GanttEdits {
  readonly announcement: string;
  announce(text: string): void;
  /** One whole edit. */
  apply(label: string, outcome: EditOutcome): boolean;
  shift(taskId: string, workingDays: number): void;
  stretch(taskId: string, workingDays: number): void;
  link(from: string, to: string): void;
  unlink(linkId: string): boolean;
  remove(taskIds: readonly string[]): boolean;
  /** A gesture in hand: `step` with each new place, then `end` or `cancel`. */
  begin(): DragEdits | null;
}

export interface DragEdits {
  readonly base: ScenarioDocument;
  step(label: string, outcome: EditOutcome): void;
  end(): void;
  cancel(): void;
}

let gestures = 0;

function taskName(task: Task | undefined): string {
  return task?.name ?? 'task';
}

/** Edits on the given document through `onEdit`; without it every edit is refused in words. */
export function useGanttEdits({ document, plan, onEdit, onGestureEnd }: EditProps): GanttEdits {
  const [announcement, announce] = useState('');
  // Presses on a key that follow each other quickly are one step of undo.
  const keyGesture = useRef({ name: '', at: 0 });

  const apply = (label: string, outcome: EditOutcome, gesture?: string): boolean => {
    if (!onEdit) {
      announce('This scenario can only be read.');
      return false;
    }
    if (!outcome.ok) {
      announce(outcome.message);
      return false;
    }
    const result = onEdit({ label, change: () => outcome.document, gesture });
    announce(result.ok ? outcome.said : result.message);
    return result.ok;
  };
  const pressed = (name: string) => {
    const now = Date.now();
    const { current } = keyGesture;
    if (!current.name.startsWith(name) || now - current.at > 1500) {
      gestures += 1;
      current.name = `${name}-${gestures}`;
    }
    current.at = now;
    return current.name;
  };
  const startOf = (taskId: string) => {
    const start = plan?.tasks[taskId]?.ES;
    return start && start !== 'never' ? start.day : null;
  };
  return {
    announcement,
    announce,
    apply: (label, outcome) => apply(label, outcome),
    shift(taskId, workingDays) {
      const task = findTask(document, taskId);
      const now = startOf(taskId);
      if (!task || now === null) return announce('Without a date in the plan it cannot be moved.');
      // From its own date where it has one: the plan may still be on its way here.
      const from = task.constraint?.date ? Date.parse(task.constraint.date.slice(0, 10)) / 86_400_000 : now;
      const day = shiftWorkingDays(document, task, Math.max(from, Math.floor(now)), workingDays);
      const outcome = moveTask(document, { taskId, day, startsNow: now });
      apply(`Move ${taskName(task)}`, outcome, pressed(`gantt-move-${taskId}`));
    },
    stretch(taskId, workingDays) {
      const task = findTask(document, taskId);
      // From the document: the plan on show may be some presses behind.
      const now = workingDaysOf(document, taskId);
      if (!task || now === null) return announce('There is no such task any more.');
      const days = Math.max(0, Math.round(now) + workingDays);
      const outcome = resizeTask(document, { taskId, workingDays: days });
      apply(`Resize ${taskName(task)}`, outcome, pressed(`gantt-size-${taskId}`));
    },
    link: (from, to) => {
      apply(
        `Link ${taskName(findTask(document, from))} to ${taskName(findTask(document, to))}`,
        addLink(document, { from, to }),
      );
    },
    unlink: (linkId) => apply('Remove link', removeLink(document, linkId)),
    remove: (taskIds) => apply('Remove tasks', removeTasks(document, taskIds)),
    begin() {
      if (!onEdit) return null;
      gestures += 1;
      const gesture = `gantt-drag-${gestures}`;
      const base = document;
      let changed = false;
      return {
        base,
        step(label, outcome) {
          if (!outcome.ok) return announce(outcome.message);
          const result = onEdit({ label, change: () => outcome.document, gesture, inHand: true });
          changed ||= result.ok;
          announce(result.ok ? outcome.said : result.message);
        },
        end: () => changed && onGestureEnd?.(),
        cancel() {
          if (changed) onEdit({ label: 'Cancel', change: () => base, gesture, inHand: true });
          if (changed) onGestureEnd?.();
          announce('Cancelled; nothing was changed.');
        },
      };
    },
  };
}
