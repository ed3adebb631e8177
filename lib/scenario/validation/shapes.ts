import type { MetaPlace } from './meta';

/** What a field of the document may hold. Numbers, quantities and trajectories take range and unit from the table of variables. */
export type FieldShape =
  | { readonly kind: 'text' | 'id' | 'flag' | 'date' | 'month' | 'event' | 'number' | 'quantity' | 'trajectory' }
  | { readonly kind: 'choice'; readonly options: readonly string[] }
  | { readonly kind: 'pattern'; readonly pattern: RegExp; readonly expected: string }
  | { readonly kind: 'object'; readonly shape: ObjectShape }
  | { readonly kind: 'list'; readonly item: ObjectShape; readonly ids: ItemIds; readonly limit: number }
  /** Ids of other things, or days of the week. */
  | { readonly kind: 'ids' }
  /** Quantities or trajectories by name of an attribute. */
  | { readonly kind: 'attributes'; readonly of: 'quantity' | 'trajectory' }
  /** Fields that depend on the value of `mode`. */
  | { readonly kind: 'pricing' }
  /** Form and meaning are checked elsewhere, together. */
  | { readonly kind: 'elsewhere' };

/** How the items of a list are called in paths: by `id`, as links, as impacts, or by their position. */
export type ItemIds = 'id' | 'link' | 'impact' | 'position';

export interface ObjectShape {
  readonly required: Readonly<Record<string, FieldShape>>;
  readonly optional: Readonly<Record<string, FieldShape>>;
  readonly meta: MetaPlace;
}

const text: FieldShape = { kind: 'text' };
const id: FieldShape = { kind: 'id' };
const flag: FieldShape = { kind: 'flag' };
const date: FieldShape = { kind: 'date' };
const month: FieldShape = { kind: 'month' };
const event: FieldShape = { kind: 'event' };
const number: FieldShape = { kind: 'number' };
const quantity: FieldShape = { kind: 'quantity' };
const trajectory: FieldShape = { kind: 'trajectory' };
const ids: FieldShape = { kind: 'ids' };
const elsewhere: FieldShape = { kind: 'elsewhere' };

type Fields = Readonly<Record<string, FieldShape>>;

function shape(required: Fields, optional: Fields = {}, meta: MetaPlace = 'anything'): ObjectShape {
  return { required, optional, meta };
}
function object(required: Fields, optional: Fields = {}): FieldShape {
  return { kind: 'object', shape: shape(required, optional) };
}
function list(item: ObjectShape, naming: ItemIds = 'id', limit = 1000): FieldShape {
  return { kind: 'list', item, ids: naming, limit };
}
function choice(...options: readonly string[]): FieldShape {
  return { kind: 'choice', options };
}

export const MOST_TASKS = 10_000;
export const MOST_LINKS = 50_000;
export const MOST_ITEMS = 1000;

const exception = shape({ from: date, working: flag }, { to: date, name: text, hours: elsewhere });
const calendar = shape(
  { id, name: text, workWeek: elsewhere },
  { hours: elsewhere, hoursPerDay: number, exceptions: list(exception, 'position') },
);
const gate = object(
  { passProbability: quantity },
  { rework: quantity, maxAttempts: number, costPerRework: quantity, onFail: choice('stop', 'continue', 'abandon') },
);
const constraint = object({ type: choice('ASAP', 'ALAP', 'SNET', 'FNET', 'MSO', 'MFO', 'SNLT', 'FNLT') }, { date });
const task = shape(
  { id, name: text },
  {
    parent: id,
    calendar: id,
    duration: quantity,
    constraint,
    deadline: date,
    actualStart: date,
    actualFinish: date,
    percentComplete: number,
    remainingDuration: quantity,
    gate,
  },
);
const link = shape(
  { from: id, to: id },
  { id, type: choice('FS', 'SS', 'FF', 'SF'), lag: quantity, lagUnit: choice('working', 'elapsed') },
);

export const EFFECT_NAMES = [
  'delay',
  'duration-factor',
  'capacity-factor',
  'yield-factor',
  'capex-factor',
  'supply-factor',
  'price-factor',
  'demand-factor',
  'funding-delay',
  'cost',
  'recall',
] as const;
const impact = shape({ effect: choice(...EFFECT_NAMES), amount: quantity }, { id, target: id });
const risk = shape(
  { id, name: text, probability: quantity, impacts: list(impact, 'impact') },
  {
    window: object({ from: event, months: quantity }),
    response: object({ active: flag }, { probability: quantity, scale: quantity, cost: quantity, month }),
  },
);

const process = object(
  { arealCapacity: quantity, voltage: quantity, coatedWidth: quantity, speed: quantity, hoursPerYear: quantity },
  { sides: quantity, lanes: quantity, cellCapacity: quantity },
);
const line = shape(
  { id, name: text, buildTask: id },
  {
    commercial: flag,
    requires: ids,
    nameplate: quantity,
    process,
    capexPerGWh: quantity,
    capex: quantity,
    conversionFactor: quantity,
    holdBelow: quantity,
    until: event,
    yield: object({}, { initial: quantity, mature: quantity, timeConstant: quantity }),
    utilisation: object({}, { initial: quantity, mature: quantity, ramp: quantity }),
    fixedOpex: quantity,
    life: quantity,
  },
);

const contract = shape(
  { id, supplier: text, start: event, volume: quantity, price: trajectory },
  { ramp: quantity, takeOrPay: quantity },
);
const material = shape(
  { id, name: text, intensity: trajectory, contracts: list(contract) },
  { stock: object({}, { initial: quantity, max: quantity }) },
);

const tranche = shape(
  { id, amount: quantity, on: event },
  {
    name: text,
    kind: choice('equity', 'debt', 'grant'),
    probability: quantity,
    interest: quantity,
    term: quantity,
  },
);
const funding = object(
  {},
  {
    policy: choice('hard', 'soft'),
    initialCash: quantity,
    overhead: trajectory,
    rnd: trajectory,
    wacc: quantity,
    taxRate: quantity,
    terminalMultiple: quantity,
    grace: number,
    tranches: list(tranche),
  },
);
const cost = object(
  {},
  {
    otherMaterials: trajectory,
    conversion: trajectory,
    learningRate: quantity,
    referenceVolume: quantity,
    spillover: quantity,
  },
);

const limits = { floor: trajectory, cap: trajectory };
const mode = choice('cost-plus', 'parity', 'value', 'trajectory');
/** The fields of `pricing` by its mode. */
export const PRICING_SHAPES: ReadonlyMap<string, ObjectShape> = new Map([
  ['cost-plus', shape({ mode }, { ...limits, markup: quantity })],
  ['parity', shape({ mode, technology: id }, { ...limits, premium: trajectory })],
  ['value', shape({ mode, technology: id, segment: id, share: quantity }, limits)],
  ['trajectory', shape({ mode, price: trajectory }, limits)],
]);

const adoption = object({}, { p: quantity, q: quantity });
const attributes: FieldShape = { kind: 'attributes', of: 'trajectory' };
const segment = shape(
  {
    id,
    name: text,
    demand: trajectory,
    heterogeneity: quantity,
    willingnessToPay: { kind: 'attributes', of: 'quantity' },
  },
  { eligible: flag, adoption },
  'segment',
);
const technology = shape(
  { id, name: text, price: trajectory, attributes },
  { availability: trajectory, slip: quantity, sameAs: choice('own') },
);
const market = object({
  own: object({ attributes }, { adoption }),
  segments: list(segment),
  technologies: list(technology),
});

export const METRIC_NAMES = [
  'sop',
  'focus',
  'projectFinish',
  'taskStart',
  'taskFinish',
  'npv',
  'irr',
  'peakFunding',
  'minCash',
  'cash',
  'output',
  'startsCapacity',
  'ownShare',
  'technologyShare',
  'lead',
  'unitCost',
  'price',
] as const;
const target = shape(
  { id, name: text, metric: choice(...METRIC_NAMES), op: choice('<=', '>='), value: elsewhere },
  { task: id, month, year: number, segment: id, technology: id, probability: number },
);
const source = shape(
  { id, title: text },
  { publisher: text, date: text, url: text, accessed: text, note: text },
  'source',
);
const change = shape({ path: text }, { factor: number, offset: number, value: number });
const check = shape(
  { id, name: text, change: list(change, 'position'), output: text, expect: elsewhere },
  { mode: choice('deterministic', 'trials') },
);
const correlation = shape({ a: text, b: text, rho: elsewhere });

/** The whole document. */
export const DOCUMENT_SHAPE: ObjectShape = shape(
  {
    schemaVersion: elsewhere,
    name: text,
    currency: { kind: 'pattern', pattern: /^[A-Z]{3}$/, expected: 'a currency code of three capital letters like CNY' },
    horizon: object({ start: month, end: month }),
  },
  {
    description: text,
    priceBase: number,
    projectStart: date,
    statusDate: date,
    floatTo: choice('project', 'each-end'),
    focus: id,
    calendars: list(calendar),
    tasks: list(task, 'id', MOST_TASKS),
    links: list(link, 'link', MOST_LINKS),
    risks: list(risk),
    lines: list(line),
    materials: list(material),
    funding,
    cost,
    pricing: { kind: 'pricing' },
    market,
    correlations: list(correlation, 'position'),
    targets: list(target),
    sources: list(source),
    checks: list(check),
    run: object({}, { trials: number, seed: number, sampling: choice('latin-hypercube', 'monte-carlo') }),
  },
  'document',
);

/** What a kept baseline holds. */
export const BASELINE_SHAPE: ObjectShape = shape(
  { tasks: list(task, 'id', MOST_TASKS) },
  { by: text, at: text, calendars: list(calendar), links: list(link, 'link', MOST_LINKS) },
);
