import { ganttChart } from '../../charts/gantt/gantt-chart';
import { type LaneId, lane } from '../../charts/lanes/lane-catalogue';
import type { Market } from '../../charts/lanes/share-lanes';
import type { Chart } from '../../charts/scene';
import { toSvg } from '../../charts/to-svg';
import { bottleneckFinding, supplyFinding } from '../../findings/bottleneck-finding';
import { type FindingContext, firstYearBeyond, HEADLINE_YEAR } from '../../findings/context';
import { dateFinding } from '../../findings/date-finding';
import { outputFinding, shareFinding, strongestSegment, yearWithin } from '../../findings/market-finding';
import { fundingFinding, irrFinding, npvFinding } from '../../findings/money-finding';
import { planFinding } from '../../findings/plan-finding';
import { formatDay } from '../../format/dates';
import { formatRunId, formatRunIdShort } from '../../format/run-id';
import { lightTheme } from '../../theme/palette';
import { assumptionsOf } from './assumptions';
import { headlineFigures } from './headline-figures';
import type { Report, ReportBlock, ReportFigure, ReportSection } from './report';
import { milestonesTable, risksTable, targetsTable, yearsTable } from './tables';

export interface ReportInput extends FindingContext {
  /** Version 3, or null for a draft that has no version yet. */
  readonly version: { readonly number: number; readonly message: string } | null;
  readonly author: string;
  /** Day of the version or of the draft's last save, `YYYY-MM-DD`. */
  readonly date: string;
}

const COLUMN_PX = 680;
const HALF_PX = 330;

function figureOf(id: string, chart: Chart, width: number): ReportFigure {
  const { title, sentence } = chart.reading;
  return { id, svg: toSvg(chart.scene), width, caption: `${title}. ${sentence}`, alt: `${title}. ${sentence}` };
}

function laneFigure(
  input: ReportInput,
  id: LaneId,
  size: { width: number; height: number; share: number },
  market: Market = 'all',
): ReportFigure {
  const frame = { width: size.width, height: size.height, theme: lightTheme, idPrefix: id.replace(/\W/g, '-') };
  const chart = lane(id, input, frame, { market });
  return figureOf(id.replace(/\W/g, '-'), chart, size.share);
}

const wide = (height: number) => ({ width: COLUMN_PX, height, share: 100 });
const half = (height: number) => ({ width: HALF_PX, height, share: 49 });
const paragraph = (text: string): ReportBlock => ({ kind: 'paragraph', text });
const figures = (...list: ReportFigure[]): ReportBlock => ({ kind: 'figures', figures: list });

function timelineSection(input: ReportInput): ReportSection {
  const { document, plan, trials } = input;
  const blocks: ReportBlock[] = [paragraph(planFinding(input))];
  if ((document.tasks ?? []).length > 0) {
    const phases = new Set((document.tasks ?? []).flatMap((task) => task.parent ?? []));
    const frame = { width: COLUMN_PX, height: 120, theme: lightTheme, idPrefix: 'gantt' };
    // A page has room for phases; a scenario without any shows the tasks that fit.
    const gantt = ganttChart(
      input,
      phases.size > 0 ? frame : { ...frame, height: 300 },
      phases.size > 0 ? { collapsed: phases } : {},
    );
    blocks.push(figures(figureOf('gantt', gantt, 100)));
  }
  blocks.push(figures(laneFigure(input, 'sop', wide(200))), {
    kind: 'table',
    table: milestonesTable(document, plan, trials),
  });
  return { id: 'timeline', heading: 'Timeline', blocks };
}

function shareSection(input: ReportInput): ReportSection {
  const { document, trials } = input;
  const year = yearWithin(trials, HEADLINE_YEAR);
  const blocks: ReportBlock[] = [paragraph(shareFinding(document, trials, year))];
  const segment = strongestSegment(document, trials, year);
  if (segment) {
    blocks.push(
      figures(laneFigure(input, 'share', half(220)), laneFigure(input, 'ownShare', half(220), { segment: segment.id })),
      { kind: 'table', table: yearsTable(document, trials) },
    );
  }
  return { id: 'share', heading: 'Market share', blocks };
}

function limitsSection(input: ReportInput): ReportSection {
  const { document, trials } = input;
  const text = `${bottleneckFinding(document, trials)} ${outputFinding(trials, yearWithin(trials, HEADLINE_YEAR))}`;
  return {
    id: 'limits',
    heading: 'What holds it back',
    blocks: [
      paragraph(text),
      figures(laneFigure(input, 'bottleneck', half(210)), laneFigure(input, 'output', half(210))),
    ],
  };
}

function supplySection(input: ReportInput): ReportSection | null {
  const materials = input.document.materials ?? [];
  if (materials.length === 0) return null;
  const text = materials.map((material) => supplyFinding(input.document, input.trials, material.id)).join(' ');
  const shown = materials.slice(0, 4);
  const pictures = shown.map((material) =>
    laneFigure(input, `supply/${material.id}`, shown.length === 1 ? wide(200) : half(200)),
  );
  const pairs: ReportBlock[] = [];
  for (let i = 0; i < pictures.length; i += 2) pairs.push(figures(...pictures.slice(i, i + 2)));
  return { id: 'supply', heading: 'Supply', blocks: [paragraph(text), ...pairs] };
}

function moneySection(input: ReportInput): ReportSection {
  const { document, trials } = input;
  const text = [
    fundingFinding(trials.peakFunding, trials.shortfall, document.currency),
    npvFinding(trials.npv, document.currency, trials.samples?.npv),
    irrFinding(trials.irr, trials.npv),
  ].join(' ');
  return {
    id: 'money',
    heading: 'Money',
    blocks: [paragraph(text), figures(laneFigure(input, 'cash', half(210)), laneFigure(input, 'cost', half(210)))],
  };
}

function summaryOf(input: ReportInput): string[] {
  const { document, trials } = input;
  const year = yearWithin(trials, HEADLINE_YEAR);
  return [
    dateFinding('SOP', trials.sop, firstYearBeyond(document)),
    shareFinding(document, trials, year),
    `${outputFinding(trials, year)} ${bottleneckFinding(document, trials)}`,
    `${fundingFinding(trials.peakFunding, trials.shortfall, document.currency)} ${npvFinding(trials.npv, document.currency, trials.samples?.npv)} ${irrFinding(trials.irr, trials.npv)}`,
    ...(document.description ?? '').split(/\n\s*\n/).filter((part) => part.trim() !== ''),
  ];
}

function methodOf(input: ReportInput, shown: number, total: number): string[] {
  const { document, trials } = input;
  const count = trials.trials.toLocaleString('en-GB');
  return [
    `Each of ${count} futures draws every uncertain input once and then follows one calendar: tasks are scheduled, lines are built as far as money allows, materials arrive as contracted, buyers choose among technologies, and the books are kept month by month from ${document.horizon.start} to ${document.horizon.end}. Dates, tonnes, money and shares of one future belong together. Percentiles are over futures; a range of 8 in 10 runs from the 10th to the 90th percentile. Money is in ${document.currency}, in real terms of ${document.priceBase ?? 'the price base'}.`,
    `${total - shown > 0 ? `${total - shown} further inputs` : 'All inputs'}, with their sources and notes, are in the scenario that is attached to this file. Whoever runs it with the same seed, number of trials and engine version gets the same figures to the last digit.`,
    `Run ${formatRunId(trials)}.`,
  ];
}

/** The report of a scenario: a pure function of its document, its results and who made the version when. */
export function buildReport(input: ReportInput): Report {
  const { document, trials } = input;
  const assumptions = assumptionsOf(document, trials);
  const risks = risksTable(document);
  const day = Date.parse(`${input.date}T00:00:00Z`) / 86_400_000;
  const version = input.version
    ? `Version ${input.version.number}: ${input.version.message}`
    : 'Draft without a version yet';
  const sections = [
    timelineSection(input),
    shareSection(input),
    limitsSection(input),
    supplySection(input),
    moneySection(input),
    {
      id: 'assumptions',
      heading: 'Targets, risks and assumptions',
      blocks: [
        ...(document.targets?.length ? [{ kind: 'table' as const, table: targetsTable(document, trials) }] : []),
        ...(risks ? [{ kind: 'table' as const, table: risks }] : []),
        { kind: 'table' as const, table: assumptions.table },
      ],
    },
  ];
  return {
    title: document.name,
    subtitle: `${version} · ${input.author} · ${formatDay(day)} · ${document.currency}${document.priceBase ? ` of ${document.priceBase}` : ''}`,
    author: input.author,
    date: input.date,
    dateShown: formatDay(day),
    language: 'en',
    runId: formatRunId(trials),
    runIdShort: formatRunIdShort(trials),
    headline: headlineFigures(document, trials),
    summary: summaryOf(input),
    sections: sections.filter((section) => section !== null),
    sources: assumptions.sources,
    method: methodOf(input, assumptions.table.rows.length, assumptions.total),
  };
}
