import { FULL_TRIALS, PREVIEW_TRIALS } from '../../engine/types';
import { startHelper } from '../../runner/block-pool';
import { createInPlaceRunner } from '../../runner/in-place-runner';
import { nextTurn } from '../../runner/run-in-blocks';
import { serveRuns } from '../../runner/serve-runs';
import type { WorkerAnswer } from '../../runner/worker-protocol';
import type { ScenarioDocument } from '../../scenario/document';
import { inRounds, medians, unitOfTime } from '../clock';
import { referenceDocument } from '../reference';
import { median } from '../spread';
import { type BenchTable, digits } from '../table';

interface Elapsed {
  readonly clock: number;
  readonly processor: number;
}

interface Redraw {
  readonly first: Elapsed;
  readonly full: Elapsed;
}

/** From an edit to the first answer and to the full one, on the way that the workbench takes. */
export async function redrawPart(quick: boolean, script: URL): Promise<BenchTable> {
  const { document } = referenceDocument();
  for (let edit = 0; edit < 2; edit++) await redraw(document, edit);
  const rounds = await inRounds(quick ? 3 : 9, (round) => redraw(document, 2 + round));
  const row = (name: string, pick: (times: Redraw) => Elapsed) => {
    const { ms, inUnits } = medians(rounds, (times) => pick(times).processor);
    return [name, digits(medians(rounds, (times) => pick(times).clock).ms), digits(ms), digits(inUnits)];
  };
  const shared = await sharedRedraws(document, script, quick ? 8 : 24);
  return {
    title: 'From an edit of Reference to its figures',
    head: ['until', 'ms on the clock', 'ms of processor', 'T'],
    rows: [
      row(`first redraw: plan and ${PREVIEW_TRIALS} trials`, (times) => times.first),
      [
        `the same, half of it by a helper`,
        digits(shared.clock),
        digits(shared.processor),
        digits(shared.processor / shared.unit),
      ],
      row(`full fan: ${digits(FULL_TRIALS, 4)} trials`, (times) => times.full),
    ],
    notes: [
      'Each round edits one duration. In: validation and hash of the document, compiling, plan, trials, statistics, a turn for the event loop after each block. Not in: drawing. One thread, warm; with a helper as well: handing the document over, the half block coming back. On a machine whose other cores are busy the helper brings nothing.',
    ],
  };
}

/** Edit after edit as a hand on a slider makes them: each waits for its first figures, then the next comes. */
async function sharedRedraws(document: ScenarioDocument, script: URL, edits: number) {
  let onAnswer: (answer: WorkerAnswer) => void = () => {};
  const ask = serveRuns((answer) => onAnswer(answer));
  const { thread, port } = startHelper(script);
  ask({ kind: 'helper', port });
  const clock: number[] = [];
  const processor: number[] = [];
  const warmUp = 6;
  for (let id = 1; id <= warmUp + edits; id++) {
    const edited = withDuration(document, id);
    const start = performance.now();
    const before = process.cpuUsage();
    await new Promise<void>((resolve, reject) => {
      onAnswer = (answer) => {
        if (answer.kind === 'update' && answer.id === id) resolve();
        else if (answer.kind === 'failed') reject(new RangeError(answer.message));
      };
      ask({ kind: 'run', id, document: edited, revision: id, options: { trials: FULL_TRIALS } });
    });
    const { user, system } = process.cpuUsage(before);
    if (id > warmUp) {
      clock.push(performance.now() - start);
      processor.push((user + system) / 1000);
    }
    ask({ kind: 'cancel', id });
    await nextTurn();
  }
  await thread.terminate();
  return { clock: median(clock), processor: median(processor), unit: unitOfTime() };
}

async function redraw(document: ScenarioDocument, edit: number): Promise<Redraw> {
  const runner = createInPlaceRunner();
  const edited = withDuration(document, edit);
  const start = performance.now();
  const before = process.cpuUsage();
  const elapsed = (): Elapsed => {
    const { user, system } = process.cpuUsage(before);
    return { clock: performance.now() - start, processor: (user + system) / 1000 };
  };
  let first = elapsed();
  const outcome = await runner.run(edited, {
    trials: FULL_TRIALS,
    onUpdate: () => {
      first = elapsed();
    },
  });
  const full = elapsed();
  if (!outcome.ok) throw new RangeError(`The edited scenario was refused: ${outcome.errors[0]?.message}`);
  return { first, full };
}

/** The document with another duration of its first task that has work of its own. */
function withDuration(document: ScenarioDocument, edit: number): ScenarioDocument {
  const place = (document.tasks ?? []).findIndex(
    (task) => task.duration !== undefined && task.actualStart === undefined,
  );
  return {
    ...document,
    tasks: document.tasks?.map((task, i) => (i === place ? { ...task, duration: 60 + edit } : task)),
  };
}
