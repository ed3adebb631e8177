import { FULL_TRIALS, PREVIEW_TRIALS } from '../../engine/types';
import { createInPlaceRunner } from '../../runner/in-place-runner';
import type { ScenarioDocument } from '../../scenario/document';
import { inRounds, medians } from '../clock';
import { referenceDocument } from '../reference';
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
export async function redrawPart(quick: boolean): Promise<BenchTable> {
  const { document } = referenceDocument();
  for (let edit = 0; edit < 2; edit++) await redraw(document, edit);
  const rounds = await inRounds(quick ? 3 : 9, (round) => redraw(document, 2 + round));
  const row = (name: string, pick: (times: Redraw) => Elapsed) => {
    const { ms, inUnits } = medians(rounds, (times) => pick(times).processor);
    return [name, digits(medians(rounds, (times) => pick(times).clock).ms), digits(ms), digits(inUnits)];
  };
  return {
    title: 'From an edit of Reference to its figures',
    head: ['until', 'ms on the clock', 'ms of processor', 'T'],
    rows: [
      row(`first redraw: plan and ${PREVIEW_TRIALS} trials`, (times) => times.first),
      row(`full fan: ${digits(FULL_TRIALS, 4)} trials`, (times) => times.full),
    ],
    notes: [
      'Each round edits one duration. In: validation and hash of the document, compiling, plan, trials, statistics, a turn for the event loop after each block. Not in: handing the document to the worker and drawing. One thread, warm.',
    ],
  };
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
