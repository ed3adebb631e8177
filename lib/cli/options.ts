import { parseArgs } from 'node:util';
import type { Sampling } from '../scenario/document';

/** What is wrong with a command line, as a sentence; the process ends with code 2. */
export class UsageError extends Error {}

export interface RunOptions {
  readonly kind: 'run';
  readonly file: string;
  readonly deterministic: boolean;
  readonly draws?: string;
  readonly trials?: number;
  readonly seed?: number;
  readonly sampling?: Sampling;
  readonly workers?: number;
  readonly samples?: string;
  readonly json: boolean;
}

export interface ValidateOptions {
  readonly kind: 'validate';
  readonly files: readonly string[];
  readonly json: boolean;
}

/** Reads the words after `rampline run`. */
export function runOptions(words: readonly string[]): RunOptions {
  const { values, positionals } = parse(words, {
    deterministic: { type: 'boolean' },
    draws: { type: 'string' },
    trials: { type: 'string' },
    seed: { type: 'string' },
    sampling: { type: 'string' },
    workers: { type: 'string' },
    samples: { type: 'string' },
    json: { type: 'boolean' },
  });
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0) throw new UsageError('"run" takes one file.');
  const text = (name: string) => (typeof values[name] === 'string' ? values[name] : undefined);
  const deterministic = values.deterministic === true;
  const draws = text('draws');
  if (deterministic && draws !== undefined) throw new UsageError('--deterministic and --draws exclude each other.');
  if ((deterministic || draws !== undefined) && (text('trials') ?? text('samples')) !== undefined) {
    throw new UsageError('--trials and --samples are for runs of trials, not for --deterministic or --draws.');
  }
  return {
    kind: 'run',
    file,
    deterministic,
    draws,
    trials: wholeNumber('--trials', text('trials'), 1, 10_000_000),
    seed: wholeNumber('--seed', text('seed'), 0, Number.MAX_SAFE_INTEGER),
    sampling: samplingOf(text('sampling')),
    workers: wholeNumber('--workers', text('workers'), 1, 256),
    samples: text('samples'),
    json: values.json === true,
  };
}

/** Reads the words after `rampline validate`. */
export function validateOptions(words: readonly string[]): ValidateOptions {
  const { values, positionals } = parse(words, { json: { type: 'boolean' } });
  if (positionals.length === 0) throw new UsageError('"validate" takes at least one file.');
  return { kind: 'validate', files: positionals, json: values.json === true };
}

export type OptionTable = Readonly<Record<string, { readonly type: 'string' | 'boolean' }>>;

/** Splits words into options and the rest; what is wrong is told in a sentence. */
export function parse(words: readonly string[], options: OptionTable) {
  try {
    return parseArgs({ args: [...words], options, allowPositionals: true, strict: true });
  } catch (error) {
    // node:util tells what is wrong in a first sentence and how to escape it in the next ones.
    const message = error instanceof Error ? error.message : String(error);
    throw new UsageError(`${message.split('. ')[0]!.replace(/\.$/, '')}.`);
  }
}

/** An option that is a whole number in a range; undefined where it is not given. */
export function wholeNumber(name: string, text: string | undefined, least: number, most: number): number | undefined {
  if (text === undefined) return undefined;
  const value = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  if (!(value >= least && value <= most)) {
    throw new UsageError(`${name} is "${text}"; it must be a whole number from ${least} to ${most}.`);
  }
  return value;
}

export function samplingOf(text: string | undefined): Sampling | undefined {
  if (text === undefined || text === 'latin-hypercube' || text === 'monte-carlo') return text;
  throw new UsageError(`--sampling is "${text}"; it must be latin-hypercube or monte-carlo.`);
}
