import { windowAround, zoomed } from '@/components/charts/month-slider';
import { SHORTEST_DAYS } from '@/components/charts/use-time-gestures';
import type { GanttBar, GanttLayout } from '@/lib/charts/gantt/gantt-layout';
import { horizonWindow } from '@/lib/charts/time/months';
import { linkKey } from '@/lib/scenario-edits/links';
import type { GanttKeyActions } from './gantt-keys';
import type { GanttProps } from './gantt-types';
import type { GanttEdits } from './use-gantt-edits';

/** Selection by press: plain replaces, ctrl toggles, shift takes all rows between. */
export function pressedSelection(
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

/** What the keys of a row do, on the given document, selection and view. */
export function keyActions({
  props,
  layout,
  edits,
  linkFrom,
  setLinkFrom,
  toggle,
  focusTask,
}: KeyContext): GanttKeyActions {
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
