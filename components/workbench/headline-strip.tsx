'use client';

import { IconAdjustments } from '@tabler/icons-react';
import { useState } from 'react';
import { type HeadlineFigure, headlineFigure } from '@/lib/workbench/headline';
import { headlineNames, outputTitle, parseOutput } from '@/lib/workbench/outputs';
import { MisreadingNote } from '../charts/misreading-note';
import { IconButton } from '../ui/icon-button';
import { DensityShape } from './fields/quantity-sketch';
import { HeadlineDialog } from './headline-dialog';
import styles from './headline-strip.module.css';
import { useDrawnDocument, useWorkbench } from './workbench-context';

const arrows = { up: '▲', down: '▼', same: '=' } as const;
const words = { up: 'rises', down: 'falls', same: 'middle unchanged' } as const;

/** Six figures that move with every edit: the middle, the band, the density, the change since the base. */
export function HeadlineStrip() {
  const document = useDrawnDocument();
  const shown = useWorkbench((state) => state.run.shown);
  const base = useWorkbench((state) => state.base);
  const [choosing, setChoosing] = useState(false);
  const changed = document !== base.document;
  return (
    <section className={styles.strip} aria-label="Headline figures">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: where it scrolls sideways it must be reachable by keyboard */}
      <ul className={styles.figures} tabIndex={0}>
        {headlineNames(document).map((name) => {
          const figure = shown
            ? headlineFigure(shown.document, shown.update, changed ? base.update : null, name)
            : null;
          const output = parseOutput(name);
          return (
            <Figure key={name} figure={figure} title={output ? outputTitle(document, output) : name} waiting={!shown} />
          );
        })}
      </ul>
      <div className={styles.side}>
        <MisreadingNote name="Headline figures" charts={['headline', 'probability']} />
        <IconButton name="Choose the figures" icon={<IconAdjustments size={16} />} onClick={() => setChoosing(true)} />
      </div>
      {choosing ? <HeadlineDialog onClose={() => setChoosing(false)} /> : null}
    </section>
  );
}

function Figure({
  figure,
  title,
  waiting,
}: {
  readonly figure: HeadlineFigure | null;
  readonly title: string;
  readonly waiting: boolean;
}) {
  if (!figure) {
    return (
      <li className={styles.figure}>
        <span className={styles.title}>{title}</span>
        <span className={styles.value}>{waiting ? '…' : 'not in this scenario'}</span>
      </li>
    );
  }
  const { change } = figure;
  return (
    <li className={styles.figure} data-output={figure.name}>
      <span className={styles.title} title={figure.title}>
        {figure.title}
      </span>
      <span className={styles.value}>{figure.value}</span>
      <span className={styles.band} title="8 in 10 futures lie here">
        {figure.band}
        {figure.never ? <span className={styles.never}> {figure.never}</span> : null}
      </span>
      <span className={styles.foot}>
        {figure.density ? (
          <svg width={64} height={18} aria-hidden="true" focusable="false">
            <DensityShape density={figure.density} width={64} height={18} />
          </svg>
        ) : null}
        {change ? (
          <span className={styles.change} title={change.band ? `8 in 10 changes: ${change.band}` : undefined}>
            <span aria-hidden="true">{arrows[change.direction]}</span>
            <span className="r-hidden">{words[change.direction]}</span> {change.text}
            {change.band ? <span className={styles.changeBand}> ({change.band})</span> : null}
          </span>
        ) : null}
      </span>
    </li>
  );
}
