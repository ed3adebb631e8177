import type { Link } from '../document';
import { assume, choose, fixed, pert, type ScenarioKey } from './support';

const finishToStart = (from: string, ...successors: string[]): Link[] => successors.map((to) => ({ from, to }));

/** What waits for what. Shared by the scenarios; only some lags differ. */
export function linksOf(key: ScenarioKey): Link[] {
  return [
    {
      id: 'small-batches',
      from: 'pilot-debug',
      to: 'b-cells',
      type: 'SS',
      lag: assume(
        fixed(40),
        'working days (office)',
        'B-sample cells are taken from the first two months of small batches.',
      ),
    },
    ...finishToStart('pilot-build', 'pilot-debug'),
    ...finishToStart('pilot-debug', 'c-cells'),
    ...finishToStart('b-cells', 'b-pack', 'b-safety', 'cycle-life', 'ageing'),
    ...finishToStart('b-pack', 'mules'),
    ...finishToStart('mules', 'summer-1', 'road-1', 'winter-1'),
    ...finishToStart('b-safety', 'road-1', 'line1-design', 'offtake-1'),
    ...finishToStart('summer-1', 'integration-gate'),
    ...finishToStart('road-1', 'integration-gate', 'line1-decision'),
    ...finishToStart('winter-1', 'integration-gate'),
    ...finishToStart('integration-gate', 'design-freeze'),
    ...finishToStart('design-freeze', 'c-cells'),
    ...finishToStart('c-cells', 'c-safety', 'summer-2', 'winter-2', 'fleet'),
    ...finishToStart('summer-2', 'durability-gate'),
    ...finishToStart('winter-2', 'durability-gate'),
    ...finishToStart('fleet', 'durability-gate'),
    ...finishToStart('cycle-life', 'durability-gate'),
    ...finishToStart('ageing', 'durability-gate'),
    ...finishToStart('standard', 'type-approval'),
    ...finishToStart('c-safety', 'type-approval'),
    {
      id: 'trial-lots',
      from: 'electrolyte-1',
      to: 'supplier-audit',
      type: 'SS',
      lag: choose(key, {
        reference: assume(
          pert(240, 330, 480),
          'days',
          'The first reactor of the plant gives trial lots about a year after ground-breaking.',
        ),
        announced: assume(fixed(150), 'days', 'Trial lots come from the existing reactor.'),
      }),
      lagUnit: 'elapsed',
    },
    {
      id: 'anode-lots',
      from: 'silicon-plant',
      to: 'supplier-audit',
      type: 'SS',
      lag: assume(
        choose(key, { reference: pert(120, 180, 300), announced: fixed(90) }),
        'days',
        choose(key, {
          reference: 'The first reactor of the anode plant runs half a year after ground-breaking.',
          announced: 'Anode lots come from the workshop that feeds the pilot line.',
        }),
      ),
      lagUnit: 'elapsed',
    },
    ...finishToStart('line1-design', 'line1-decision'),
    ...finishToStart('line1-decision', 'line1-build'),
    ...finishToStart('line1-build', 'line1-commission'),
    ...finishToStart('line1-commission', 'line1-runs'),
    ...finishToStart('line1-runs', 'release'),
    ...finishToStart('durability-gate', 'release'),
    ...finishToStart('type-approval', 'release'),
    ...finishToStart('supplier-audit', 'release'),
    ...finishToStart('release', 'sop'),
    {
      id: 'after-sop',
      from: 'sop',
      to: 'line2-decision',
      lag: choose(key, {
        reference: assume(
          pert(365, 640, 1100),
          'days',
          'A board wants stable yield and the first two winters of customers before it copies line 1.',
        ),
        announced: assume(fixed(0), 'days', 'Line 2 follows at once, or 2030 cannot be reached.'),
      }),
      lagUnit: 'elapsed',
    },
    ...['line2', 'line3', 'line4', 'line5'].flatMap((line): Link[] =>
      finishToStart(`${line}-decision`, `${line}-build`),
    ),
    {
      id: 'second-to-third',
      from: 'line2-decision',
      to: 'line3-decision',
      lag: choose(key, {
        reference: assume(
          pert(1100, 1600, 2300),
          'days',
          'Line 3 is decided when line 2 earns its cash cost, four years or so after its own decision.',
        ),
        announced: assume(fixed(120), 'days', 'Four months between the orders, as for wet lines in 2021-2023.'),
      }),
      lagUnit: 'elapsed',
    },
    {
      id: 'third-to-fourth',
      from: 'line3-decision',
      to: 'line4-decision',
      lag: choose(key, {
        reference: assume(pert(540, 800, 1300), 'days', 'Two years of orders in hand before the same site is filled.'),
        announced: assume(fixed(90), 'days', 'The second half of one order.'),
      }),
      lagUnit: 'elapsed',
    },
    {
      id: 'fourth-to-fifth',
      from: 'line4-decision',
      to: 'line5-decision',
      lag: choose(key, {
        reference: assume(pert(540, 800, 1300), 'days', 'A third site needs a partner, found within about two years.'),
        announced: assume(fixed(60), 'days', 'Land for the third site is taken as reserved.'),
      }),
      lagUnit: 'elapsed',
    },
    ...finishToStart('offtake-1', 'li2s-plant-1', 'electrolyte-1', 'silicon-plant'),
    ...finishToStart('line2-decision', 'offtake-2'),
    ...finishToStart('offtake-2', 'li2s-plant-2', 'electrolyte-2'),
  ];
}
