import { formula, list, table, text } from './blocks';
import type { MethodSection } from './method-types';

const r = String.raw;

const funding: MethodSection = {
  id: 'funding',
  title: 'Funding',
  blocks: [
    text(
      'Cash begins with the initial cash and grows by **tranches**: equity, debt and grants, each with an amount, a probability and a day or a task that releases it. A tranche arrives in the month in which its day falls; if that task slips, so does the money, and money that slips can stall the build that would have released the next tranche. Money tied to a task that has finished before the horizon arrives in its first month; money with a date before it belongs into the initial cash.',
    ),
    text(
      'Debt bears interest on its balance at the start of the month, one twelfth of the yearly rate, from the month after it arrived, and is repaid in equal monthly payments over its term, the last being the rest; with a term of 0 it is never repaid within the horizon.',
    ),
    text(
      'The **policy** says what happens when there is not enough: **soft** goes on as planned and shows how deep cash falls; **hard** builds only what can be paid, see [stalling](#building-and-stalling). Running costs are paid either way. With hard funding a **grace** of so many months may be stated: cash below zero at the end of that many months in a row ends the programme.',
    ),
    text(
      'An **abandoned** programme, by a gate or for want of cash, builds, buys, makes and receives nothing in the months after; in the month of the end itself building and buying still go on, and debt is served throughout. Its lines that were not ready never are.',
    ),
  ],
};

const unitCost: MethodSection = {
  id: 'unit-cost',
  title: 'Unit cost and learning',
  blocks: [
    text('The **variable** cost of a good kWh, from what is known at the start of the month:'),
    formula(
      r`\begin{aligned} c &= \frac{\sum_k p_k\, i_k / 1000 + o + K\, c_X}{Y} \\ c_X &= c_0 \cdot E^{\,\log_2(1 - \ell)} \\ E &= \max(X + \sigma X_c,\ X_0) / X_0 \end{aligned}`,
      'Unit cost: materials, other materials and learned conversion cost, all over the yield; conversion cost is learned with experience E.',
    ),
    text(
      r`$p_k$ is the price of material $k$ per kg (the mean over its contracts, weighted with the supply of the month, or with their volumes where nothing is supplied), $i_k$ its intensity in t/GWh, $o$ the other materials, $K$ the conversion factor of the lines in use (by capacity), $c_0$ the conversion cost before learning, $X$ the cumulative good output in GWh, pilots included. Conversion cost falls by the learning rate $\ell$ with each doubling of experience beyond the reference volume $X_0$ (Wright's law); $\sigma$ is the part of what other makers of the same technology have sold, $X_c$, that teaches us too.`,
    ),
    text(
      'Materials do not learn: their prices are trajectories. Dividing by the yield makes scrap visible; at a yield of one half every good kWh pays for two.',
    ),
    text(
      'The **full** unit cost adds fixed cost and depreciation of all lines over the good output. In a ramp it spikes, as whole lines are spread over few cells, so it is shown over twelve months.',
    ),
  ],
};

const pricing: MethodSection = {
  id: 'pricing',
  title: 'Price',
  blocks: [
    table(
      'How the price is set',
      ['mode', 'price of own cells, per kWh'],
      ['cost-plus', 'variable cost × (1 + mark-up)'],
      ['parity', 'price of a named technology + premium'],
      [
        'value',
        'price of a named technology + share × what buyers of a named segment would pay for the difference in attributes',
      ],
      ['trajectory', 'as stated'],
    ),
    text(
      'The price is then kept between floor and cap where they are given; if they cross in a trial, the cap wins. There is no default. Cost-plus passes every cost on to the buyer and so hides what dear material or a poor yield does to the maker; parity and value leave it where it is felt, in the margin.',
    ),
  ],
};

const money: MethodSection = {
  id: 'money',
  title: 'Profit, cash flow, NPV and IRR',
  blocks: [
    text('Per month, before financing and after it:'),
    formula(
      r`\begin{aligned} \text{profit} &= R - V - F - O - D - E \\ \text{FCF} &= G + R - V - F - O - E - I - T_u \end{aligned}`,
      'Operating profit is revenue less variable, fixed, overhead and research, depreciation and one-off costs. Free cash flow is grants and revenue less variable, fixed, overhead and research, one-off costs, investment and unlevered tax.',
    ),
    table(
      'Flows of a month',
      ['flow', 'what it is'],
      ['revenue $R$', 'sales times price'],
      [
        'variable cost $V$',
        'material bought (take-or-pay included), and other materials and learned conversion cost of all starts, pilots included',
      ],
      ['fixed cost $F$', 'fixed operating cost of the lines while they are ready'],
      ['overhead $O$', 'organisation, research and development'],
      ['depreciation $D$', 'what was paid for a line, in equal parts by days over its life, from its ready day'],
      ['one-off costs $E$', 'responses, reworks, costs of risks, recalls'],
      ['investment $I$', 'paid for builds in the month'],
      ['grants $G$', 'received in the month'],
      ['unlevered tax $T_u$', 'on operating profit after losses carried forward, as if there were no debt'],
    ),
    text(
      'Cash at the end of a month also has equity, debt, interest and repayment in it, and the tax that is really paid, on profit after interest (levered tax). Depreciation and capex leave out what was paid before the horizon.',
    ),
    formula(
      r`\begin{aligned} \text{NPV} &= \sum_{m=0}^{M-1} \frac{\text{FCF}_m}{(1+w)^{(m + 1/2)/12}} + \frac{\text{TV}}{(1+w)^{M/12}} \\ \text{TV} &= \mu\,\max(0, \text{EBITDA}_{12}) \end{aligned}`,
      'NPV: free cash flows discounted from the middle of their months at the WACC, plus the terminal value from the end of the horizon.',
    ),
    text(
      r`$w$ is the real WACC, $\mu$ the terminal multiple on the EBITDA of the last twelve months (without a multiple there is no value after the horizon). The **IRR** is the yearly rate, between -90 % and +1000 %, at which the NPV changes its sign, and of several the nearest to 0. There may be none: if money never comes back, no rate makes the NPV nothing, and the share of such futures is written beside the percentiles of the rest.`,
    ),
    text(
      '**Peak funding** is the deepest point of cumulative free cash flow: what must be raised by anybody at all, after grants and before interest. A **shortfall** is cash below zero at the end of any month, or a build that had to wait for cash.',
    ),
    list(
      'An NPV from the start of the horizon, in real money: not to be compared with nominal ones.',
      'Losses are carried forward without limit and never paid out.',
    ),
  ],
};

/** Money in and out. */
export const moneySections: readonly MethodSection[] = [funding, unitCost, pricing, money];
