import type { SensitivityRow } from '../engine/results/result-types';
import type { ScenarioDocument } from '../scenario/document';
import { describePath } from '../scenario/paths';
import { type Bench, EXIT, insightWords, needed, openFile, threadLaboratory } from './insight-options';
import { UsageError } from './options';
import { columns, jsonLine, showValue } from './show';

const ROWS_SHOWN = 20;

/** `rampline sensitivity FILE --output NAME`: what an output follows, strongest first. */
export async function sensitivityCommand(words: readonly string[], bench: Bench): Promise<number> {
  const given = insightWords(words, 'sensitivity', { output: { type: 'string' }, all: { type: 'boolean' } });
  const outputs = needed(given.text('output'), 'sensitivity', 'output').split(',');
  const scenario = openFile(given.files[0]!, given.json, bench.terminal);
  if (scenario === null) return EXIT.refused;
  const options = { ...given.draws, sensitivity: outputs };
  const run = await threadLaboratory(given, bench).run(scenario, options);
  const { sensitivity, trials } = run.results();
  const missing = outputs.find((name) => sensitivity[name] === undefined);
  if (missing !== undefined) throw new UsageError(`the scenario has no output "${missing}".`);
  const sorted = Object.fromEntries(Object.entries(sensitivity).map(([name, rows]) => [name, strongestFirst(rows)]));
  if (given.json) bench.terminal.out(jsonLine({ trials, sensitivity: sorted }));
  else {
    const count = given.flag('all') ? Number.POSITIVE_INFINITY : ROWS_SHOWN;
    const tables = Object.entries(sorted).map(([name, rows]) => table(scenario.document, name, rows, count));
    bench.terminal.out(`${trials} trials\n\n${tables.join('\n')}`);
  }
  return EXIT.well;
}

function strongestFirst(rows: readonly SensitivityRow[]): SensitivityRow[] {
  return [...rows].sort((a, b) => Math.abs(b.spearman ?? 0) - Math.abs(a.spearman ?? 0));
}

function table(document: ScenarioDocument, output: string, rows: readonly SensitivityRow[], count: number): string {
  const shown = rows
    .slice(0, count)
    .map(({ path, spearman, low, high }) => [
      describePath(document, path) === path ? path : `${describePath(document, path)} [${path}]`,
      spearman === null ? 'none' : spearman.toFixed(3),
      low === null ? 'none' : showValue(document, output, low),
      high === null ? 'none' : showValue(document, output, high),
    ]);
  const rest = rows.length - shown.length;
  const more = rest > 0 ? `${rest} more with --all\n` : '';
  return `${columns([[output, 'Spearman', 'mean at low', 'mean at high'], ...shown])}${more}`;
}
