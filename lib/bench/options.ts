/** Parts of the bench, in the order in which they are shown. */
export const PART_NAMES = [
  'trials',
  'memory',
  'cores',
  'passes',
  'redraw',
  'growth',
  'sampling',
  'brief',
  'start-up',
  'fuzz',
] as const;
export type PartName = (typeof PART_NAMES)[number];

export interface BenchOptions {
  /** Fewer rounds and smaller samples: a look, not a record. */
  readonly quick: boolean;
  /** Only these; empty: all. */
  readonly parts: readonly PartName[];
  /** Broken documents to validate; 0: the part is left out. */
  readonly fuzz: number;
}

const MOST_DOCUMENTS = 10_000_000;

export const BENCH_HELP = `npm run bench -- [--quick] [--only PART]... [--fuzz COUNT]
  --quick       fewer rounds, smaller samples
  --only PART   one part, may be repeated: ${PART_NAMES.join(', ')}
  --fuzz COUNT  also breaks the reference scenarios in COUNT ways and validates each
`;

function isPart(name: string): name is PartName {
  return (PART_NAMES as readonly string[]).includes(name);
}

function countOf(text: string | undefined): number {
  const count = Number(text);
  if (text === undefined || !Number.isInteger(count) || count < 1 || count > MOST_DOCUMENTS) {
    throw new RangeError(`--fuzz is "${text ?? ''}"; it must be a whole number from 1 to ${MOST_DOCUMENTS}.`);
  }
  return count;
}

/** Reads the words behind `npm run bench --`. @throws RangeError with a sentence for a word that makes no sense */
export function benchOptions(words: readonly string[]): BenchOptions {
  let quick = false;
  let fuzz = 0;
  const parts: PartName[] = [];
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!;
    if (word === '--quick') quick = true;
    else if (word === '--fuzz') fuzz = countOf(words[++i]);
    else if (word === '--only') {
      const name = words[++i] ?? '';
      if (!isPart(name)) throw new RangeError(`There is no part "${name}"; the parts are ${PART_NAMES.join(', ')}.`);
      parts.push(name);
    } else throw new RangeError(`There is no option "${word}".\n${BENCH_HELP}`);
  }
  return { quick, parts, fuzz };
}
