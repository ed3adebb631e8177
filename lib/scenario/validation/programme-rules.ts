import { dayNumber } from '../../engine/calendar/day-number';
import { compileHorizon } from '../../engine/calendar/horizon';
import { quantitySupport } from '../../engine/distributions/quantity-support';
import { trajectorySampler } from '../../engine/distributions/trajectory-sampler';
import type { Quantity, Trajectory } from '../document';
import { effectVariable } from '../variables';
import { type DocumentIndex, type Fields, type Item, itemsOf, recordOf } from './document-index';
import { clip } from './report';
import { isDate } from './schedule-rules';
import { fieldOf, type Place, refuse, refuseMissing, type Walk } from './walk';

const RESERVED_MATERIALS = ['schedule', 'funding', 'capacity', 'demand', 'abandoned'];
const RESERVED_TECHNOLOGIES = ['own', 'technology', 'unserved'];

/** Ids that would be taken for something else, and contracts that share one over all materials. */
export function checkReservedIds(walk: Walk, index: DocumentIndex): void {
  const reserve = (items: readonly Item[], reserved: readonly string[]) => {
    for (const { id, place, fields } of items) {
      if (fields.id !== id || !reserved.includes(id)) continue;
      refuse(walk, fieldOf(place, 'id'), id, 'unique', `is "${id}", which results use for something else`);
    }
  };
  reserve(index.materials, RESERVED_MATERIALS);
  reserve(index.technologies, RESERVED_TECHNOLOGIES);
  const owners = new Map<string, string>();
  for (const { id, place, fields } of index.contracts) {
    if (fields.id !== id) continue;
    const material = place.path.slice(0, place.path.lastIndexOf('/contracts/'));
    const owner = owners.get(id);
    // Twice in one material has been said with the list.
    if (owner !== undefined && owner !== material) {
      const words = `is "${clip(id, 80)}", as is a contract of ${owner}; ids of contracts are unique over all materials`;
      refuse(walk, fieldOf(place, 'id'), id, 'unique', words);
    }
    owners.set(id, material);
  }
}

/** Windows that costs need, months that responses need, and factors that a response would turn negative. */
export function checkRisks(walk: Walk, index: DocumentIndex): void {
  for (const { fields, place } of index.risks) {
    const impacts = itemsOf(fieldOf(place, 'impacts'), fields.impacts, 'impact');
    const oneOff = impacts.find(({ fields: impact }) => impact.effect === 'cost' || impact.effect === 'recall');
    if (oneOff !== undefined && fields.window === undefined) {
      const why = `; the effect ${oneOff.fields.effect} falls on the month in which the window begins`;
      refuseMissing(walk, fieldOf(place, 'window'), why);
    }
    const response = recordOf(fields.response);
    const responsePlace = fieldOf(place, 'response');
    const cost = supportAt(walk, fieldOf(responsePlace, 'cost'), response.cost);
    if (cost !== undefined && cost.high > 0 && response.month === undefined) {
      refuseMissing(walk, fieldOf(responsePlace, 'month'), '; a response that costs something needs its month');
    }
    const scale = supportAt(walk, fieldOf(responsePlace, 'scale'), response.scale);
    if (scale !== undefined && scale.high > 1)
      checkScaledFactors(walk, fieldOf(responsePlace, 'scale'), response.scale, impacts);
  }
}

function checkScaledFactors(walk: Walk, place: Place, value: unknown, impacts: readonly Item[]): void {
  const scale = supportAt(walk, place, value)?.high ?? 0;
  for (const impact of impacts) {
    if (effectVariable(String(impact.fields.effect))?.factor !== true) continue;
    const amount = supportAt(walk, fieldOf(impact.place, 'amount'), impact.fields.amount);
    if (amount === undefined || 1 + scale * (amount.low - 1) >= 0) continue;
    const words = `reaches ${scale}, which turns the factor ${amount.low} of impact ${impact.id} negative`;
    refuse(walk, place, value, 'range', words);
    return;
  }
}

/** The support of a quantity whose form is in order; undefined where it is absent or has been refused. */
function supportAt(walk: Walk, place: Place, value: unknown): { low: number; high: number } | undefined {
  if (value === undefined || walk.report.hasBelow(place.path)) return undefined;
  return quantitySupport(value as Quantity);
}

/** What a line is made of, and what selling needs. */
export function checkLines(walk: Walk, index: DocumentIndex): void {
  for (const { fields, place } of index.lines) {
    const nameplate = fieldOf(place, 'nameplate');
    if (fields.nameplate !== undefined && fields.process !== undefined) {
      refuse(walk, nameplate, fields.nameplate, 'unique', 'stands beside process; a line has one or the other');
    }
    if (fields.nameplate === undefined && fields.process === undefined) {
      refuseMissing(walk, nameplate, '; a line needs nameplate or process');
    }
    if (fields.capex !== undefined && fields.capexPerGWh !== undefined) {
      const words = 'stands beside capexPerGWh; a line has one or the other';
      refuse(walk, fieldOf(place, 'capex'), fields.capex, 'unique', words);
    }
  }
  const commercial = index.lines.find(({ fields }) => fields.commercial !== false);
  if (commercial === undefined) return;
  for (const name of ['pricing', 'market']) {
    if (index.root[name] !== undefined) continue;
    const why = `; the commercial line ${commercial.place.owner} needs it`;
    refuseMissing(walk, { path: name, pattern: name, owner: '' }, why);
  }
}

/** A given date before the horizon: that money is initial cash. */
export function checkTranches(walk: Walk, index: DocumentIndex, horizonStart: number): void {
  for (const { fields, place } of index.tranches) {
    if (!isDate(fields.on) || dayNumber(fields.on, 'start') >= horizonStart) continue;
    const words = `is ${fields.on}, before the horizon; money that has already come is initial cash (funding/initialCash)`;
    refuse(walk, fieldOf(place, 'on'), fields.on, 'range', words);
  }
}

/** The lowest price must not lie above the highest in any month, at central values. */
export function checkPriceLimits(walk: Walk, pricing: Fields, horizon: { start: string; end: string }): void {
  const place: Place = { path: 'pricing', pattern: 'pricing', owner: '' };
  if (pricing.floor === undefined || pricing.cap === undefined) return;
  if (walk.report.hasBelow('pricing/floor') || walk.report.hasBelow('pricing/cap')) return;
  const months = compileHorizon(horizon);
  const floor = new Float64Array(months.count);
  const cap = new Float64Array(months.count);
  trajectorySampler(pricing.floor as Trajectory, months.middle).centralPath(floor);
  trajectorySampler(pricing.cap as Trajectory, months.middle).centralPath(cap);
  const month = floor.findIndex((value, m) => value > (cap[m] ?? value));
  if (month < 0) return;
  const words = `is ${floor[month]} in ${months.months[month]}, above the highest price ${cap[month]} (pricing/cap)`;
  refuse(walk, fieldOf(place, 'floor'), floor[month], 'order', words);
}
