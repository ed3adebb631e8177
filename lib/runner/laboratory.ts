import type { Laboratory } from '../engine/insight/laboratory';
import { openDocument } from './open';
import { nextTurn } from './run-in-blocks';

export interface LaboratoryOptions {
  /** Called between blocks; throws (or rejects) where the work is to stop. Default: gives the event loop a turn. */
  readonly pause?: () => Promise<void> | void;
}

/** A laboratory in the calling thread: for workers, tests and tools. Other work of the thread comes in between blocks. */
export function createLaboratory({ pause = nextTurn }: LaboratoryOptions = {}): Laboratory {
  return {
    open: openDocument,
    run: async (scenario, options) => {
      const run = scenario.startTrials(options);
      for (let block = 0; block < run.blocks; block++) {
        if (block > 0) await pause();
        run.runBlock(block);
      }
      await pause();
      return run;
    },
  };
}
