import { quantileType7 } from '../../engine/maths/quantiles';
import { openScenario } from '../../engine/run-scenario';
import type { CompiledScenario } from '../../engine/types';
import type { Sampling } from '../../scenario/document';
import { referenceDocument } from '../reference';
import { standardDeviation } from '../spread';
import { type BenchTable, digits } from '../table';

const METHODS: readonly Sampling[] = ['monte-carlo', 'latin-hypercube'];
const OUTPUTS = [
  { name: 'sop', label: 'SOP', unit: 'days', scale: 1 },
  { name: 'npv', label: 'NPV', unit: 'm', scale: 1e-6 },
  { name: 'output@2030', label: 'output 2030', unit: 'MWh', scale: 1e3 },
  { name: 'peakFunding', label: 'peak funding', unit: 'm', scale: 1e-6 },
] as const;
const STATISTICS = ['P10', 'P50', 'P90', 'mean'] as const;

/** How far figures of a run stray from run to run: the standard deviation over seeds. */
export function samplingPart(quick: boolean): BenchTable {
  const { document, hash } = referenceDocument();
  const scenario = openScenario(document, { documentHash: hash });
  const sizes = quick ? [512] : [512, 2048];
  const seeds = quick ? 16 : 40;
  const rows: string[][] = [];
  for (const trials of sizes) {
    const [plain, stratified] = METHODS.map((sampling) => errorsOf(scenario, sampling, trials, seeds));
    OUTPUTS.forEach((output, o) => {
      STATISTICS.forEach((statistic, s) => {
        const a = plain![o]![s]! * output.scale;
        const b = stratified![o]![s]! * output.scale;
        rows.push([
          `${output.label} ${statistic}, ${output.unit}`,
          digits(trials, 4),
          digits(a),
          digits(b),
          digits((a / b) ** 2),
        ]);
      });
    });
  }
  return {
    title: 'Sampling error: spread of a figure from seed to seed',
    head: ['figure of Reference', 'trials', 'monte-carlo', 'latin-hypercube', 'trials saved'],
    rows,
    notes: [
      `Standard deviation over ${seeds} seeds of the same figure, never left out. Trials saved: how many plain trials are worth one stratified trial, the squared ratio; itself uncertain by some ${digits(100 * Math.sqrt(4 / (seeds - 1)), 2)} %.`,
    ],
  };
}

/** [output][statistic]: standard deviation over the seeds. */
function errorsOf(scenario: CompiledScenario, sampling: Sampling, trials: number, seeds: number): number[][] {
  const found = OUTPUTS.map(() => STATISTICS.map((): number[] => []));
  for (let seed = 1; seed <= seeds; seed++) {
    const run = scenario.startTrials({ trials, seed, sampling, samples: OUTPUTS.map(({ name }) => name) });
    for (let block = 0; block < run.blocks; block++) run.runBlock(block);
    OUTPUTS.forEach(({ name }, o) => {
      const column = run.column(name);
      if (column === null) throw new RangeError(`The run keeps no output "${name}".`);
      const sorted = Float64Array.from(column).sort();
      const finite = sorted.filter(Number.isFinite);
      const figures = [
        ...[0.1, 0.5, 0.9].map((probability) => quantileType7(sorted, probability)),
        finite.reduce((sum, value) => sum + value, 0) / finite.length,
      ];
      figures.forEach((figure, s) => {
        found[o]![s]!.push(figure);
      });
    });
  }
  return found.map((statistics) => statistics.map(standardDeviation));
}
