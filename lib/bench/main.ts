import { spawn } from 'node:child_process';
import { availableParallelism, cpus } from 'node:os';
import { fileURLToPath } from 'node:url';
import { ENGINE_VERSION } from '../engine/version';
import { serveBlocks } from '../runner/block-pool';
import { unitOfTime } from './clock';
import { BENCH_HELP, type BenchOptions, benchOptions, PART_NAMES, type PartName } from './options';
import { runPart } from './run-part';
import { type BenchTable, digits, tableText } from './table';

const PART_FLAG = '--measure';
const script = new URL(import.meta.url);

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

/** Measures a part in a process of its own, so that its memory and its compiled code are its own too. */
function measureApart(part: PartName, words: readonly string[]): Promise<BenchTable> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [fileURLToPath(script), PART_FLAG, part, ...words], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let out = '';
    child.stdout.on('data', (chunk: Buffer) => {
      out += chunk.toString();
    });
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) resolve(JSON.parse(out) as BenchTable);
      else reject(new Error(`The part "${part}" ended with exit code ${code}.`));
    });
  });
}

async function measureAll(options: BenchOptions, words: readonly string[]): Promise<number> {
  const wanted = PART_NAMES.filter(
    (part) => (options.parts.length === 0 || options.parts.includes(part)) && (part !== 'fuzz' || options.fuzz > 0),
  );
  say(`# Bench of engine ${ENGINE_VERSION}${options.quick ? ' (quick)' : ''}\n`);
  say(`Node ${process.version}, ${availableParallelism()} cores, ${cpus()[0]?.model.trim() || 'unknown processor'}.`);
  say(
    `T is the time of 10 million calls of Math.exp on numbers in [-8, 0], here ${digits(unitOfTime())} ms: times in T can be compared between machines, milliseconds cannot. T and the work of one thread are measured in processor time, what people wait for on the clock. Medians of several rounds; each part runs in a process of its own, which reads T before and after each round.\n`,
  );
  let failures = 0;
  for (const part of wanted) {
    try {
      say(tableText(await measureApart(part, words)));
    } catch (error) {
      failures += 1;
      say(`## ${part}\n\nNot measured: ${error instanceof Error ? error.message : String(error)}\n`);
    }
  }
  return failures > 0 ? 1 : 0;
}

async function main(words: readonly string[]): Promise<number> {
  if (words.includes('--help')) {
    say(BENCH_HELP);
    return 0;
  }
  if (words[0] === PART_FLAG) {
    const [, part, ...rest] = words;
    say(JSON.stringify(await runPart(part as PartName, benchOptions(rest), script)));
    return 0;
  }
  return measureAll(benchOptions(words), words);
}

if (!serveBlocks()) {
  try {
    process.exitCode = await main(process.argv.slice(2));
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 2;
  }
}
