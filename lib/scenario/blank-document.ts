import type { ScenarioDocument } from './document';

/**
 * The least scenario that is valid: one calendar, no tasks, no lines, no market.
 *
 * @param firstYear the horizon runs from its January over twelve years.
 */
export function blankDocument(name: string, currency: string, firstYear: number): ScenarioDocument {
  return {
    schemaVersion: 2,
    name,
    currency,
    priceBase: firstYear,
    horizon: { start: `${firstYear}-01`, end: `${firstYear + 11}-12` },
    calendars: [{ id: 'standard', name: 'Monday to Friday', workWeek: [1, 2, 3, 4, 5], exceptions: [] }],
    tasks: [],
    links: [],
    risks: [],
    lines: [],
    materials: [],
    funding: { policy: 'soft', initialCash: 0, tranches: [] },
    market: { own: { attributes: {} }, segments: [], technologies: [] },
    correlations: [],
    targets: [],
    sources: [],
    checks: [],
  };
}
