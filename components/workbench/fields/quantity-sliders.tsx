'use client';

import { type KeyboardEvent, useState } from 'react';
import type { Quantity } from '@/lib/scenario/document';
import type { Range } from '@/lib/scenario/range';
import { anchors, shortNumber } from '@/lib/workbench/quantity-kinds';
import styles from './fields.module.css';
import { QuantitySketch } from './quantity-sketch';

/** The stretch of values around a quantity that its sliders cover, inside what the field allows. */
function slideDomain(quantity: Quantity, range: Range | undefined): [number, number] {
  const { low, middle, high } = anchors(quantity);
  const bounded = range !== undefined && range.low > -1e15 && range.high < 1e15;
  if (bounded && range.high - range.low <= 2) return [range.low, range.high];
  const reach = Math.max(high - low, Math.abs(middle) * 0.75, middle === 0 ? 1 : 0);
  const from = Math.max(range?.low ?? Number.NEGATIVE_INFINITY, low - reach);
  const to = Math.min(range?.high ?? Number.POSITIVE_INFINITY, high + reach);
  return to > from ? [from, to] : [from, from + 1];
}

const thumbs: Readonly<Record<string, readonly { readonly key: string; readonly name: string }[]>> = {
  fixed: [{ key: 'value', name: 'value' }],
  uniform: [
    { key: 'low', name: 'low' },
    { key: 'high', name: 'high' },
  ],
  triangular: [
    { key: 'low', name: 'low' },
    { key: 'high', name: 'high' },
    { key: 'mode', name: 'likely' },
  ],
  pert: [
    { key: 'low', name: 'low' },
    { key: 'high', name: 'high' },
    { key: 'mode', name: 'likely' },
  ],
  normal: [{ key: 'mean', name: 'mean' }],
  lognormal: [
    { key: 'p10', name: 'P10' },
    { key: 'p90', name: 'P90' },
  ],
};
const lower: Readonly<Record<string, string>> = { high: 'low', mode: 'low', p90: 'p10' };
const upper: Readonly<Record<string, string>> = { low: 'high', mode: 'high', p10: 'p90' };
const central = new Set(['value', 'mode', 'mean']);

interface QuantitySlidersProps {
  readonly quantity: Quantity;
  readonly range: Range | undefined;
  readonly name: string;
  /** While the hand is on it. */
  readonly onMove: (quantity: Quantity) => void;
  readonly onRelease: () => void;
}

/** The density with a handle for each of its numbers; the figures of the scenario move along. */
export function QuantitySliders({ quantity, range, name, onMove, onRelease }: QuantitySlidersProps) {
  const [held, setHeld] = useState<readonly [number, number] | null>(null);
  const domain = held ?? slideDomain(quantity, range);
  const numbers: Readonly<Record<string, unknown>> =
    typeof quantity === 'number' ? { value: quantity } : { ...quantity };
  const keys = thumbs[typeof quantity === 'number' ? 'fixed' : quantity.kind] ?? [];

  function move(key: string, raw: number) {
    const bottom = numbers[lower[key] ?? ''];
    const top = numbers[upper[key] ?? ''];
    let value = Number(Math.min(domain[1], Math.max(domain[0], raw)).toPrecision(3));
    if (typeof bottom === 'number') value = Math.max(bottom, value);
    if (typeof top === 'number') value = Math.min(top, value);
    // The middle goes along when an end is pushed past it.
    const mode = numbers.mode;
    const pushed =
      typeof mode !== 'number' || key === 'mode'
        ? {}
        : { mode: key === 'low' ? Math.max(mode, value) : Math.min(mode, value) };
    onMove(typeof quantity === 'number' ? value : ({ ...quantity, ...pushed, [key]: value } as Quantity));
  }
  return (
    <div>
      <QuantitySketch quantity={quantity} domain={domain} />
      <div className={styles.sliders}>
        <div className={styles.track} />
        {keys.map(({ key, name: part }) => (
          <Thumb
            key={key}
            name={`${name}, ${part}`}
            place={central.has(key) ? 'middle' : key === 'low' || key === 'p10' ? 'low' : 'high'}
            value={Number(numbers[key])}
            domain={domain}
            onHold={() => setHeld(domain)}
            onMove={(value) => move(key, value)}
            onRelease={() => {
              setHeld(null);
              onRelease();
            }}
          />
        ))}
      </div>
      <div className={styles.ends} aria-hidden="true">
        <span>{shortNumber(domain[0])}</span>
        <span>{shortNumber(domain[1])}</span>
      </div>
    </div>
  );
}

interface ThumbProps {
  readonly name: string;
  readonly place: 'low' | 'middle' | 'high';
  readonly value: number;
  readonly domain: readonly [number, number];
  readonly onHold: () => void;
  readonly onMove: (value: number) => void;
  readonly onRelease: () => void;
}

const keySteps: Readonly<Record<string, number>> = {
  ArrowLeft: -1,
  ArrowDown: -1,
  ArrowRight: 1,
  ArrowUp: 1,
  PageDown: -10,
  PageUp: 10,
};

/** One handle; ends hang below the line and the middle stands on it, so that none ever covers another. */
function Thumb({ name, place, value, domain, onHold, onMove, onRelease }: ThumbProps) {
  const [from, to] = domain;
  const share = Math.min(1, Math.max(0, (value - from) / (to - from)));
  const onKeyDown = (event: KeyboardEvent) => {
    const by = keySteps[event.key];
    const end = { Home: from, End: to }[event.key];
    if (by === undefined && end === undefined) return;
    event.preventDefault();
    onHold();
    onMove(end ?? value + ((by ?? 0) * (to - from)) / 100);
  };
  return (
    <div
      role="slider"
      tabIndex={0}
      className={styles.thumb}
      data-place={place}
      style={{ left: `${share * 100}%` }}
      aria-label={name}
      aria-valuemin={from}
      aria-valuemax={to}
      aria-valuenow={value}
      aria-valuetext={shortNumber(value)}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        onHold();
      }}
      onPointerMove={(event) => {
        if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
        const box = event.currentTarget.parentElement?.getBoundingClientRect();
        if (box) onMove(from + ((event.clientX - box.left) / box.width) * (to - from));
      }}
      onPointerUp={onRelease}
      onPointerCancel={onRelease}
      onKeyDown={onKeyDown}
      onKeyUp={(event) => event.key in keySteps && onRelease()}
      onBlur={onRelease}
    />
  );
}
