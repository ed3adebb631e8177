import { quantitySampler } from '../engine/distributions/quantity-sampler';
import { log } from '../engine/maths/log';
import type { Outcome } from '../engine/types';
import type { DocumentError, Market, ScenarioDocument, Segment, Technology } from './document';
import { availabilityAt, centralAt, middleOf, mixedShares, utilitiesIn } from './shares-before-own';

/** The attribute that calibration sets; one unit of it is worth one unit of currency per kWh. */
export const APPEAL = 'appeal';
// The iteration over several segments shrinks its error at each step; this many are far more than it takes.
const MOST_STEPS = 5000;
const CONVERGED = 1e-13;

/** Shares by technology id; they are brought to a sum of 1 over the technologies that are given. */
export type ObservedShares = Readonly<Record<string, number>>;

export interface CalibrationRequest {
  /** Calendar year of the observation, before own cells are sold; central values at its middle count. */
  readonly year: number;
  /** Shares of the whole market, or of each segment by its id. */
  readonly observed:
    | { readonly market: ObservedShares }
    | { readonly segments: Readonly<Record<string, ObservedShares>> };
  /** The technology whose appeal is 0, so that own cells compare with it by attributes and price alone; default: the largest. */
  readonly reference?: string;
}

/** Appeal by technology, in currency per kWh; `segment` where it counts in one segment only. */
export interface AppealSet {
  readonly attribute: string;
  readonly segment: string | null;
  readonly appeal: Readonly<Record<string, number>>;
}
export interface Calibration {
  readonly year: number;
  readonly sets: readonly AppealSet[];
}

/**
 * Finds what buyers see in each technology beyond its price and attributes, so that the model's shares in a base year
 * are those observed.
 *
 * With F = 0 (nothing of one's own on sale) the share of technology j in a segment is A_j / sum A_i,
 * A_j = availability_j exp((value_j - price_j + appeal_j) / theta). Inverting the logit (Berry 1994),
 * appeal_j = theta (ln share_j - ln availability_j) - (value_j - price_j), up to a constant that the reference
 * technology fixes at 0. That is exact for one segment and for shares by segment (then each segment has an attribute of
 * its own, `appeal-<segment>`). Shares of the whole market over several segments have no closed form: appeal moves by
 * the mean theta times (ln observed - ln computed) until they agree (the contraction of Berry, Levinsohn, Pakes 1995).
 *
 * Errors (paths in the document): a technology that is observed but not available, or available but not observed (a
 * logit gives everything available a share above 0); unknown ids; shares below 0.
 *
 * @example calibrateAppeal(document, { year: 2025, observed: { market: { lfp: 0.81, nmc: 0.19 } } })
 */
export function calibrateAppeal(document: ScenarioDocument, request: CalibrationRequest): Outcome<Calibration> {
  const market = withoutAppeal(document.market);
  if (market === undefined) return refused('market', null, 'The scenario has no market to calibrate.');
  const byMarket = 'market' in request.observed;
  const groups =
    'market' in request.observed ? [['', request.observed.market] as const] : Object.entries(request.observed.segments);
  const sets: AppealSet[] = [];
  const errors: DocumentError[] = [];
  for (const [segmentId, observed] of groups) {
    const segments = byMarket ? market.segments : market.segments.filter((segment) => segment.id === segmentId);
    const result = solve(market, segments, observed, request);
    if (!result.ok) errors.push(...result.errors);
    else {
      const attribute = byMarket ? APPEAL : `${APPEAL}-${segmentId}`;
      sets.push({ attribute, segment: byMarket ? null : segmentId, appeal: result.value });
    }
  }
  return errors.length > 0 ? { ok: false, errors } : { ok: true, value: { year: request.year, sets } };
}

/** The scenario with a calibration in place: appeal on each technology, worth 1 where it counts; earlier ones are gone. */
export function applyCalibration(document: ScenarioDocument, calibration: Calibration): ScenarioDocument {
  const market = withoutAppeal(document.market);
  if (market === undefined) return document;
  const assumption = `Calibrated so that the model's shares of ${calibration.year} are those observed.`;
  const technologies = market.technologies.map((technology) => {
    const own = calibration.sets.filter((set) => set.appeal[technology.id] !== undefined);
    const appeal = own.map(({ attribute, appeal }) => {
      const value = appeal[technology.id] ?? 0;
      return [attribute, { kind: 'fixed', value, meta: { assumption } }] as const;
    });
    return { ...technology, attributes: { ...technology.attributes, ...Object.fromEntries(appeal) } };
  });
  const segments = market.segments.map((segment) => {
    const counting = calibration.sets.filter((set) => set.segment === null || set.segment === segment.id);
    const worth = counting.map((set) => [set.attribute, 1] as const);
    return { ...segment, willingnessToPay: { ...segment.willingnessToPay, ...Object.fromEntries(worth) } };
  });
  return { ...document, market: { ...market, technologies, segments } };
}

function solve(
  market: Market,
  segments: readonly Segment[],
  observed: ObservedShares,
  request: CalibrationRequest,
): Outcome<Record<string, number>> {
  const day = middleOf(request.year);
  const { technologies } = market;
  const errors = faults(market, segments, observed, request, day);
  if (errors.length > 0) return { ok: false, errors };
  const total = technologies.reduce((sum, technology) => sum + shareOf(observed, technology.id), 0);
  const wanted = technologies.map((technology) => shareOf(observed, technology.id) / total);
  const utilities = segments.map((segment) => utilitiesIn(market, segment, day));
  const first = segments[0]!;
  const theta = quantitySampler(first.heterogeneity).central;
  const appeal =
    segments.length === 1
      ? wanted.map((share, j) => (share > 0 ? theta * (log(share) - utilities[0]![j]!) : 0))
      : contract(segments, utilities, wanted, day);
  const reference = request.reference ?? largest(technologies, wanted);
  const base = appeal[technologies.findIndex((technology) => technology.id === reference)] ?? 0;
  const pairs = technologies.map((technology, j) => [technology.id, wanted[j]! > 0 ? appeal[j]! - base : 0] as const);
  return { ok: true, value: Object.fromEntries(pairs) };
}

function contract(
  segments: readonly Segment[],
  utilities: readonly Float64Array[],
  wanted: readonly number[],
  day: number,
): number[] {
  const thetas = segments.map((segment) => quantitySampler(segment.heterogeneity).central);
  // The smallest scale keeps every step a contraction.
  const step = Math.min(...thetas);
  const appeal = wanted.map(() => 0);
  for (let n = 0; n < MOST_STEPS; n++) {
    const shares = mixedShares(segments, utilities, appeal, day);
    let worst = 0;
    wanted.forEach((share, j) => {
      if (share <= 0) return;
      const gap = log(share) - log(shares[j]!);
      appeal[j]! += step * gap;
      worst = Math.max(worst, Math.abs(gap));
    });
    if (worst <= CONVERGED) break;
  }
  return appeal;
}

function faults(
  market: Market,
  segments: readonly Segment[],
  observed: ObservedShares,
  request: CalibrationRequest,
  day: number,
): DocumentError[] {
  const errors: DocumentError[] = [];
  const add = (path: string, value: unknown, rule: DocumentError['rule'], message: string) =>
    errors.push({ path, value, rule, message });
  const demand = segments.reduce((sum, segment) => sum + centralAt(segment.demand, day), 0);
  if (segments.length === 0) add('market/segments', null, 'reference', 'The shares are of no segment of the market.');
  else if (segments.length > 1 && !(demand > 0)) {
    add(
      'market/segments',
      0,
      'range',
      `The segments have no demand in ${request.year}, so that shares of the market mean nothing.`,
    );
  }
  for (const [id, share] of Object.entries(observed)) {
    const path = `market/technologies/${id}`;
    if (!market.technologies.some((technology) => technology.id === id)) {
      add(path, id, 'reference', `A share is given for "${id}", which is no technology of the market.`);
    } else if (!(share >= 0 && Number.isFinite(share))) {
      add(path, share, 'range', `The share of ${id} is ${share}; it must be at least 0.`);
    }
  }
  for (const { id, name, ...technology } of market.technologies) {
    const available = availabilityAt({ id, name, ...technology }, day) > 0;
    const share = shareOf(observed, id);
    const path = `market/technologies/${id}/availability`;
    if (available && share === 0) {
      add(
        path,
        share,
        'range',
        `${name} is available in ${request.year} and has no share; give it a share above 0, or an availability of 0 in that year.`,
      );
    } else if (!available && share > 0) {
      add(
        path,
        0,
        'range',
        `${name} has a share of ${share} and an availability of 0 in ${request.year}; it must be available to be sold.`,
      );
    }
  }
  if (request.reference !== undefined && !(shareOf(observed, request.reference) > 0)) {
    add(
      'market/technologies',
      request.reference,
      'reference',
      `The reference "${request.reference}" must be a technology with a share.`,
    );
  }
  return errors;
}

function shareOf(observed: ObservedShares, id: string): number {
  return Object.hasOwn(observed, id) ? (observed[id] ?? 0) : 0;
}

function largest(technologies: readonly Technology[], shares: readonly number[]): string {
  let best = 0;
  shares.forEach((share, j) => {
    if (share > (shares[best] ?? 0)) best = j;
  });
  return technologies[best]?.id ?? '';
}

function isAppeal(name: string): boolean {
  return name === APPEAL || name.startsWith(`${APPEAL}-`);
}

function withoutAppeal(market: Market | undefined): Market | undefined {
  if (market === undefined) return undefined;
  const keep = <T>(attributes: Readonly<Record<string, T>>) =>
    Object.fromEntries(Object.entries(attributes).filter(([name]) => !isAppeal(name)));
  return {
    ...market,
    segments: market.segments.map((segment) => ({ ...segment, willingnessToPay: keep(segment.willingnessToPay) })),
    technologies: market.technologies.map((technology) => ({ ...technology, attributes: keep(technology.attributes) })),
  };
}

function refused(path: string, value: unknown, message: string): { ok: false; errors: readonly DocumentError[] } {
  return { ok: false, errors: [{ path, value, rule: 'required', message }] };
}
