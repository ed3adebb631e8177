'use client';

import { Button, Modal, NativeSelect, NumberInput } from '@mantine/core';
import { useState } from 'react';
import { formatSigned } from '@/lib/format/number';
import { formatShare } from '@/lib/format/share';
import { applyCalibration, calibrateAppeal } from '@/lib/scenario/calibrate';
import { sharesBeforeOwn } from '@/lib/scenario/shares-before-own';
import { observedFrom, percentOf } from '@/lib/workbench/observed-shares';
import { HelpTerm } from '../ui/help-term';
import styles from './calibrate-dialog.module.css';
import dialog from './dialogs.module.css';
import { useActions, useDocument } from './workbench-context';

/** Shares that were observed in a year go in; what makes the model begin with them, the appeal of each technology, comes out. */
export function CalibrateDialog({ onClose }: { readonly onClose: () => void }) {
  const actions = useActions();
  const document = useDocument();
  const { market } = document;
  const [year, setYear] = useState(Number(document.horizon.start.slice(0, 4)));
  const [segment, setSegment] = useState('');
  const [typed, setTyped] = useState<Readonly<Record<string, number | string>>>({});
  const [refused, setRefused] = useState('');
  if (!market) return null;
  const within = segment === '' ? undefined : segment;
  const now = sharesBeforeOwn(market, year, within);
  const shown = (id: string) => typed[id] ?? percentOf(now[id] ?? 0);
  const observed = observedFrom(market.technologies.map(({ id }) => [id, shown(id)] as const));
  const request = {
    year,
    observed: within === undefined ? { market: observed } : { segments: { [within]: observed } },
  };
  const found = calibrateAppeal(document, request);
  const appeal = found.ok ? found.value.sets[0]?.appeal : undefined;
  const sum = Object.values(observed).reduce((so, share) => so + share, 0);

  function apply() {
    if (!found.ok) return;
    const calibration = found.value;
    const edit = {
      label: 'Calibrate the market',
      change: (before: typeof document) => applyCalibration(before, calibration),
    };
    const result = actions.edit(edit);
    if (result.ok) onClose();
    else setRefused(result.message);
  }
  return (
    <Modal opened onClose={onClose} title="Calibrate the market" size="lg" closeButtonProps={{ 'aria-label': 'Close' }}>
      <p className={dialog.text}>
        Give the shares that were observed in a year before own cells are sold. The{' '}
        <HelpTerm
          sentence="What buyers see in a technology beyond its price and attributes, as worth per kWh."
          anchor="market"
        >
          appeal
        </HelpTerm>{' '}
        of each technology follows, so that the model begins with them. That of the largest is 0.
      </p>
      <div className={styles.controls}>
        <NumberInput
          size="xs"
          label="Year"
          value={year}
          min={1970}
          max={2199}
          allowDecimal={false}
          clampBehavior="strict"
          onChange={(value) => typeof value === 'number' && value >= 1970 && setYear(value)}
        />
        <NativeSelect
          size="xs"
          label="Shares of"
          value={segment}
          data={[
            { value: '', label: 'all segments' },
            ...market.segments.map(({ id, name }) => ({ value: id, label: name || id })),
          ]}
          onChange={(event) => setSegment(event.currentTarget.value)}
        />
      </div>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">Technology</th>
            <th scope="col">Model now</th>
            <th scope="col">Observed, %</th>
            <th scope="col">Appeal, {document.currency}/kWh</th>
          </tr>
        </thead>
        <tbody>
          {market.technologies.map(({ id, name }) => (
            <tr key={id}>
              <th scope="row">{name || id}</th>
              <td>{formatShare(now[id] ?? 0)}</td>
              <td>
                <NumberInput
                  size="xs"
                  aria-label={`Observed share of ${name || id}, per cent`}
                  value={shown(id)}
                  min={0}
                  onChange={(value) => setTyped({ ...typed, [id]: value })}
                />
              </td>
              <td>{appeal?.[id] === undefined ? '' : formatSigned(appeal[id], 3)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {found.ok ? (
        Math.abs(sum - 1) > 0.0005 ? (
          <p className={dialog.hint}>The shares add up to {formatShare(sum)}; they are brought to 100 %.</p>
        ) : null
      ) : (
        <p className={dialog.problem} role="alert">
          {found.errors.map(({ message }) => message).join(' ')}
        </p>
      )}
      {refused ? (
        <p className={dialog.problem} role="alert">
          {refused}
        </p>
      ) : null}
      <div className={dialog.buttons}>
        <Button disabled={!found.ok} onClick={apply}>
          Calibrate
        </Button>
        <Button variant="default" onClick={onClose}>
          Cancel
        </Button>
      </div>
    </Modal>
  );
}
