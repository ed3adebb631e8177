import { list, text } from './blocks';
import type { MethodSection } from './method-types';

const leftOut: MethodSection = {
  id: 'left-out',
  title: 'What the model leaves out',
  blocks: [
    text('Every model is as good as the reader knows its edges. This one leaves out, on purpose:'),
    list(
      '**Near copies.** In a logit two nearly equal technologies take share from all others in the same proportion (independence of irrelevant alternatives). Splitting one technology in two doubles its weight: list rivals at one level of detail, and merge twins.',
      '**Working capital.** Sales are paid, and material is bought, in their month; there are no receivables, payables or stock of finished cells.',
      '**Taxes on grants and the like.** Grants are not taxed and do not lower what is depreciated; tax knows losses carried forward and nothing else: no minimum tax, no credits, no change of rate.',
      '**Prices that answer.** Other makers do not cut their prices when own cells come, and material prices do not rise with own demand. Their paths are inputs.',
      '**Decisions along the way**, except those that are written down: hard funding stalls, held lines, gates that stop or abandon, grace. Nobody in the model sees a delay and hires.',
      '**Resources on the timeline.** Tasks share no crews or machines; two tasks that cannot run at once need a link.',
      '**Quality after sale**, except through a recall risk: no warranty cost, no reputation, no second life.',
      '**Repowering.** Lines neither age nor are retired within the horizon; depreciation ends at their life, capacity does not.',
      '**Dependence that is not stated.** Inputs are independent unless correlated, sharing a risk or hanging on the same task.',
      '**Inflation, exchange rates, subsidies per kWh** other than through real prices and grants.',
    ),
  ],
};

const surprises: MethodSection = {
  id: 'surprises',
  title: 'Surprises, explained',
  blocks: [
    text('Results that look like mistakes at first sight and are not:'),
    list(
      '**Less supply can bring SOP forward.** With hard funding, halving the electrolyte halves what is bought before the lines can use it. Cash that is not spent on material pays the build, the build stalls less, and SOP comes earlier; output later is still lower. With soft funding nothing stalls and this cannot happen.',
      '**Risk without delay.** A task with float can slip in most futures and move nothing. A task that is never critical in the plan can drive one future in three.',
      '**The plan is early.** A plan has every task at its most likely length, passes each gate and meets no risk. Several paths that meet wait for the latest ([merge bias](#sensitivity)), and lengths have longer tails upwards. A plan at P5 is usual; one at P50 would be a surprise.',
      '**A mean earlier than the median, or no mean at all.** Means are over the futures in which the date comes. If it never comes in 30 %, the mean leaves just those out; the median counts them.',
      '**P90 is never.** At least about one future in ten has no such date within the horizon: a gate that failed for good, a build that was never paid for, a line held for want of demand. That is an answer; lengthening the horizon changes it only if the date was merely late.',
      '**More capacity, same output.** Only the limit that binds counts. If demand or electrolyte binds, a second line adds cost and nothing else.',
      '**Own price up, profit down, or up.** At parity pricing the premium moves demand through the logit: with small heterogeneity a few yuan lose the segment, with large ones they hardly matter.',
      '**Better yield can lower the price** under cost-plus, and so margin per kWh: the mark-up is a share of a smaller cost.',
      '**Percentiles do not add up.** The P90 of a sum is not the sum of the P90s, the P50 of output is not the P50 of capacity times the P50 of yield, and shares at P50 need not add up to one. Stacked charts therefore show means.',
      '**A delay can raise NPV.** If the market pays less than the cells cost in the first years, or if learning from others comes free in the meantime, later is cheaper.',
    ),
  ],
};

const checked: MethodSection = {
  id: 'checked',
  title: 'How it was checked',
  blocks: [
    list(
      '**An independent implementation** of the same model, in another language and by another hand, has computed several dozen scenarios that each isolate a rule, with stated draws. The engine reproduces its plans and futures to nine digits, dates to a hundredth of a second, and the statistics of trials within four standard errors.',
      "**Published values**: textbook networks for the critical path method and PERT; exponentials, logarithms and quantiles of the normal, beta, triangular and truncated distributions against arithmetic with 40 digits and more; percentiles against R, means and deviations against NIST's certified data; the random generator against its published answers; Spearman, Cholesky and the nearest correlation matrix against published examples; the learning table of Wright's law, the durables of Bass, Excel's XNPV and XIRR, textbook shares of a logit, the product law of merging paths.",
      '**Slow twins.** What is fast is checked against what is obvious: calendars against a walk from interval to interval, the passes against rules repeated until nothing changes, tables of quantiles against root finding, the market in blocks against one month at a time.',
      '**Laws**, over many random scenarios: tonnes and money balance, shares add up to one, starts stay within every limit, a later start never finishes earlier, the order of lists changes nothing that it should not, another task leaves the draws of all others alone, a scenario compared with itself differs by 0. Sampling errors cover the truth in 95 of 100 repeated runs, among weekends too.',
      '**Hostile documents**: reference scenarios broken at random in every field are refused in words or computed; none may crash, hang or yield a number without a name.',
      '**The same bytes** with one thread and with many, in whatever order they finish. The engine computes with those operations only that every browser and every version of Node rounds alike; a test refuses all others, and another one holds the results of a browser against those of Node.',
    ),
    text(
      'None of this says that the inputs are right. Each carries its source or its reason; grade them before believing the third digit.',
    ),
  ],
};

const literature: MethodSection = {
  id: 'literature',
  title: 'Where the methods come from',
  blocks: [
    list(
      'Critical path and PERT: J. E. Kelley, M. R. Walker, Critical-path planning and scheduling (1959); D. G. Malcolm, J. H. Roseboom, C. E. Clark, W. Fazar, Application of a technique for research and development program evaluation, Operations Research 7 (1959).',
      'Merging paths are late: C. E. Clark, The greatest of a finite set of random variables, Operations Research 9 (1961).',
      'Criticality, cruciality, schedule sensitivity: T. M. Williams, Criticality in stochastic networks, Journal of the Operational Research Society 43 (1992); M. Vanhoucke, Measuring Time (2010).',
      'Latin hypercube: M. D. McKay, R. J. Beckman, W. J. Conover, Technometrics 21 (1979).',
      'Random numbers by counter: J. K. Salmon, M. A. Moraes, R. O. Dror, D. E. Shaw, Parallel random numbers: as easy as 1, 2, 3, SC11 (2011).',
      'Nearest correlation matrix: N. J. Higham, IMA Journal of Numerical Analysis 22 (2002).',
      'Percentiles: R. J. Hyndman, Y. Fan, Sample quantiles in statistical packages, The American Statistician 50 (1996).',
      'Learning: T. P. Wright, Factors affecting the cost of airplanes, Journal of the Aeronautical Sciences 3 (1936).',
      'Adoption: F. M. Bass, A new product growth for model consumer durables, Management Science 15 (1969).',
      'Logit: D. McFadden, Conditional logit analysis of qualitative choice behavior (1974); K. E. Train, Discrete Choice Methods with Simulation (2009). Calibration by inversion: S. T. Berry, RAND Journal of Economics 25 (1994).',
      'Attribution: L. S. Shapley, A value for n-person games (1953).',
    ),
  ],
};

/** How to read the results, and how far. */
export const readingSections: readonly MethodSection[] = [leftOut, surprises, checked, literature];
