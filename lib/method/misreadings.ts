/** How a chart is usually misread, and what it says instead. */
export interface Misreading {
  readonly chart: string;
  readonly misread: string;
  readonly instead: string;
}

/** By chart: what stands beside the picture, and on the method page. */
export const MISREADINGS = {
  headline: {
    chart: 'Headline strip',
    misread: 'The big figure is what will happen.',
    instead: 'It is the middle of the futures: half lie beyond it. Quote the range with it, and the share of never.',
  },
  gantt: {
    chart: 'Gantt',
    misread: 'The bars are the expected dates, the whiskers are float.',
    instead:
      'The bars are the plan, which is early; the whisker is where the finish falls in eight futures of ten, whatever the float. The path of the plan is only the likeliest to decide: a task off it with high criticality decides in other futures. P90 of the finish is not the sum of P90 of the tasks.',
  },
  fan: {
    chart: 'Fans',
    misread: 'The middle line is the most likely path, the edge a bad path.',
    instead:
      'Each month has its own percentiles. No future follows the line, and one that is at P90 this year may be at P30 the next. Open a trial to see a path.',
  },
  bottleneck: {
    chart: 'What holds it back',
    misread: 'The widest band is what to spend on.',
    instead:
      'It is what binds most often, one limit a month. The next limit may lie just behind; the effect of lifting one is what a comparison or a goal seek says.',
  },
  output: {
    chart: 'Output, capacity and demand',
    misread: 'Capacity that is not used is waste of the line.',
    instead:
      'Capacity counts cells started, output good cells: part of the gap is yield. The rest is demand or material; see what holds the month back.',
  },
  share: {
    chart: 'Market share, stacked',
    misread: 'The stack is the median future, and its bands are certain.',
    instead:
      'It stacks means, as only means add up. How uncertain own share is stands alone in its fan. Shares are of sales, of the segment that is chosen.',
  },
  'own-share': {
    chart: 'Own share',
    misread: 'Hundredths of a per cent mean failure.',
    instead: 'The whole market is thousands of GWh. Choose the segment that the cells are made for first.',
  },
  supply: {
    chart: 'Need and supply of a material',
    misread: 'Supply above need means that the material is safe.',
    instead:
      'Both lines are middles of fans, and need is what could be used after all other limits. A late line beside supply that is on time costs take-or-pay.',
  },
  cost: {
    chart: 'Unit cost and price',
    misread: 'The first months show that the product can never be sold.',
    instead:
      'Full cost spreads whole lines over a few cells during a ramp. Read it over twelve months, and the variable cost for the margin of the next cell.',
  },
  cash: {
    chart: 'Cash and peak funding',
    misread: 'The lowest point of the P10 cash fan is the money to raise.',
    instead:
      'Cash has the tranches in it already, and every future has its own lowest month. Peak funding takes the deepest point of cumulative free cash flow in each future, and only then the percentiles.',
  },
  'date-curve': {
    chart: 'S-curve of a date',
    misread: 'The curve ends at 100 %, so the date will come.',
    instead:
      'Where it ends below 100 %, the rest is never within the horizon. A chance read off the curve is of this model with these ranges, not of the world; a steep curve says that the inputs were given narrow ranges as much as that the date is sure.',
  },
  tornado: {
    chart: 'Tornado',
    misread: 'The longest bar is the input to improve, and the bars add up.',
    instead:
      'A long bar is an input that is uncertain here and matters; a short one may matter as much and only be known well. Bars do not add up, and inputs that move together share their effect.',
  },
  criticality: {
    chart: 'Criticality, SSI, cruciality',
    misread: 'A task at 20 % may be ignored, one at 100 % is the problem.',
    instead:
      'A task at 20 % drives one future in five, and those may be the late ones. Criticality says how often a task decides the date, not by how much; a short sure task can be at 100 %. Read it with SSI. Cruciality is a correlation and may come from a shared cause.',
  },
  jcl: {
    chart: 'Joint confidence of date and money',
    misread: 'Each target has 70 %, so both have 49 %, or 70 %.',
    instead:
      'The chance of both is not the product of the two chances: the same causes move date and money, to the same side or to opposite ones. A dot is one future, not an estimate, and many pairs of targets have the same chance of both.',
  },
  future: {
    chart: 'One future',
    misread: 'This is what P80 looks like.',
    instead:
      'One future near a percentile of one output is not the percentile of everything: near P80 of the date its cash may be near P20. Another future with the same date can look quite different.',
  },
  quality: {
    chart: 'Schedule quality',
    misread: 'All points pass, so the plan is sound.',
    instead:
      'Passing says that the network is fit to be computed, not that its durations are right; a failed point may have a good reason, which belongs in a note.',
  },
  responses: {
    chart: 'Worth of responses',
    misread: 'A response that is worth 50 m saves 50 m.',
    instead:
      'The worth of a response is a mean over futures; in most of them the risk may never come and the response only costs. Worths of several responses do not add up.',
  },
  checks: {
    chart: 'Checks',
    misread: 'The checks hold, so the model is right.',
    instead:
      'A check that holds says that the model obeys the sentence on these inputs; it does not say that the sentence is true.',
  },
  goal: {
    chart: 'Goal seek',
    misread: 'So much more supply, and the target is met.',
    instead:
      'Only one input moves, by the same factor or offset in every future; the rest stays as it was, so the answer is the least it takes with nothing else done.',
  },
  overlay: {
    chart: 'Two scenarios overlaid',
    misread: 'The fans overlap, so there is no difference.',
    instead:
      'Bands that overlap do not say that there is no difference: both scenarios share their draws, and the paired difference has the narrower band.',
  },
  comparison: {
    chart: 'Paired differences',
    misread: 'The medians differ by 40 days, so the difference is 40 days.',
    instead:
      'The difference of two medians is not the median of the differences. Futures in which a date never comes on one side are counted apart, they are no number of days.',
  },
  attribution: {
    chart: 'Attribution',
    misread: 'Supply costs 1.1 points, so undoing it brings 1.1 points back.',
    instead:
      'A part is what its group does on average over all orders of change; groups that only work together share what they do, so removing one later gives back another amount. A part of the other sign is no error: where money is short, buying less can pay for a build sooner.',
  },
  precision: {
    chart: 'Sampling error',
    misread: '± 3 days: the date is known to 3 days.',
    instead:
      'What this model says of it is known to 3 days. How sure the date itself is, is the range from P10 to P90, and more futures do not make that narrower.',
  },
  portfolio: {
    chart: 'Several scenarios, weighted',
    misread: 'The middle of the mixture is the compromise between the scenarios.',
    instead:
      'It is a mixture, not a mean: where the scenarios lie far apart, hardly any future lies in the middle between them. The weights are judgement, and percentiles move with them.',
  },
  probability: {
    chart: 'Chance of a target',
    misread: '31 % and 33 % are different chances.',
    instead:
      'The sampling error stands beside it; and inputs are judgement. Differences that matter survive another seed and another expert.',
  },
} as const satisfies Readonly<Record<string, Misreading>>;

export type MisreadChart = keyof typeof MISREADINGS;
