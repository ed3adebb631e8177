import { FULL_TRIALS, PREVIEW_TRIALS } from '../../engine/types';
import { createInPlaceRunner } from '../../runner/in-place-runner';
import type { ScenarioDocument } from '../../scenario/document';
import { withUnit } from '../clock';
import { referenceDocument } from '../reference';
import { median } from '../spread';
import { type BenchTable, digits } from '../table';

interface Redraw {
  readonly first: number;
  readonly full: number;
}

/** From an edit to the first answer and to the full one, on the way that the workbench takes. */
export async function redrawPart(quick: boolean): Promise<BenchTable> {
  const { document } = referenceDocument();
  const { unit, measured } = await withUnit(async () => {
    for (let edit = 0; edit < 2; edit++) await redraw(document, edit);
    const rounds: Redraw[] = [];
    for (let edit = 2; edit < (quick ? 5 : 13); edit++) rounds.push(await redraw(document, edit));
    return rounds;
  });
  const row = (name: string, pick: (round: Redraw) => number) => {
    const ms = median(measured.map(pick));
    return [name, digits(ms), digits(ms / unit)];
  };
  return {
    title: 'From an edit of Reference to its figures',
    head: ['until', 'ms', 'T'],
    rows: [
      row(`first redraw: plan and ${PREVIEW_TRIALS} trials`, (round) => round.first),
      row(`full fan: ${digits(FULL_TRIALS, 4)} trials`, (round) => round.full),
    ],
    notes: [
      `Each round edits one duration. In: validation and hash of the document, compiling, plan, trials, statistics, a turn for the event loop after each block. Not in: handing the document to the worker and drawing. One thread, warm, on the clock. T = ${digits(unit)} ms.`,
    ],
  };
}

async function redraw(document: ScenarioDocument, edit: number): Promise<Redraw> {
  const runner = createInPlaceRunner();
  const edited = withDuration(document, edit);
  const start = performance.now();
  let first = Number.NaN;
  const outcome = await runner.run(edited, {
    trials: FULL_TRIALS,
    onUpdate: () => {
      first = performance.now() - start;
    },
  });
  const full = performance.now() - start;
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
