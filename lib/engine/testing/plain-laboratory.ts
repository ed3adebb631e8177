import type { Laboratory } from '../insight/laboratory';
import { openScenario } from '../run-scenario';

/** A laboratory for documents that are known to be valid: runs here, at once. */
export const PLAIN_LABORATORY: Laboratory = {
  open: (document, moves) => ({ ok: true, value: openScenario(document, { documentHash: '', moves }) }),
  run: async (scenario, options) => {
    const run = scenario.startTrials(options);
    for (let block = 0; block < run.blocks; block++) run.runBlock(block);
    return run;
  },
};
