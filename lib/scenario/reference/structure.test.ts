import { describe, expect, test } from 'vitest';
import { validateDocument } from '../validate';
import { lunarNewYears } from './calendars';
import { referenceScenarios, writeReferenceScenario } from './reference-scenarios';

describe.each(referenceScenarios)('$key', ({ key, document }) => {
  const tasks = document.tasks ?? [];
  const parents = new Set(tasks.flatMap(({ parent }) => (parent ? [parent] : [])));

  test('is a valid document, as a file too', () => {
    const outcome = validateDocument(JSON.parse(writeReferenceScenario(key)));
    expect(outcome.ok ? [] : outcome.errors).toEqual([]);
  });

  test('is a programme of 40 to 50 tasks in phases that are top summaries', () => {
    expect(tasks.length).toBeGreaterThanOrEqual(40);
    expect(tasks.length).toBeLessThanOrEqual(50);
    const top = tasks.filter(({ parent }) => !parent);
    expect(top.length).toBeGreaterThanOrEqual(5);
    for (const phase of top) expect(parents.has(phase.id), phase.id).toBe(true);
  });

  test('scales up from a pilot to GWh lines, the first two by process with 60 Ah cells, the later ones held back', () => {
    const [pilot, first, ...later] = document.lines ?? [];
    expect(pilot?.commercial).toBe(false);
    for (const line of [pilot, first]) {
      expect(line?.process?.cellCapacity).toMatchObject({ value: 60 });
      expect(line?.capex).toBeDefined();
    }
    expect(later.length).toBeGreaterThanOrEqual(3);
    for (const line of later) expect(line.holdBelow, line.id).toBeDefined();
  });

  test('is funded by eight or more tranches of all three kinds, tied to milestones', () => {
    const tranches = document.funding?.tranches ?? [];
    expect(tranches.length).toBeGreaterThanOrEqual(8);
    expect(new Set(tranches.map(({ kind }) => kind))).toEqual(new Set(['equity', 'debt', 'grant']));
    expect(tranches.filter(({ on }) => typeof on === 'object').length).toBeGreaterThanOrEqual(8);
  });

  test('tells the own brands from open buyers and own cells from seven or more others', () => {
    expect(document.market?.segments).toHaveLength(4);
    expect(document.market?.segments.filter(({ id }) => id.startsWith('own-'))).toHaveLength(2);
    expect(document.market?.technologies.length).toBeGreaterThanOrEqual(7);
    expect(document.market?.technologies.filter(({ sameAs }) => sameAs === 'own').length).toBeGreaterThanOrEqual(2);
    for (const { willingnessToPay } of document.market?.segments ?? [])
      expect(willingnessToPay.appeal).toMatchObject({ value: 1 });
  });

  test('has a risk that stretches whole phases, a recall, eight targets, checks and six headline figures', () => {
    const effects = (document.risks ?? []).flatMap(({ impacts }) => impacts);
    expect(effects.some(({ effect, target }) => effect === 'duration-factor' && parents.has(target ?? ''))).toBe(true);
    expect(effects.some(({ effect }) => effect === 'recall')).toBe(true);
    expect(document.targets).toHaveLength(8);
    expect(document.checks?.length).toBeGreaterThanOrEqual(5);
    expect(document.meta?.headline).toHaveLength(6);
    expect(document.meta?.story?.length).toBeGreaterThanOrEqual(5);
  });

  test('closes offices and sites at the Spring Festival and on National Day of each year to 2038', () => {
    for (const id of ['office', 'site']) {
      const closures = document.calendars?.find((calendar) => calendar.id === id)?.exceptions ?? [];
      for (let year = 2026; year <= 2038; year += 1)
        for (const day of [lunarNewYears[year] as string, `${year}-10-01`])
          expect(
            closures.some(({ from, to, working }) => !working && from <= day && day <= (to ?? from)),
            `${id} ${day}`,
          ).toBe(true);
    }
  });

  test('is written as JSON that reads back as the same document', () => {
    expect(JSON.parse(writeReferenceScenario(key))).toEqual(document);
  });
});

test('Lunar New Year falls where the Chinese calendar of the Unicode data has it, give or take a day', () => {
  // The new moons of 2027 and 2030 fall within ten minutes of midnight in Beijing; the Unicode data place them a day off.
  const chinese = new Intl.DateTimeFormat('en-u-ca-chinese', {
    month: 'numeric',
    day: 'numeric',
    timeZone: 'Asia/Shanghai',
  });
  for (const [year, date] of Object.entries(lunarNewYears)) {
    const noon = Date.parse(`${date}T04:00:00Z`);
    const around = [-1, 0, 1].map((days) => chinese.format(new Date(noon + days * 86_400_000)));
    expect(around, year).toContain('1/1');
  }
  expect(lunarNewYears[2026]).toBe('2026-02-17');
});
