import { type MixtureStatistics, type Portfolio, portfolio, type WeightedRun } from '../engine/insight/portfolio';
import type { ScenarioDocument } from '../scenario/document';
import { type Bench, EXIT, insightWords, openFile, threadLaboratory } from './insight-options';
import { UsageError } from './options';
import { columns, jsonLine, showChance, showProbability, showValue } from './show';

const OUTPUTS = ['sop', 'npv', 'irr', 'peakFunding'];

/** `rampline portfolio FILE=WEIGHT...`: scenarios with a weight each, as one mixture. */
export async function portfolioCommand(words: readonly string[], bench: Bench): Promise<number> {
  const given = insightWords(words, 'portfolio', { output: { type: 'string' } }, { least: 1, most: 20 });
  const named = given.files.map(weighted);
  const scenarios = named.map(({ file }) => openFile(file, given.json, bench.terminal));
  const outputs = given.text('output')?.split(',') ?? OUTPUTS;
  const members: WeightedRun[] = [];
  const laboratory = threadLaboratory(given, bench);
  const first = scenarios[0]?.document;
  if (first === undefined) return EXIT.refused;
  const { trials = first.run?.trials, seed = first.run?.seed, sampling = first.run?.sampling } = given.draws;
  for (const [i, scenario] of scenarios.entries()) {
    if (scenario === null) return EXIT.refused;
    const run = await laboratory.run(scenario, { trials, seed, sampling, samples: outputs });
    members.push({ run, weight: named[i]!.weight });
  }
  const mixed = portfolio(
    members,
    outputs,
    first.targets?.map(({ id }) => id),
  );
  const missing = outputs.find((name) => mixed.outputs[name] === undefined);
  if (missing !== undefined) throw new UsageError(`not every scenario has the output "${missing}".`);
  bench.terminal.out(given.json ? jsonLine(mixed) : inWords(first, mixed.outputs, mixed.targets));
  return EXIT.well;
}

/** `scenario.json=0.6`; without a weight 1. */
function weighted(word: string): { file: string; weight: number } {
  const at = word.lastIndexOf('=');
  if (at < 0) return { file: word, weight: 1 };
  const weight = Number(word.slice(at + 1));
  if (!(weight > 0) || !Number.isFinite(weight)) throw new UsageError(`the weight in "${word}" must be above 0.`);
  return { file: word.slice(0, at), weight };
}

function inWords(
  document: ScenarioDocument,
  outputs: Readonly<Record<string, MixtureStatistics>>,
  targets: Portfolio['targets'],
): string {
  const rows = Object.entries(outputs).map(([name, { P10, P50, P90, mean, never, none }]) => [
    name,
    ...[P10, P50, P90, mean].map((value) => showValue(document, name, value)),
    showProbability(never + none),
  ]);
  const chances = Object.entries(targets).map(([id, chance]) => [`targets/${id}`, showChance(chance)]);
  const table = columns([['mixture', 'P10', 'P50', 'P90', 'mean', 'never or none'], ...rows]);
  return chances.length > 0 ? `${table}\n${columns([['chance of', ''], ...chances])}` : table;
}
