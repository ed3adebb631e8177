import type { EventDate, ScenarioDocument } from '../../scenario/document';
import { dayNumber } from '../calendar/day-number';
import type { MonthTable } from '../calendar/horizon';
import type { SlotBook } from './input-slots';
import type { EventModel } from './model';

/** What the parts of a document need to find each other while it is compiled. */
export interface Compiler {
  readonly document: ScenarioDocument;
  readonly book: SlotBook;
  readonly months: MonthTable;
  readonly taskIndex: ReadonlyMap<string, number>;
  readonly events: EventModel[];
}

export function indexById(list: readonly { readonly id: string }[] | undefined): Map<string, number> {
  return new Map((list ?? []).map((item, index) => [item.id, index]));
}

export function required(index: number | undefined, kind: string, id: string | undefined): number {
  if (index === undefined) throw new RangeError(`There is no ${kind} "${id}".`);
  return index;
}

export function taskOf(compiler: Compiler, id: string): number {
  return required(compiler.taskIndex.get(id), 'task', id);
}

export function compileEvent(compiler: Compiler, date: EventDate, lagPath: string): number {
  const event: EventModel =
    typeof date === 'string'
      ? { task: -1, atStart: true, day: dayNumber(date, 'start'), lagSlot: -1 }
      : {
          task: taskOf(compiler, date.task),
          atStart: date.event === 'start',
          day: Number.NaN,
          lagSlot: compiler.book.quantity(lagPath, 0),
        };
  return compiler.events.push(event) - 1;
}
