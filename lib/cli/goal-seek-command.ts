import { type GoalResult, seekGoal } from '../engine/insight/goal-seek';
import type { ScenarioDocument } from '../scenario/document';
import { describePath } from '../scenario/paths';
import { type Bench, EXIT, insightWords, needed, openFile, threadLaboratory } from './insight-options';
import { UsageError } from './options';
import { jsonLine, shortNumber, showChance, showProbability } from './show';
import { tellErrors } from './tell-errors';

const OWN = {
  path: { type: 'string' },
  target: { type: 'string' },
  probability: { type: 'string' },
  low: { type: 'string' },
  high: { type: 'string' },
  factor: { type: 'boolean' },
  offset: { type: 'boolean' },
} as const;

/** `rampline goal-seek FILE`: the smallest move of an input at which a target has the chance that is wished for. */
export async function goalSeekCommand(words: readonly string[], bench: Bench): Promise<number> {
  const given = insightWords(words, 'goal-seek', OWN);
  const need = <T>(value: T | undefined, name: string) => needed(value, 'goal-seek', name);
  if (given.flag('factor') && given.flag('offset')) throw new UsageError('--factor and --offset exclude each other.');
  const request = {
    ...given.draws,
    path: need(given.text('path'), 'path'),
    by: given.flag('offset') ? ('offset' as const) : ('factor' as const),
    target: need(given.text('target'), 'target'),
    low: need(given.number('low'), 'low'),
    high: need(given.number('high'), 'high'),
    probability: given.number('probability'),
  };
  const scenario = openFile(given.files[0]!, given.json, bench.terminal);
  if (scenario === null) return EXIT.refused;
  const sought = await seekGoal(scenario.document, request, threadLaboratory(given, bench));
  if (!sought.ok) {
    tellErrors(sought.errors, given.json ? null : given.files[0]!, bench.terminal);
    return EXIT.refused;
  }
  bench.terminal.out(given.json ? jsonLine(sought.value) : inWords(scenario.document, sought.value));
  return sought.value.found === null ? EXIT.no : EXIT.well;
}

function inWords(document: ScenarioDocument, { path, by, target, wish, unmoved, found, best }: GoalResult): string {
  const move = (value: number) =>
    by === 'factor' ? `× ${shortNumber(value)}` : `${value < 0 ? '' : '+'}${shortNumber(value)}`;
  const head = `${describePath(document, path)} [${path}], targets/${target}: ${showProbability(unmoved)} as it stands\n`;
  if (found !== null) return `${head}${showProbability(wish)} from ${move(found.move)} on (${showChance(found)})\n`;
  return `${head}None within the bounds reaches ${showProbability(wish)}; the best is ${move(best.move)} with ${showChance(best)}\n`;
}
