import { type JointChance, jointChance } from '../engine/insight/joint-chance';
import type { ScenarioDocument } from '../scenario/document';
import { type Bench, EXIT, insightWords, needed, openFile, threadLaboratory } from './insight-options';
import { UsageError } from './options';
import { columns, jsonLine, showChance, showProbability } from './show';

/** `rampline jcl FILE --targets A,B`: how often targets are met together. */
export async function jclCommand(words: readonly string[], bench: Bench): Promise<number> {
  const given = insightWords(words, 'jcl', { targets: { type: 'string' } });
  const targets = needed(given.text('targets'), 'jcl', 'targets').split(',');
  if (targets.length < 2) throw new UsageError('--targets must name two targets or more, as in --targets date,money.');
  const scenario = openFile(given.files[0]!, given.json, bench.terminal);
  if (scenario === null) return EXIT.refused;
  const ids = (scenario.document.targets ?? []).map(({ id }) => id);
  const unknown = targets.find((target) => !ids.includes(target));
  if (unknown !== undefined) {
    throw new UsageError(`the scenario has no target "${unknown}"; it has ${ids.join(', ') || 'none'}.`);
  }
  const run = await threadLaboratory(given, bench).run(scenario, given.draws);
  const joint = jointChance(run, targets)!;
  bench.terminal.out(given.json ? jsonLine(joint) : inWords(scenario.document, joint));
  return EXIT.well;
}

function inWords(document: ScenarioDocument, { each, together, product }: JointChance): string {
  const nameOf = (target: string) => document.targets?.find(({ id }) => id === target)?.name || target;
  return columns([
    ['target', 'met in'],
    ...each.map(({ target, ...chance }) => [`${nameOf(target)} [${target}]`, showChance(chance)]),
    ['all of them', showChance(together)],
    ['if they knew nothing of each other', showProbability(product)],
  ]);
}
