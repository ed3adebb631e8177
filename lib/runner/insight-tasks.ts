import { monthIndex, monthText } from '../engine/calendar/horizon';
import { runChecks } from '../engine/checks/run-checks';
import { attributeChanges } from '../engine/insight/attribution';
import { seekGoal } from '../engine/insight/goal-seek';
import { drawnAs } from '../engine/insight/laboratory';
import { compareRuns } from '../engine/insight/paired-comparison';
import { portfolio, type WeightedRun } from '../engine/insight/portfolio';
import { responseWorths } from '../engine/insight/risk-responses';
import { scheduleQuality } from '../engine/insight/schedule-quality';
import { runUntilKnown } from '../engine/insight/stop-rule';
import { BLOCK_TRIALS, type Outcome } from '../engine/types';
import type {
  ComparedStudies,
  InsightAnswers,
  InsightKind,
  InsightQuestions,
  InsightRequest,
  KnownFigures,
  OnInsightProgress,
} from './insight-types';
import { createLaboratory } from './laboratory';
import { openDocument } from './open';
import { nextTurn, runInBlocks } from './run-in-blocks';

type Perform<K extends InsightKind> = (
  question: InsightQuestions[K],
  tell: OnInsightProgress,
) => Promise<Outcome<InsightAnswers[K]>>;

const tasks: { readonly [K in InsightKind]: Perform<K> } = {
  study: async ({ document, draws, sensitivity, samples }, tell) => {
    const opened = openDocument(document);
    if (!opened.ok) return opened;
    const options = { ...draws, sensitivity, samples };
    const { plan, trials } = await runInBlocks(opened.value, options, { onProgress: tell, pause: nextTurn });
    return { ok: true, value: { plan, trials } };
  },
  replay: async ({ document, draws, trial }) => {
    const opened = openDocument(document);
    return opened.ok ? { ok: true, value: opened.value.replayTrial(trial, draws) } : opened;
  },
  compare: compareStudies,
  attribute: attributeOutputs,
  goal: ({ document, goal }, tell) => seekGoal(document, { ...goal, onRuns: told(tell) }, createLaboratory()),
  responses: ({ document, draws, outputs }, tell) =>
    responseWorths(document, { ...draws, outputs, onRuns: told(tell) }, createLaboratory()),
  checks: ({ document, draws }, tell) => runChecks(document, { ...draws, onRuns: told(tell) }, createLaboratory()),
  known: knowFigures,
  mixture: mixFans,
  quality: async ({ document }) => {
    const opened = openDocument(document);
    return opened.ok ? { ok: true, value: scheduleQuality(opened.value) } : opened;
  },
};

function told(tell: OnInsightProgress) {
  return (done: number, of: number) => tell({ done, of });
}

async function attributeOutputs(
  { before, after, draws, outputs }: InsightQuestions['attribute'],
  tell: OnInsightProgress,
): Promise<Outcome<InsightAnswers['attribute']>> {
  const figures = outputs.map((output) =>
    output.startsWith('targets/') ? { output, statistic: 'probability' as const } : { output },
  );
  const request = { ...draws, figures, onRuns: told(tell) };
  const outcome = await attributeChanges(before, after, request, createLaboratory());
  if (!outcome.ok) return outcome;
  return { ok: true, value: Object.fromEntries(outputs.map((output, index) => [output, outcome.value[index]!])) };
}

/** Fans of several scenarios as one. */
async function mixFans(
  { members, draws, series }: InsightQuestions['mixture'],
  tell: OnInsightProgress,
): Promise<Outcome<InsightAnswers['mixture']>> {
  const runs: WeightedRun[] = [];
  const [first] = members;
  if (first === undefined) return { ok: true, value: [] };
  const options = drawnAs(first.document, draws);
  for (const { document, weight } of members) {
    const opened = openDocument(document);
    if (!opened.ok) return opened;
    const run = await createLaboratory().run(opened.value, options);
    runs.push({ run, weight });
    tell({ done: runs.length, of: members.length });
  }
  const names = (month: string) => series.map((name) => `${name}@${month}`);
  const { start, end } = first.document.horizon;
  const from = monthIndex(start)!;
  const months = Array.from({ length: monthIndex(end)! - from + 1 }, (_, m) => monthText(from + m));
  const { outputs } = portfolio(runs, months.flatMap(names), [], { errors: false });
  const found = months.flatMap((month) => {
    const fans = series.flatMap((name) => {
      const mixed = outputs[`${name}@${month}`];
      return mixed ? [[name, mixed] as const] : [];
    });
    return fans.length > 0 ? [{ month, fans: Object.fromEntries(fans) }] : [];
  });
  return { ok: true, value: found };
}

/** As many futures as it takes to know figures to a precision. */
async function knowFigures(
  { document, draws, figures, mostTrials }: InsightQuestions['known'],
  tell: OnInsightProgress,
): Promise<Outcome<KnownFigures>> {
  const opened = openDocument(document);
  if (!opened.ok) return opened;
  const { seed, sampling } = drawnAs(document, draws);
  const {
    run,
    known,
    figures: found,
  } = await runUntilKnown(opened.value, {
    figures,
    mostTrials,
    seed,
    sampling,
    runBlocks: async (blocks, from, to) => {
      for (let block = from; block < to; block++) {
        blocks.runBlock(block);
        tell({ done: (block + 1) * BLOCK_TRIALS, of: mostTrials });
        await nextTurn();
      }
    },
  });
  return { ok: true, value: { trials: run.trials, known, figures: found } };
}

/** Both scenarios with the draws of the first, and what differs trial by trial. */
async function compareStudies(
  { before, after, draws, outputs }: InsightQuestions['compare'],
  tell: OnInsightProgress,
): Promise<Outcome<ComparedStudies>> {
  const first = openDocument(before);
  if (!first.ok) return first;
  const second = openDocument(after);
  if (!second.ok) return second;
  const options = { ...drawnAs(before, draws), samples: outputs };
  const blocks = 2 * first.value.startTrials(options).blocks;
  let done = 0;
  const laboratory = createLaboratory({
    pause: async () => {
      done += 1;
      tell({ done: done * BLOCK_TRIALS, of: blocks * BLOCK_TRIALS });
      await nextTurn();
    },
  });
  const runBefore = await laboratory.run(first.value, options);
  const runAfter = await laboratory.run(second.value, options);
  const sides = [
    { document: before, run: runBefore },
    { document: after, run: runAfter },
  ] as const;
  return {
    ok: true,
    value: {
      before: { plan: first.value.runPlan(), trials: runBefore.results() },
      after: { plan: second.value.runPlan(), trials: runAfter.results() },
      comparison: compareRuns(sides[0], sides[1], outputs),
    },
  };
}

/** Answers one question about a scenario or two, in this thread. Its kind decides what is asked and what comes back. */
export function performInsight<K extends InsightKind>(
  { kind, question }: InsightRequest<K>,
  tell: OnInsightProgress = () => undefined,
): Promise<Outcome<InsightAnswers[K]>> {
  return tasks[kind](question, tell);
}
