import { parseOutputName } from '../../scenario/output-name';
import { METRIC, type Model, type TargetModel } from '../compile/model';
import { SCALARS } from './block-layout';
import { SCALAR } from './kept-scalars';

/** Outputs of which sensitivity is computed when all are asked for. */
export function defaultOutputs(model: Model): string[] {
  return ['sop', 'focus', 'projectFinish', 'npv', 'peakFunding', ...model.targets.map(({ id }) => `targets/${id}`)];
}

/** Metrics written out that no target of the document keeps: further columns of every trial. */
export function furtherMeasures(model: Model, outputs: readonly string[]): { name: string; target: TargetModel }[] {
  return [...new Set(outputs)].flatMap((name) => {
    const target = isColumn(model, name) ? null : measureOf(model, name);
    return target === null ? [] : [{ name, target }];
  });
}

function isColumn(model: Model, name: string): boolean {
  return SCALARS.some((scalar) => scalar === name) || model.targets.some(({ id }) => name === `targets/${id}`);
}

/** Column of an output among scalars, targets and further measures; -1 for a name that is none. */
export function columnOf(model: Model, further: readonly { readonly name: string }[], name: string): number {
  if (SCALARS.some((scalar) => scalar === name)) return SCALAR[name as keyof typeof SCALAR];
  const target = model.targets.findIndex(({ id }) => name === `targets/${id}`);
  if (target >= 0) return SCALARS.length + target;
  const place = further.findIndex((measure) => measure.name === name);
  return place < 0 ? -1 : SCALARS.length + model.targets.length + place;
}

/** A named output as a measure of its own; null for a name that the scenario does not have. */
export function measureOf(model: Model, name: string): TargetModel | null {
  const output = parseOutputName(name);
  if (output === null || output.kind === 'scalar' || output.kind === 'target') return null;
  const base = {
    id: name,
    metric: METRIC[output.metric],
    atMost: true,
    value: 0,
    isDate: false,
    task: -1,
    from: 0,
    to: 0,
    segment: -1,
    technology: -1,
  };
  if (output.kind === 'task') {
    const task = model.network.taskIndex.get(output.task);
    return task === undefined ? null : { ...base, isDate: true, task };
  }
  const month = model.months.months.indexOf(output.time);
  const year = model.years.find((entry) => String(entry.year) === output.time);
  if (month < 0 && year === undefined) return null;
  const segment = model.market.segments.findIndex(({ id }) => id === output.segment);
  const technology = model.market.technologies.findIndex(({ id }) => id === output.technology);
  if (output.segment !== undefined && segment < 0) return null;
  if (output.metric === 'lead' && technology < 0) return null;
  return {
    ...base,
    from: month >= 0 ? month : year!.from,
    to: month >= 0 ? month + 1 : year!.to,
    segment,
    technology,
  };
}
