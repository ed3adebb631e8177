import { describe, expect, it } from 'vitest';
import solidSoft from '../engine/inputs/fixtures/solid-soft.json';
import { blankDocument } from './blank-document';
import type { DocumentError } from './document';
import costRecall from './fixtures/cost-recall.json';
import cycle from './fixtures/cycle.json';
import hours from './fixtures/hours.json';
import impossibleExpected from './fixtures/not-positive-definite.expected.json';
import impossible from './fixtures/not-positive-definite.json';
import quantiles from './fixtures/quantiles.json';
import unknownField from './fixtures/unknown-field.json';
import { SMALL_DOCUMENT } from './testing/small-document';
import { validateDocument } from './validate';

// biome-ignore lint/suspicious/noExplicitAny: these tests break documents in ways that types forbid
type Json = Record<string, any>;

function errorsOf(value: unknown): readonly DocumentError[] {
  const outcome = validateDocument(value);
  return outcome.ok ? [] : outcome.errors;
}

/** The errors of the small document after a change, as `path: rule`. */
function changed(change: (document: Json) => void): string[] {
  const document = structuredClone(SMALL_DOCUMENT) as Json;
  change(document);
  return errorsOf(document).map((error) => `${error.path}: ${error.rule}`);
}

describe('valid documents', () => {
  it.each([
    ['the small document', SMALL_DOCUMENT],
    ['a blank one', blankDocument('Blank', 'CNY', 2026)],
    ['a whole programme', solidSoft],
    ['every kind of quantity', quantiles],
    ['working hours', hours],
    ['costs and recalls', costRecall],
  ])('%s is accepted as it is', (_, document) => {
    const outcome = validateDocument(document);
    expect(outcome.ok ? outcome.value : outcome.errors).toBe(document);
  });

  it('lets meta stand on every object, also among attributes, and keeps that one from the model', () => {
    const document = structuredClone(SMALL_DOCUMENT) as Json;
    const meta = { note: 'for people', owner: 'A', colour: '#123456', changed: { by: 'A', at: '2026-01-01' } };
    const { calendars, tasks, links, risks, lines, materials, funding, market } = document;
    const places = [
      ...[document.horizon, document.cost, document.pricing, document.run, calendars[0], calendars[0].exceptions[0]],
      ...[calendars[0].hours, tasks[0], tasks[0].constraint, tasks[1].gate, tasks[1].gate.passProbability, links[1]],
      ...[risks[0], risks[0].impacts[0], risks[0].window, risks[0].window.from, risks[0].response, lines[0].process],
      ...[lines[1].yield, lines[1].utilisation, materials[0].stock, materials[0].contracts[0].price.knots[0], funding],
      ...[funding.tranches[0], market, market.own, market.own.attributes, market.segments[0].willingnessToPay],
      ...[market.technologies[0].attributes, document.correlations[0], document.targets[0], document.checks[0]],
    ];
    for (const place of places) place.meta = meta;
    const outcome = validateDocument(document);
    expect(outcome.ok ? [] : outcome.errors).toEqual([]);
    expect(outcome.ok && outcome.value.market?.own.attributes).toEqual({ energyDensity: 400 });
    expect(outcome.ok && outcome.value.tasks).toBe(document.tasks);
  });
});

// Cases of an independent implementation of the format, with its answers.
describe('refusals that an independent implementation agrees with', () => {
  it('names the tasks of a cycle in order and no others', () => {
    const [error, ...more] = errorsOf(cycle);
    expect(more).toEqual([]);
    expect(error?.rule).toBe('cycle');
    expect(['b,c,a', 'c,a,b', 'a,b,c']).toContain(String(error?.value));
  });

  it('names the correlations that cannot be and offers the nearest that can', () => {
    const [error, ...more] = errorsOf(impossible);
    expect(more).toEqual([]);
    expect(error?.rule).toBe('correlation');
    const offered = new Map(error?.nearest?.map(({ a, b, rho }) => [`${a} ${b}`, rho]));
    for (const { a, b, rho } of impossibleExpected.errors[0]?.nearest ?? []) {
      expect(offered.get(`${a} ${b}`)).toBeCloseTo(rho, 6);
    }
    expect(error?.message).toContain('tasks/a/duration ~ tasks/b/duration: 0.9');
  });

  it('names an unknown field and the one that was meant', () => {
    expect(errorsOf(unknownField)).toEqual([
      {
        path: 'tasks/a/duraton',
        value: 5,
        rule: 'unknown-field',
        message: 'tasks/a has an unknown field "duraton"; did you mean duration?',
      },
    ]);
  });
});

describe('sentences', () => {
  it('name field, value and allowed range', () => {
    const document = structuredClone(SMALL_DOCUMENT) as Json;
    document.tasks[1].duration = -3;
    expect(errorsOf(document)[0]?.message).toBe(
      'Duration of Vehicle test (tasks/test/duration) is -3; it must be at least 0 and below 1e15 working days.',
    );
  });
});

describe('each rule', () => {
  it.each<[string, string[], (d: Json) => void]>([
    ['a missing name', ['name: required'], (d) => delete d.name],
    ['a newer version', ['schemaVersion: version'], (d) => Object.assign(d, { schemaVersion: 3, novelty: 1 })],
    ['an older version', ['schemaVersion: version'], (d) => Object.assign(d, { schemaVersion: 1 })],
    ['a version of a wrong type', ['schemaVersion: type'], (d) => Object.assign(d, { schemaVersion: '2' })],
    ['a currency in words', ['currency: type'], (d) => Object.assign(d, { currency: 'yuan' })],
    ['an unknown field at the top', ['novelty: unknown-field'], (d) => Object.assign(d, { novelty: 1 })],
    [
      'an unknown field in a quantity',
      ['tasks/test/duration/hihg: unknown-field'],
      (d) => (d.tasks[1].duration.hihg = 1),
    ],
    [
      'an unknown field in meta',
      ['tasks/test/duration/meta/notes: unknown-field'],
      (d) => (d.tasks[1].duration.meta.notes = 'x'),
    ],
    [
      'evidence on a task',
      ['tasks/sop/meta/evidence: unknown-field'],
      (d) => {
        d.tasks[3].meta = { evidence: [] };
      },
    ],
    [
      'a text for a number',
      ['lines/l1/nameplate: type'],
      (d) => {
        d.lines[1].nameplate = '2';
      },
    ],
    [
      'not a number',
      ['lines/l1/nameplate: type'],
      (d) => {
        d.lines[1].nameplate = Number.NaN;
      },
    ],
    [
      'null',
      ['lines/l1/nameplate: type'],
      (d) => {
        d.lines[1].nameplate = null;
      },
    ],
    [
      'an unknown kind',
      ['lines/l1/nameplate/kind: range'],
      (d) => {
        d.lines[1].nameplate = { kind: 'gamma', a: 1 };
      },
    ],
    [
      'a missing number of a kind',
      ['lines/l1/nameplate/high: required'],
      (d) => (d.lines[1].nameplate = { kind: 'uniform', low: 1 }),
    ],
    [
      'low above mode',
      ['tasks/test/duration: order'],
      (d) => {
        d.tasks[1].duration.low = 150;
      },
    ],
    ['min above max', ['tasks/test/duration: order'], (d) => Object.assign(d.tasks[1].duration, { min: 5, max: 4 })],
    [
      'outcomes without a chance',
      ['lines/l1/nameplate/outcomes: range'],
      (d) => (d.lines[1].nameplate = { kind: 'discrete', outcomes: [{ value: 1, p: 0 }] }),
    ],
    [
      'no outcomes',
      ['lines/l1/nameplate/outcomes: range'],
      (d) => (d.lines[1].nameplate = { kind: 'discrete', outcomes: [] }),
    ],
    [
      'a support that leaves the range',
      ['lines/l1/yield/mature: range'],
      (d) => (d.lines[1].yield.mature = { kind: 'uniform', low: 0.9, high: 1.1 }),
    ],
    [
      'a tail that leaves the range',
      ['lines/l1/yield/mature: range'],
      (d) => (d.lines[1].yield.mature = { kind: 'normal', mean: 0.9, sd: 0.1 }),
    ],
    [
      'a huge number',
      ['lines/l1/capex: range'],
      (d) => {
        d.lines[1].capex = 1e15;
      },
    ],
    [
      'an initial yield of 0',
      ['lines/l1/yield/initial: range'],
      (d) => {
        d.lines[1].yield.initial = 0;
      },
    ],
    [
      'knots out of order',
      ['materials/electrolyte/contracts/c1/price/knots/1: order'],
      (d) => (d.materials[0].contracts[0].price.knots[1].date = '2025-01-01'),
    ],
    [
      'a geometric knot at 0',
      ['materials/electrolyte/contracts/c1/price/knots/1: range'],
      (d) => (d.materials[0].contracts[0].price.knots[1].value = 0),
    ],
    [
      'no knots',
      ['pricing/premium/knots: range'],
      (d) => {
        d.pricing.premium = { interpolate: 'linear', knots: [] };
      },
    ],
    [
      'a date that does not exist',
      ['statusDate: type'],
      (d) => {
        d.statusDate = '2026-02-30';
      },
    ],
    [
      'a year beyond',
      ['statusDate: range'],
      (d) => {
        d.statusDate = '2200-01-01';
      },
    ],
    [
      'a month that does not exist',
      ['horizon/start: type'],
      (d) => {
        d.horizon.start = '2026-13';
      },
    ],
    [
      'a horizon that ends first',
      ['horizon: order'],
      (d) => {
        d.horizon.end = '2025-12';
      },
    ],
    [
      'a horizon of 601 months',
      ['horizon: range'],
      (d) => Object.assign(d, { horizon: { start: '2026-01', end: '2076-01' } }),
    ],
    ['the same id twice', ['tasks/sop: unique'], (d) => d.tasks.push({ id: 'sop', name: 'Again', duration: 1 })],
    ['the same link twice', ['links/test-FS-sop: unique'], (d) => d.links.push({ from: 'test', to: 'sop' })],
    [
      'an id with a slash',
      ['targets/0/id: type'],
      (d) => {
        d.targets[0].id = 't/1';
        d.meta.headline = [];
      },
    ],
    [
      'a reserved material',
      ['materials/demand/id: unique'],
      (d) => d.materials.push({ id: 'demand', name: 'D', intensity: 1, contracts: [] }),
    ],
    [
      'a reserved technology',
      ['market/technologies/own/id: unique'],
      (d) => d.market.technologies.push({ id: 'own', name: 'O', price: 1, attributes: {} }),
    ],
    [
      'a contract of two materials',
      ['materials/m/contracts/c1/id: unique'],
      (d) =>
        d.materials.push({
          id: 'm',
          name: 'M',
          intensity: 1,
          contracts: [{ id: 'c1', supplier: 'B', start: '2026-01-01', volume: 1, price: 1 }],
        }),
    ],
    ['a dangling link', ['links/test-FS-nowhere/to: reference'], (d) => d.links.push({ from: 'test', to: 'nowhere' })],
    [
      'a dangling parent',
      ['tasks/sop/parent: reference'],
      (d) => {
        d.tasks[3].parent = 'nowhere';
      },
    ],
    [
      'a dangling calendar',
      ['tasks/sop/calendar: reference'],
      (d) => {
        d.tasks[3].calendar = 'nowhere';
      },
    ],
    [
      'a dangling build',
      ['lines/l1/buildTask: reference'],
      (d) => {
        d.lines[1].buildTask = 'constructor';
      },
    ],
    [
      'a dangling event',
      ['funding/tranches/b/on/task: reference'],
      (d) => {
        d.funding.tranches[1].on.task = 'nowhere';
      },
    ],
    [
      'a dangling focus',
      ['focus: reference'],
      (d) => {
        d.focus = 'nowhere';
      },
    ],
    [
      'a dangling technology',
      ['pricing/technology: reference'],
      (d) => {
        d.pricing.technology = 'nowhere';
      },
    ],
    [
      'an impact on the wrong kind of thing',
      ['risks/fire/impacts/1/target: reference'],
      (d) => (d.risks[0].impacts[1].target = 'test'),
    ],
    [
      'an impact without a target',
      ['risks/fire/impacts/1/target: required'],
      (d) => delete d.risks[0].impacts[1].target,
    ],
    [
      'a cost with a target',
      ['risks/fire/impacts/bill/target: unknown-field'],
      (d) => (d.risks[0].impacts[6].target = 'l1'),
    ],
    ['a cost without a window', ['risks/fire/window: required'], (d) => delete d.risks[0].window],
    [
      'a response that costs, without a month',
      ['risks/fire/response/month: required'],
      (d) => delete d.risks[0].response.month,
    ],
    [
      'a response that turns a factor negative',
      ['risks/fire/response/scale: range'],
      (d) => (d.risks[0].response.scale = 3),
    ],
    [
      'parents in a circle',
      ['tasks: cycle'],
      (d) => d.tasks.push({ id: 'x', name: 'X', parent: 'y' }, { id: 'y', name: 'Y', parent: 'x' }),
    ],
    ['a task that waits for itself', ['tasks: cycle'], (d) => d.links.push({ from: 'sop', to: 'sop' })],
    ['a task that waits for its summary', ['tasks: cycle'], (d) => d.links.push({ from: 'tests', to: 'test' })],
    [
      'a summary with a duration',
      ['tasks/tests/duration: unknown-field'],
      (d) => {
        d.tasks[0].duration = 5;
      },
    ],
    [
      'a pinned summary',
      ['tasks/tests/constraint/type: range'],
      (d) => {
        d.tasks[0].constraint.type = 'MSO';
      },
    ],
    ['a task without a duration', ['tasks/sop/duration: required'], (d) => delete d.tasks[3].duration],
    [
      'a constraint without its date',
      ['tasks/sop/constraint/date: required'],
      (d) => (d.tasks[3].constraint = { type: 'SNET' }),
    ],
    [
      'a finish without a start',
      ['tasks/sop/actualStart: required'],
      (d) => {
        d.tasks[3].actualFinish = '2026-01-20';
      },
    ],
    [
      'a finish before its start',
      ['tasks/build/actualFinish: order'],
      (d) => {
        d.tasks[2].actualFinish = '2026-01-10';
      },
    ],
    [
      'all of a task done without a finish',
      ['tasks/build/actualFinish: required'],
      (d) => (d.tasks[2].percentComplete = 100),
    ],
    [
      'no attempts',
      ['tasks/test/gate/maxAttempts: range'],
      (d) => {
        d.tasks[1].gate.maxAttempts = 0;
      },
    ],
    [
      'half an attempt',
      ['tasks/test/gate/maxAttempts: range'],
      (d) => {
        d.tasks[1].gate.maxAttempts = 1.5;
      },
    ],
    [
      'nameplate beside process',
      ['lines/pilot/nameplate: unique'],
      (d) => {
        d.lines[0].nameplate = 1;
      },
    ],
    [
      'neither nameplate nor process',
      ['lines/l1/nameplate: required'],
      (d) => delete d.lines[1].nameplate && delete d.meta.story,
    ],
    [
      'two kinds of investment',
      ['lines/l1/capex: unique'],
      (d) => {
        d.lines[1].capexPerGWh = 1;
      },
    ],
    ['a commercial line without a price', ['pricing: required'], (d) => delete d.pricing],
    [
      'money from before',
      ['funding/tranches/a/on: range'],
      (d) => {
        d.funding.tranches[0].on = '2025-12-31';
      },
    ],
    [
      'a lowest price above the highest',
      ['pricing/floor: order'],
      (d) =>
        (d.pricing.cap = {
          interpolate: 'linear',
          knots: [
            { date: '2026-01-01', value: 900 },
            { date: '2030-12-31', value: 300 },
          ],
        }),
    ],
    ['a target without a technology', ['targets/t2/technology: required'], (d) => delete d.targets[1].technology],
    ['a target without a time', ['targets/t2/month: required'], (d) => delete d.targets[1].year],
    [
      'a target beyond the horizon',
      ['targets/t2/year: range'],
      (d) => {
        d.targets[1].year = 2031;
      },
    ],
    [
      'a date target with a number',
      ['targets/t1/value: type'],
      (d) => {
        d.targets[0].value = 2028;
      },
    ],
    [
      'an output that is none',
      ['checks/k/output: reference'],
      (d) => {
        d.checks[0].output = 'luck@2030';
      },
    ],
    [
      'a headline about a dangling target',
      ['meta/headline/2: reference'],
      (d) => (d.meta.headline[2] = 'targets/nowhere'),
    ],
    [
      'a change of nothing',
      ['checks/k/change/0/path: reference'],
      (d) => (d.checks[0].change[0].path = 'lines/l1/luck'),
    ],
    [
      'a change in two ways',
      ['checks/k/change/0: unique'],
      (d) => {
        d.checks[0].change[0].offset = 1;
      },
    ],
    [
      'a dangling source',
      ['tasks/test/duration/meta/sources/0: reference'],
      (d) => (d.tasks[1].duration.meta.sources = ['s2']),
    ],
    [
      'evidence that no source holds',
      ['tasks/test/duration/meta/evidence/0: reference'],
      (d) => (d.tasks[1].duration.meta.evidence = ['E2']),
    ],
    [
      'a correlation with nothing',
      ['correlations/0/a: correlation'],
      (d) => (d.correlations[0].a = 'tasks/x/duration'),
    ],
    [
      'a correlation of 1',
      ['correlations/0/rho: correlation'],
      (d) => {
        d.correlations[0].rho = 1;
      },
    ],
    [
      'a pair twice',
      ['correlations/1: correlation'],
      (d) => d.correlations.push({ a: 'tasks/build/duration', b: 'tasks/test/duration', rho: 0.4 }),
    ],
    [
      'a calendar that never works',
      ['calendars/std: calendar'],
      (d) => Object.assign(d.calendars[0], { workWeek: [], exceptions: [] }),
    ],
    [
      'hours that overlap',
      ['calendars/std/hours/1: calendar'],
      (d) =>
        (d.calendars[0].hours[1] = [
          ['08:00', '12:00'],
          ['11:00', '15:00'],
        ]),
    ],
    [
      'hours past midnight',
      ['calendars/std/hours/1: calendar'],
      (d) => (d.calendars[0].hours[1] = [['22:00', '06:00']]),
    ],
    ['a worked weekday without hours', ['calendars/std/hours: calendar'], (d) => delete d.calendars[0].hours[5]],
    [
      'a worked Saturday without hours',
      ['calendars/std/exceptions/1/hours: calendar'],
      (d) => delete d.calendars[0].exceptions[1].hours,
    ],
    [
      'an exception that ends first',
      ['calendars/std/exceptions/0/to: order'],
      (d) => (d.calendars[0].exceptions[0].to = '2026-02-01'),
    ],
    [
      'an eighth weekday',
      ['calendars/std/workWeek/0: range'],
      (d) => {
        d.calendars[0].workWeek[0] = 8;
      },
    ],
    [
      'a fault in a baseline',
      ['meta/baseline/links/a-FS-b/to: reference'],
      (d) => (d.meta.baseline = { tasks: [{ id: 'a', name: 'A', duration: 1 }], links: [{ from: 'a', to: 'b' }] }),
    ],
  ])('%s is told', (_, expected, change) => {
    expect(changed(change)).toEqual(expected);
  });

  it('tells many errors in one pass', () => {
    const errors = changed((d) => {
      d.tasks[1].duration = -1;
      d.lines[1].life = 0;
      d.links[0].to = 'nowhere';
      d.market.segments[0].heterogeneity = 0;
      d.luck = true;
    });
    expect(errors.sort()).toEqual([
      'lines/l1/life: range',
      'links/test-FS-nowhere/to: reference',
      'luck: unknown-field',
      'market/segments/premium/heterogeneity: range',
      'tasks/test/duration: range',
    ]);
  });

  it('lists at most 1,000 errors and says how many more there are', () => {
    const document = structuredClone(SMALL_DOCUMENT) as Json;
    for (let i = 0; i < 3000; i++) document.tasks.push({ id: `n${i}`, name: 'N', duration: -1 });
    const errors = errorsOf(document);
    expect(errors).toHaveLength(1000);
    expect(errors.at(-1)?.message).toBe('There are 2001 more errors that are not listed.');
  });
});

describe('hostile values', () => {
  const loop: Json = { name: 'loop' };
  loop.loop = loop;
  let deep: unknown = 1;
  for (let i = 0; i < 100_000; i++) deep = [deep];
  class Fancy {
    schemaVersion = 2;
  }
  it.each<[string, unknown]>([
    ['nothing', undefined],
    ['null', null],
    ['a number', 5],
    ['a text', '{}'],
    ['a list', []],
    ['a function', () => 1],
    ['a class', new Fancy()],
    ['a circle', loop],
    ['deep nesting', { tasks: deep, market: deep, meta: deep, luck: deep }],
    ['a huge empty list', { tasks: new Array(4_000_000_000) }],
    ['a list that is too long, of broken things', { ...SMALL_DOCUMENT, calendars: new Array(1001).fill({ id: 'x' }) }],
    ['holes', { ...SMALL_DOCUMENT, tasks: new Array(5) }],
    ['a prototype by name', JSON.parse('{"__proto__": {"schemaVersion": 2}, "constructor": {"prototype": 1}}')],
    ['an inherited document', Object.create(SMALL_DOCUMENT)],
    ['symbols and big integers', { schemaVersion: 2n, name: Symbol('x'), tasks: [Symbol('x')], lines: [1n] }],
  ])('%s is refused with sentences', (_, value) => {
    const errors = errorsOf(value);
    expect(errors.length).toBeGreaterThan(0);
    for (const error of errors) expect(error.message).toMatch(/\.$/);
    expect(() => JSON.stringify(errors)).not.toThrow();
  });

  it('refuses a value that is computed when it is read', () => {
    const document = { ...SMALL_DOCUMENT };
    Object.defineProperty(document, 'name', { enumerable: true, get: () => 'x' });
    expect(errorsOf(document).map((error) => `${error.path}: ${error.rule}`)).toEqual(['name: type']);
  });

  it('takes ids that are names of prototype members, except __proto__', () => {
    const rename = (id: string) =>
      changed((d) => {
        d.tasks.push({ id, name: 'X', duration: 1 });
        d.links.push({ from: id, to: 'sop' });
      });
    expect(rename('constructor')).toEqual([]);
    expect(rename('toString')).toEqual([]);
    expect(rename('__proto__')).toContain('tasks/4/id: type');
  });

  it('checks 10,000 tasks and 30,000 links in a moment', () => {
    const tasks = Array.from({ length: 10_000 }, (_, i) => ({
      id: `t${i}`,
      name: `Task ${i}`,
      duration: { kind: 'pert', low: 1, mode: 2, high: 5 },
    }));
    const links = Array.from({ length: 30_000 }, (_, i) => ({
      id: `k${i}`,
      from: `t${i % 9000}`,
      to: `t${(i % 9000) + 1 + (i % 7)}`,
    }));
    const document = { ...blankDocument('Large', 'CNY', 2026), tasks, links };
    let best = Number.POSITIVE_INFINITY;
    for (let run = 0; run < 3; run++) {
      const start = performance.now();
      expect(errorsOf(document)).toEqual([]);
      best = Math.min(best, performance.now() - start);
    }
    // About 0.1 s on an idle core; the bound leaves room for a busy machine and still tells quadratic growth.
    expect(best).toBeLessThan(1500);
  });
});
