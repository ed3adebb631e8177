import { type Attribution, attributeChange } from '../engine/insight/attribution';
import type { FigureStatistic } from '../engine/insight/figure';
import { compareRuns, type PairedComparison } from '../engine/insight/paired-comparison';
import type { ScenarioDocument } from '../scenario/document';
import { type Bench, EXIT, insightWords, openFile, threadLaboratory } from './insight-options';
import { UsageError } from './options';
import { columns, jsonLine, shortNumber, showDifference, showProbability, showValue } from './show';
import { tellErrors } from './tell-errors';

const STATISTICS: readonly FigureStatistic[] = ['mean', 'P5', 'P10', 'P25', 'P50', 'P75', 'P90', 'P95', 'probability'];

/** Up to 128 runs: fewer trials each, unless more are asked for. */
const ATTRIBUTION_TRIALS = 1024;

/** `rampline compare A B`: paired differences, and on request what they come from. */
export async function compareCommand(words: readonly string[], bench: Bench): Promise<number> {
  const own = { output: { type: 'string' }, attribute: { type: 'string' }, statistic: { type: 'string' } } as const;
  const given = insightWords(words, 'compare', own, { least: 2, most: 2 });
  const { terminal } = bench;
  const statistic = statisticOf(given.text('statistic'));
  const [before, after] = given.files.map((file) => openFile(file, given.json, terminal));
  if (!before || !after) return EXIT.refused;
  const laboratory = threadLaboratory(given, bench);
  const outputs = given.text('output')?.split(',') ?? [];
  const run = before.document.run ?? {};
  const draws = {
    trials: given.draws.trials ?? run.trials,
    seed: given.draws.seed ?? run.seed,
    sampling: given.draws.sampling ?? run.sampling,
  };
  const options = { ...draws, samples: outputs };
  const sides = {
    before: { document: before.document, run: await laboratory.run(before, options) },
    after: { document: after.document, run: await laboratory.run(after, options) },
  };
  const comparison = compareRuns(sides.before, sides.after, outputs);
  const output = given.text('attribute');
  const attributed =
    output === undefined
      ? null
      : await attributeChange(
          before.document,
          after.document,
          { ...draws, trials: given.draws.trials ?? ATTRIBUTION_TRIALS, output, statistic },
          laboratory,
        );
  if (attributed !== null && !attributed.ok) {
    tellErrors(attributed.errors, given.json ? null : given.files.join(', '), terminal);
    return EXIT.refused;
  }
  const attribution = attributed?.value;
  if (given.json) terminal.out(jsonLine({ ...comparison, ...(attribution && { attribution }) }));
  else terminal.out(inWords(before.document, comparison, attribution));
  return EXIT.well;
}

function statisticOf(text: string | undefined): FigureStatistic | undefined {
  if (text === undefined) return undefined;
  const found = STATISTICS.find((statistic) => statistic === text);
  if (found === undefined)
    throw new UsageError(`--statistic is "${text}"; it must be one of ${STATISTICS.join(', ')}.`);
  return found;
}

function inWords(document: ScenarioDocument, comparison: PairedComparison, attribution?: Attribution): string {
  const { outputs, targets, trials } = comparison;
  const rows = Object.entries(outputs).map(([name, { difference, pairs, neverBefore, neverAfter }]) => [
    name,
    ...[difference.P10, difference.P50, difference.P90, difference.mean].map((value) =>
      pairs === 0 ? 'none' : showDifference(document, name, value),
    ),
    String(pairs),
    String(neverBefore),
    String(neverAfter),
  ]);
  const chances = Object.entries(targets).map(([id, { before, after, se }]) => [
    `targets/${id}`,
    showProbability(before),
    showProbability(after),
    `${(100 * (after - before)).toFixed(1)} points`,
    se === undefined ? '' : `± ${(100 * se).toFixed(1)}`,
  ]);
  const head = ['second less first', 'P10', 'P50', 'P90', 'mean', 'pairs', 'never in 1', 'never in 2'];
  const parts = [`${trials} trials, drawn alike\n\n${columns([head, ...rows])}`];
  if (chances.length > 0) parts.push(columns([['chance of', 'first', 'second', 'change', ''], ...chances]));
  if (attribution !== undefined) parts.push(attributionInWords(document, attribution));
  return parts.join('\n');
}

function attributionInWords(document: ScenarioDocument, attribution: Attribution): string {
  const { figure, before, after, groups, dropped } = attribution;
  const isChance = figure.statistic === 'probability';
  const value = (x: number) => (isChance ? showProbability(x) : showValue(document, figure.output, x));
  const change = (x: number) =>
    isChance ? `${(100 * x).toFixed(2)} points` : showDifference(document, figure.output, x);
  const rows = groups.map(({ group, value: share, se }) => [
    `  ${group}`,
    change(share),
    se === undefined ? '' : `± ${isChance ? (100 * se).toFixed(2) : shortNumber(se)}`,
  ]);
  const title = `${figure.output} (${figure.statistic}): ${value(before)} to ${value(after)}, because of\n`;
  const table = rows.length > 0 ? columns([...rows, ['  all', change(after - before), '']]) : '  nothing\n';
  const lost = dropped.length > 0 ? `Dropped in mixtures:\n${dropped.map((entry) => `  ${entry}\n`).join('')}` : '';
  return `${title}${table}${lost}`;
}
