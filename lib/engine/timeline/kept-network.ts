import type { Link, ScenarioDocument, Task } from '../../scenario/document';
import { keptBy } from '../kept-by';
import { compileNetwork, isZero, type Network } from './network';
import { createTimeline, type Timeline } from './timeline';

const networks = keptBy<Network>(4);
const timelines = new WeakMap<Network, Timeline>();

/**
 * As `compileNetwork`, made once in each thread for documents that differ in nothing the network depends on: an edit of a
 * duration, a price or a risk leaves it as it is.
 */
export function keptNetwork(document: ScenarioDocument): Network {
  return networks(networkKey(document), () => compileNetwork(document));
}

/**
 * Room for the passes over a kept network, shared by all that is computed on it in this thread. What a pass has found
 * there stands until the next pass: whoever asks reads it before anything else is computed.
 */
export function keptTimeline(network: Network): Timeline {
  const before = timelines.get(network);
  if (before !== undefined) return before;
  const timeline = createTimeline(network);
  timelines.set(network, timeline);
  return timeline;
}

/** Everything that `compileNetwork` reads, as text. Of durations and lags it reads whether they are 0. */
function networkKey(document: ScenarioDocument): string {
  const { horizon, projectStart, statusDate, floatTo, focus, calendars, tasks, links, lines } = document;
  return JSON.stringify([
    [horizon, projectStart, statusDate, floatTo, focus, calendars],
    tasks?.map(readOfTask),
    links?.map(readOfLink),
    lines?.map(({ buildTask, commercial }) => [buildTask, commercial]),
  ]);
}

function readOfTask({ name: _name, meta: _meta, gate: _gate, remainingDuration: _rest, duration, ...read }: Task) {
  return { ...read, isZero: isZero(duration) };
}

function readOfLink({ id: _id, meta: _meta, lag, ...read }: Link) {
  return { ...read, isZero: isZero(lag) };
}
