import type { Statistics, TrialsResult } from '../engine/results/result-types';
import type { ScenarioDocument } from '../scenario/document';
import { parseOutputName } from '../scenario/output-name';

/** How a figure is written. */
export type OutputKind = 'date' | 'money' | 'energy' | 'share' | 'pricePerKwh' | 'rate' | 'chance';

/** An output name, taken apart: `ownShare/premium@2030-06`, `targets/sop-2029`, `npv`. */
export interface OutputName {
  readonly name: string;
  readonly metric: string;
  /** Segment, technology, task or target. */
  readonly of: string | null;
  readonly year: number | null;
  readonly month: string | null;
}

const kinds: Readonly<Record<string, OutputKind>> = {
  sop: 'date',
  focus: 'date',
  projectFinish: 'date',
  taskStart: 'date',
  taskFinish: 'date',
  npv: 'money',
  peakFunding: 'money',
  minCash: 'money',
  cash: 'money',
  irr: 'rate',
  output: 'energy',
  startsCapacity: 'energy',
  ownShare: 'share',
  technologyShare: 'share',
  lead: 'share',
  unitCost: 'pricePerKwh',
  price: 'pricePerKwh',
  targets: 'chance',
};

/** Reads an output name; null for any other text. */
export function parseOutput(name: string): OutputName | null {
  const output = parseOutputName(name);
  if (!output) return null;
  const none = { name, of: null, year: null, month: null };
  switch (output.kind) {
    case 'scalar':
      return { ...none, metric: output.metric };
    case 'target':
      return { ...none, metric: 'targets', of: output.target };
    case 'task':
      return { ...none, metric: output.metric, of: output.task };
    case 'series': {
      const month = output.time.length > 4 ? output.time : null;
      const of = output.segment ?? output.technology ?? null;
      return { name, metric: output.metric, of, year: Number(output.time.slice(0, 4)), month };
    }
    default:
      return output satisfies never;
  }
}

export function outputKind(output: OutputName): OutputKind {
  return kinds[output.metric] ?? 'money';
}

const titles: Readonly<Record<string, string>> = {
  sop: 'SOP',
  projectFinish: 'Project finish',
  npv: 'NPV',
  irr: 'IRR',
  peakFunding: 'Peak funding',
  minCash: 'Least cash',
  cash: 'Cash',
  output: 'output',
  startsCapacity: 'capacity',
  ownShare: 'share',
  technologyShare: 'technology share',
  lead: 'lead',
  unitCost: 'Unit cost',
  price: 'Price',
};

/** A short title: "SOP", "2030 output", "Unit cost Dec 2030", a target's own name. */
export function outputTitle(document: ScenarioDocument, output: OutputName): string {
  const when = output.month ?? (output.year === null ? '' : String(output.year));
  if (output.metric === 'targets') {
    return document.targets?.find(({ id }) => id === output.of)?.name ?? `Target ${output.of ?? ''}`;
  }
  if (output.metric === 'focus') return document.tasks?.find(({ id }) => id === document.focus)?.name ?? 'Focus';
  const segment = output.of ? document.market?.segments.find(({ id }) => id === output.of)?.name : undefined;
  const title = titles[output.metric] ?? output.metric;
  const first = /^[a-z]/.test(title) ? `${when} ${title}`.trim() : `${title} ${when}`.trim();
  return segment ? `${first}, ${segment}` : first;
}

const yearly = new Set(['output', 'ownShare', 'technologyShare', 'lead']);

/** What the trials say of an output; null where they do not hold it. */
export function outputStatistics(trials: TrialsResult, output: OutputName): Statistics | null {
  switch (output.metric) {
    case 'sop':
      return trials.sop;
    case 'focus':
      return trials.focus;
    case 'projectFinish':
      return trials.projectFinish;
    case 'npv':
      return trials.npv;
    case 'irr':
      return trials.irr;
    case 'peakFunding':
      return trials.peakFunding;
    case 'taskStart':
      return (output.of && trials.tasks[output.of]?.start) || null;
    case 'taskFinish':
      return (output.of && trials.tasks[output.of]?.finish) || null;
    default:
      return periodStatistics(trials, output);
  }
}

const seriesOf = ({ metric, of }: OutputName) => (of && metric === 'ownShare' ? `segment/${of}` : metric);

/** The series of the months that an output is read from; null where it is read from elsewhere. */
export function monthSeriesOf(output: OutputName): string | null {
  if (output.year === null || (output.month === null && yearly.has(output.metric))) return null;
  return seriesOf(output);
}

function periodStatistics(trials: TrialsResult, output: OutputName): Statistics | null {
  const key = seriesOf(output);
  if (output.year === null) return null;
  if (monthSeriesOf(output) === null) {
    return trials.years.find(({ year }) => year === output.year)?.fans[key] ?? null;
  }
  // A cost, price or balance of a year is that of its December.
  const month = output.month ?? `${output.year}-12`;
  return trials.months.find((entry) => entry.month === month)?.fans[key] ?? null;
}

/** The six figures of a scenario whose author has not chosen any. */
export function defaultHeadline(document: ScenarioDocument): readonly string[] {
  const firstYear = Number(document.horizon.start.slice(0, 4));
  const lastYear = Number(document.horizon.end.slice(0, 4));
  const year = Math.min(lastYear, Math.max(firstYear, 2030));
  const target = document.targets?.[0];
  return [
    'sop',
    `output@${year}`,
    `ownShare@${year}`,
    `unitCost@${year}`,
    'peakFunding',
    target ? `targets/${target.id}` : 'npv',
  ];
}

export function headlineNames(document: ScenarioDocument): readonly string[] {
  const chosen = document.meta?.headline?.filter((name) => parseOutput(name) !== null) ?? [];
  return chosen.length > 0 ? chosen.slice(0, 6) : defaultHeadline(document);
}

/** Every output that can be put into the headline of this document. */
export function offeredOutputs(document: ScenarioDocument): readonly string[] {
  const from = Number(document.horizon.start.slice(0, 4));
  const to = Number(document.horizon.end.slice(0, 4));
  const years = Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index);
  const segments = document.market?.segments ?? [];
  return [
    'sop',
    'focus',
    'projectFinish',
    'npv',
    'irr',
    'peakFunding',
    ...(document.targets ?? []).map(({ id }) => `targets/${id}`),
    ...years.flatMap((year) => [
      `output@${year}`,
      `ownShare@${year}`,
      `technologyShare@${year}`,
      `unitCost@${year}`,
      `price@${year}`,
      ...segments.map(({ id }) => `ownShare/${id}@${year}`),
    ]),
  ];
}
