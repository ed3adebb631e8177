import { type Compiler, compileEvent, indexById, required } from './compiler';
import { type FundingModel, PRICING, type PricingModel, TRANCHE } from './model';

export function compileFunding(compiler: Compiler): FundingModel {
  const { document, book } = compiler;
  const funding = document.funding ?? {};
  const q = (name: string) => book.quantity(`funding/${name}`, 0);
  return {
    hard: funding.policy === 'hard',
    grace: funding.policy === 'hard' ? (funding.grace ?? 0) : 0,
    initialCash: q('initialCash'),
    overhead: book.trajectory('funding/overhead', 0),
    rnd: book.trajectory('funding/rnd', 0),
    wacc: q('wacc'),
    taxRate: q('taxRate'),
    terminalMultiple: funding.terminalMultiple === undefined ? -1 : q('terminalMultiple'),
    tranches: (funding.tranches ?? []).map((tranche) => {
      const at = `funding/tranches/${tranche.id}`;
      return {
        kind: TRANCHE[tranche.kind ?? 'equity'],
        on: compileEvent(compiler, tranche.on, `${at}/on/lag`),
        event: book.event(`${at}/occurrence`),
        amount: book.quantity(`${at}/amount`, 0),
        probability: book.quantity(`${at}/probability`, 1),
        interest: book.quantity(`${at}/interest`, 0),
        term: book.quantity(`${at}/term`, 0),
      };
    }),
  };
}

export function compilePricing({ document, book }: Compiler): PricingModel {
  const pricing = document.pricing;
  const base = {
    technology: -1,
    segment: -1,
    quantity: -1,
    trajectory: -1,
    floor: pricing?.floor === undefined ? -1 : book.trajectory('pricing/floor', 0),
    cap: pricing?.cap === undefined ? -1 : book.trajectory('pricing/cap', 0),
  };
  if (pricing === undefined)
    return { ...base, mode: PRICING.trajectory, trajectory: book.trajectory('pricing/price', 0) };
  const technologies = indexById(document.market?.technologies);
  switch (pricing.mode) {
    case 'cost-plus':
      return { ...base, mode: PRICING.costPlus, quantity: book.quantity('pricing/markup', 0) };
    case 'parity':
      return {
        ...base,
        mode: PRICING.parity,
        technology: required(technologies.get(pricing.technology), 'technology', pricing.technology),
        trajectory: book.trajectory('pricing/premium', 0),
      };
    case 'value':
      return {
        ...base,
        mode: PRICING.value,
        technology: required(technologies.get(pricing.technology), 'technology', pricing.technology),
        segment: required(indexById(document.market?.segments).get(pricing.segment), 'segment', pricing.segment),
        quantity: book.quantity('pricing/share', 0),
      };
    case 'trajectory':
      return { ...base, mode: PRICING.trajectory, trajectory: book.trajectory('pricing/price', 0) };
  }
}
