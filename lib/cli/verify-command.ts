import { existsSync, readFileSync } from 'node:fs';
import { futureToInterchange, type Json, trialsToInterchange } from '../engine/results/to-interchange';
import type { CompiledScenario } from '../engine/types';
import { ENGINE_VERSION } from '../engine/version';
import { parseRunId, type RunIdentity } from '../format/run-id';
import { openDocument } from '../runner/open';
import type { Sampling, ScenarioDocument } from '../scenario/document';
import { type Bench, EXIT, type InsightWords, insightWords, openFile, threadLaboratory } from './insight-options';
import { samplingOf, UsageError } from './options';
import { isPdf, readBrief } from './read-brief';
import { readJson } from './read-files';
import { columns, jsonLine, showProbability, showValue } from './show';
import { tellErrors } from './tell-errors';
import { compare, plain, type Verdict, verdictOf } from './verdict';

const MOST_TRIALS = 10_000_000;
/** A run is made once more for the figures of a run id up to so many trials. */
const MOST_TRIALS_AGAIN = 1_000_000;

/**
 * `rampline verify RESULT.json|RUN-ID|BRIEF.pdf [FILE]`: whether a result is what this engine makes of a document. Of a
 * result every figure is recomputed and compared, bit by bit. A run id, and a brief by the run id in it, is held against
 * the hash of the document (a brief has it attached) and the version of the engine; where it holds, the headline is
 * recomputed, to be held against what is printed.
 */
export async function verifyCommand(words: readonly string[], bench: Bench): Promise<number> {
  const given = insightWords(words, 'verify', {}, { least: 1, most: 2 });
  const claim = claimOf(given.files[0]!, given.files[1]);
  const scenario =
    claim.attached === undefined
      ? openFile(claim.file!, given.json, bench.terminal)
      : openAttached(claim.attached, given, bench);
  if (scenario === null) return EXIT.refused;
  const verdict =
    claim.identity === undefined
      ? await verifyResult(readResult(given.files[0]!), scenario, given, bench)
      : await withHeadline(verdictOf(claim.identity, scenario, [], 0), claim.identity, scenario, given, bench);
  if (given.json) bench.terminal.out(jsonLine(verdict));
  else bench.terminal.out(inWords(verdict, scenario.document));
  return verdict.holds ? EXIT.well : EXIT.no;
}

interface Claim {
  /** Undefined: the claim is a file of results. */
  readonly identity?: RunIdentity;
  readonly file?: string;
  /** A scenario that the claim brings along, as text. */
  readonly attached?: string;
}

function claimOf(claim: string, file: string | undefined): Claim {
  const identity = parseRunId(claim);
  if (identity === null && !existsSync(claim)) throw new UsageError(`"${claim}" is neither a run id nor a file.`);
  if (identity === null && isPdf(claim)) {
    const brief = readBrief(readFileSync(claim));
    if (brief.identity === null) throw new UsageError(`${claim} names no run.`);
    if (file === undefined && brief.scenario === null)
      throw new UsageError(`${claim} has no scenario attached; name its file.`);
    return { identity: brief.identity, ...(file === undefined ? { attached: brief.scenario! } : { file }) };
  }
  if (file === undefined) throw new UsageError('"verify" needs the file of the scenario.');
  return identity === null ? { file } : { identity, file };
}

function openAttached(text: string, given: InsightWords, { terminal }: Bench): CompiledScenario | null {
  const opened = openDocument(JSON.parse(text));
  if (opened.ok) return opened.value;
  tellErrors(opened.errors, given.json ? null : `the scenario in ${given.files[0]}`, terminal);
  return null;
}

/** A verdict that holds, with the headline of the run made once more. */
async function withHeadline(
  verdict: Verdict,
  { trials, seed, sampling }: RunIdentity,
  scenario: CompiledScenario,
  given: InsightWords,
  bench: Bench,
): Promise<Verdict> {
  if (!verdict.holds || trials < 1 || trials > MOST_TRIALS_AGAIN) return verdict;
  const options = { trials, seed, sampling: sampling as Sampling };
  const { sop, npv, irr, peakFunding, targets } = (
    await threadLaboratory(given, bench).run(scenario, options)
  ).results();
  return { ...verdict, headline: { sop, npv, irr, peakFunding }, targets };
}

function readResult(file: string): Record<string, Json> {
  const read = readJson(file);
  if (!read.ok) throw new UsageError(read.errors[0]!.message);
  const value = read.value;
  if (typeof value !== 'object' || value === null || Array.isArray(value) || !('mode' in value)) {
    throw new UsageError(`${file} holds no result of "rampline run".`);
  }
  return value as Record<string, Json>;
}

async function verifyResult(
  result: Record<string, Json>,
  scenario: CompiledScenario,
  given: InsightWords,
  bench: Bench,
): Promise<Verdict> {
  const differences: string[] = [];
  if (result.mode === 'deterministic') {
    const figures = compare(result, plain(futureToInterchange(scenario.runPlan())), '', differences);
    return { holds: differences.length === 0, claimed: null, recomputed: null, differences, figures };
  }
  const identity = identityOf(result);
  if (identity.documentHash !== scenario.documentHash || identity.engineVersion !== ENGINE_VERSION) {
    return verdictOf(identity, scenario, [], 0);
  }
  const { trials, seed } = identity;
  const sampling = identity.sampling as Sampling;
  const run = await threadLaboratory(given, bench).run(scenario, {
    trials,
    seed,
    sampling,
    sensitivity: 'all',
    fanErrors: true,
  });
  const figures = compare(result, plain(trialsToInterchange(run.results())), '', differences);
  return verdictOf(identity, scenario, differences, figures);
}

function identityOf(result: Record<string, Json>): RunIdentity {
  const { documentHash, seed, trials, engineVersion, sampling } = result;
  const isWhole = (value: Json | undefined): value is number => Number.isInteger(value);
  if (typeof documentHash !== 'string' || typeof engineVersion !== 'string' || !isWhole(seed) || !isWhole(trials)) {
    throw new UsageError('the result does not say which run it is of (documentHash, seed, trials, engineVersion).');
  }
  if (trials < 1 || trials > MOST_TRIALS) throw new UsageError(`the result claims ${trials} trials.`);
  return { documentHash, seed, trials, engineVersion, sampling: samplingOf(String(sampling)) ?? 'latin-hypercube' };
}

function inWords(verdict: Verdict, document: ScenarioDocument): string {
  const { holds, claimed, recomputed, differences, figures, headline, targets } = verdict;
  const compared = figures > 0 ? ` ${figures.toLocaleString('en-GB')} figures were compared.` : '';
  const lines = [holds ? `It holds.${compared}` : `It does not hold.${compared}`];
  if (claimed !== null) lines.push(`claimed     ${claimed}`, `recomputed  ${recomputed}`);
  const text = `${[...lines, ...differences].join('\n')}\n`;
  if (headline === undefined) return text;
  const rows = Object.entries(headline).map(([name, { P10, P50, P90 }]) => [
    name,
    ...[P10, P50, P90].map((value) => showValue(document, name, value)),
  ]);
  const chances = Object.entries(targets ?? {}).map(([id, chance]) => [
    `targets/${id}`,
    '',
    showProbability(chance),
    '',
  ]);
  return `${text}\n${columns([['recomputed', 'P10', 'P50', 'P90'], ...rows, ...chances])}`;
}
