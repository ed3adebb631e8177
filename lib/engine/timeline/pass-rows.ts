import type { CalendarTables } from '../calendar/calendar-tables';
import { LinkBit, type LinkTable, TaskState } from './network-types';

/** Whole numbers kept for each task in `PassRows.rows`. */
export const ROW_STRIDE = 9;
/** Whole numbers kept for a link that is not plain: the task at the other end, its kind, its index in the document. */
export const RICH_STRIDE = 3;

/**
 * What a pass reads of each task, side by side. At task x `ROW_STRIDE`: its calendar; where the days and the buckets of
 * that calendar begin in `CalendarTables.position`; the position of its first interval; its parent; where its links
 * begin in `links`, where the plain ones end and where the others end; and its kind for the pass.
 *
 * `links` holds of each task first the other ends of its plain FS links, one number each, then `RICH_STRIDE` for each
 * of the others.
 */
export interface PassRows {
  readonly rows: Int32Array;
  readonly links: Int32Array;
}

interface RowSource {
  readonly parent: Int32Array;
  readonly calendarOf: Int32Array;
  readonly tables: CalendarTables;
}

/** Lays out the rows of one direction; `kind` by task. */
export function passRows(source: RowSource, table: LinkTable, kind: ArrayLike<number>): PassRows {
  const { parent, calendarOf, tables } = source;
  const count = parent.length;
  const rows = new Int32Array(count * ROW_STRIDE);
  const links: number[] = [];
  for (let task = 0; task < count; task++) {
    const calendar = calendarOf[task]!;
    const begin = links.length;
    const plainEnd = table.plainEnd[task]!;
    for (let k = table.offsets[task]!; k < plainEnd; k++) links.push(table.other[k]!);
    const richBegin = links.length;
    for (let k = plainEnd; k < table.offsets[task + 1]!; k++)
      links.push(table.other[k]!, table.kind[k]!, table.link[k]!);
    rows.set(
      [
        calendar,
        calendar * tables.days,
        tables.bucketOffset[calendar]!,
        tables.firstInterval[calendar]!,
        parent[task]!,
        begin,
        richBegin,
        links.length,
        kind[task]!,
      ],
      task * ROW_STRIDE,
    );
  }
  return { rows, links: Int32Array.from(links) };
}

/** Bits of a task's kind in the backward pass. */
export const LateBit = { finishIsBound: 1, pinnedStart: 2, pinnedFinish: 4 } as const;

/** By task: whether some link binds its finish, and which pin it has. */
export function lateKinds(state: Uint8Array, linkTo: Int32Array, linkKind: Uint8Array): Uint8Array {
  const kinds = state.map((what) =>
    what === TaskState.pinnedStart ? LateBit.pinnedStart : what === TaskState.pinnedFinish ? LateBit.pinnedFinish : 0,
  );
  linkTo.forEach((task, link) => {
    if (task >= 0 && (linkKind[link]! & LinkBit.toFinish) !== 0) kinds[task]! |= LateBit.finishIsBound;
  });
  return kinds;
}
