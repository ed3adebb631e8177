import type { MarketState } from '../scale-up/trial-state';
import { BLOCK_TRIALS } from '../types';
import type { KernelInstance } from './kernel-instance';

/** Places for more than this are not laid out; 26 MB do for a scenario of a common size. */
const MOST_BYTES = 64 * 1024 * 1024;
/** Room for the record before a market's arrays, and for the length before each of them. */
const RECORD = 64;
const HEADER = 16;

/** What the markets of the first block's trials depend on: nothing else goes into their weights. */
export interface MarketKey {
  /** Seed, sampling, correlations and the names of all that is drawn. */
  readonly draws: string;
  /** First month and number of months. */
  readonly months: string;
  /** The document's market, of which no part is ever changed in place. */
  readonly market: object;
}

/** The markets of the first block as the runs of one memory leave them to each other. */
export interface WeighedMarkets {
  /** Bytes at the beginning of the memory that belong to their places. */
  bytes: number;
  /** Of the last run of a first block. */
  key: MarketKey | null;
  isLaid: boolean;
  /** 1 for each trial whose market lies in its place. */
  readonly weighed: Uint8Array;
}

/** The places of markets for the trials of one run. */
export interface KeptMarkets {
  /** The trials that follow are those of the first block, with markets by this key; null: they are others. */
  follow(key: MarketKey | null): void;
  /** Turns to the place of a trial's market; whether it is weighed already. */
  turnTo(trial: number): boolean;
  /** The market that was turned to has been weighed. */
  weighed(trial: number): void;
}

/** Bytes of one place, and of those of a block; 0 where there is nothing to keep, or too much. */
function placeBytes(market: MarketState | null): { readonly stride: number; readonly bytes: number } {
  if (market === null) return { stride: 0, bytes: 0 };
  const arrays = Object.values(market).filter((field) => field instanceof Float64Array);
  const stride = arrays.reduce((sum, { length }) => sum + HEADER + Math.ceil(length / 2) * 16, RECORD);
  const bytes = stride * BLOCK_TRIALS;
  return { stride, bytes: bytes <= MOST_BYTES ? bytes : 0 };
}

/**
 * Edit after edit the first block has the same draws, and an edit that leaves the market alone leaves all its weights as
 * they are: what a run has weighed is taken over by the next. To be called before anything else is laid out in the
 * memory, so that the places stay where they are. A market is kept from the second run on that has it: under a hand that
 * changes the market nothing would be gained by keeping each.
 *
 * @param market the state's own, for its sizes; null where the market is not known by what it was compiled from
 * @returns the places, once it is known where the state's own market lies
 */
export function keptMarkets(instance: KernelInstance, market: MarketState | null): (ownAt: number) => KeptMarkets {
  const { exports, markets } = instance;
  const { stride, bytes } = placeBytes(market);
  const base = bytes > 0 ? instance.allocate(bytes) : 0;
  // Something else may have lain where the places are now.
  if (markets.bytes !== bytes) forget(markets, null);
  markets.bytes = bytes;
  return (ownAt) => {
    let isFirstBlock = false;
    return {
      follow(key) {
        isFirstBlock = key !== null && markets.key !== null && isSame(markets.key, key);
        if (isFirstBlock && !markets.isLaid) {
          exports.layMarkets(base, BLOCK_TRIALS, stride);
          markets.isLaid = true;
        }
        if (!isFirstBlock) exports.turnToMarket(ownAt);
        if (!isFirstBlock && key !== null && bytes > 0) forget(markets, key);
      },
      turnTo(trial) {
        if (!isFirstBlock) return false;
        const at = base + trial * stride;
        const isWeighed = markets.weighed[trial] === 1;
        exports.turnToMarket(at);
        if (isWeighed) exports.readAhead(at, stride);
        return isWeighed;
      },
      weighed(trial) {
        if (isFirstBlock) markets.weighed[trial] = 1;
      },
    };
  };
}

function forget(markets: WeighedMarkets, key: MarketKey | null): void {
  markets.key = key;
  markets.isLaid = false;
  markets.weighed.fill(0);
}

function isSame(a: MarketKey, b: MarketKey): boolean {
  return a.market === b.market && a.months === b.months && a.draws === b.draws;
}
