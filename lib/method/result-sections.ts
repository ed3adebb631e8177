import { formula, list, steps, table, text } from './blocks';
import type { MethodSection } from './method-types';

const r = String.raw;

const results: MethodSection = {
  id: 'results',
  title: 'Percentiles, fans and sampling errors',
  blocks: [
    text(
      'P10 is the value that one future in ten does not exceed. Percentiles interpolate between the two neighbouring trials in the usual way (type 7 of Hyndman and Fan, that of spreadsheets, R and NumPy):',
    ),
    formula(
      r`\begin{aligned} Q_p &= x_{(k)} + (h - k)\,(x_{(k+1)} - x_{(k)}) \\ h &= 1 + (N - 1)\,p, \quad k = \lfloor h \rfloor \end{aligned}`,
      'Type 7: between the order statistics below and above the place one plus N minus one times the probability.',
    ),
    list(
      '**Never** sorts last. A percentile is a date as long as both of its neighbours are, else it is never: "P90: never" means that at least about one future in ten has none within the horizon.',
      '**The mean** of a date is that of the futures in which it comes, and the share of the others always stands beside it. With many nevers the mean looks early: read the percentiles.',
      'Percentiles of the IRR are over the futures that have one.',
      '**Fans** are percentiles month by month, and of yearly sums year by year. The median line is not a future: the trial at the median in 2029 is another one than that in 2031.',
      '**S-curve**: the share of futures in which a date has come by the end of each month.',
    ),
    text(
      r`Sampling errors say how far a figure would stray with another seed. From eight blocks on they come from the spread of the blocks' own figures, $s/\sqrt{\text{blocks}}$, which is honest for stratified draws; below that from order statistics, which overstates them a little. The figure with two errors to each side covers the truth in about 95 of 100 runs. They say nothing about whether the inputs are right.`,
    ),
    text(
      'A percentile can lie at a jump: a date falls before the weekend or after it, an amount is paid or is not. There it moves by the whole jump or not at all. Its error is therefore at least half of how far it moves, to its longer side, when its rank moves by two of the errors of that rank. A chance has at least the error 1.5 in N futures: what has never been seen in N of them may still have a chance of 3 in N.',
    ),
    text(
      'A run can also be told to go on until chosen figures are known well enough; it counts whole blocks, so that the answer is the same with any number of threads.',
    ),
  ],
};

const sensitivity: MethodSection = {
  id: 'sensitivity',
  title: 'What drives the results',
  blocks: [
    text(
      "From the same trials, without running any again, each output is set against each input that varies: **Spearman's** rank correlation, and the **swing**, the mean output over the tenth of futures with the lowest input and over the tenth with the highest. A trajectory counts by its draw. For events it is the mean where nothing happens (no risk, the tranche arrives, no failure at the gate) and where something does. An output that is never ranks last.",
    ),
    table(
      'Figures of a task, towards the focus',
      ['figure', 'what it is'],
      ['criticality index', 'share of futures in which the task is on the driving path'],
      [
        'SSI',
        r`criticality index $\times\ \frac{\text{sd}(\text{work})}{\text{sd}(\text{focus date})}$: how much of the spread it can bring`,
      ],
      ['cruciality', r`$|\text{Spearman}(\text{work}, \text{focus date})|$: how closely the focus follows it`],
      [
        'merge bias',
        'mean of the latest of several paths less the latest of their means: the delay that comes from meeting alone',
      ],
    ),
    formula(
      r`\operatorname{mean}(\max_i B_i) - \max_i \operatorname{mean}(B_i) \ge 0`,
      'Merge bias: the mean of the largest bound less the largest of the mean bounds.',
    ),
    text(
      'They are taken over the futures in which the focus is reached. The schedule-quality checks (missing logic, leads, lags, hard constraints, high or negative float, dates that cannot be) look at the plan alone and name the tasks that fail.',
    ),
  ],
};

const targets: MethodSection = {
  id: 'targets',
  title: 'Targets and joint confidence',
  blocks: [
    text(
      'A target compares a figure with a value: SOP by a day, output of a year at least so much, peak funding at most so much. Its probability is the share of futures that meet it. A date that is never and an IRR that does not exist miss their target, whatever the comparison. Shares of a year are sales over demand of the year (0 without demand), the cost and the price of a year are those of its December.',
    ),
    text(
      '**Joint confidence** (JCL) is the share of futures that meet two or three targets at once. It is not the product of their probabilities: what makes a programme late makes it dear too, so good and bad luck come together. It never exceeds the least of them.',
    ),
  ],
};

const comparison: MethodSection = {
  id: 'comparison',
  title: 'Comparing, attributing, seeking',
  blocks: [
    text(
      '**Paired differences.** Two scenarios with the same seed share the draws of the inputs they share. The difference is taken trial by trial and has its own fan; it is far better known than the difference of two independent runs, and a scenario compared with itself differs by exactly 0.',
    ),
    text(
      '**Attribution** divides a change from A to B over groups of inputs: timeline, risks, lines, supply, funding, cost and market. As groups act on each other, the order in which they are exchanged matters; the Shapley value is the mean over all orders, computed exactly over all $2^k$ mixtures:',
    ),
    formula(
      r`\begin{aligned} \phi_g &= \sum_{S \not\ni g} \pi_S\,(f(S \cup g) - f(S)) \\ \pi_S &= \frac{|S|!\,(k - |S| - 1)!}{k!} \end{aligned}`,
      'The Shapley value of a group: the mean change that exchanging it makes, over all orders of exchange.',
    ),
    text('The parts add up to the whole change, to the last digit; they are a fair division and not causes.'),
    steps(
      '**Goal seek** moves one input, by an offset or a factor on its whole distribution and with the same draws, to the smallest move at which a target reaches the wished probability. "None within the bounds" is an answer.',
      '**A portfolio** gives each of several scenarios a probability; its percentiles are those of the mixture.',
      '**A response** is worth the difference between with and without it, its price included.',
      '**Checks** are statements of the analyst ("halving supply never brings SOP forward") that are evaluated on demand and change no result.',
    ),
  ],
};

/** What is read from the trials. */
export const resultSections: readonly MethodSection[] = [results, sensitivity, targets, comparison];
