export { referenceScenarios, writeReferenceScenario } from './reference-scenarios';
export type { ScenarioKey } from './support';
