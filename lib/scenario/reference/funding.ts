import type { Cost, Funding, Pricing, Tranche } from '../document';
import { assume, choose, fixed, fromEvidence, geometric, linear, pert, type ScenarioKey } from './support';

const CNY = 'CNY';
const PROBABILITY = 'probability';

function tranche(
  key: ScenarioKey,
  shape: {
    id: string;
    name: string;
    kind: Tranche['kind'];
    on: Tranche['on'];
    billion: number;
    amountReason: string;
    announcedReason: string;
    constrainedReason: string;
    constrainedOdds: string;
    probability: readonly [reference: number, constrained: number];
    probabilityReason: string;
    constrainedBillion?: number;
    announcedBillion?: number;
    loan?: { spread: string; months: number; termReason: string };
  },
): Tranche {
  const billion = choose(key, {
    reference: shape.billion,
    announced: shape.announcedBillion ?? shape.billion,
    constrained: shape.constrainedBillion ?? shape.billion,
  });
  const chance = choose(key, { reference: shape.probability[0], announced: 1, constrained: shape.probability[1] });
  return {
    id: shape.id,
    name: shape.name,
    kind: shape.kind,
    on: shape.on,
    amount: assume(
      key === 'announced' ? fixed(billion * 1e9) : pert(billion * 0.7e9, billion * 1e9, billion * 1.2e9),
      CNY,
      choose(key, {
        reference: shape.amountReason,
        announced: shape.announcedReason,
        constrained: shape.constrainedReason,
      }),
    ),
    probability: assume(
      fixed(chance),
      PROBABILITY,
      choose(key, {
        reference: shape.probabilityReason,
        announced: `"Ongoing investment" at face value: ${shape.name} arrives.`,
        constrained: shape.constrainedOdds,
      }),
    ),
    ...(shape.loan
      ? {
          interest: fromEvidence(
            pert(0.015, 0.025, 0.045),
            'per yr, real',
            ['X9-20'],
            `X9-20: 3.5 % nominal, less 2 % inflation, plus ${shape.loan.spread}.`,
          ),
          term: assume(fixed(shape.loan.months), 'months', shape.loan.termReason),
        }
      : {}),
  };
}

function tranchesOf(key: ScenarioKey): Tranche[] {
  return [
    tranche(key, {
      id: 'group-2026',
      announcedReason: 'One billion as in the budget talk, not a yuan less.',
      constrainedReason: 'Eight tenths: the second year of losses cuts every budget.',
      constrainedOdds: 'One in twenty: the programme is folded into a joint laboratory.',
      name: 'Group budget 2026',
      kind: 'equity',
      on: '2026-07-01',
      billion: 1,
      constrainedBillion: 0.8,
      amountReason:
        'A year of programme cost; the group guides to a loss of 8 to 9 bn for 2025 (X9-15), so no more than that.',
      probability: [0.97, 0.95],
      probabilityReason: 'Stopping a flagship between two press conferences is unlikely but has been done.',
    }),
    tranche(key, {
      id: 'group-2027',
      announcedReason: 'The cars run, the money follows in full.',
      constrainedReason: 'A year instead of two is granted at a time.',
      constrainedOdds: 'One board in seven stops when the group has lost for three years.',
      name: 'Group budget after the vehicle tests',
      kind: 'equity',
      on: { task: 'integration-gate' },
      billion: 1.4,
      constrainedBillion: 0.9,
      amountReason: 'Two more years of development at the rate of 2026.',
      probability: [0.92, 0.85],
      probabilityReason: 'Paid when the cars have run, unless the group is in deeper loss by then.',
    }),
    tranche(key, {
      id: 'group-2029',
      announcedReason: 'Paid as in Reference although little is needed by then.',
      constrainedReason: 'Seven tenths of Reference, granted against cuts elsewhere.',
      constrainedOdds: 'One in five: the group leaves the race before the first car.',
      name: 'Group budget 2029',
      kind: 'equity',
      on: '2029-01-01',
      billion: 1,
      constrainedBillion: 0.7,
      amountReason: 'Two years at the lower rate between the decision on line 1 and SOP.',
      probability: [0.9, 0.8],
      probabilityReason: 'Three years in, a new board may end what an old one began.',
    }),
    tranche(key, {
      id: 'province-grant',
      announcedReason: 'A third of the equipment at the claimed lower price would be less; the round sum is kept.',
      constrainedReason: 'Provinces cut support as land sales fall.',
      constrainedOdds: 'Other makers on the national list are served first; four in ten.',
      name: 'Provincial grant for line 1',
      kind: 'grant',
      on: { task: 'line1-decision' },
      billion: 0.3,
      constrainedBillion: 0.2,
      amountReason:
        'A third of the equipment of line 1 as Japan gives (F7-10); for China no plant-level grant was found.',
      probability: [0.6, 0.4],
      probabilityReason: 'The company is not on the national list of six (F7-05), a province may stand in.',
    }),
    tranche(key, {
      id: 'line1-equity',
      announcedReason: 'Decision and money on one day.',
      constrainedReason: 'The group pays three quarters and looks for a partner who does not come.',
      constrainedOdds: 'One decision in seven has no money behind it in a loss year.',
      name: 'Equity for line 1',
      kind: 'equity',
      on: { task: 'line1-decision' },
      billion: 1.2,
      constrainedBillion: 0.9,
      amountReason: 'Covers the range of line 1 capex together with the loan.',
      probability: [0.9, 0.85],
      probabilityReason: 'The decision and its money are one act nine times in ten; a lean year splits them.',
    }),
    tranche(key, {
      id: 'line1-loan',
      announcedReason: 'The bank lends what was asked.',
      constrainedReason: 'Banks lend on machines they can sell, and these have no second buyer.',
      constrainedOdds: 'A downgrade of the group makes three in ten banks decline.',
      name: 'Bank loan for line 1',
      kind: 'debt',
      on: {
        task: 'line1-decision',
        lag: assume(fixed(120), 'days', 'Papers and mortgage of the land after the decision.'),
      },
      billion: 0.9,
      constrainedBillion: 0.6,
      amountReason: 'Half of the mode of capex and working cash, as state banks lend on machines.',
      probability: [0.85, 0.7],
      probabilityReason: 'State banks follow a state-owned carmaker; a loss of this size costs one step of rating.',
      loan: {
        spread: 'one point for a first line',
        months: 84,
        termReason: 'Seven years, the usual length of an equipment loan.',
      },
    }),
    tranche(key, {
      id: 'sop-equity',
      announcedReason: 'The launch party is also a signing.',
      constrainedReason: 'Half the sum, since half the ramp is planned.',
      constrainedOdds: 'Investors who saw the delay ask for a year of sales first.',
      name: 'Capital increase at SOP',
      kind: 'equity',
      on: { task: 'sop' },
      billion: 2.2,
      constrainedBillion: 1.1,
      amountReason: 'Pays the ramp of line 1, in which each kWh costs more than it earns.',
      probability: [0.85, 0.6],
      probabilityReason: 'Cars on the road bring money in; some boards stop at this point to look at the cost.',
    }),
    tranche(key, {
      id: 'national-grant',
      announcedReason: 'The programme is opened to a maker that is first on the road.',
      constrainedReason: 'A tail end of the programme is shared among more makers.',
      constrainedOdds: 'Three in ten: assessed late, paid last.',
      name: 'National industrial grant',
      kind: 'grant',
      on: { task: 'sop', lag: assume(fixed(180), 'days', 'Half a year of audit after series start.') },
      billion: 0.4,
      constrainedBillion: 0.2,
      amountReason: 'A fifteenth of the 6 bn programme of 2024 (F7-05), for a maker that came later.',
      probability: [0.5, 0.3],
      probabilityReason: 'Even odds: the programme pays those who were assessed first.',
    }),
    tranche(key, {
      id: 'line2-partner',
      announcedReason: 'A partner for a cheaper plant takes a third of it.',
      constrainedReason: 'A smaller stake at a lower value.',
      constrainedOdds: 'Partners wait for a full line 1, which electrolyte prevents.',
      name: 'Partner stake for line 2',
      kind: 'equity',
      on: { task: 'line2-decision' },
      billion: 1.5,
      constrainedBillion: 0.8,
      announcedBillion: 1.2,
      amountReason: 'A cell partner or fund takes a third of a 4 GWh plant.',
      probability: [0.75, 0.45],
      probabilityReason: 'Depends on a first year without a recall.',
    }),
    tranche(key, {
      id: 'line2-loan',
      announcedReason: 'At the claimed lower capex a billion is most of it.',
      constrainedReason: 'Half a loan for half a line.',
      constrainedOdds: 'Even odds once the partner has signed.',
      name: 'Syndicated loan for line 2',
      kind: 'debt',
      on: { task: 'line2-decision', lag: assume(fixed(150), 'days', 'A syndicate takes five months.') },
      billion: 1.8,
      constrainedBillion: 0.9,
      announcedBillion: 1,
      amountReason: 'Most of the mode of line 2 capex.',
      probability: [0.75, 0.5],
      probabilityReason: 'Banks want the stake of the partner first.',
      loan: { spread: 'one point as for line 1', months: 96, termReason: 'Eight years, as the ramp is slow.' },
    }),
    tranche(key, {
      id: 'listing',
      announcedReason: 'Markets pay for the first maker with twenty GWh.',
      constrainedReason: 'Half, at the value of a maker with a loss.',
      constrainedOdds: 'Closed to makers without profit in seven years of ten.',
      name: 'Listing of the battery company',
      kind: 'equity',
      on: { task: 'line3-decision' },
      billion: 3,
      constrainedBillion: 1.5,
      amountReason: 'A tenth of what a maker of ten GWh was worth on the mainland in 2021-2023, by our judgement.',
      probability: [0.55, 0.3],
      probabilityReason: 'Markets for battery shares open and close.',
    }),
    tranche(key, {
      id: 'line3-loan',
      announcedReason: 'Half of the capex of lines 3 to 5 at the claimed price.',
      constrainedReason: 'A bond for an extension only.',
      constrainedOdds: 'Rated below the grade that funds may hold.',
      name: 'Green bond for lines 3 to 5',
      kind: 'debt',
      on: { task: 'line3-decision', lag: assume(fixed(200), 'days', 'After the listing, with its prospectus.') },
      billion: 3.5,
      constrainedBillion: 1.5,
      announcedBillion: 3.5,
      amountReason: 'Half of the capex of lines 3 and 4 at their modes.',
      probability: [0.6, 0.35],
      probabilityReason: 'Needs a rating that only a full line 2 gives.',
      loan: {
        spread: 'half a point with the group behind it',
        months: 120,
        termReason: 'Ten years, the life of the machines.',
      },
    }),
  ];
}

/** Money: policy, tranches, running cost of the programme, discounting. */
export function fundingOf(key: ScenarioKey): Funding {
  return {
    policy: choose<Funding['policy']>(key, { reference: 'soft', announced: 'soft', constrained: 'hard' }),
    initialCash: assume(
      fixed(choose(key, { reference: 8e8, announced: 8e8, constrained: 5e8 })),
      CNY,
      choose(key, {
        reference: 'Cash set aside for the programme at the end of 2025; accounts of the programme are not published.',
        announced: 'The same cash as in Reference, in want of any statement.',
        constrained:
          'Less is left in the programme after a year of losses; a guess, as its accounts are not published.',
      }),
    ),
    overhead: choose(key, {
      reference: assume(
        linear(['2026-01-01', 4e7, 6e7, 1e8], ['2030-01-01', 6e7, 1e8, 1.6e8], ['2037-01-01', 9e7, 1.4e8, 2.2e8]),
        'CNY/yr',
        'Management, sales and quality of a company of some hundred people, growing with the lines.',
      ),
      announced: assume(
        linear(['2026-01-01', 1e8], ['2030-01-01', 2e8], ['2037-01-01', 3e8]),
        'CNY/yr',
        'A lean company, larger as it has more lines.',
      ),
    }),
    rnd: choose(key, {
      reference: fromEvidence(
        linear(
          ['2026-01-01', 2.4e8, 3.4e8, 5.4e8],
          ['2030-01-01', 1.6e8, 2.4e8, 4e8],
          ['2037-01-01', 8e7, 1.3e8, 2.2e8],
        ),
        'CNY/yr',
        ['F7-05'],
        'F7-05: over 6 bn in all for six firms and some three years is about 0.33 bn a firm and year.',
        'A firm outside the programme pays about as much itself, cells and packs for the tests included; it falls when the design is frozen.',
      ),
      constrained: fromEvidence(
        linear(['2026-01-01', 1.8e8, 2.6e8, 4.2e8], ['2030-01-01', 1.1e8, 1.8e8, 3e8], ['2037-01-01', 6e7, 1e8, 1.8e8]),
        'CNY/yr',
        ['F7-05'],
        'F7-05: over 6 bn for six firms over some three years is 0.33 bn a firm and year; without the public part no more than that is left.',
        'Three quarters of Reference: one cell format, one pack.',
      ),
      announced: fromEvidence(
        linear(['2026-01-01', 4e8], ['2030-01-01', 3e8], ['2037-01-01', 2e8]),
        'CNY/yr',
        ['F7-05'],
        'F7-05: over 6 bn for six firms over some three years is 0.33 bn a firm and year.',
        'Development said to be nearly done.',
      ),
    }),
    wacc: fromEvidence(
      choose(key, {
        reference: pert(0.055, 0.078, 0.127),
        announced: fixed(0.065),
        constrained: pert(0.065, 0.095, 0.14),
      }),
      'per yr, real',
      choose(key, { reference: ['F7-04'], announced: ['F7-04', 'F7-01'], constrained: ['F7-04', 'F7-02'] }),
      choose(key, {
        reference: 'F7-04: 7.5, 10 and 15 % nominal are 5.5, 7.8 and 12.7 % real at 2 % inflation.',
        announced:
          'F7-04: 7.5 to 15 % nominal. F7-01: 8.6 % nominal for the market leader, grade C, 6.5 % real at 2 % inflation: the bound of what a proven maker pays.',
        constrained:
          'F7-04: 7.5 to 15 % nominal, a point or two more as money is short. F7-02: a listed maker outside China at 7.7 to 12.3 % nominal, grade C, not the mode.',
      }),
    ),
    taxRate: fromEvidence(
      fixed(0.15),
      'share',
      ['X9-21a'],
      'High-tech enterprise, assumed to be kept; the model carries losses forward without limit, the law for ten years (X9-21b).',
    ),
    terminalMultiple: assume(
      choose(key, { reference: pert(4, 6, 9), announced: fixed(7), constrained: pert(3, 5, 8) }),
      'multiple of EBITDA',
      choose(key, {
        reference: 'A mature cell maker at six times EBITDA after 2037, by our judgement; zero where it loses money.',
        announced: 'A maker with twenty GWh is bought at seven times EBITDA.',
        constrained: 'A small maker sells at a discount.',
      }),
    ),
    tranches: tranchesOf(key),
  };
}

/** Cost of a kWh beside the materials that are tracked. */
export function costOf(key: ScenarioKey): Cost {
  return {
    otherMaterials: choose(key, {
      reference: fromEvidence(
        linear(
          ['2026-01-01', 310, 350, 420],
          ['2027-01-01', 310, 370, 450],
          ['2030-01-01', 260, 320, 400],
          ['2037-01-01', 220, 280, 360],
        ),
        'CNY/kWh',
        ['C2-43a', 'C2-37b', 'X9-04b', 'X9-01'],
        'C2-43a: 0.46 RMB/Wh of all but electrolyte, with silicon (50) and some wet capex in it; its 0.92 to 1.18 has the electrolyte too. C2-37b: 82 % of a 450 RMB/kWh cell is material. X9-04b: 1.45 kg of cathode a kWh at 156 RMB/kg is 226. X9-01: at 208 RMB/kg in May 2026 it is 300.',
      ),
      announced: fromEvidence(
        linear(['2026-01-01', 300, 340, 380], ['2030-01-01', 230, 270, 330], ['2037-01-01', 200, 240, 300]),
        'CNY/kWh',
        ['C2-37b', 'X9-04a'],
        'C2-37b: a share of 0.82, so 370 of 450 RMB/kWh, less separator, liquid and graphite. X9-04a: 1.45 kg a kWh at 146 RMB/kg is 212.',
      ),
    }),
    conversion: choose(key, {
      reference: fromEvidence(
        pert(110, 170, 280),
        'CNY/kWh',
        ['C2-36', 'C2-48'],
        'C2-36: 30 % of 81 EUR/kWh is 24 EUR, about 190 CNY, in Europe; half of it in China, twice for pressing and dry rooms. C2-48: no number; sulfide can compete once scaled.',
        'Before learning, at the first GWh.',
      ),
      announced: fromEvidence(
        fixed(100),
        'CNY/kWh',
        ['C2-36'],
        'C2-36: 30 % of 81 EUR/kWh is about 190 CNY in Europe; the half of it is a wet line in China.',
        'The dry line is then a third lower by the factor of the lines.',
      ),
    }),
    learningRate: choose(key, {
      reference: fromEvidence(
        pert(0.12, 0.18, 0.24),
        'per doubling',
        ['C2-49', 'C2-44', 'C2-45'],
        'On conversion only: materials follow their own paths, as C2-49 asks.',
      ),
      announced: fromEvidence(
        fixed(0.2),
        'per doubling',
        ['C2-44', 'C2-49'],
        'The long-run rate of lithium-ion cells.',
      ),
    }),
    referenceVolume: fromEvidence(fixed(1), 'GWh', ['C2-49'], 'C2-49: a fraction per doubling, counted from 1 GWh.'),
    spillover: assume(
      choose(key, { reference: pert(0, 0.1, 0.3), announced: fixed(0.1) }),
      'share',
      choose(key, {
        reference: 'Equipment makers carry a tenth of what others learn; no measurement for solid cells.',
        announced: 'A tenth, by the same machine builders, without a spread.',
      }),
    ),
  };
}

/** Price: what an NMC cell costs, plus what range and safety are worth to the buyer. */
export function pricingOf(key: ScenarioKey): Pricing {
  return {
    mode: 'parity',
    technology: 'nmc',
    premium: choose(key, {
      reference: fromEvidence(
        linear(
          ['2027-01-01', 350, 520, 800],
          ['2030-01-01', 150, 320, 600],
          ['2033-01-01', 80, 220, 420],
          ['2037-01-01', 40, 140, 280],
        ),
        'CNY/kWh',
        ['C2-39', 'X9-11'],
        'C2-39: semi-solid cells above 1 RMB/Wh in 2024, that is 520 over NMC at 0.48. X9-11: packs; at three times the price almost nobody bought, so the premium must fall.',
        'What launch customers pay; then it follows the value of the range.',
      ),
      announced: fromEvidence(
        linear(['2027-01-01', 250], ['2030-01-01', 160], ['2037-01-01', 100]),
        'CNY/kWh',
        ['S0-05c'],
        'S0-05c: a fraction; cost below wet at large scale would leave room for any price.',
        'A third of the range for a third more money at first, then what keeps five lines full.',
      ),
    }),
    floor: assume(fixed(250), 'CNY/kWh', 'Below the price of an LFP cell of 2037 no premium cell is sold.'),
    cap: assume(
      geometric(['2026-01-01', 2000], ['2037-01-01', 1200]),
      'CNY/kWh',
      'The semi-solid pack that failed cost some 2,000 a kWh (C2-38).',
    ),
  };
}
