import { FULL_TRIALS, PREVIEW_TRIALS } from '../../engine/types';
import { startHelper } from '../../runner/block-pool';
import { createKnownDocuments, openDocument } from '../../runner/open';
import { nextTurn } from '../../runner/run-in-blocks';
import { createDocumentSender } from '../../runner/sent-document';
import { serveRuns } from '../../runner/serve-runs';
import type { WorkerAnswer } from '../../runner/worker-protocol';
import type { ScenarioDocument } from '../../scenario/document';
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
  const fresh = await firstEdit(document);
  const alone = await firstFigures(document, edits, null);
  const helped = await firstFigures(document, edits, script);
  return {
    title: 'From an edit of Reference to its figures',
    head: ['until', 'ms on the clock', 'ms of processor', 'T'],
    rows: [
      row(`first redraw: plan and ${PREVIEW_TRIALS} trials`, alone),
      ...stepRows(document, edits),
      row('first redraw, half of its trials by a helper', helped),
      row('the first edit after a scenario is opened', fresh),
      row(`full fan: ${digits(FULL_TRIALS, 4)} trials`, await fullFans(document, quick ? 2 : 6)),
    ],
    notes: [
      'Each edit changes one duration and waits for its figures before the next comes, as under a hand on a slider. In: validation and hash of the document, compiling, plan, trials, statistics; with a helper, handing it the edit and taking half a block from it, as a page does that has a core to spare. Not in: copying to and from the page, drawing. One thread, warm after some seconds under that hand; the first edit meets code that is not compiled for speed yet.',
      'A helper helps where it has a core of its own: where two processors share one core it brings less.',
    ],
  };
}

/** Edit after edit until the first figures; `script`: with a helper that runs it. */
async function firstFigures(document: ScenarioDocument, edits: number, script: URL | null): Promise<Elapsed[]> {
  const ask = asker();
  const helper = script === null ? null : startHelper(script);
  if (helper !== null) ask.post({ kind: 'helper', port: helper.port });
  const times: Elapsed[] = [];
  for (let edit = 1; edit <= WARM_UP + edits; edit++) {
    const edited = withDuration(document, edit);
    const elapsed = startClock();
    await ask.answer(edited, edit, 'update');
    if (edit > WARM_UP) times.push(elapsed());
    ask.post({ kind: 'cancel', id: edit });
    await nextTurn();
  }
  await helper?.thread.terminate();
  return times;
}

/** The figures of the first edit in a fresh thread, after the run that a page makes when it opens a scenario. */
async function firstEdit(document: ScenarioDocument): Promise<Elapsed[]> {
  const ask = asker();
  await ask.answer(document, 0, 'done');
  const elapsed = startClock();
  await ask.answer(withDuration(document, 1), 1, 'update');
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
    await ask.answer(edited, edit, 'done');
    if (edit > 0) times.push(elapsed());
  }
  return times;
}

/** The steps of a first redraw, each by its median. */
function stepRows(document: ScenarioDocument, edits: number): string[][] {
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
    const run = opened.value.startTrials({ trials: FULL_TRIALS });
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
  const answer = (document: ScenarioDocument, id: number, kind: 'update' | 'done') =>
    new Promise<void>((resolve, reject) => {
      onAnswer = (given) => {
        if (given.kind === 'failed') reject(new RangeError(given.message));
        else if (given.kind === kind && given.id === id) resolve();
      };
      post({ kind: 'run', id, sent: send(document), options: { trials: FULL_TRIALS } });
    });
  return { post, answer };
}

/** The document with another duration of its first task that has work of its own. */
function withDuration(document: ScenarioDocument, edit: number): ScenarioDocument {
  const place = (document.tasks ?? []).findIndex(
    (task) => task.duration !== undefined && task.actualStart === undefined,
  );
  return {
    ...document,
    tasks: document.tasks?.map((task, i) => (i === place ? { ...task, duration: 60 + edit / 1000 } : task)),
  };
}
