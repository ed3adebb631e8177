'use client';

import type { ScenarioResults } from '@/lib/charts/frame';
import { ganttChart } from '@/lib/charts/gantt/gantt-chart';
import type { ChartReading } from '@/lib/charts/scene';
import type { FutureResult, Instant } from '@/lib/engine/results/result-types';
import { formatDay, formatMonthText } from '@/lib/format/dates';
import { formatMoney } from '@/lib/format/money';
import { formatDecimals, formatWithUnit } from '@/lib/format/number';
import { formatShare } from '@/lib/format/share';
import { type FutureLaneId, futureLane } from '@/lib/insight-view/future-lane';
import { bottleneckSpells } from '@/lib/insight-view/spells';
import { bottleneckLabel } from '@/lib/scenario/variables';
import { ChartFigure } from '../charts/chart-figure';
import styles from './insight.module.css';
import { PlainTable } from './plain-table';

interface FutureViewProps {
  readonly results: ScenarioResults;
  readonly future: FutureResult;
  readonly trial: number;
}

const dayOf = (instant: Instant) => (instant === 'never' ? 'never' : instant.day);

function Facts({ results, future, trial }: FutureViewProps) {
  const { document, trials } = results;
  const { currency } = document;
  const sop = dayOf(future.sop);
  const all = trials.samples?.sop;
  const at = all && typeof sop === 'number' ? all.filter((day) => day <= sop).length / all.length : null;
  const risks = (document.risks ?? []).filter(({ id }) => future.risks[id]).map(({ name, id }) => name || id);
  const facts: readonly (readonly [string, string])[] = [
    ['Future', `number ${trial}`],
    ['SOP', `${formatDay(sop, 'finish')}${at === null ? '' : ` (P${Math.round(at * 100)})`}`],
    ['Project finish', formatDay(dayOf(future.projectFinish), 'finish')],
    ['NPV', formatMoney(future.npv, { currency })],
    ['Rate of return', future.irr === null ? 'none' : formatShare(future.irr)],
    ['Peak funding', formatMoney(future.peakFunding, { currency })],
    ['Money', future.shortfall ? 'runs short' : 'never runs short'],
    ['Project', future.abandoned ? 'abandoned' : 'carried on'],
  ];
  return (
    <>
      <dl className={styles.facts} data-testid="future-facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <p className={styles.answer}>
        {risks.length === 0 ? 'None of the risks comes in this future.' : `Risks that come: ${risks.join('; ')}.`}
      </p>
    </>
  );
}

function DrivingPath({ results, future }: FutureViewProps) {
  const driving = (results.document.tasks ?? [])
    .flatMap((task) => {
      const found = future.tasks[task.id];
      return found?.driving && found.work !== null ? [{ task, found }] : [];
    })
    .sort((a, b) => Number(dayOf(a.found.ES)) - Number(dayOf(b.found.ES)));
  if (driving.length === 0) {
    return (
      <p className={styles.empty}>No task drives the date: it never comes in this future, or there is no focus.</p>
    );
  }
  return (
    <PlainTable
      caption="What drives the date in this future"
      columns={[
        { key: 'task', head: 'Task on the driving path' },
        { key: 'start', head: 'Start', numbers: true },
        { key: 'finish', head: 'Finish', numbers: true },
        { key: 'work', head: 'Work (working days)', numbers: true },
        { key: 'failures', head: 'Failed attempts', numbers: true },
      ]}
      rows={driving.map(({ task, found }) => ({
        key: task.id,
        cells: [
          task.name || task.id,
          formatDay(dayOf(found.ES)),
          formatDay(dayOf(found.EF), 'finish'),
          formatDecimals(found.work ?? 0, 0),
          found.failures ?? 'no gate',
        ],
      }))}
    />
  );
}

function Limits({ results, future }: FutureViewProps) {
  return (
    <PlainTable
      caption="What limits this future, month by month"
      columns={[
        { key: 'from', head: 'From' },
        { key: 'to', head: 'To' },
        { key: 'months', head: 'Months', numbers: true },
        { key: 'label', head: 'What limits output' },
      ]}
      rows={bottleneckSpells(future.months).map((spell) => ({
        key: spell.from,
        cells: [
          formatMonthText(spell.from),
          formatMonthText(spell.to),
          spell.months,
          bottleneckLabel(results.document, spell.label),
        ],
      }))}
    />
  );
}

function Months({ results, future }: FutureViewProps) {
  const { currency } = results.document;
  return (
    <PlainTable
      caption="The months of this future"
      columns={[
        { key: 'month', head: 'Month' },
        { key: 'output', head: 'Output', numbers: true },
        { key: 'unitCost', head: 'Unit cost', numbers: true },
        { key: 'price', head: 'Price', numbers: true },
        { key: 'share', head: 'Own share', numbers: true },
        { key: 'capex', head: 'Investment', numbers: true },
        { key: 'cash', head: 'Cash', numbers: true },
        { key: 'limit', head: 'Limited by' },
      ]}
      rows={future.months.map((month) => ({
        key: month.month,
        cells: [
          formatMonthText(month.month),
          formatWithUnit(month.output, 'GWh'),
          formatMoney(month.unitCost, { currency, per: 'kWh' }),
          formatMoney(month.price, { currency, per: 'kWh' }),
          formatShare(month.shares.own ?? Number.NaN),
          formatMoney(month.capex, { currency }),
          formatMoney(month.cash, { currency }),
          bottleneckLabel(results.document, month.bottleneck),
        ],
      }))}
    />
  );
}

/** The Gantt speaks of the plan; here its dates are those of the future. */
function futureReading(reading: ChartReading, { future, trial }: FutureViewProps): ChartReading {
  const sop = dayOf(future.sop);
  const when = sop === 'never' ? 'never comes within the horizon' : `is on ${formatDay(sop, 'finish')}`;
  return {
    title: `Timeline of future ${trial}; whiskers are P10 to P90 of all futures`,
    sentence: `SOP ${when} in this future.`,
    table: { ...reading.table, columns: reading.table.columns.map((column) => column.replace('(plan)', 'here')) },
  };
}

/** What happens in one future. */
export function FutureView(props: FutureViewProps) {
  const { results, future, trial } = props;
  const hasTasks = (results.document.tasks ?? []).length > 0;
  const hasMarket = (results.document.market?.segments.length ?? 0) > 0;
  const supply = (results.document.materials ?? []).map(({ id }): FutureLaneId => `supply/${id}`);
  const share: readonly FutureLaneId[] = hasMarket ? ['ownShare'] : [];
  const lanes: readonly FutureLaneId[] = ['output', ...share, ...supply, 'cash'];
  // The Gantt draws one set of dates: here those of the future, with the whiskers of all.
  const shown = { ...results, plan: future };
  return (
    <>
      <Facts {...props} />
      {hasTasks ? (
        <ChartFigure
          height={200}
          make={(frame) => {
            const chart = ganttChart(shown, frame, { collapsed: new Set() });
            return { ...chart, reading: futureReading(chart.reading, props) };
          }}
        />
      ) : null}
      <h3 className={styles.sub}>What drives the date</h3>
      <DrivingPath {...props} />
      <h3 className={styles.sub}>What limits output</h3>
      <Limits {...props} />
      {lanes.map((id) => (
        <ChartFigure
          key={id}
          height={200}
          results={results}
          make={(frame) => futureLane(id, { results, future, trial }, frame)}
        />
      ))}
      <h3 className={styles.sub}>Its months</h3>
      <Months {...props} />
    </>
  );
}
