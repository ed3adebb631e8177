/**
 * The base year of the market, and the closed form that makes the model start from it.
 *
 * Within a segment the logit gives shares in proportion to availability x exp(V), V = (sum of willingness x attribute
 * - price) / theta. Observed shares therefore fix V up to a constant: V_j = ln(share_j / availability_j) + constant.
 * With the appeal of NMC set to 0 and willingness to pay for appeal 1, everything else follows.
 */
export const baseMix = {
  /** China 2025: shares of installed GWh. Sum 1. The last two are below what the statistics show. */
  lfp: 0.812,
  nmc: 0.1845,
  'semi-solid': 0.0025,
  'sodium-ion': 0.001,
} as const;

export type Incumbent = keyof typeof baseMix;

interface BaseTechnology {
  readonly price: number;
  readonly energyDensity: number;
  readonly heatResistance: number;
  readonly coldPower: number;
  readonly availability: number;
}

/** Central values at the start of the horizon; the trajectories in `technologies.ts` begin with them. */
export const baseTechnologies: Readonly<Record<Incumbent, BaseTechnology>> = {
  lfp: { price: 340, energyDensity: 185, heatResistance: 200, coldPower: 0, availability: 1 },
  nmc: { price: 480, energyDensity: 255, heatResistance: 200, coldPower: 1, availability: 1 },
  'semi-solid': { price: 900, energyDensity: 320, heatResistance: 230, coldPower: 0.9, availability: 0.15 },
  'sodium-ion': { price: 420, energyDensity: 145, heatResistance: 210, coldPower: 0.4, availability: 0.05 },
};

interface BaseSegment {
  readonly demand: number;
  /** NMC against LFP in the segment, in GWh. */
  readonly nmcShareOfBoth: number;
  readonly heterogeneity: number;
  readonly energyDensity: number;
  readonly heatResistance: number;
}

/** GWh of 2025 and central willingness to pay of the four segments. Demand sums to the 769.7 GWh of the statistics. */
export const baseSegments = {
  'own-premium': { demand: 1.6, nmcShareOfBoth: 0.75, heterogeneity: 150, energyDensity: 1.5, heatResistance: 0.4 },
  'own-volume': { demand: 22.3, nmcShareOfBoth: 0.3, heterogeneity: 120, energyDensity: 0.6, heatResistance: 0.2 },
  'open-premium': { demand: 150, nmcShareOfBoth: 0.7, heterogeneity: 150, energyDensity: 1.2, heatResistance: 0.3 },
  'open-mass': { demand: 595.8, nmcShareOfBoth: 0.0505, heterogeneity: 100, energyDensity: 0.3, heatResistance: 0.1 },
} as const satisfies Readonly<Record<string, BaseSegment>>;

export type SegmentId = keyof typeof baseSegments;

/** Worth in money of what a technology offers in a segment, less its price, without cold power and appeal. */
function plainValue(segment: BaseSegment, technology: BaseTechnology): number {
  return (
    segment.energyDensity * technology.energyDensity +
    segment.heatResistance * technology.heatResistance -
    technology.price
  );
}

const round = (value: number) => Math.round(value * 10) / 10;

/** The appeal of LFP in CNY/kWh: it makes NMC : LFP right in the mass segment, where cold power is worth nothing. */
function lfpAppeal(): number {
  const mass = baseSegments['open-mass'];
  const advantage = mass.heterogeneity * Math.log((1 - mass.nmcShareOfBoth) / mass.nmcShareOfBoth);
  return advantage - (plainValue(mass, baseTechnologies.lfp) - plainValue(mass, baseTechnologies.nmc));
}

/** What cold power is worth in a segment: it makes NMC : LFP right there, given the appeal of LFP. */
export function coldPowerWorth(id: SegmentId): number {
  const segment = baseSegments[id];
  const advantage = segment.heterogeneity * Math.log(segment.nmcShareOfBoth / (1 - segment.nmcShareOfBoth));
  const plain = plainValue(segment, baseTechnologies.nmc) - plainValue(segment, baseTechnologies.lfp);
  return round(advantage - plain + lfpAppeal());
}

/** The segment in which the small technologies are matched with their share of the whole market. */
const homeOf = { 'semi-solid': 'open-premium', 'sodium-ion': 'open-mass' } as const;

/** The appeal of a technology in CNY/kWh, NMC = 0. */
export function appealOf(technology: Incumbent): number {
  if (technology === 'nmc') return 0;
  if (technology === 'lfp') return round(lfpAppeal());
  const home = homeOf[technology];
  const segment: BaseSegment = baseSegments[home];
  const total = Object.values(baseSegments).reduce((sum, { demand }) => sum + demand, 0);
  const shareAtHome = (baseMix[technology] * total) / segment.demand;
  const { availability } = baseTechnologies[technology];
  const nmcShareAtHome = segment.nmcShareOfBoth * (1 - shareAtHome);
  const wanted = segment.heterogeneity * Math.log(shareAtHome / availability / nmcShareAtHome);
  const own = baseTechnologies[technology];
  const { nmc } = baseTechnologies;
  const given =
    plainValue(segment, own) - plainValue(segment, nmc) + coldPowerWorth(home) * (own.coldPower - nmc.coldPower);
  return round(wanted - given);
}
