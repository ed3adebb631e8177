import { describe, expect, it } from 'vitest';
import { futureToInterchange } from './results/to-interchange';
import { openScenario } from './run-scenario';
import { differences } from './testing/conformance';
import { caseNames, readCase } from './testing/conformance-cases';

describe('an independent implementation of the model', () => {
  for (const name of caseNames()) {
    const { document, plan, given, futures } = readCase(name);
    if (plan.errors !== undefined) continue;
    const scenario = openScenario(document, { documentHash: name });

    it(`has the same plan: ${name}`, () => {
      expect(differences(plan, futureToInterchange(scenario.runPlan()))).toEqual([]);
    });

    if (given === undefined || futures === undefined) continue;
    it(`has the same future for each list of given draws: ${name}`, () => {
      const results = scenario.runDraws(given);
      results.forEach((future, index) => {
        expect(differences(futures[index], futureToInterchange(future), `draw ${index}`)).toEqual([]);
      });
    });
  }
});
