import { hasWorkingTime } from '../../engine/calendar/compile-calendar';
import { parseDateText } from '../../engine/calendar/day-number';
import type { Calendar } from '../document';

const MOST_DATES = 4000;
const MOST_CALENDARS = 100;
const LONGEST_KEY = 20_000;

/** A function of a text that remembers its answers; a document is checked after each edit, and says most as before. */
function remembered<Answer>(most: number, answerOf: (text: string) => Answer): (text: string) => Answer {
  const known = new Map<string, Answer>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined) return found;
    const answer = answerOf(text);
    if (text.length > LONGEST_KEY) return answer;
    if (known.size >= most) known.clear();
    known.set(text, answer);
    return answer;
  };
}

/** As `parseDateText`. */
export const parseKnownDate = remembered(MOST_DATES, parseDateText);

const hasWorkingTimeByText = remembered(MOST_CALENDARS, (text) => hasWorkingTime(JSON.parse(text)));

/** As `hasWorkingTime`, of a calendar in which no error has been found. */
export function isEverWorked(calendar: Calendar): boolean {
  return hasWorkingTimeByText(JSON.stringify(calendar));
}
