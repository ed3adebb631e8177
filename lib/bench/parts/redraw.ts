import { FULL_TRIALS, PREVIEW_TRIALS, type TrialsOptions } from '../../engine/types';
import { startHelper } from '../../runner/block-pool';
import { createKnownDocuments, openDocument } from '../../runner/open';
import { nextTurn } from '../../runner/run-in-blocks';
import { createDocumentSender } from '../../runner/sent-document';
import { serveRuns } from '../../runner/serve-runs';
import type { WorkerAnswer } from '../../runner/worker-protocol';
import type { Quantity, ScenarioDocument } from '../../scenario/document';
import { seriesInSight } from '../../workbench/in-sight';
import { unitOfTime } from '../clock';
import { referenceDocument } from '../reference';
import { median } from '../spread';
import { type BenchTable, digits } from '../table';

/** Milliseconds on the clock and of processor. */
interface Elapsed {
  readonly clock: number;
  readonly processor: number;
}

/** Edits before the first that counts: a fresh thread runs code that is not yet compiled for speed. */
const WARM_UP = 40;

/** From an edit to the first answer and to the full one, on the way that the workbench takes. */
export async function redrawPart(quick: boolean, script: URL): Promise<BenchTable> {
  const { document } = referenceDocument();
  const edits = quick ? 10 : 40;
  const unit = unitOfTime();
  const row = (name: string, times: readonly Elapsed[]) => {
    const processor = median(times.map((time) => time.processor));
    const clock = median(times.map((time) => time.clock));
    return [name, digits(clock), digits(processor), digits(processor / unit)];
  };
  const inSight = seriesInSight({ section: 'timeline', shareOf: '', openMonth: null }, document);
  const glance: TrialsOptions = { trials: PREVIEW_TRIALS, glance: true, inSight };
  const preview: TrialsOptions = { trials: FULL_TRIALS, inSight };
  const fresh = await firstEdit(document, glance);
  const hand = await firstFigures(document, edits, { options: glance });
  const helped = await firstFigures(document, edits, { options: glance, script });
  const market = await firstFigures(document, edits, { options: glance, edit: withHeterogeneity });
  const typed = await firstFigures(document, edits, { options: preview });
  const all = await firstFigures(document, edits, { options: { trials: FULL_TRIALS } });
  return {
    title: 'From an edit of Reference to its figures',
    head: ['until', 'ms on the clock', 'ms of processor', 'T'],
    rows: [
      row(`first redraw: plan and ${PREVIEW_TRIALS} trials, a date under the hand`, hand),
      ...stepRows(document, edits, glance),
      row('the same, half of the trials by a helper', helped),
      row('the same, an input of the market under the hand', market),
      row('the same, a date that was typed: all trials follow', typed),
      row('the same, with the fans that are not in sight', all),
      row('the same, the first edit after a scenario is opened', fresh),
      row(`full fan: ${digits(FULL_TRIALS, 4)} trials`, await fullFans(document, quick ? 2 : 6)),
    ],
    notes: [
      `Each edit moves the likely value of one uncertain input and waits for its figures before the next comes. In: validation and hash of the document, compiling, plan, trials, statistics; with a helper, handing it the edit and taking half a block from it, as a page does that has a core to spare. Not in: copying to and from the page, drawing. Statistics: everything but the monthly fans that no lane in sight draws (${inSight.length} are drawn in the section that opens first); they follow when all trials are run. One thread, warm after some seconds under that hand; the first edit comes half a second after the scenario's first full run, and meets code that is not all compiled for speed yet.`,
      'An edit of a date finds the market of each trial as the edit before has weighed it; an edit of the market weighs it anew.',
      'A helper helps where it has a core of its own: where two processors share one core it brings less.',
    ],
  };
}

interface FirstFigures {
  readonly options: TrialsOptions;
  /** With a helper that runs it. */
  readonly script?: URL;
  readonly edit?: (document: ScenarioDocument, edit: number) => ScenarioDocument;
}

/** Edit after edit until the first figures. */
async function firstFigures(
  document: ScenarioDocument,
  edits: number,
  { options, script, edit: change = withDuration }: FirstFigures,
): Promise<Elapsed[]> {
  const ask = asker();
  const helper = script === undefined ? null : startHelper(script);
  if (helper !== null) ask.post({ kind: 'helper', port: helper.port });
  const times: Elapsed[] = [];
  for (let edit = 1; edit <= WARM_UP + edits; edit++) {
    const edited = change(document, edit);
    const elapsed = startClock();
    await ask.answer(edited, edit, 'first', options);
    if (edit > WARM_UP) times.push(elapsed());
    ask.post({ kind: 'cancel', id: edit });
    await nextTurn();
  }
  await helper?.thread.terminate();
  return times;
}

/** The figures of the first edit in a fresh thread, after the run that a page makes when it opens a scenario. */
async function firstEdit(document: ScenarioDocument, options: TrialsOptions): Promise<Elapsed[]> {
  const ask = asker();
  await ask.answer(document, 0, 'done', { ...options, trials: FULL_TRIALS, glance: false });
  // Nobody edits before they have seen the figures.
  await new Promise((resolve) => setTimeout(resolve, 500));
  const elapsed = startClock();
  await ask.answer(withDuration(document, 1), 1, 'first', options);
  const time = elapsed();
  ask.post({ kind: 'cancel', id: 1 });
  await nextTurn();
  return [time];
}

async function fullFans(document: ScenarioDocument, edits: number): Promise<Elapsed[]> {
  const ask = asker();
  const times: Elapsed[] = [];
  for (let edit = 0; edit <= edits; edit++) {
    const edited = withDuration(document, 1000 + edit);
    const elapsed = startClock();
    await ask.answer(edited, edit, 'done', { trials: FULL_TRIALS });
    if (edit > 0) times.push(elapsed());
  }
  return times;
}

/** The steps of a first redraw, each by its median. */
function stepRows(document: ScenarioDocument, edits: number, options: TrialsOptions): string[][] {
  const names = ['of it: validation, hash, compiling', 'plan', 'trials', 'statistics'];
  const times: Elapsed[][] = names.map(() => []);
  const known = createKnownDocuments();
  for (let edit = 1; edit <= WARM_UP + edits; edit++) {
    const edited = withDuration(document, 2000 + edit);
    const step = <Made>(place: number, make: () => Made): Made => {
      const elapsed = startClock();
      const made = make();
      if (edit > WARM_UP) times[place]!.push(elapsed());
      return made;
    };
    const opened = step(0, () => openDocument(edited, [], known));
    if (!opened.ok) throw new RangeError(`The edited scenario was refused: ${opened.errors[0]?.message}`);
    step(1, () => opened.value.runPlan());
    const run = opened.value.startTrials(options);
    step(2, () => run.runBlock(0));
    step(3, () => run.results());
    run.release();
  }
  return names.map((name, place) => [
    name,
    digits(median(times[place]!.map(({ clock }) => clock))),
    digits(median(times[place]!.map(({ processor }) => processor))),
    '',
  ]);
}

function startClock(): () => Elapsed {
  const start = performance.now();
  const before = process.cpuUsage();
  return () => {
    const { user, system } = process.cpuUsage(before);
    return { clock: performance.now() - start, processor: (user + system) / 1000 };
  };
}

/** Asks the engine as a page asks its worker, without the copying. */
function asker() {
  let onAnswer: (answer: WorkerAnswer) => void = () => {};
  const post = serveRuns((answer) => onAnswer(answer));
  const send = createDocumentSender();
  /** Until the first figures, which are all of a glance, or until the last. */
  const answer = (document: ScenarioDocument, id: number, until: 'first' | 'done', options: TrialsOptions) =>
    new Promise<void>((resolve, reject) => {
      onAnswer = (given) => {
        if (given.kind === 'failed') reject(new RangeError(given.message));
        else if (given.kind === 'done' && !given.outcome.ok) reject(new RangeError(given.outcome.errors[0]?.message));
        else if ((given.kind === 'done' || (given.kind === 'update' && until === 'first')) && given.id === id)
          resolve();
      };
      post({ kind: 'run', id, sent: send(document), options });
    });
  return { post, answer };
}

/** A quantity with its middle handle moved a little: the thousandth edit is still in its range. */
function moved(quantity: Quantity, edit: number): Quantity {
  if (typeof quantity === 'object' && 'mode' in quantity)
    return { ...quantity, mode: quantity.mode * (1 + edit / 1e5) };
  throw new RangeError('The bench moves a quantity that has a likely value.');
}

/** The document with another likely duration of the first task that is still to be done. */
function withDuration(document: ScenarioDocument, edit: number): ScenarioDocument {
  const place = (document.tasks ?? []).findIndex(
    (task) => task.duration !== undefined && task.actualStart === undefined,
  );
  return {
    ...document,
    tasks: document.tasks?.map((task, i) => (i === place ? { ...task, duration: moved(task.duration!, edit) } : task)),
  };
}

/** The document with another likely variety of tastes in its first segment. */
function withHeterogeneity(document: ScenarioDocument, edit: number): ScenarioDocument {
  const market = document.market!;
  const segments = market.segments.map((segment, i) =>
    i === 0 ? { ...segment, heterogeneity: moved(segment.heterogeneity, edit) } : segment,
  );
  return { ...document, market: { ...market, segments } };
}
