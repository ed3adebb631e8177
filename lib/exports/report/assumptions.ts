import { quantitySampler } from '../../engine/distributions/quantity-sampler';
import { type InputEntry, listInputs } from '../../engine/inputs/list-inputs';
import type { TrialsResult } from '../../engine/results/result-types';
import { currencySymbol } from '../../format/money';
import { formatCompact } from '../../format/number';
import type {
  EvidenceRecord,
  Quantity,
  QuantityMeta,
  ScenarioDocument,
  Source,
  Trajectory,
} from '../../scenario/document';
import { describePath } from '../../scenario/paths';
import { variableOf } from '../../scenario/variables';
import type { ReportSource, ReportTable } from './report';

/** So many inputs stand in the table; all of them are in the attached scenario. */
const SHOWN = 40;
const LONGEST_REASON = 90;

type ValuedInput = Exclude<InputEntry, { kind: 'event' }>;

const trajectoryOf = (input: ValuedInput): Trajectory =>
  input.kind === 'quantity' ? input.quantity : input.trajectory;

function metaOf(value: Trajectory): QuantityMeta | undefined {
  return typeof value === 'number' ? undefined : value.meta;
}

/** How strongly an input moves any of the outputs that were asked about; 0 where nothing is known. */
function influence(trials: TrialsResult): ReadonlyMap<string, number> {
  const most = new Map<string, number>();
  for (const rows of Object.values(trials.sensitivity)) {
    for (const row of rows) most.set(row.path, Math.max(most.get(row.path) ?? 0, Math.abs(row.spearman ?? 0)));
  }
  return most;
}

function quantityText(quantity: Quantity): string {
  const sampler = quantitySampler(quantity);
  const central = formatCompact(sampler.central);
  if (sampler.fixed) return central;
  return `${central} (${formatCompact(sampler.quantile(0.1))} to ${formatCompact(sampler.quantile(0.9))})`;
}

function knotText(
  knot: { readonly date: string } & (
    | { readonly value: number }
    | { readonly low: number; readonly mode: number; readonly high: number }
  ),
): string {
  const year = knot.date.slice(0, 4);
  if ('value' in knot) return `${formatCompact(knot.value)} in ${year}`;
  return `${formatCompact(knot.mode)} (${formatCompact(knot.low)} to ${formatCompact(knot.high)}) in ${year}`;
}

function valueText(value: Trajectory): string {
  if (typeof value === 'number' || 'kind' in value) return quantityText(value);
  const [first, last] = [value.knots[0], value.knots.at(-1)];
  if (!first || !last) return 'no knots';
  return first === last ? knotText(first) : `${knotText(first)}; ${knotText(last)}`;
}

interface Evidence {
  readonly source: Source;
  readonly record: EvidenceRecord | null;
}

/** The sources that an input names, with the records as published. */
function evidenceOf(document: ScenarioDocument, meta: QuantityMeta | undefined): Evidence[] {
  const found: Evidence[] = [];
  for (const id of meta?.evidence ?? []) {
    for (const source of document.sources ?? []) {
      const record = source.meta?.records?.find((one) => one.id === id);
      if (record) found.push({ source, record });
    }
  }
  for (const id of meta?.sources ?? []) {
    const source = document.sources?.find((one) => one.id === id);
    if (source && !found.some((one) => one.source === source)) found.push({ source, record: null });
  }
  return found;
}

function basisText(
  document: ScenarioDocument,
  meta: QuantityMeta | undefined,
  numberOf: (source: Source) => number,
): string {
  const numbers = [...new Set(evidenceOf(document, meta).map(({ source }) => numberOf(source)))];
  const reason = meta?.assumption ?? '';
  const cut =
    reason.length > LONGEST_REASON ? `${reason.slice(0, LONGEST_REASON - 1).replace(/\s+\S*$/, '')}…` : reason;
  if (numbers.length > 0) return `[${numbers.join(', ')}]`;
  return cut ? `Assumed: ${cut}` : 'No source named';
}

/** The assumptions that move the results most, with numbered sources in order of their first mention. */
export function assumptionsOf(
  document: ScenarioDocument,
  trials: TrialsResult,
): { table: ReportTable; sources: ReportSource[]; total: number } {
  const order = influence(trials);
  const inputs = listInputs(document).filter((input): input is ValuedInput => input.kind !== 'event');
  const uncertain = (input: ValuedInput) => {
    const value = trajectoryOf(input);
    return typeof value !== 'number' && !('kind' in value && value.kind === 'fixed');
  };
  // Array.sort is stable, so inputs of equal influence keep the order of the document.
  const ranked = [...inputs]
    .sort((a, b) => Number(uncertain(b)) - Number(uncertain(a)))
    .sort((a, b) => (order.get(b.path) ?? 0) - (order.get(a.path) ?? 0))
    .slice(0, SHOWN);
  const cited: Source[] = [];
  const numberOf = (source: Source) => {
    if (!cited.includes(source)) cited.push(source);
    return cited.indexOf(source) + 1;
  };
  const symbol = currencySymbol(document.currency);
  const rows = ranked.map((input) => {
    const value = trajectoryOf(input);
    const unit = (metaOf(value)?.unit ?? variableOf(input.path)?.unit ?? '').replace('{currency}', symbol);
    return [describePath(document, input.path), valueText(value), unit, basisText(document, metaOf(value), numberOf)];
  });
  const ranking = order.size > 0 ? 'by the strength with which they move the results' : 'the uncertain ones first';
  return {
    total: inputs.length,
    table: {
      id: 'assumptions',
      caption: `The ${rows.length} of ${inputs.length} inputs that count most, ${ranking}: central value, with the range of 8 in 10 futures (at a knot: lowest to highest). Numbers in brackets are sources.`,
      columns: [
        { label: 'Input', align: 'left', share: 3.2 },
        { label: 'Value', align: 'left', share: 3 },
        { label: 'Unit', align: 'left', share: 1.2 },
        { label: 'Basis', align: 'left', share: 2.6 },
      ],
      rows,
    },
    sources: cited.map((source, index) => ({ number: index + 1, text: sourceText(source), url: source.url ?? null })),
  };
}

function sourceText(source: Source): string {
  const records = source.meta?.records ?? [];
  const ids =
    records.length > 0
      ? ` Records ${records
          .slice(0, 8)
          .map((record) => record.id)
          .join(', ')}${records.length > 8 ? ', …' : ''}.`
      : '';
  const head = [source.publisher, source.date].filter(Boolean).join(', ');
  return `${source.title}${/[.?!]$/.test(source.title) ? '' : '.'}${head ? ` ${head}.` : ''}${ids}`;
}
