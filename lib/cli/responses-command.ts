import { type ResponseWorth, responseWorths } from '../engine/insight/risk-responses';
import type { ScenarioDocument } from '../scenario/document';
import { type Bench, EXIT, insightWords, openFile, threadLaboratory } from './insight-options';
import { columns, jsonLine, showDifference } from './show';
import { tellErrors } from './tell-errors';

/** `rampline responses FILE`: what the response to each risk is worth. */
export async function responsesCommand(words: readonly string[], bench: Bench): Promise<number> {
  const given = insightWords(words, 'responses', { output: { type: 'string' } });
  const scenario = openFile(given.files[0]!, given.json, bench.terminal);
  if (scenario === null) return EXIT.refused;
  const outputs = given.text('output')?.split(',');
  const worths = await responseWorths(scenario.document, { ...given.draws, outputs }, threadLaboratory(given, bench));
  if (!worths.ok) {
    tellErrors(worths.errors, given.json ? null : given.files[0]!, bench.terminal);
    return EXIT.refused;
  }
  const shown = outputs ?? ['sop', 'npv', 'peakFunding'];
  bench.terminal.out(given.json ? jsonLine(worths.value) : inWords(scenario.document, worths.value, shown));
  return EXIT.well;
}

function inWords(document: ScenarioDocument, worths: readonly ResponseWorth[], outputs: readonly string[]): string {
  if (worths.length === 0) return 'No risk of the scenario has a response.\n';
  const rows = worths.flatMap(({ risk, active, outputs: found, targets }) => [
    ...outputs.flatMap((name, i) => {
      const pair = found[name];
      if (pair === undefined) return [];
      const { difference, pairs } = pair;
      const cells = [difference.P10, difference.mean, difference.P90].map((value) =>
        pairs === 0 ? 'none' : showDifference(document, name, value),
      );
      return [[i === 0 ? `${risk}${active ? '' : ' (not active)'}` : '', name, ...cells]];
    }),
    ...Object.entries(targets)
      .filter(([, { difference }]) => difference !== 0)
      .map(([id, { difference }]) => ['', `targets/${id}`, '', `${(100 * difference).toFixed(1)} points`, '']),
  ]);
  return `With the response less without it, drawn alike\n${columns([['risk', 'output', 'P10', 'mean', 'P90'], ...rows])}`;
}
