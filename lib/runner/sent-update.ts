import { type PackedFans, packedFans, unpackFans } from '../engine/results/packed-fans';
import type { MonthFans, TrialsResult } from '../engine/results/result-types';
import type { RunUpdate } from './types';

/** An update on its way between threads: its fans are one array of numbers instead of thousands of objects. */
export interface SentUpdate extends Omit<RunUpdate, 'trials'> {
  readonly trials: Omit<TrialsResult, 'months'>;
  /** By month where they carry sampling errors. */
  readonly fans: PackedFans | readonly MonthFans[];
}

/** What is sent of an update, and the memory that goes with it: whoever sends it does not read it again. */
export function sendUpdate({ trials, ...update }: RunUpdate): { sent: SentUpdate; transfer: ArrayBufferLike[] } {
  const { months, ...others } = trials;
  const fans = packedFans(months);
  const columns = Object.values(trials.samples ?? {});
  const numbers = fans === undefined ? columns : [fans.values, fans.bottlenecks, ...columns];
  return {
    sent: { ...update, trials: others, fans: fans ?? months },
    transfer: [...new Set(numbers.map(({ buffer }) => buffer))],
  };
}

/** The update that was sent. */
export function receiveUpdate({ trials, fans, ...update }: SentUpdate): RunUpdate {
  return { ...update, trials: { ...trials, months: isPacked(fans) ? unpackFans(fans) : fans } };
}

function isPacked(fans: SentUpdate['fans']): fans is PackedFans {
  return !Array.isArray(fans);
}
