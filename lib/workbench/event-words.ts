import type { EventDate, ScenarioDocument } from '../scenario/document';
import { summary } from './quantity-kinds';

/** A date or an event of a task in words: `2027-01-01`, `finish of Build line 1, +30 d`. */
export function eventWords(document: ScenarioDocument, event: EventDate | undefined): string {
  if (event === undefined) return '';
  if (typeof event === 'string') return event;
  const name = document.tasks?.find(({ id }) => id === event.task)?.name ?? event.task;
  const lag = event.lag === undefined || event.lag === 0 ? '' : `, ${summary(event.lag)} d later`;
  return `${event.event ?? 'finish'} of ${name}${lag}`;
}
