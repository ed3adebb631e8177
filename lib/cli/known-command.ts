import type { FigureStatistic } from '../engine/insight/figure';
import {
  type KnownFigure,
  type Precision,
  runUntilKnown,
  type StoppedRun,
  type StopRule,
  stopRuleOptions,
} from '../engine/insight/stop-rule';
import type { CompiledScenario } from '../engine/types';
import { openBlockThreads } from '../runner/block-threads';
import type { ScenarioDocument } from '../scenario/document';
import { type Bench, EXIT, insightWords, needed, openFile } from './insight-options';
import { UsageError } from './options';
import { columns, jsonLine, shortNumber, showProbability, showValue } from './show';

const STATISTICS: readonly FigureStatistic[] = ['mean', 'P5', 'P10', 'P25', 'P50', 'P75', 'P90', 'P95', 'probability'];
/** All trials are kept, some 25 kB each for a scenario of 50 tasks and 12 years. */
const MOST_TRIALS = 32_768;

/** `rampline known FILE --figure OUTPUT:STATISTIC:ERROR`: runs until figures are known to a precision. */
export async function knownCommand(words: readonly string[], bench: Bench): Promise<number> {
  const given = insightWords(words, 'known', { figure: { type: 'string' } });
  const figures = needed(given.text('figure'), 'known', 'figure').split(',').map(precisionOf);
  const scenario = openFile(given.files[0]!, given.json, bench.terminal);
  if (scenario === null) return EXIT.refused;
  const { seed, sampling, trials: mostTrials = MOST_TRIALS } = given.draws;
  const rule: StopRule = { figures, mostTrials, seed, sampling };
  const stopped = await stop(scenario, rule, given.workers, bench).catch((error: unknown) => {
    // A figure that the scenario does not have is a slip of the command line.
    throw error instanceof RangeError ? new UsageError(error.message) : error;
  });
  const { run, known } = stopped;
  const result = { trials: run.trials, known, figures: stopped.figures };
  bench.terminal.out(given.json ? jsonLine(result) : inWords(scenario.document, run.trials, stopped.figures));
  return known ? EXIT.well : EXIT.no;
}

async function stop(
  scenario: CompiledScenario,
  rule: StopRule,
  workers: number,
  { script }: Bench,
): Promise<StoppedRun> {
  if (workers <= 1) return runUntilKnown(scenario, rule);
  const threads = openBlockThreads(scenario, stopRuleOptions(rule), { workers, script });
  try {
    return await runUntilKnown(scenario, { ...rule, runBlocks: threads.runBlocks });
  } finally {
    threads.close();
  }
}

/** `sop:P50:2`, `targets/early:probability:0.01`. */
function precisionOf(text: string): Precision {
  const [output, name, errorText, ...more] = text.split(':');
  const statistic = STATISTICS.find((entry) => entry === name);
  const error = Number(errorText);
  if (!output || statistic === undefined || !(error > 0) || more.length > 0) {
    throw new UsageError(`--figure is "${text}"; it must be like sop:P50:2 (output, ${STATISTICS.join('|')}, error).`);
  }
  if (statistic === 'probability' && !output.startsWith('targets/')) {
    throw new UsageError(`--figure is "${text}"; a probability is of a target: targets/<id>:probability:${errorText}.`);
  }
  return { output, statistic, error };
}

function inWords(document: ScenarioDocument, trials: number, figures: readonly KnownFigure[]): string {
  const rows = figures.map(({ output, statistic, value, reached, error, known }) => [
    `${known ? 'known' : 'NOT KNOWN'}  ${output} ${statistic}`,
    statistic === 'probability'
      ? showProbability(value)
      : showValue(document, output, Number.isFinite(value) ? value : 'never'),
    reached === null ? 'no error' : `± ${shortNumber(reached)}`,
    `of ${shortNumber(error)}`,
  ]);
  return `${trials} trials\n${columns([['figure', 'value', 'error', 'wished for'], ...rows])}`;
}
