import { existsSync } from 'node:fs';
import { futureToInterchange, type Json, trialsToInterchange } from '../engine/results/to-interchange';
import type { CompiledScenario } from '../engine/types';
import { ENGINE_VERSION } from '../engine/version';
import { formatRunId, parseRunId, type RunIdentity } from '../format/run-id';
import type { Sampling } from '../scenario/document';
import { type Bench, EXIT, type InsightWords, insightWords, openFile, threadLaboratory } from './insight-options';
import { UsageError } from './options';
import { readJson } from './read-files';
import { jsonLine } from './show';

/** What was found about a result. */
interface Verdict {
  readonly holds: boolean;
  /** The run id that was claimed, and that of the file and this engine. */
  readonly claimed: string | null;
  readonly recomputed: string | null;
  /** What differs, in sentences. */
  readonly differences: readonly string[];
  /** Figures compared. */
  readonly figures: number;
}

const MOST_DIFFERENCES = 20;

/**
 * `rampline verify RESULT.json|RUN-ID FILE`: whether a result is what this engine makes of a document. A run id is
 * held against the document's hash and the engine's version; of a result every figure is recomputed and compared, bit by
 * bit.
 */
export async function verifyCommand(words: readonly string[], bench: Bench): Promise<number> {
  const given = insightWords(words, 'verify', {}, { least: 2, most: 2 });
  const [claim, file] = given.files as [string, string];
  const identity = parseRunId(claim);
  if (identity === null && !existsSync(claim)) throw new UsageError(`"${claim}" is neither a run id nor a file.`);
  const scenario = openFile(file, given.json, bench.terminal);
  if (scenario === null) return EXIT.refused;
  const verdict =
    identity === null
      ? await verifyResult(readResult(claim), scenario, given, bench)
      : verdictOf(identity, scenario, [], 0);
  if (given.json) bench.terminal.out(jsonLine(verdict));
  else bench.terminal.out(inWords(verdict));
  return verdict.holds ? EXIT.well : EXIT.no;
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
  const run = await threadLaboratory(given, bench).run(scenario, { trials, seed, sampling, sensitivity: 'all' });
  const figures = compare(result, plain(trialsToInterchange(run.results())), '', differences);
  return verdictOf(identity, scenario, differences, figures);
}

/** As it would have been read from a file. */
function plain(value: Json): Json {
  return JSON.parse(JSON.stringify(value)) as Json;
}

function identityOf(result: Record<string, Json>): RunIdentity {
  const { documentHash, seed, trials, engineVersion, sampling } = result;
  const isWhole = (value: Json | undefined): value is number => Number.isInteger(value);
  if (typeof documentHash !== 'string' || typeof engineVersion !== 'string' || !isWhole(seed) || !isWhole(trials)) {
    throw new UsageError('the result does not say which run it is of (documentHash, seed, trials, engineVersion).');
  }
  return { documentHash, seed, trials, engineVersion, sampling: String(sampling ?? 'latin-hypercube') };
}

function verdictOf(
  claimed: RunIdentity,
  scenario: CompiledScenario,
  found: readonly string[],
  figures: number,
): Verdict {
  const actual: RunIdentity = { ...claimed, documentHash: scenario.documentHash, engineVersion: ENGINE_VERSION };
  const differences = [...found];
  if (claimed.engineVersion !== actual.engineVersion) {
    differences.unshift(`The run is of engine ${claimed.engineVersion}; this is engine ${actual.engineVersion}.`);
  }
  if (claimed.documentHash !== actual.documentHash) {
    differences.unshift(`The run is of document ${claimed.documentHash}; the file is document ${actual.documentHash}.`);
  }
  return {
    holds: differences.length === 0,
    claimed: formatRunId(claimed),
    recomputed: formatRunId(actual),
    differences,
    figures,
  };
}

/** Counts the figures of a result and says which are not those that were recomputed. */
function compare(claimed: Json | undefined, actual: Json | undefined, path: string, differences: string[]): number {
  if (isBranch(claimed) && isBranch(actual) && Array.isArray(claimed) === Array.isArray(actual)) {
    const keys = new Set([...Object.keys(claimed), ...Object.keys(actual)]);
    let figures = 0;
    for (const key of keys)
      figures += compare(claimed[key], actual[key], path === '' ? key : `${path}/${key}`, differences);
    return figures;
  }
  if (!Object.is(claimed, actual) && differences.length < MOST_DIFFERENCES) {
    differences.push(`${path} is ${JSON.stringify(claimed)}; recomputed it is ${JSON.stringify(actual)}.`);
  }
  return 1;
}

function isBranch(value: Json | undefined): value is { readonly [key: string]: Json } {
  return typeof value === 'object' && value !== null;
}

function inWords({ holds, claimed, recomputed, differences, figures }: Verdict): string {
  const compared = figures > 0 ? ` ${figures.toLocaleString('en-GB')} figures were compared.` : '';
  const lines = [holds ? `It holds.${compared}` : `It does not hold.${compared}`];
  if (claimed !== null) lines.push(`claimed     ${claimed}`, `recomputed  ${recomputed}`);
  return `${[...lines, ...differences].join('\n')}\n`;
}
