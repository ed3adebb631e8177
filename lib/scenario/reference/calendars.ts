import type { Calendar, CalendarException } from '../document';
import type { ScenarioKey } from './support';

/** Lunar New Year's Day; a test compares these with the Chinese calendar of the platform. */
export const lunarNewYears: Readonly<Record<number, string>> = {
  2024: '2024-02-10',
  2025: '2025-01-29',
  2026: '2026-02-17',
  2027: '2027-02-06',
  2028: '2028-01-26',
  2029: '2029-02-13',
  2030: '2030-02-03',
  2031: '2031-01-23',
  2032: '2032-02-11',
  2033: '2033-01-31',
  2034: '2034-02-19',
  2035: '2035-02-08',
  2036: '2036-01-28',
  2037: '2037-02-15',
  2038: '2038-02-04',
  2039: '2039-01-24',
  2040: '2040-02-12',
};
const years = Object.keys(lunarNewYears).map(Number);

function daysAfter(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

const closed = (from: string, to: string, name: string): CalendarException => ({ from, to, working: false, name });

function festival(year: number, daysBefore: number, daysFrom: number): CalendarException {
  const newYear = lunarNewYears[year] as string;
  return closed(daysAfter(newYear, -daysBefore), daysAfter(newYear, daysFrom), `Spring Festival ${year}`);
}

/** Make-up working days of the State Council's notice for 2026; later years are not published yet. */
const makeUpDays2026: readonly CalendarException[] = [
  '2026-01-04',
  '2026-02-14',
  '2026-02-28',
  '2026-05-09',
  '2026-09-20',
  '2026-10-10',
].map((date) => ({ from: date, working: true, name: 'Make-up working day' }));

const officeClosures = years.flatMap((year) => [
  closed(`${year}-01-01`, `${year}-01-01`, `New Year ${year}`),
  festival(year, 1, 6),
  closed(`${year}-05-01`, `${year}-05-05`, `Labour Day ${year}`),
  closed(`${year}-10-01`, `${year}-10-07`, `National Day ${year}`),
]);

const siteClosures = years.flatMap((year) => [
  festival(year, 7, 14),
  closed(`${year}-05-01`, `${year}-05-02`, `Labour Day ${year}`),
  closed(`${year}-10-01`, `${year}-10-04`, `National Day ${year}`),
]);

/** A season in which a test is possible; `gaps` lists the months and days outside it, year by year. */
function season(id: string, name: string, note: string, gaps: readonly (readonly [string, string])[]): Calendar {
  const exceptions = years.flatMap((year) =>
    gaps.map(([from, to]) => closed(`${year}-${from}`, `${year}-${to}`, 'Out of season')),
  );
  return { id, name, workWeek: [1, 2, 3, 4, 5, 6, 7], exceptions, meta: { note } };
}

/** The calendars: office, building site, tests that run every day, and the two seasons of vehicle tests. */
export function calendarsOf(key: ScenarioKey): Calendar[] {
  const southernWinter = key === 'announced';
  return [
    {
      id: 'office',
      name: 'Engineering, Monday to Friday',
      workWeek: [1, 2, 3, 4, 5],
      exceptions: [...officeClosures, ...makeUpDays2026],
      meta: {
        note: 'Assumption: Spring Festival (the eve and seven days), Labour Day and National Day as in the rule in force since 2025; one-day holidays that fall near a weekend are left out, and so are make-up days after 2026, which are not published.',
      },
    },
    {
      id: 'site',
      name: 'Building site, Monday to Saturday',
      workWeek: [1, 2, 3, 4, 5, 6],
      exceptions: siteClosures,
      meta: {
        note: 'Assumption: crews travel home, so a site is empty from a week before the Spring Festival to two weeks after New Year; it works on most of the other public holidays.',
      },
    },
    {
      id: 'every-day',
      name: 'Test benches and fleets, every day',
      workWeek: [1, 2, 3, 4, 5, 6, 7],
      meta: { note: 'Cyclers, chambers and shift drivers run through the holidays.' },
    },
    season(
      'summer',
      'Hot-weather season, Turpan',
      'Assumption: heat above 40 degrees Celsius is reliable from 20 June to the end of August; a campaign that misses it waits for the next year.',
      [
        ['01-01', '06-19'],
        ['09-01', '12-31'],
      ],
    ),
    southernWinter
      ? season(
          'winter',
          'Cold season, Heihe and New Zealand',
          'Assumption of this scenario: a programme that keeps the announced date also uses the southern winter (15 June to 15 September) beside 1 December to 10 March in Heihe.',
          [
            ['03-11', '06-14'],
            ['09-16', '11-30'],
          ],
        )
      : season(
          'winter',
          'Cold season, Heihe',
          'Assumption: proving grounds in Heilongjiang are usable from 1 December to 10 March; a campaign that misses the season waits for the next.',
          [['03-11', '11-30']],
        ),
  ];
}
