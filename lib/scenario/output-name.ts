import type { TargetMetric } from './document';

/**
 * One number of a run, by name, as in sensitivity, checks and headlines: `sop`, `npv`, `targets/<id>`, or the metric of
 * a target written out: `taskFinish/<task>`, `output@2030`, `ownShare@2030-06`, `ownShare/<segment>@2030`,
 * `lead/<technology>@2030`.
 */
export type OutputName =
  | { readonly kind: 'scalar'; readonly metric: ScalarMetric }
  | { readonly kind: 'target'; readonly target: string }
  | { readonly kind: 'task'; readonly metric: 'taskStart' | 'taskFinish'; readonly task: string }
  | {
      readonly kind: 'series';
      readonly metric: SeriesMetric;
      /** `2030` or `2030-06`. */
      readonly time: string;
      /** Of shares: within this segment. */
      readonly segment?: string;
      /** Of `lead`: ahead of this technology. */
      readonly technology?: string;
    };
export type ScalarMetric = 'sop' | 'focus' | 'projectFinish' | 'npv' | 'irr' | 'peakFunding' | 'minCash';
export type SeriesMetric = Exclude<TargetMetric, ScalarMetric | 'taskStart' | 'taskFinish'>;

const SCALARS: readonly ScalarMetric[] = ['sop', 'focus', 'projectFinish', 'npv', 'irr', 'peakFunding', 'minCash'];
const SERIES: readonly SeriesMetric[] = [
  'cash',
  'output',
  'startsCapacity',
  'ownShare',
  'technologyShare',
  'lead',
  'unitCost',
  'price',
];
const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/;
const YEAR = /^\d{4}$/;

/** Reads the name of an output; null for any other text. Whether what it names exists is another question. */
export function parseOutputName(name: string): OutputName | null {
  const scalar = SCALARS.find((metric) => metric === name);
  if (scalar !== undefined) return { kind: 'scalar', metric: scalar };
  const slash = name.indexOf('/');
  const head = slash < 0 ? name : name.slice(0, slash);
  const rest = slash < 0 ? '' : name.slice(slash + 1);
  if (head === 'targets') return isSegment(rest) ? { kind: 'target', target: rest } : null;
  if (head === 'taskStart' || head === 'taskFinish') {
    return isSegment(rest) ? { kind: 'task', metric: head, task: rest } : null;
  }
  return parseSeries(name);
}

function isSegment(text: string): boolean {
  return text !== '' && !text.includes('/');
}

function parseSeries(name: string): OutputName | null {
  // An id may hold an @, a time cannot.
  const at = name.lastIndexOf('@');
  if (at < 0) return null;
  const time = name.slice(at + 1);
  const [head, id, ...more] = name.slice(0, at).split('/');
  const metric = SERIES.find((entry) => entry === head);
  if (metric === undefined || more.length > 0 || id === '') return null;
  const isMonth = MONTH.test(time);
  if (!isMonth && (metric === 'cash' || !YEAR.test(time))) return null;
  if (metric === 'lead') return id === undefined ? null : { kind: 'series', metric, time, technology: id };
  if (id === undefined) return { kind: 'series', metric, time };
  const isShare = metric === 'ownShare' || metric === 'technologyShare';
  return isShare ? { kind: 'series', metric, time, segment: id } : null;
}

/** The name of an output as text; `parseOutputName` reads it back. */
export function formatOutputName(output: OutputName): string {
  switch (output.kind) {
    case 'scalar':
      return output.metric;
    case 'target':
      return `targets/${output.target}`;
    case 'task':
      return `${output.metric}/${output.task}`;
    case 'series': {
      const of = output.segment ?? output.technology;
      return `${output.metric}${of === undefined ? '' : `/${of}`}@${output.time}`;
    }
    default:
      return output satisfies never;
  }
}

/** Whether the output is an instant, compared with dates rather than numbers. */
export function isInstantMetric(metric: TargetMetric): boolean {
  return ['sop', 'focus', 'projectFinish', 'taskStart', 'taskFinish'].includes(metric);
}
