import { formula, list, text } from './blocks';
import type { MethodSection } from './method-types';

const r = String.raw;

const market: MethodSection = {
  id: 'market',
  title: 'Market share',
  blocks: [
    text(
      r`Each segment (a group of buyers) has a demand in GWh a year, a willingness to pay for each attribute and a heterogeneity. What technology $j$ is worth to segment $s$, and the weight with which it is chosen, are those of a **multinomial logit**:`,
    ),
    formula(
      r`\begin{aligned} V_{sj} &= \frac{\sum_a w_{sa}\, x_{ja} - p_j}{\theta_s} \\ A_{sj} &= \alpha_j\, e^{V_{sj}} \end{aligned}`,
      'Value: worth of the attributes less the price, over the heterogeneity. Weight: availability times e to the value.',
    ),
    text(
      r`$w$ is willingness to pay per unit of the attribute $x$, $p$ the price, $\theta$ the heterogeneity in money per kWh: the smaller it is, the more buyers take the best offer; a technology that is dearer by $\theta$, all else equal, sells about 37 % as much. Availability $\alpha$ (0 to 1) of the other technologies is a trajectory that comes late by their slip; prices and attributes do not slip. An attribute that a technology does not have counts 0.`,
    ),
    text(
      r`Own cells compete only for the buyers who consider them, the adopted part $F$ of the segment (see [adoption](#adoption)); all buyers choose among the others. With own weight $A_o$ and $S = \sum_i A_i$ over the others:`,
    ),
    formula(
      r`\begin{aligned} \text{own} &= F\,\frac{A_o}{A_o + S} \\ \text{share}_j &= (1 - F)\,\frac{A_j}{S} + F\,\frac{A_j}{A_o + S} \end{aligned}`,
      'Own share of the segment, and that of each other technology.',
    ),
    text(
      'Demand for own cells is the sum over segments of a twelfth of their demand times own share. What own cannot make goes to the others by their weights; where nobody is available it stays **unserved**. So shares always add up to one, and shown shares are those of **sales**: a line that is late or short of material loses share although buyers wanted the cells.',
    ),
    text(
      '**Technology share** is own share and that of other makers marked as of the same technology. Shares of all segments together are small for a young line: look at the segment first. **Calibrating** takes the shares seen in a base year and solves for one attribute, the appeal, of each incumbent, so that the model starts from the market as it is instead of from assumed prices.',
    ),
    list(
      r`Where shares are known by segment the appeal follows in closed form: the difference of two appeals is $\theta\,(\ln\frac{s_j}{\alpha_j} - \ln\frac{s_i}{\alpha_i})$ less what prices and attributes explain. Shares of the whole market over several segments are met by repeating this step until they agree.`,
      'The range of a vehicle that is shown beside a segment is pack mass × cell share × energy density ÷ consumption; it is an illustration and moves no result.',
    ),
  ],
};

const adoption: MethodSection = {
  id: 'adoption',
  title: 'Adoption',
  blocks: [
    text(
      r`A new cell must be designed into vehicles before it can be bought. The share of buyers whose programmes can consider it grows by the **Bass** curve, $x$ years after SOP:`,
    ),
    formula(
      r`F(x) = \frac{1 - e^{-(p+q)x}}{1 + \frac{q}{p}\,e^{-(p+q)x}}`,
      'Bass curve: one minus e to the minus p plus q times x, over one plus q over p times the same exponential.',
    ),
    text(
      'Innovation $p$ is the yearly rate at which buyers come by themselves, imitation $q$ the rate at which they follow others. A segment may have its own: the maker’s own brands adopt almost at once, open buyers slowly. The clock starts at the SOP of the trial, so a delay moves the whole curve. A segment that is not eligible never considers own cells.',
    ),
  ],
};

/** Who buys. */
export const marketSections: readonly MethodSection[] = [market, adoption];
