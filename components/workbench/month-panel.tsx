'use client';

import { Modal } from '@mantine/core';
import type { MonthFans, MonthResult } from '@/lib/engine/results/result-types';
import { formatMonthText } from '@/lib/format/dates';
import { formatMoney } from '@/lib/format/money';
import { formatSignificant } from '@/lib/format/number';
import { formatProbability, formatShare } from '@/lib/format/share';
import type { ScenarioDocument } from '@/lib/scenario/document';
import { bottleneckLabel } from '@/lib/scenario/variables';
import { resultsFor } from '@/lib/workbench/in-sight';
import styles from './month-panel.module.css';
import { useActions, useWorkbench } from './workbench-context';

/** One month opened: who limits, what is short, what it costs. */
export function MonthPanel() {
  const actions = useActions();
  const month = useWorkbench((state) => state.openMonth);
  const shown = useWorkbench((state) => resultsFor(state.run, state));
  if (!month || !shown) return null;
  const index = shown.update.trials.months.findIndex((entry) => entry.month === month);
  const fans = shown.update.trials.months[index];
  const plan = shown.update.plan.months[index];
  if (!fans || !plan) return null;
  const { length } = shown.update.trials.months;
  const step = (by: number) => actions.openMonth(shown.update.trials.months[index + by]?.month ?? month);
  return (
    <Modal
      opened
      size="lg"
      onClose={() => actions.openMonth(null)}
      title={formatMonthText(month)}
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <div className={styles.steps}>
        <button type="button" disabled={index === 0} onClick={() => step(-1)}>
          ← month before
        </button>
        <button type="button" disabled={index === length - 1} onClick={() => step(1)}>
          month after →
        </button>
      </div>
      <Limits document={shown.document} fans={fans} plan={plan} />
      <Amounts document={shown.document} fans={fans} plan={plan} />
      <Materials document={shown.document} fans={fans} plan={plan} />
    </Modal>
  );
}

interface MonthProps {
  readonly document: ScenarioDocument;
  readonly fans: MonthFans;
  readonly plan: MonthResult;
}

function Limits({ document, fans, plan }: MonthProps) {
  const limits = Object.entries(fans.bottleneck)
    .filter(([, probability]) => probability > 0)
    .sort(([, a], [, b]) => b - a);
  return (
    <section>
      <h3 className={styles.title}>What limits</h3>
      <p className={styles.note}>In the plan: {bottleneckLabel(document, plan.bottleneck)}.</p>
      <ul className={styles.limits}>
        {limits.map(([label, probability]) => (
          <li key={label}>
            <span>{bottleneckLabel(document, label)}</span>
            <span className={styles.bar} aria-hidden="true">
              <span style={{ width: `${probability * 100}%` }} />
            </span>
            <span>{formatProbability(probability)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Amounts({ document, fans, plan }: MonthProps) {
  const { currency } = document;
  const energy = (value: number) => `${formatSignificant(value)} GWh`;
  const price = (value: number) => formatMoney(value, { currency, per: 'kWh' });
  const money = (value: number) => formatMoney(value, { currency });
  const rows: [string, string, number | null, (value: number) => string][] = [
    ['Output', 'output', plan.output, energy],
    ['Capacity (starts)', 'startsCapacity', plan.startsCapacity, energy],
    ['Demand for own cells', 'demand', plan.demand, energy],
    ['Own share', 'ownShare', plan.shares.own ?? 0, (value) => formatShare(value)],
    ['Unit cost', 'unitCost', plan.unitCost, price],
    ['Full unit cost', 'fullUnitCost', plan.fullUnitCost, price],
    ['Price', 'price', plan.price, price],
    ['Cash flow', 'fcf', plan.fcf, money],
    ['Cash', 'cash', plan.cash, money],
  ];
  return (
    <section>
      <h3 className={styles.title}>Amounts</h3>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">Figure</th>
            <th scope="col">P10</th>
            <th scope="col">P50</th>
            <th scope="col">P90</th>
            <th scope="col">Plan</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(([label, key, planned, write]) => {
            const fan = fans.fans[key];
            const end = (value: number | 'never' | undefined) =>
              value === undefined ? '' : value === 'never' ? 'never' : write(value);
            return (
              <tr key={key}>
                <th scope="row">{label}</th>
                <td>{end(fan?.P10)}</td>
                <td>{end(fan?.P50)}</td>
                <td>{end(fan?.P90)}</td>
                <td>{planned === null ? 'none' : write(planned)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}

function Materials({ document, fans, plan }: MonthProps) {
  const materials = document.materials ?? [];
  if (materials.length === 0) return null;
  const tonnes = (value: number | 'never' | undefined) =>
    typeof value === 'number' ? `${formatSignificant(value)} t` : '';
  return (
    <section>
      <h3 className={styles.title}>Materials</h3>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">Material</th>
            <th scope="col">Supplied, plan</th>
            <th scope="col">Used, plan</th>
            <th scope="col">Used, P50</th>
            <th scope="col">Stock, plan</th>
            <th scope="col">Short in</th>
          </tr>
        </thead>
        <tbody>
          {materials.map(({ id, name }) => (
            <tr key={id}>
              <th scope="row">{name}</th>
              <td>{tonnes(plan.materials[id]?.supply)}</td>
              <td>{tonnes(plan.materials[id]?.use)}</td>
              <td>{tonnes(fans.fans[`use/${id}`]?.P50)}</td>
              <td>{tonnes(plan.materials[id]?.stock)}</td>
              <td>{formatProbability(fans.bottleneck[id] ?? 0)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
