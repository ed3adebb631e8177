import { formula, list, steps, text } from './blocks';
import type { MethodSection } from './method-types';

const r = String.raw;

const lines: MethodSection = {
  id: 'lines',
  title: 'Lines',
  blocks: [
    text(
      'A line is built by a task, waits for what it requires, and has a nameplate capacity, an investment, a yield and a utilisation that ramp, a fixed cost and a life. Nameplate is stated, or follows from the process:',
    ),
    formula(
      r`N = 10\,q\,V\,w \cdot 60\,s\,h \cdot n_{\text{s}}\,n_{\text{l}} \cdot 10^{-9}`,
      'Nameplate in GWh a year from areal capacity, voltage, coated width, speed, hours a year, sides and lanes.',
    ),
    text(
      r`with areal capacity $q$ in mAh/cm² of one side (ten of them are one Ah/m²), voltage $V$, coated width $w$ in m, speed $s$ in m/min and $h$ hours a year. Cells a year are $10^6 N$ over the energy of one cell, $C V / 1000$ kWh.`,
    ),
    text(
      'Investment is stated for the whole line, whatever it makes, or per GWh a year. The first form is what makes a higher areal capacity valuable: the same coater, calender and dry room make more energy. The conversion factor says what the line spends on conversion against the common [conversion cost](#unit-cost); a dry electrode line lies below 1 as nothing is dried and no solvent is recovered.',
    ),
  ],
};

const building: MethodSection = {
  id: 'building-and-stalling',
  title: 'Building, stalling and holding',
  blocks: [
    text(
      r`The investment of a line is paid as its build task is worked, evenly over the time from its start to its finish. In a month the share $s$ of the work falls due and costs $c = s \times$ capex. With **soft** funding it is always paid, and cash may fall below zero. With **hard** funding only what the cash covers is built:`,
    ),
    formula(
      r`\begin{aligned} f &= \min(1, \max(0, \text{cash} / c)) \\ \text{stall}' &= \text{stall} + (1 - f)\, s\, L \end{aligned}`,
      'The part that is paid for is built; the work that is not moves the finish of the build later by its length.',
    ),
    text(
      r`$L$ is the length of the build in days. A **stall** is a delay of the build: its finish, and every task, gate and tranche that hangs on it, are scheduled anew, on their calendars. What has happened stays: events that came, work that is built, lines that are ready. What is left of a build never begins before the next month, so work that was missed is not made up for by luck of the calendar. Lines are served in the order of the list, so the first has the first claim on scarce cash; two lines on one build share its stall.`,
    ),
    text(
      'A line is **ready** when its build is complete and everything it requires has finished. A build that is not complete within the horizon never makes its line ready; a build whose task has finished before is paid, whatever the cash.',
    ),
    text(
      'A further line can be **held**: while nothing of it is built, it does not begin if in each of the last six months there was capacity and over these months less than the stated share of it was used. Nobody builds the third line while the second stands idle. Holding delays as a stall does, without being counted as want of cash.',
    ),
  ],
};

const pilot: MethodSection = {
  id: 'pilot-lines',
  title: 'Pilot lines',
  blocks: [
    text(
      'A line that is not commercial makes cells for tests: it sells nothing, uses material and pays for conversion, and its good output counts as experience. It runs from its ready day until its end (SOP, unless another event is named), comes before the commercial lines when material is short, and starts what its capacity and the material allow.',
    ),
  ],
};

const yieldSection: MethodSection = {
  id: 'yield-and-utilisation',
  title: 'Yield and utilisation',
  blocks: [
    text(
      r`A line of age $x$ (months since its ready day, at the middle of the part of the month in which it runs) uses the share $\eta$ of its nameplate and makes good cells at the yield $y$:`,
    ),
    formula(
      r`\begin{aligned} \eta &= \eta_0 + (\eta_1 - \eta_0)\,\min(1,\ x / \text{ramp}) \\ y &= y_1 - (y_1 - y_0)\,e^{-x/\tau} \end{aligned}`,
      'Utilisation grows evenly to its mature value over the ramp; yield approaches its mature value exponentially.',
    ),
    formula(
      r`C_l = \frac{N_l}{12}\,\varphi_l\,\eta_l\,\kappa_l`,
      'Starts capacity of a month: nameplate by twelve, times the part of the month in which the line is ready, times utilisation, times the factors of risks.',
    ),
    text(
      r`After one time constant $\tau$, 63 % of the way to the mature yield is made, after three 95 %. Capacity counts cells **started**; output is what of them is good. The yields of several lines are averaged by their capacity. Scrap is paid for in full: material and conversion go by starts.`,
    ),
  ],
};

const materials: MethodSection = {
  id: 'materials',
  title: 'Materials, contracts and stock',
  blocks: [
    text(
      'Each material has an intensity in t per GWh started, a stock with a largest size, and contracts. A contract begins at a date or with a task, ramps up evenly and supplies a twelfth of its yearly volume each month, times the factors of risks. If the build that a contract waits for slips, the supply slips with it.',
    ),
    formula(
      r`\begin{aligned} \text{starts} &= \min(C,\ D / Y,\ \min_k\, a_k / i_k) \\ a_k &= \text{stock}_k + \text{supply}_k - \text{pilot use}_k \\ \text{output} &= Y \cdot \text{starts} \end{aligned}`,
      'Starts are the least of capacity, demand over yield, and for each material what is at hand over its intensity; output is the good part of them.',
    ),
    text(
      'What is not used goes to stock, and what exceeds the largest stock is refused, beginning with the contract whose refusal saves most (the largest price times one minus its take-or-pay share). Refused tonnes cost their take-or-pay share of the price. Material is an expense when it is bought; the initial stock has been paid.',
    ),
    list(
      'All output is sold in its month: starts never exceed what buyers take, so there is no stock of finished cells.',
      'Material that is delivered before the lines run fills the stock and then costs take-or-pay: a programme that is late pays twice.',
    ),
  ],
};

const bottleneck: MethodSection = {
  id: 'bottleneck',
  title: 'What holds it back',
  blocks: [
    text('Each month of each future has one label, the limit that sets its output:'),
    steps(
      '**Abandoned** once the programme has ended.',
      'Before a commercial line is ready: **funding** if the line would be ready without its stalls, else **schedule**.',
      'Afterwards the least of capacity, each material and demand; of equals capacity first, then materials in their order. Capacity is called **funding** if it would be larger without stalls and a line has stalled for want of cash, else **capacity**.',
    ),
    text(
      'The strip shows with what probability each label holds in a month. The **main bottleneck** of a scenario is the label with the most expected months between the status date and the end of 2030. Only the label that binds is named: lifting it helps until the next one binds, which may be at once.',
    ),
  ],
};

/** From builds to output. */
export const scaleUpSections: readonly MethodSection[] = [lines, building, pilot, yieldSection, materials, bottleneck];
