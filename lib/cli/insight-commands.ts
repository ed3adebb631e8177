import { calibrateCommand } from './calibrate-command';
import { checkCommand } from './check-command';
import { compareCommand } from './compare-command';
import { goalSeekCommand } from './goal-seek-command';
import type { Bench } from './insight-options';
import { jclCommand } from './jcl-command';
import { knownCommand } from './known-command';
import { portfolioCommand } from './portfolio-command';
import { responsesCommand } from './responses-command';
import { sensitivityCommand } from './sensitivity-command';
import { trialCommand } from './trial-command';
import { verifyCommand } from './verify-command';

/** A command that says something about scenarios. */
export interface InsightCommand {
  /** Its line in the list of commands. */
  readonly usage: string;
  readonly summary: string;
  readonly help: string;
  run(words: readonly string[], bench: Bench): Promise<number>;
}

const COMMON = `  --trials N --seed S --sampling KIND    how trials are drawn (default: as the document's "run" says)
  --workers W           threads (default: all cores); never changes a number
  --json                the answer as JSON on stdout, errors of a refused document as JSON on stderr`;

/** The commands by name. */
export const INSIGHT_COMMANDS: ReadonlyMap<string, InsightCommand> = new Map([
  [
    'compare',
    {
      usage: 'compare A B',
      summary: 'the second scenario less the first, trial by trial',
      run: compareCommand,
      help: `rampline compare A B [options]

Runs two scenarios with the same draws and prints the differences of every output: second less first, trial by trial,
with their own percentiles. Dates that never come in one of the two are counted apart.
  --output NAME,...     further outputs (unitCost@2030, ownShare/<segment>@2030, ...)
  --attribute OUTPUT    what the change of an output comes from: exact Shapley values over the groups of inputs that
                        differ (timeline, risks, lines, supply, funding, cost, market); 2^groups runs,
                        of 1,024 trials each unless --trials says otherwise
  --statistic NAME      of the attributed output: mean, P5 .. P95, or probability of a target (default: mean; dates P50)
${COMMON}

Examples
  rampline compare reference.json constrained.json
  rampline compare reference.json constrained.json --attribute ownShare@2030 --trials 2048
  rampline compare a.json b.json --attribute targets/sop-2029 --statistic probability --json
`,
    },
  ],
  [
    'sensitivity',
    {
      usage: 'sensitivity FILE --output NAME',
      summary: 'which inputs an output follows',
      run: sensitivityCommand,
      help: `rampline sensitivity FILE --output NAME[,NAME...] [options]

Rank correlation of outputs with every input and risk over one sample, strongest first, and the mean output in the
lowest and the highest tenth of the input (of an event: where it does not and where it does happen).
  --output NAME,...     sop, npv, targets/<id>, output@2030, ownShare/<segment>@2030, ...
  --all                 every input, not only the twenty strongest
${COMMON}

Examples
  rampline sensitivity scenario.json --output sop
  rampline sensitivity scenario.json --output npv,output@2030 --json
`,
    },
  ],
  [
    'goal-seek',
    {
      usage: 'goal-seek FILE ...',
      summary: 'the smallest move of an input that gives a target its chance',
      run: goalSeekCommand,
      help: `rampline goal-seek FILE --path P --target T --low X --high Y [options]

Moves one input with all draws as they were, and finds the smallest move within the bounds at which the target's
probability reaches the wish. "None within the bounds" is an answer (exit code 3).
  --path PATH           the input (tasks/<id>/duration, materials/<id>/contracts/<id>/volume, ...)
  --target ID           the target
  --probability P       the wish (default: the target's own)
  --low X --high Y      bounds of the move
  --factor              the move multiplies the input (default)
  --offset              the move is added to the input
${COMMON}

Examples
  rampline goal-seek scenario.json --path materials/electrolyte/contracts/c1/volume --target share-2030 \\
    --probability 0.8 --low 0.5 --high 5
  rampline goal-seek scenario.json --path tasks/winter-test/duration --target sop-2029 --low -60 --high 0 --offset
`,
    },
  ],
  [
    'jcl',
    {
      usage: 'jcl FILE --targets A,B',
      summary: 'how often targets are met together',
      run: jclCommand,
      help: `rampline jcl FILE --targets ID,ID[,ID...] [options]

Joint confidence: the chance of each target, of all of them in the same future, and what that would be if they knew
nothing of each other, with sampling errors. It is not their product: late futures tend to be dear ones.
  --targets IDS         two targets or more
${COMMON}

Examples
  rampline jcl scenario.json --targets sop-2029,peak-funding
  rampline jcl scenario.json --targets sop-2029,peak-funding,share-2030 --json
`,
    },
  ],
  [
    'calibrate',
    {
      usage: 'calibrate FILE --shares ...',
      summary: 'a market that begins with the shares that were observed',
      run: calibrateCommand,
      help: `rampline calibrate FILE --shares SHARES [options]

Finds the appeal of each technology (its worth to buyers beyond price and attributes) that makes the model's shares of a
year those observed, and prints the scenario with it on stdout.
  --shares SHARES       lfp=0.81,nmc=0.19 or a JSON file: shares by technology, or by segment and technology
  --year Y              the year that was observed (default: the first of the horizon)
  --segment ID          the shares are of this segment
  --reference ID        the technology whose appeal is 0 (default: the largest)
  --json                the appeal as JSON in place of the scenario

Examples
  rampline calibrate scenario.json --shares lfp=0.812,nmc=0.188 --year 2025 > calibrated.json
  rampline calibrate scenario.json --shares shares.json --json
`,
    },
  ],
  [
    'check',
    {
      usage: 'check FILE',
      summary: 'the checks written into a scenario, and its schedule',
      run: checkCommand,
      help: `rampline check FILE [options]

Runs the checks that the analyst has written into the scenario. Exit code 3 where one fails.
  --schedule            also the quality of the schedule, in the manner of DCMA-14 (changes no exit code)
${COMMON}

Examples
  rampline check scenario.json
  rampline check scenario.json --schedule --json
`,
    },
  ],
  [
    'responses',
    {
      usage: 'responses FILE',
      summary: 'what the response to each risk is worth',
      run: responsesCommand,
      help: `rampline responses FILE [options]

Turns the response of each risk on and off, all draws as they were, and prints what differs: with it less without it.
  --output NAME,...     outputs (default: sop, npv, peakFunding)
${COMMON}

Examples
  rampline responses scenario.json
  rampline responses scenario.json --output npv,output@2030 --json
`,
    },
  ],
  [
    'portfolio',
    {
      usage: 'portfolio FILE=WEIGHT...',
      summary: 'several scenarios, each with its weight, as one mixture',
      run: portfolioCommand,
      help: `rampline portfolio FILE=WEIGHT... [options]

Percentiles over a mixture of scenarios: each is what happens in a share of futures equal to its weight.
  --output NAME,...     outputs (default: sop, npv, irr, peakFunding)
${COMMON}

Examples
  rampline portfolio reference.json=0.6 announced.json=0.1 constrained.json=0.3
  rampline portfolio a.json=1 b.json=1 --output output@2030 --json
`,
    },
  ],
  [
    'trial',
    {
      usage: 'trial FILE --near OUTPUT:P80',
      summary: 'one future in full: its schedule, months and money',
      run: trialCommand,
      help: `rampline trial FILE --number N | --near OUTPUT:PERCENTILE [options]

Replays one trial of the run alone and prints all of it as JSON: tasks with their driving path, lines, risks, months,
money. A trial near the P80 of an output is one way to get there, not what happens in 80 % of futures.
  --number N            the trial, counted from 0
  --near OUTPUT:P       the trial whose output lies nearest to a percentile (sop:P80)
${COMMON}

Examples
  rampline trial scenario.json --near sop:P80 > late.json
  rampline trial scenario.json --number 17 --seed 1
`,
    },
  ],
  [
    'known',
    {
      usage: 'known FILE --figure ...',
      summary: 'as many trials as it takes to know a figure',
      run: knownCommand,
      help: `rampline known FILE --figure OUTPUT:STATISTIC:ERROR[,...] [options]

Runs whole blocks of trials until each figure is known to its standard error, and prints how many it took. Exit code 3
where the most trials were not enough. The error is in the figure's own unit: days, money, a share.
  --figure F,...        sop:P50:2 (days), npv:mean:1e7, targets/<id>:probability:0.005
  --trials N            the most trials (default 32,768; all of them are kept in memory)
  --seed S --sampling KIND --workers W --json

Examples
  rampline known scenario.json --figure sop:P50:2
  rampline known scenario.json --figure targets/sop-2029:probability:0.01,npv:P10:5e7 --trials 16384
`,
    },
  ],
  [
    'verify',
    {
      usage: 'verify RESULT|RUN-ID|BRIEF ...',
      summary: 'whether a result is what this engine makes of a scenario',
      run: verifyCommand,
      help: `rampline verify RESULT.json|RUN-ID|BRIEF.pdf [FILE] [options]

Recomputes. Of a result that "rampline run" printed: every figure, bit by bit. Of a run id (document hash, seed, trials,
engine version), or a brief by the run id in it: whether the scenario is that document and this engine that version; then
the headline, to be held against what is printed. A brief has its scenario attached; otherwise FILE is the scenario.
Exit code 3 where it does not hold.
  --workers W           threads (default: all cores); never changes a number
  --json                the verdict as JSON

Examples
  rampline run scenario.json > results.json && rampline verify results.json scenario.json
  rampline verify brief.pdf
  rampline verify 3fd0…-s1-n8192-lh-v1.2.0 scenario.json
`,
    },
  ],
] satisfies [string, InsightCommand][]);

/** The lines of the list of commands. */
export const INSIGHT_LIST = [...INSIGHT_COMMANDS.values()]
  .map(({ usage, summary }) => `  rampline ${usage.padEnd(34)}${summary}\n`)
  .join('');
