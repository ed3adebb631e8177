import { generateNetwork, testDraws } from '../../engine/testing/generate-network';
import { backwardPass } from '../../engine/timeline/backward-pass';
import { compileNetwork, createTimelineInputs } from '../../engine/timeline/network';
import { schedule } from '../../engine/timeline/schedule';
import { createTimeline } from '../../engine/timeline/timeline';
import { inRounds, timed } from '../clock';
import { median } from '../spread';
import { type BenchTable, digits } from '../table';

const SIZES = [100, 1_000, 5_000];
const LINKS_PER_TASK = 3;
const CALENDARS = ['days', 'hours', 'mixed'] as const;
/** So many different futures take turns, so that no pass meets the dates of the one before. */
const FUTURES = 16;

/** How many tasks pass forward and backward in a second. */
export async function passesPart(quick: boolean): Promise<BenchTable> {
  const rows: string[][] = [];
  for (const calendars of CALENDARS) {
    for (const tasks of SIZES) {
      const pass = preparePasses(tasks, calendars);
      passesPerMillisecond(pass, 100);
      const rounds = await inRounds(quick ? 3 : 7, () => passesPerMillisecond(pass, quick ? 100 : 300));
      const perMillisecond = median(rounds.map(({ measured }) => measured));
      const inUnit = median(rounds.map(({ measured, unit }) => measured * unit));
      rows.push([
        `${digits(tasks, 4)} tasks, ${digits(tasks * LINKS_PER_TASK, 5)} links, ${calendars}`,
        digits(1000 / perMillisecond),
        digits((perMillisecond * tasks) / 1000),
        digits((inUnit * tasks) / 1e6),
      ]);
    }
  }
  return {
    title: 'Forward and backward passes over generated networks',
    head: ['network', 'microseconds a pass', 'million task-passes/s', 'million in T'],
    rows,
    notes: [
      'One task-pass is one task passed forward and backward, calendar dates, floats and critical tasks included. Links of all four types with working and elapsed lags; days: Monday to Friday with shutdowns; hours: two shifts a day; mixed: these and a seven-day calendar.',
      `${FUTURES} sets of durations take turns. Handing works and lags to the compiled loops is in, compiling the network is not.`,
    ],
  };
}

function preparePasses(tasks: number, calendars: (typeof CALENDARS)[number]): (future: number) => void {
  const document = generateNetwork({ tasks, links: tasks * LINKS_PER_TASK, calendars });
  const network = compileNetwork(document);
  const timeline = createTimeline(network);
  const draw = testDraws(7);
  const futures = Array.from({ length: FUTURES }, () => {
    const inputs = createTimelineInputs(network);
    document.tasks?.forEach((task, i) => {
      inputs.work[i] = typeof task.duration === 'number' ? task.duration * (0.7 + draw()) : 0;
    });
    document.links?.forEach((link, i) => {
      inputs.lag[i] = typeof link.lag === 'number' ? link.lag : 0;
    });
    return inputs;
  });
  return (future) => {
    const inputs = futures[future % FUTURES]!;
    schedule(network, inputs, timeline);
    backwardPass(network, inputs, timeline);
  };
}

function passesPerMillisecond(pass: (future: number) => void, atLeastMs: number): number {
  let passes = 0;
  let spent = 0;
  while (spent < atLeastMs) {
    // Many turns to a reading: the processor's clock may tick in milliseconds.
    spent += timed(() => {
      for (let turn = 0; turn < 4 * FUTURES; turn++) pass(turn);
    });
    passes += 4 * FUTURES;
  }
  return passes / spent;
}
