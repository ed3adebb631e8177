import { parseOutputName } from '../../scenario/output-name';
import type { Model } from '../compile/model';
import type { TrialState } from '../scale-up/trial-state';
import { measureOf } from '../trials/measures';
import { targetValue } from './target-value';

/** An output by name in the future that the state holds: Infinity is never, NaN is none or no output of the scenario. */
export function stateOutput(model: Model, state: TrialState, name: string): number {
  const output = parseOutputName(name);
  if (output === null) return Number.NaN;
  if (output.kind === 'target') {
    const target = model.targets.find(({ id }) => id === output.target);
    return target === undefined ? Number.NaN : targetValue(model, state, target);
  }
  if (output.kind === 'scalar') return state.outcome[output.metric];
  const measure = measureOf(model, name);
  return measure === null ? Number.NaN : targetValue(model, state, measure);
}
