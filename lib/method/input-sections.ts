import { formula, list, table, text } from './blocks';
import type { MethodSection } from './method-types';

const r = String.raw;

const conventions: MethodSection = {
  id: 'conventions',
  title: 'Time, money and units',
  blocks: [
    text(
      r`A moment is a **day number**: days since 1970-01-01 00:00 UTC, with fractions. Intervals contain their start and not their end. A date that never comes is **never**; whatever waits for it never comes either. The horizon is cut into whole calendar months; month $m = 0, \dots, M-1$ runs from $a_m$ to $b_m$, and a value that changes with time is read at its midpoint $(a_m + b_m)/2$.`,
    ),
    text(
      'Yearly amounts (demand, nameplate capacity, contracted supply, overhead, fixed cost) fall on each month with one twelfth, long or short, so that twelve months add up to the year that was written. One month of age counts 30.4375 days, one year 365.25.',
    ),
    text(
      'Energy is in GWh, mass in t, unit prices are per kWh or per kg. Money is **real**: in the prices of the base year (`priceBase`), in the currency of the scenario. The WACC and interest are therefore real rates too; inflation appears nowhere and must not be put into prices by hand.',
    ),
  ],
};

const uncertainInputs: MethodSection = {
  id: 'uncertain-inputs',
  title: 'Uncertain inputs',
  blocks: [
    text(
      'An input is a number or a distribution. Each has a path that names it (`tasks/winter-test/duration`) and in each future one draw $u$ between 0 and 1; its value there is the quantile $Q(u)$.',
    ),
    table(
      'Kinds of distributions',
      ['kind', 'value at the draw $u$', 'central value, used by the plan'],
      ['fixed', 'the number', 'the number'],
      ['uniform', r`$\text{low} + u\,(\text{high} - \text{low})$`, 'the middle'],
      ['triangular', 'the quantile of the triangle over low, mode, high', 'the mode'],
      [
        'pert',
        r`$\text{low} + (\text{high}-\text{low})\,B^{-1}(u;\, 1 + \lambda r,\, 1 + \lambda(1-r))$ with $r = \frac{\text{mode}-\text{low}}{\text{high}-\text{low}}$; $B^{-1}$ is the quantile of the beta distribution, $\lambda$ is 4 unless given`,
        'the mode',
      ],
      [
        'normal',
        r`$\text{mean} + \text{sd}\,z$ with $z$ the quantile of the standard normal distribution, cut off and renormalised where low or high are given`,
        'the mean',
      ],
      [
        'lognormal',
        r`$e^{\mu + \sigma \Phi^{-1}(u)}$ with $\mu = \frac{\ln p_{10} + \ln p_{90}}{2}$, $\sigma = \frac{\ln p_{90} - \ln p_{10}}{2 \cdot 1.28155\ldots}$`,
        r`$e^{\mu}$, the median`,
      ],
      [
        'discrete',
        'the first outcome, in order of value, whose cumulated probability exceeds $u$',
        'the most probable outcome; of equals the lower',
      ],
    ),
    text(
      'The low and high of a triangular or PERT input may be meant as its 10th and 90th percentiles (`bounds: p10-p90`), which is what experts tend to name. The true end points then lie further out. With $r$ the place of the mode between them and $q$ the quantile of the same shape on 0 to 1, they follow from one equation, solved once for each input:',
    ),
    formula(
      r`\frac{\text{mode} - p_{10}}{p_{90} - p_{10}} = \frac{r - q(0.1;\, r)}{q(0.9;\, r) - q(0.1;\, r)}`,
      'The place of the mode between the tenth and the ninetieth percentile fixes its place between the end points.',
    ),
    text(
      'A value that changes with time is a **trajectory**: knots at dates, each a number or low, mode and high, joined linearly or geometrically and constant outside. One draw moves the whole path: at each knot it takes the triangular quantile of that draw, so that a path is high or low throughout and never crosses itself. `min` and `max` cut off whatever lies beyond them, for draws and for the central value.',
    ),
  ],
};

const correlation: MethodSection = {
  id: 'correlation',
  title: 'Correlation',
  blocks: [
    text(
      r`Inputs draw independently unless a correlation is stated. Correlated ones are tied by a **Gaussian copula**: their draws become normal scores $z = \Phi^{-1}(u)$, the scores are multiplied by the lower Cholesky factor of the correlation matrix and brought back by $\Phi$. Each input keeps its own distribution; only what goes together changes. Pairs that are not named have correlation 0.`,
    ),
    formula(r`u' = \Phi(L\,\Phi^{-1}(u)), \qquad L L^{\mathsf T} = R`, 'Correlated draws from independent ones.'),
    text(
      'The stated number is the correlation of the normal scores, not of the values; for skewed inputs that of the values is a little lower. Three statements can contradict each other (A with B, B with C, A against C): such a matrix belongs to no distribution and is refused, naming the entries and offering the nearest matrix that is possible.',
    ),
  ],
};

const runs: MethodSection = {
  id: 'runs',
  title: 'Plan, trials and draws',
  blocks: [
    text(
      'The **plan** is the one future in which every input has its central value, each gate passes at the first attempt, no risk occurs, and a tranche arrives if its probability is at least one half. It is what a schedule on paper says. It is not a forecast: most plans leave out everything that only ever makes things late, so its date usually lies far on the early side of the trials, and its percentile among them stands beside it wherever it is shown.',
    ),
    text(
      'A **trial** is one future with every input at its own draw. A draw depends on the seed, the path of the input and the number of the trial, on nothing else. That is why two scenarios that share inputs share their draws (a comparison sees the difference and not the noise), why adding a task leaves every other input alone, why 512 trials are the beginning of 8,192, and why any single trial can be opened again by its number.',
    ),
    text(
      'The default sampling is a replicated **Latin hypercube**: trials come in blocks of 512, and within a block each input has exactly one draw in each of 512 equal strata, in random order and at a random place in its stratum. Blocks are independent, so their spread measures the sampling error honestly. Plain Monte Carlo can be chosen instead.',
    ),
    list(
      'Events are draws too, and a high draw is always the bad one: a risk occurs above $1 - p$, a tranche is missed above $p$, a gate fails the more often the higher its draw.',
      'The same document, seed, number of trials and engine version give the same bytes on every machine, in every browser and with any number of threads. The engine therefore has its own exponential, logarithm and power, since those of the platforms differ in their last bits.',
      'The run id on every export (hash of the document, seed, trials, engine version) is all that is needed to compute the numbers again.',
    ),
  ],
};

/** How inputs are uncertain and how futures are drawn. */
export const inputSections: readonly MethodSection[] = [conventions, uncertainInputs, correlation, runs];
