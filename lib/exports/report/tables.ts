import { quantitySampler } from '../../engine/distributions/quantity-sampler';
import type { Finite, FutureResult, Statistics, TrialsResult } from '../../engine/results/result-types';
import { shortName } from '../../findings/context';
import { formatDay } from '../../format/dates';
import { formatMoney } from '../../format/money';
import { formatCompact, formatSignificant } from '../../format/number';
import { formatProbability, formatShare } from '../../format/share';
import type { Risk, ScenarioDocument, Target, Task } from '../../scenario/document';
import type { ReportTable } from './report';

const toNumber = (value: Finite) => (value === 'never' ? Number.POSITIVE_INFINITY : value);
const MILESTONES_SHOWN = 14;

/** Phases and the milestones that matter: gates, builds, what lines require, and the focus. */
function tellingTasks(document: ScenarioDocument): readonly Task[] {
  const tasks = document.tasks ?? [];
  const parents = new Set(tasks.flatMap((task) => task.parent ?? []));
  const telling = new Set<string>([document.focus ?? '']);
  for (const line of document.lines ?? []) {
    telling.add(line.buildTask);
    for (const id of line.requires ?? []) telling.add(id);
  }
  const chosen = tasks.filter(
    (task) => telling.has(task.id) || task.gate !== undefined || (parents.has(task.id) && !task.parent),
  );
  return (chosen.length > 0 ? chosen : tasks).slice(0, MILESTONES_SHOWN);
}

/** Finishes: plan beside the 10th, 50th and 90th percentile. */
export function milestonesTable(document: ScenarioDocument, plan: FutureResult, trials: TrialsResult): ReportTable {
  const rows = tellingTasks(document).map((task) => {
    const finish = trials.tasks[task.id]?.finish;
    const planned = plan.tasks[task.id]?.EF;
    const day = (value: Finite | undefined) => (value === undefined ? 'none' : formatDay(toNumber(value), 'finish'));
    const critical = trials.tasks[task.id]?.criticality ?? 0;
    return [
      task.name,
      planned === undefined || planned === 'never' ? 'never' : formatDay(planned.day, 'finish'),
      day(finish?.P10),
      day(finish?.P50),
      day(finish?.P90),
      finish?.never ? formatProbability(finish.never) : '0 %',
      formatProbability(critical),
    ];
  });
  return {
    id: 'milestones',
    caption:
      'Finish of phases, gates, builds and what lines require: the plan beside the futures; how often it never comes, and how often it lies on the path that decides the focus.',
    columns: [
      { label: 'Task', align: 'left', share: 3.2 },
      { label: 'Plan', align: 'right', share: 1.25 },
      { label: 'P10', align: 'right', share: 1.25 },
      { label: 'P50', align: 'right', share: 1.25 },
      { label: 'P90', align: 'right', share: 1.25 },
      { label: 'Never', align: 'right', share: 0.75 },
      { label: 'On the path', align: 'right', share: 1 },
    ],
    rows,
  };
}

function rangeCell(fan: Statistics | undefined, write: (value: number) => string): string {
  if (!fan) return 'none';
  return `${write(toNumber(fan.P50))} (${write(toNumber(fan.P10))} to ${write(toNumber(fan.P90))})`;
}

/** Yearly output and share from the first year in which anything is likely to be sold. */
export function yearsTable(document: ScenarioDocument, trials: TrialsResult): ReportTable {
  const selling = trials.years.filter((row) => toNumber(row.fans.output?.P95 ?? 0) > 0);
  const rows = (selling.length > 0 ? selling : trials.years)
    .slice(0, 10)
    .map((row) => [
      String(row.year),
      rangeCell(row.fans.output, (value) => formatSignificant(value)),
      rangeCell(row.fans.ownShare, (value) => formatShare(value, 2)),
      rangeCell(row.fans.technologyShare, (value) => formatShare(value, 2)),
    ]);
  return {
    id: 'years',
    caption: `By year: the middle of the futures and the range of 8 in 10. Shares are of all ${document.market?.segments.length ?? 0} segments' demand.`,
    columns: [
      { label: 'Year', align: 'left', share: 0.6 },
      { label: 'Output, GWh', align: 'right', share: 2 },
      { label: 'Own share', align: 'right', share: 2 },
      { label: 'Share of the technology, all makers', align: 'right', share: 2.2 },
    ],
    rows,
  };
}

function targetText(target: Target): string {
  const value = typeof target.value === 'number' ? formatCompact(target.value) : target.value;
  return `${target.name} (${target.metric} ${target.op === '<=' ? '≤' : '≥'} ${value})`;
}

/** Targets with their chance, its sampling error and the wish. */
export function targetsTable(document: ScenarioDocument, trials: TrialsResult): ReportTable {
  const rows = (document.targets ?? []).map((target) => {
    const chance = trials.targets[target.id] ?? Number.NaN;
    const error = Math.sqrt((chance * (1 - chance)) / trials.trials);
    return [
      targetText(target),
      formatProbability(chance, error),
      target.probability === undefined ? 'no wish' : formatProbability(target.probability),
    ];
  });
  return {
    id: 'targets',
    caption: 'Targets: the share of futures that meet each, and the share that is wished for.',
    columns: [
      { label: 'Target', align: 'left', share: 5 },
      { label: 'Chance', align: 'right', share: 1 },
      { label: 'Wished', align: 'right', share: 1 },
    ],
    rows,
  };
}

/** What an impact acts on, by name: task, line, contract's supplier, material, segment or tranche. */
function targetName(document: ScenarioDocument, id: string): string {
  const contracts = (document.materials ?? []).flatMap((material) => material.contracts);
  const named = [
    ...(document.tasks ?? []),
    ...(document.lines ?? []),
    ...contracts.map((contract) => ({ id: contract.id, name: contract.supplier })),
    ...(document.materials ?? []),
    ...(document.market?.segments ?? []),
    ...(document.funding?.tranches ?? []),
  ].find((one) => one.id === id);
  return shortName(named?.name ?? id, 34);
}

function riskText(document: ScenarioDocument, risk: Risk): string[] {
  const { currency } = document;
  const central = (quantity: Risk['probability']) => quantitySampler(quantity).central;
  const effects = risk.impacts.map(
    (impact) =>
      `${impact.effect.replaceAll('-', ' ')} ${formatCompact(central(impact.amount))}${impact.target ? ` on ${targetName(document, impact.target)}` : ''}`,
  );
  const response = risk.response;
  const answered = response
    ? `${response.active ? 'active' : 'prepared'}${response.cost === undefined ? '' : `, ${formatMoney(central(response.cost), { currency })}`}`
    : 'none';
  return [risk.name, formatProbability(central(risk.probability)), effects.join('; '), answered];
}

/** Risks with their probability, their effects and whether a response is active; null without risks. */
export function risksTable(document: ScenarioDocument): ReportTable | null {
  const risks = document.risks ?? [];
  if (risks.length === 0) return null;
  return {
    id: 'risks',
    caption: 'Risks: probability, effects at their central values, and the response.',
    columns: [
      { label: 'Risk', align: 'left', share: 2.6 },
      { label: 'Chance', align: 'right', share: 0.8 },
      { label: 'Effects', align: 'left', share: 3.6 },
      { label: 'Response', align: 'left', share: 1.4 },
    ],
    rows: risks.map((risk) => riskText(document, risk)),
  };
}
