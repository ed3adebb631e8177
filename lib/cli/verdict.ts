import type { Statistics } from '../engine/results/result-types';
import type { Json } from '../engine/results/to-interchange';
import type { CompiledScenario } from '../engine/types';
import { ENGINE_VERSION } from '../engine/version';
import { formatRunId, type RunIdentity } from '../format/run-id';

/** What was found about a result. */
export interface Verdict {
  readonly holds: boolean;
  /** The run id that was claimed, and that of the file and this engine. */
  readonly claimed: string | null;
  readonly recomputed: string | null;
  /** What differs, in sentences. */
  readonly differences: readonly string[];
  /** Figures compared. */
  readonly figures: number;
  /** Of a run id: figures made once more, and the chances of the targets. */
  readonly headline?: Readonly<Record<string, Statistics>>;
  readonly targets?: Readonly<Record<string, number>>;
}

const MOST_DIFFERENCES = 20;

/** As it would have been read from a file. */
export function plain(value: Json): Json {
  return JSON.parse(JSON.stringify(value)) as Json;
}

/** A verdict on a run id and on what was found besides. */
export function verdictOf(
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
export function compare(
  claimed: Json | undefined,
  actual: Json | undefined,
  path: string,
  differences: string[],
): number {
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
