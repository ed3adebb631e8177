import type { ScenarioKey } from './support';

export const names: Readonly<Record<ScenarioKey, string>> = {
  reference: 'Reference',
  announced: 'Announced',
  constrained: 'Constrained',
};

const leftOut =
  'Left out: cell sales outside China and to storage, licences, working capital, subsidies to buyers, carbon rules abroad, the wet cell business of the group, strategic reactions of rivals on price, and near copies in a logit (a third solid-state maker takes from LFP as much as from the others). Money is in prices of 2026.';

export const descriptions: Readonly<Record<ScenarioKey, string>> = {
  reference: `GAC's all-solid-state programme as an outside analyst would plan it at the end of 2025: 60 Ah sulfide cells with a dry silicon anode, a pilot line that makes small batches, vehicle tests in 2026, scale-up in steps of 1.5 to 8 GWh.

What drives the results. First the date: twelve earlier promises took 1.5 times as long at the median and up to 3 times, and that factor lies on all phases at once. In about three futures of four line 1 decides the date (decision after the road trials, building, commissioning, run at rate), in one of four the validation with its two gates (thermal safety, durability) and its seasons. Then yield and electrolyte: at 55 to 65 % yield and some 480 t/GWh a kWh costs 1,000 to 1,100 CNY when the first line starts, against an NMC cell near 425. Price follows NMC plus what range is worth, so the first GWh are sold below cost. Then buyers: the maker's own premium brand is 1.5 to 6 GWh a year; open buyers follow platform by platform. Line 2 waits two years for a full line 1, lines 3 to 5 mostly lie beyond 2037. Funding is soft: the programme is always paid, and the peak funding says what that takes.

${leftOut}

What would change the answer: line 1 ordered before the cars have run (half a year earlier, at the risk of building the wrong line), a run at rate passed at the first attempt (date), a durability gate passed at the first attempt (date, in one future of four), electrolyte under 200 CNY/kg by 2030 or 300 t/GWh (cost), an own brand that sells 100,000 premium cars (volume), a premium of 300 CNY/kWh that lasts beyond 2033 (money). Weakest inputs: pass probabilities of the gates, line speed, willingness to pay, availability of rivals; they are marked as assumptions.`,
  announced: `Company statements taken at face value: small batches since November 2025, tests in 2026, first GWh-class line at the end of 2027, four more lines by the end of 2029, equipment 15 % and cost 35 % below wet lines, 7.7 mAh/cm2, supply secured, money flowing. Rivals keep their dates too.

What drives the results: every date is the shortest that the record allows, no gate is repeated, the cold tests use the southern winter of 2027, and the electrolyte plants are extensions of pilots. Demand then follows from near price parity: the group's own brands at once, others at the customary start of diffusion.

${leftOut}

What would change the answer: one repeat of the run at rate, or a build of 16 months instead of 12, moves SOP into 2028; electrolyte at the recommended price of 350 CNY/kg instead of some 140; own brands that go on shrinking as in 2025. The claims are graded C in the evidence (equipment, cost) or B (areal capacity), and no all-solid maker has kept such a plan: this scenario is a yardstick, not a forecast.`,
  constrained: `The programme of Reference when two things are short at once: electrolyte (plants a third to a half of the size, later, dearer lithium sulfide, suppliers that serve larger customers first) and money (a group with losses like those of 2025, smaller tranches that may not come, and hard funding: what is not paid is not built).

What drives the results: line 1 waits for its money before it waits for anything else; after SOP the starts are limited by electrolyte and lithium sulfide; the later lines are decided but hardly ever built, since no cash is left for them. Own brands shrink further, so the captive outlet is small.

${leftOut} Under hard funding less electrolyte can bring a date forward, as less is bought and the build is paid sooner.

What would change the answer: a partner that pays line 1 (date and volume), an advance on a second electrolyte plant (volume), a stop of the programme after the vehicle review (money: most of the loss is avoided).`,
};
