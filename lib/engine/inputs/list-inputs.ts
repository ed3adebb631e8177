import type {
  EventDate,
  Gate,
  Line,
  Link,
  Market,
  Material,
  Pricing,
  Quantity,
  Risk,
  RiskImpact,
  ScenarioDocument,
  Trajectory,
  Tranche,
} from '../../scenario/document';

/** One uncertain input of a scenario: what it holds and the path under which it draws. */
export type InputEntry =
  | { readonly path: string; readonly kind: 'quantity'; readonly quantity: Quantity }
  | { readonly path: string; readonly kind: 'trajectory'; readonly trajectory: Trajectory }
  | { readonly path: string; readonly kind: 'event' };

/** The id of a link: its own, or `<from>-<type>-<to>`. */
export function linkId(link: Link): string {
  return link.id ?? `${link.from}-${link.type ?? 'FS'}-${link.to}`;
}

/** The id of a risk's impact: its own, or its position in the list. */
export function impactId(impact: RiskImpact, position: number): string {
  return impact.id ?? String(position);
}

/**
 * Every input of a valid document in document order: quantities and trajectories that the document holds (defaults are
 * not materialised) and the draws of events (`tasks/<id>/gate/outcome`, `risks/<id>/occurrence`,
 * `funding/tranches/<id>/occurrence`). The gate of a finished task is listed although its draw decides nothing.
 *
 * A field that may be a trajectory is one even where it holds a plain number.
 *
 * @example listInputs({ ..., tasks: [{ id: 'test', name: 'Test', duration: 60 }] })
 *          // [{ path: 'tasks/test/duration', kind: 'quantity', quantity: 60 }]
 */
export function listInputs(document: ScenarioDocument): InputEntry[] {
  const entries: InputEntry[] = [];
  for (const task of document.tasks ?? []) {
    const at = `tasks/${task.id}`;
    addQuantities(entries, at, { duration: task.duration, remainingDuration: task.remainingDuration });
    if (task.gate !== undefined) addGate(entries, `${at}/gate`, task.gate);
  }
  for (const link of document.links ?? []) addQuantities(entries, `links/${linkId(link)}`, { lag: link.lag });
  for (const risk of document.risks ?? []) addRisk(entries, risk);
  for (const line of document.lines ?? []) addLine(entries, line);
  for (const material of document.materials ?? []) addMaterial(entries, material);
  addFunding(entries, document);
  addCost(entries, document);
  if (document.pricing !== undefined) addPricing(entries, document.pricing);
  if (document.market !== undefined) addMarket(entries, document.market);
  return entries;
}

type Fields<T> = Readonly<Record<string, T | undefined>>;

function addQuantities(entries: InputEntry[], at: string, fields: Fields<Quantity>): void {
  for (const [name, quantity] of Object.entries(fields)) {
    if (quantity !== undefined) entries.push({ path: `${at}/${name}`, kind: 'quantity', quantity });
  }
}

function addTrajectories(entries: InputEntry[], at: string, fields: Fields<Trajectory>): void {
  for (const [name, trajectory] of Object.entries(fields)) {
    if (trajectory !== undefined) entries.push({ path: `${at}/${name}`, kind: 'trajectory', trajectory });
  }
}

function addEventLag(entries: InputEntry[], at: string, date: EventDate | undefined): void {
  if (typeof date === 'object') addQuantities(entries, at, { lag: date.lag });
}

function addGate(entries: InputEntry[], at: string, gate: Gate): void {
  const { passProbability, rework, costPerRework } = gate;
  addQuantities(entries, at, { passProbability, rework, costPerRework });
  entries.push({ path: `${at}/outcome`, kind: 'event' });
}

function addRisk(entries: InputEntry[], risk: Risk): void {
  const at = `risks/${risk.id}`;
  addQuantities(entries, at, { probability: risk.probability });
  risk.impacts.forEach((impact, position) => {
    addQuantities(entries, `${at}/impacts/${impactId(impact, position)}`, { amount: impact.amount });
  });
  if (risk.window !== undefined) {
    addQuantities(entries, `${at}/window`, { months: risk.window.months });
    addEventLag(entries, `${at}/window/from`, risk.window.from);
  }
  if (risk.response !== undefined) {
    const { probability, scale, cost } = risk.response;
    addQuantities(entries, `${at}/response`, { probability, scale, cost });
  }
  entries.push({ path: `${at}/occurrence`, kind: 'event' });
}

function addLine(entries: InputEntry[], line: Line): void {
  const at = `lines/${line.id}`;
  addQuantities(entries, at, { nameplate: line.nameplate });
  if (line.process !== undefined) {
    const { arealCapacity, voltage, coatedWidth, speed, hoursPerYear, sides, lanes, cellCapacity } = line.process;
    const fields = { arealCapacity, voltage, coatedWidth, speed, hoursPerYear, sides, lanes, cellCapacity };
    addQuantities(entries, `${at}/process`, fields);
  }
  const { capexPerGWh, capex, conversionFactor, holdBelow } = line;
  addQuantities(entries, at, { capexPerGWh, capex, conversionFactor, holdBelow });
  addEventLag(entries, `${at}/until`, line.until);
  if (line.yield !== undefined) {
    const { initial, mature, timeConstant } = line.yield;
    addQuantities(entries, `${at}/yield`, { initial, mature, timeConstant });
  }
  if (line.utilisation !== undefined) {
    const { initial, mature, ramp } = line.utilisation;
    addQuantities(entries, `${at}/utilisation`, { initial, mature, ramp });
  }
  addQuantities(entries, at, { fixedOpex: line.fixedOpex, life: line.life });
}

function addMaterial(entries: InputEntry[], material: Material): void {
  const at = `materials/${material.id}`;
  addTrajectories(entries, at, { intensity: material.intensity });
  if (material.stock !== undefined) {
    addQuantities(entries, `${at}/stock`, { initial: material.stock.initial, max: material.stock.max });
  }
  for (const contract of material.contracts) {
    const place = `${at}/contracts/${contract.id}`;
    addEventLag(entries, `${place}/start`, contract.start);
    addQuantities(entries, place, { volume: contract.volume, ramp: contract.ramp });
    addTrajectories(entries, place, { price: contract.price });
    addQuantities(entries, place, { takeOrPay: contract.takeOrPay });
  }
}

function addFunding(entries: InputEntry[], document: ScenarioDocument): void {
  const funding = document.funding;
  if (funding === undefined) return;
  addQuantities(entries, 'funding', { initialCash: funding.initialCash });
  addTrajectories(entries, 'funding', { overhead: funding.overhead, rnd: funding.rnd });
  const { wacc, taxRate, terminalMultiple } = funding;
  addQuantities(entries, 'funding', { wacc, taxRate, terminalMultiple });
  for (const tranche of funding.tranches ?? []) addTranche(entries, tranche);
}

function addTranche(entries: InputEntry[], tranche: Tranche): void {
  const at = `funding/tranches/${tranche.id}`;
  addQuantities(entries, at, { amount: tranche.amount });
  addEventLag(entries, `${at}/on`, tranche.on);
  const { probability, interest, term } = tranche;
  addQuantities(entries, at, { probability, interest, term });
  entries.push({ path: `${at}/occurrence`, kind: 'event' });
}

function addCost(entries: InputEntry[], document: ScenarioDocument): void {
  const cost = document.cost;
  if (cost === undefined) return;
  addTrajectories(entries, 'cost', { otherMaterials: cost.otherMaterials, conversion: cost.conversion });
  const { learningRate, referenceVolume, spillover } = cost;
  addQuantities(entries, 'cost', { learningRate, referenceVolume, spillover });
}

function addPricing(entries: InputEntry[], pricing: Pricing): void {
  switch (pricing.mode) {
    case 'cost-plus':
      addQuantities(entries, 'pricing', { markup: pricing.markup });
      break;
    case 'parity':
      addTrajectories(entries, 'pricing', { premium: pricing.premium });
      break;
    case 'value':
      addQuantities(entries, 'pricing', { share: pricing.share });
      break;
    case 'trajectory':
      addTrajectories(entries, 'pricing', { price: pricing.price });
      break;
    default:
      pricing satisfies never;
  }
  addTrajectories(entries, 'pricing', { floor: pricing.floor, cap: pricing.cap });
}

function addMarket(entries: InputEntry[], market: Market): void {
  addTrajectories(entries, 'market/own/attributes', market.own.attributes);
  if (market.own.adoption !== undefined) {
    const { p, q } = market.own.adoption;
    addQuantities(entries, 'market/own/adoption', { p, q });
  }
  for (const segment of market.segments) {
    const at = `market/segments/${segment.id}`;
    addTrajectories(entries, at, { demand: segment.demand });
    addQuantities(entries, at, { heterogeneity: segment.heterogeneity });
    addQuantities(entries, `${at}/willingnessToPay`, segment.willingnessToPay);
    if (segment.adoption !== undefined) {
      addQuantities(entries, `${at}/adoption`, { p: segment.adoption.p, q: segment.adoption.q });
    }
  }
  for (const technology of market.technologies) {
    const at = `market/technologies/${technology.id}`;
    addTrajectories(entries, at, { price: technology.price });
    addTrajectories(entries, `${at}/attributes`, technology.attributes);
    addTrajectories(entries, at, { availability: technology.availability });
    addQuantities(entries, at, { slip: technology.slip });
  }
}
