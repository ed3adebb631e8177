import type { TrialsResult } from '../../engine/results/result-types';
import { createNodeRunner } from '../../runner/node-runner';
import type { ScenarioDocument } from '../../scenario/document';

/** Runs a scenario in full, as its document says, in a thread that ends afterwards. */
export async function simulateInThread(document: ScenarioDocument): Promise<TrialsResult> {
  const runner = createNodeRunner();
  try {
    const outcome = await runner.run(document);
    if (!outcome.ok) throw new RangeError(`The document cannot be computed: ${outcome.errors[0]?.message}`);
    return outcome.value.trials;
  } finally {
    runner.dispose();
  }
}
