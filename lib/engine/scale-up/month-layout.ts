import { FIELD, type MonthLayout } from './month-fields';

const FIXED_FIELDS = FIELD.bottleneck + 1;

/** Where each field of a month lies for so many technologies, segments and materials. */
export function monthLayout(technologies: number, segments: number, materials: number): MonthLayout {
  let next: number = FIXED_FIELDS;
  const group = (size: number) => {
    const first = next;
    next += size;
    return first;
  };
  const layout = {
    technologies,
    segments,
    materials,
    technologyShare: group(technologies),
    segmentDemand: group(segments),
    segmentOwn: group(segments),
    segmentTechnology: group(segments),
    stock: group(materials),
    use: group(materials),
    supply: group(materials),
    refused: group(materials),
    paid: group(materials),
    materialPrice: group(materials),
  };
  return { ...layout, width: next };
}

/** Labels of the bottlenecks by number. */
export function bottleneckLabels(materialIds: readonly string[]): string[] {
  return ['abandoned', 'schedule', 'funding', 'capacity', ...materialIds, 'demand'];
}
