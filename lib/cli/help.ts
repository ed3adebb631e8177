import { BENCH_COMMAND_HELP } from './bench-command';
import { INSIGHT_LIST } from './insight-commands';

export const HELP = `rampline: dates, tonnes, money and market share of a scenario, in one future or in thousands.

  rampline validate FILE...                  says what is wrong with scenario documents
  rampline run FILE                          runs a scenario and prints its results as JSON
${INSIGHT_LIST}  rampline bench                             how fast the engine is on this machine
  rampline help [COMMAND]                    tells more

Examples
  rampline validate scenario.json
  rampline run scenario.json --deterministic > plan.json
  rampline run scenario.json --trials 8192 --seed 1 > results.json
  rampline goal-seek scenario.json --path tasks/test/duration --target sop-2029 --low 0.5 --high 1

Exit codes
  0  all is well
  1  a document is refused, with its errors on stderr; a part of the bench could not be measured
  2  the command line is wrong
  3  the answer is no: a check fails, no move within the bounds reaches the goal, a figure is not known to the wished
     precision, a result does not hold
`;

export const COMMAND_HELP: ReadonlyMap<string, string> = new Map([
  [
    'validate',
    `rampline validate FILE... [--json]

Checks scenario documents and prints every error that can be told apart, on stderr.
  --json    the errors as a JSON list of {path, value, rule, message}

Examples
  rampline validate scenario.json
  rampline validate a.json b.json --json 2> errors.json
`,
  ],
  [
    'run',
    `rampline run FILE [options]

Runs a scenario and prints its results as JSON on stdout. Without an option: trials, as the document's "run" says.
  --deterministic       the plan: every quantity at its central value
  --draws FILE          one future for each entry of a JSON list of {path: u}, the independent draws before correlation
  --trials N            number of trials (blocks of 512)
  --seed S              seed of the draws
  --sampling KIND       latin-hypercube (default) or monte-carlo
  --workers W           threads (default: all cores); never changes a byte of the result
  --samples FILE.csv    also writes the scalar outputs of every trial (dates as day numbers)
  --json                errors of a refused document as a JSON list on stderr

Examples
  rampline run scenario.json --deterministic
  rampline run scenario.json --draws draws.json
  rampline run scenario.json --trials 512 --seed 7 --workers 1 --samples trials.csv
`,
  ],
  ['bench', BENCH_COMMAND_HELP],
]);
