import { availableParallelism } from 'node:os';
import type { DrawOptions, Laboratory } from '../engine/insight/laboratory';
import { BLOCK_TRIALS, type CompiledScenario, FULL_TRIALS } from '../engine/types';
import { runBlocks } from '../runner/block-pool';
import { openDocument } from '../runner/open';
import { type OptionTable, parse, samplingOf, UsageError, wholeNumber } from './options';
import { readJson } from './read-files';
import { tellErrors } from './tell-errors';
import type { Terminal } from './terminal';

/** Exit codes of all commands. */
export const EXIT = { well: 0, refused: 1, usage: 2, no: 3 } as const;

/** What a command is given: where it writes, and the script that block threads run. */
export interface Bench {
  readonly terminal: Terminal;
  readonly script: URL;
}

/** The words of a command that draws trials, taken apart. */
export interface InsightWords {
  readonly files: readonly string[];
  readonly draws: DrawOptions;
  readonly workers: number;
  readonly json: boolean;
  text(name: string): string | undefined;
  flag(name: string): boolean;
  number(name: string): number | undefined;
}

const COMMON: OptionTable = {
  trials: { type: 'string' },
  seed: { type: 'string' },
  sampling: { type: 'string' },
  workers: { type: 'string' },
  json: { type: 'boolean' },
};

/** Reads the words after a command that takes so many files, with options of its own. */
export function insightWords(
  words: readonly string[],
  command: string,
  own: OptionTable = {},
  files: { readonly least: number; readonly most: number } = { least: 1, most: 1 },
): InsightWords {
  const { values, positionals } = parse(valuesJoined(words, own), { ...COMMON, ...own });
  if (positionals.length < files.least || positionals.length > files.most) {
    const count = files.least === files.most ? `${files.least}` : `${files.least} to ${files.most}`;
    throw new UsageError(`"${command}" takes ${count} ${files.most === 1 ? 'file' : 'arguments'}.`);
  }
  const text = (name: string) => (typeof values[name] === 'string' ? values[name] : undefined);
  return {
    files: positionals,
    draws: {
      trials: wholeNumber('--trials', text('trials'), 1, 10_000_000),
      seed: wholeNumber('--seed', text('seed'), 0, Number.MAX_SAFE_INTEGER),
      sampling: samplingOf(text('sampling')),
    },
    workers: wholeNumber('--workers', text('workers'), 1, 256) ?? availableParallelism(),
    json: values.json === true,
    text,
    flag: (name) => values[name] === true,
    number: (name) => numberOf(`--${name}`, text(name)),
  };
}

/** `--low -5` as `--low=-5`: a negative number is no option. */
function valuesJoined(words: readonly string[], own: OptionTable): string[] {
  const joined: string[] = [];
  for (const word of words) {
    const before = joined.at(-1);
    const takesValue = before?.startsWith('--') && own[before.slice(2)]?.type === 'string';
    if (takesValue && /^-[\d.]/.test(word)) joined[joined.length - 1] = `${before}=${word}`;
    else joined.push(word);
  }
  return joined;
}

function numberOf(name: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const value = text.trim() === '' ? Number.NaN : Number(text);
  if (!Number.isFinite(value)) throw new UsageError(`${name} is "${text}"; it must be a number.`);
  return value;
}

/** An option that must be there. */
export function needed<T>(value: T | undefined, command: string, name: string): T {
  if (value === undefined) throw new UsageError(`"${command}" needs --${name}.`);
  return value;
}

/** Opens a file; tells what is wrong with it and returns null where it is refused. */
export function openFile(file: string, json: boolean, terminal: Terminal): CompiledScenario | null {
  const read = readJson(file);
  const opened = read.ok ? openDocument(read.value) : read;
  if (opened.ok) return opened.value;
  tellErrors(opened.errors, json ? null : file, terminal);
  return null;
}

/** Below so many blocks a run is over before threads have started. */
const FEWEST_BLOCKS_FOR_THREADS = 4;

/** A laboratory on as many threads as are asked for; they never change a number. */
export function threadLaboratory({ workers }: InsightWords, { script }: Bench): Laboratory {
  return {
    open: openDocument,
    run: (scenario, options) => {
      const trials = options.trials ?? scenario.document.run?.trials ?? FULL_TRIALS;
      const few = trials <= BLOCK_TRIALS * (FEWEST_BLOCKS_FOR_THREADS - 1);
      return runBlocks(scenario, options, { workers: few ? 1 : workers, script });
    },
  };
}
