import type { KeyboardEvent } from 'react';
import type { GanttBar, GanttLayout } from '@/lib/charts/gantt/gantt-layout';

/** What the keys of a row can do. */
export interface GanttKeyActions {
  focusRow(index: number, extend: boolean): void;
  toggleExpanded(taskId: string, expanded: boolean): void;
  toggleSelected(taskId: string): void;
  selectAll(): void;
  open(taskId: string): void;
  shift(taskId: string, workingDays: number): void;
  stretch(taskId: string, workingDays: number): void;
  startLink(taskId: string): void;
  endLink(taskId: string): void;
  cancel(): void;
  nextLink(taskId: string): void;
  remove(taskId: string): void;
  zoom(factor: number): void;
  showAll(): void;
}

/** Shown as help and read by screen readers with the grid. */
export const ganttKeyHelp =
  'Arrow keys move between tasks and open or close phases. Space selects, Shift with arrows selects more. ' +
  'Alt with left or right moves a task by one working day, Alt with page keys by twenty. ' +
  'Alt and Shift with left or right changes its duration. L starts a link, Enter on another task ends it, N goes through ' +
  'its links, Delete removes. Plus and minus zoom, 0 shows all. Escape cancels.';

const BIG_STEP_DAYS = 20;

function editKey(event: KeyboardEvent, taskId: string, actions: GanttKeyActions): boolean {
  const steps = new Map([
    ['ArrowLeft', -1],
    ['ArrowRight', 1],
    ['PageUp', -BIG_STEP_DAYS],
    ['PageDown', BIG_STEP_DAYS],
  ]);
  const days = steps.get(event.key);
  if (days === undefined) return false;
  if (event.shiftKey) actions.stretch(taskId, days);
  else actions.shift(taskId, days);
  return true;
}

function treeKey(event: KeyboardEvent, bar: GanttBar, layout: GanttLayout, actions: GanttKeyActions): boolean {
  const { row } = bar;
  const last = layout.bars.length - 1;
  const go = (index: number) => actions.focusRow(Math.min(last, Math.max(0, index)), event.shiftKey);
  switch (event.key) {
    case 'ArrowDown':
      go(row.index + 1);
      return true;
    case 'ArrowUp':
      go(row.index - 1);
      return true;
    case 'Home':
      go(0);
      return true;
    case 'End':
      go(last);
      return true;
    case 'PageDown':
      go(row.index + 10);
      return true;
    case 'PageUp':
      go(row.index - 10);
      return true;
    case 'ArrowRight':
      if (row.expanded === false) actions.toggleExpanded(row.task.id, true);
      else if (row.expanded) go(row.index + 1);
      return true;
    case 'ArrowLeft':
      if (row.expanded) actions.toggleExpanded(row.task.id, false);
      else
        go(
          Math.max(
            0,
            layout.bars.findIndex((other) => other.row.task.id === row.task.parent),
          ),
        );
      return true;
    default:
      return false;
  }
}

interface KeyState {
  readonly layout: GanttLayout;
  readonly bar: GanttBar;
  /** A link has been started and waits for its end. */
  readonly linking: boolean;
}

/** Keys on a focused row of the Gantt. */
export function ganttKeyDown(event: KeyboardEvent, { layout, bar, linking }: KeyState, actions: GanttKeyActions): void {
  const { id } = bar.row.task;
  const take = () => {
    event.preventDefault();
    event.stopPropagation();
  };
  if (event.altKey) {
    if (editKey(event, id, actions)) take();
    return;
  }
  if (event.ctrlKey || event.metaKey) {
    if (event.key !== 'a') return;
    actions.selectAll();
    take();
    return;
  }
  if (treeKey(event, bar, layout, actions)) {
    take();
    return;
  }
  const others = new Map<string, () => void>([
    [' ', () => actions.toggleSelected(id)],
    ['Enter', () => (linking ? actions.endLink(id) : actions.open(id))],
    ['l', () => actions.startLink(id)],
    ['n', () => actions.nextLink(id)],
    ['Delete', () => actions.remove(id)],
    ['Backspace', () => actions.remove(id)],
    ['Escape', () => actions.cancel()],
    ['+', () => actions.zoom(0.8)],
    ['=', () => actions.zoom(0.8)],
    ['-', () => actions.zoom(1.25)],
    ['0', () => actions.showAll()],
  ]);
  const action = others.get(event.key.length === 1 ? event.key.toLowerCase() : event.key);
  if (!action) return;
  action();
  take();
}
