import type { Check, DocumentMeta, Target } from '../document';
import type { ScenarioKey } from './support';

/** Eight things that people want to know about the programme; the first is the chance shown on its card. */
export const targets: readonly Target[] = [
  {
    id: 'sop-2030',
    name: 'SOP by the end of 2030',
    metric: 'sop',
    op: '<=',
    value: '2030-12-31',
    probability: 0.8,
    meta: { note: 'The end of the announced window of 2027-2030.' },
  },
  {
    id: 'sop-2027',
    name: 'SOP by the end of 2027',
    metric: 'sop',
    op: '<=',
    value: '2027-12-31',
    meta: { note: 'The beginning of the announced window.' },
  },
  { id: 'gwh-2033', name: 'At least 1 GWh made in 2033', metric: 'output', op: '>=', value: 1, year: 2033 },
  {
    id: 'own-premium-2032',
    name: "One in twenty of the maker's own premium cars in 2032",
    metric: 'ownShare',
    op: '>=',
    value: 0.05,
    year: 2032,
    segment: 'own-premium',
  },
  {
    id: 'cost-2032',
    name: 'Unit cost of 700 CNY/kWh or less at the end of 2032',
    metric: 'unitCost',
    op: '<=',
    value: 700,
    year: 2032,
  },
  {
    id: 'peak-12bn',
    name: 'Peak funding of 12 bn CNY or less',
    metric: 'peakFunding',
    op: '<=',
    value: 12e9,
    probability: 0.7,
    meta: { note: 'About one and a half times the loss of the group in 2025 (8 to 9 bn).' },
  },
  { id: 'npv-positive', name: 'The money comes back (NPV of zero or more)', metric: 'npv', op: '>=', value: 0 },
  {
    id: 'ahead-of-leaders',
    name: 'Ahead of CATL and BYD in all-solid cells in 2030',
    metric: 'lead',
    op: '>=',
    value: 0,
    technology: 'assb-leaders',
    year: 2030,
  },
];

/** Statements that must hold in every version of the scenario. */
export function checksOf(key: ScenarioKey): Check[] {
  const electrolyte = ['toll-pilot', 'toll-plant-1', 'toll-plant-2'].map((contract) => ({
    path: `materials/electrolyte/contracts/${contract}/volume`,
    factor: 0.5,
  }));
  const checks: Check[] = [
    {
      id: 'less-electrolyte-less-output',
      name: 'Half of the electrolyte never means more cells in 2031',
      change: electrolyte,
      output: 'output@2031',
      expect: 'not-up',
    },
    {
      id: 'slower-fleet',
      name: 'A longer durability fleet never brings SOP forward',
      change: [{ path: 'tasks/fleet/duration', factor: 1.5 }],
      output: 'sop',
      expect: 'not-down',
    },
    {
      id: 'dearer-lines',
      name: 'Dearer line 1 never lowers the peak funding need',
      change: [{ path: 'lines/line-1/capex', factor: 1.5 }],
      output: 'peakFunding',
      expect: key === 'constrained' ? { op: '<=', value: 40e9 } : 'not-down',
      ...(key === 'constrained'
        ? {
            meta: {
              note: 'Under hard funding a dearer line is built later and less of the ramp is paid within the horizon, so the need may fall; only a bound is asked.',
            },
          }
        : {}),
    },
    {
      id: 'dearer-li2s',
      name: 'Lithium sulfide at half as much again never makes a kWh cheaper',
      change: [
        { path: 'materials/li2s/contracts/li2s-plant-1/price', factor: 1.5 },
        { path: 'materials/li2s/contracts/li2s-plant-2/price', factor: 1.5 },
      ],
      output: 'unitCost@2032',
      expect: 'not-down',
    },
    {
      id: 'tests-take-time',
      name: 'Even with fleet and cycling halved, no SOP before the second summer of tests',
      change: [
        { path: 'tasks/fleet/duration', factor: 0.5 },
        { path: 'tasks/cycle-life/duration', factor: 0.5 },
      ],
      output: 'sop',
      expect: { op: '>=', value: '2027-06-30' },
    },
  ];
  const supplyAndDate: Check =
    key === 'constrained'
      ? {
          id: 'electrolyte-and-date',
          name: 'Half of the electrolyte leaves SOP before 2037',
          change: electrolyte,
          output: 'sop',
          expect: { op: '<=', value: '2037-12-31' },
          meta: {
            note: 'Under hard funding less electrolyte can bring SOP forward: less is bought, so the build is paid sooner. Only a bound is asked.',
          },
        }
      : {
          id: 'electrolyte-and-date',
          name: 'With soft funding, half of the electrolyte never brings SOP forward',
          change: electrolyte,
          output: 'sop',
          expect: 'not-down',
        };
  return [supplyAndDate, ...checks];
}

const headline = ['sop', 'output@2030', 'ownShare/own-premium@2031', 'unitCost@2030', 'peakFunding', 'npv'] as const;

const openings: Readonly<Record<ScenarioKey, string>> = {
  reference: 'The most likely course as the evidence stands, with its width. Nothing here is a promise of the company.',
  announced:
    'What follows if every sentence of the announcements holds. It is a reading, not a forecast: nobody has kept such a plan yet.',
  constrained: 'The same programme when electrolyte and money are short at the same time.',
};

/** Headline figures and the slides of a presentation. An empty title is filled with the sentence that the run gives. */
export function presentationOf(key: ScenarioKey): DocumentMeta {
  return {
    headline: [...headline],
    story: [
      { title: '', view: 'headline', notes: openings[key] },
      {
        title: '',
        view: 'timeline',
        notes:
          'Point at line 1 and at the gates: the line decides the date in about three futures of four, the gates in the others. The ghost is the plan as announced. The record of twelve earlier promises stretches all phases together.',
        unlocked: ['tasks/durability-gate/gate/passProbability', 'risks/slip/probability'],
      },
      {
        title: '',
        view: 'share',
        notes:
          'Show the share in the own premium segment before the share of all China: the latter is hundredths of a per cent.',
        unlocked: ['market/segments/own-premium/adoption/p', 'pricing/premium'],
      },
      {
        title: '',
        view: 'supply',
        notes:
          'World output of lithium sulfide was four tonnes a month in October 2025. Move the volume of plant 1 and watch the bottleneck strip.',
        unlocked: [
          'materials/electrolyte/contracts/toll-plant-1/volume',
          'materials/li2s/contracts/li2s-plant-1/volume',
        ],
      },
      {
        title: '',
        view: 'money',
        notes:
          'Peak funding stands beside the loss of the group in 2025, 8 to 9 bn. Say plainly in how many futures the money never comes back.',
        unlocked: ['cost/conversion', 'lines/line-1/capex'],
      },
      {
        title: 'What would change the answer',
        view: 'risks',
        notes:
          'End on what can be decided now: when line 1 is ordered, a second test fleet, a second electrolyte partner. A response costs money in every future and helps in some.',
      },
    ],
  };
}
