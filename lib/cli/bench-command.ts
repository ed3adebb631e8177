import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { benchOptions, PART_NAMES } from '../bench/options';
import { UsageError } from './options';

export const BENCH_COMMAND_HELP = `rampline bench [--quick] [--only PART]... [--fuzz COUNT]

Measures the engine on this machine: trials of the reference scenario on one core and on all, passes of the schedule,
the first redraw, memory, how time grows, the sampling error of each kind of draws. Times are in T, the time of 10
million calls of Math.exp in the same process, so that they can be compared between machines. The same as
"npm run bench". Exit code 1 where a part could not be measured.
  --quick               fewer rounds and smaller samples: a look, not a record
  --only PART           one part, may be repeated:
                        ${PART_NAMES.slice(0, 6).join(', ')},
                        ${PART_NAMES.slice(6).join(', ')}
  --fuzz COUNT          also breaks the reference scenarios in COUNT ways and validates each

Examples
  rampline bench
  rampline bench --quick --only trials --only redraw
  rampline bench --only fuzz --fuzz 100000
`;

/** Where the launcher of the bench lies, from a bundle in dist/ and from a source in lib/. */
const LAUNCHERS = ['../lib/launcher/bench.mjs', '../launcher/bench.mjs'] as const;

/** Starts a child with our own terminal and gives its exit code. */
export type StartChild = (file: string, words: readonly string[]) => Promise<number>;

function startHere(file: string, words: readonly string[]): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [file, ...words], { stdio: 'inherit' });
    child.on('error', reject);
    child.on('close', (code) => resolve(code ?? 1));
  });
}

/**
 * `rampline bench`: checks the words, then runs the bench in a process of its own, so that nothing of this one is
 * measured with it.
 */
export async function benchCommand(
  words: readonly string[],
  script: URL,
  start: StartChild = startHere,
): Promise<number> {
  try {
    benchOptions(words);
  } catch (error) {
    if (error instanceof RangeError) throw new UsageError(error.message.split('\n')[0]!);
    throw error;
  }
  const inDist = /\/dist\/[^/]*$/.test(script.pathname);
  return start(fileURLToPath(new URL(LAUNCHERS[inDist ? 0 : 1], script)), words);
}
