/** How each picture is usually misread, a sentence beside it. */
export const CAUTIONS = {
  tornado:
    'A long bar is an input that is uncertain here and matters; a short one may matter as much and only be known well. Bars do not add up, and inputs that move together share their effect.',
  sop: 'A chance read off the curve is of this model with these ranges, not of the world; a steep curve says that the inputs were given narrow ranges as much as that the date is sure.',
  gantt:
    'The path of the plan is only the likeliest to decide: a task off it with high criticality decides in other futures. P90 of the finish is not the sum of P90 of the tasks.',
  indices:
    'Criticality says how often a task decides the date, not by how much; a short sure task can be at 100 %. Read it with SSI. Cruciality is a correlation and may come from a shared cause.',
  jcl: 'The chance of both is not the product of the two chances: the same causes move date and money, to the same side or to opposite ones. A dot is one future, not an estimate, and many pairs of targets have the same chance of both.',
  future:
    'One future near a percentile of one output is not the percentile of everything: near P80 of the date its cash may be near P20. Another future with the same date can look quite different.',
  quality:
    'Passing says that the network is fit to be computed, not that its durations are right; a failed point may have a good reason, which belongs in a note.',
  responses:
    'The worth of a response is a mean over futures; in most of them the risk may never come and the response only costs. Worths of several responses do not add up.',
  checks:
    'A check that holds says that the model obeys the sentence on these inputs; it does not say that the sentence is true.',
  goal: 'Only one input moves, by the same factor or offset in every future; the rest stays as it was, so the answer is the least it takes with nothing else done.',
  overlay:
    'Bands that overlap do not say that there is no difference: both scenarios share their draws, and the paired difference has the narrower band.',
  paired:
    'The difference of two medians is not the median of the differences. Futures in which a date never comes on one side are counted apart, they are no number of days.',
  attribution:
    'A part is what its group does on average over all orders of change; groups that only work together share what they do, so removing one later gives back another amount. A part of the other sign is no error: where money is short, buying less can pay for a build sooner.',
} as const;
