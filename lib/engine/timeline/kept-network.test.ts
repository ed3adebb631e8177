import { describe, expect, it } from 'vitest';
import type { Line, Link, ScenarioDocument, Task } from '../../scenario/document';
import { referenceScenarios } from '../../scenario/reference';
import { keptNetwork, keptTimeline } from './kept-network';
import { compileNetwork } from './network';

const reference = referenceScenarios[0]!.document;
const open = reference.tasks!.findIndex(
  (task) => task.duration !== undefined && task.actualStart === undefined && task.constraint === undefined,
);
const task = (change: Partial<Task>): ScenarioDocument => ({
  ...reference,
  tasks: reference.tasks!.map((entry, i) => (i === open ? { ...entry, ...change } : entry)),
});
const link = (change: Partial<Link>): ScenarioDocument => ({
  ...reference,
  links: reference.links!.map((entry, i) => (i === 3 ? { ...entry, ...change } : entry)),
});
const line = (change: Partial<Line>): ScenarioDocument => ({
  ...reference,
  lines: reference.lines!.map((entry, i) => (i === 0 ? { ...entry, ...change } : entry)),
});
const other = reference.tasks![open + 1]!.id;

describe('a network that is kept', () => {
  it.each<[string, ScenarioDocument]>([
    ['nothing', reference],
    ['a duration of 0', task({ duration: 0 })],
    ['a constraint', task({ constraint: { type: 'SNET', date: '2027-05-03' } })],
    ['another date of it', task({ constraint: { type: 'SNET', date: '2027-05-04' } })],
    ['a deadline', task({ deadline: '2031-01-15' })],
    ['a start', task({ actualStart: '2026-01-12', percentComplete: 40 })],
    ['a calendar', task({ calendar: reference.calendars!.at(-1)!.id })],
    ['a working day', { ...reference, calendars: reference.calendars!.map((entry) => ({ ...entry, exceptions: [] })) }],
    ['a link', { ...reference, links: reference.links!.slice(1) }],
    ['its type', link({ type: 'SS' })],
    ['its lag', link({ lag: 5 })],
    ['the unit of it', link({ lag: 5, lagUnit: 'elapsed' })],
    ['the focus', { ...reference, focus: other }],
    ['the status date', { ...reference, statusDate: '2026-05-05' }],
    ['the start of the project', { ...reference, projectStart: '2026-02-02' }],
    ['the horizon', { ...reference, horizon: { ...reference.horizon, end: '2036-12' } }],
    ['what float is measured to', { ...reference, floatTo: 'each-end' }],
    ['the build of a line', line({ buildTask: other })],
    ['its kind', line({ commercial: false })],
  ])('is made anew when what it depends on changes: %s', (_, document) => {
    expect(keptNetwork(document)).toEqual(compileNetwork(document));
  });

  it('stays as it is, with its timeline, when durations, names, gates or prices change', () => {
    const network = keptNetwork(reference);
    for (const document of [
      task({ duration: 61 }),
      task({ duration: { kind: 'uniform', low: 3, high: 9 } }),
      task({ name: 'Another name' }),
      { ...reference, market: undefined },
    ]) {
      expect(keptNetwork(document)).toBe(network);
      expect(keptTimeline(keptNetwork(document))).toBe(keptTimeline(network));
    }
  });
});
