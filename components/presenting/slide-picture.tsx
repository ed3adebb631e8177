'use client';

import { useEffect, useId, useRef, useState } from 'react';
import type { ScenarioResults } from '@/lib/charts/frame';
import { ganttChart } from '@/lib/charts/gantt/gantt-chart';
import { lane } from '@/lib/charts/lanes/lane-catalogue';
import { toReact } from '@/lib/charts/to-react';
import { formatProbability } from '@/lib/format/share';
import type { RunUpdate } from '@/lib/runner/types';
import { effectVariable } from '@/lib/scenario/variables';
import { headlineFigure } from '@/lib/workbench/headline';
import { headlineNames } from '@/lib/workbench/outputs';
import { anchors } from '@/lib/workbench/quantity-kinds';
import type { SlideView } from '@/lib/workbench/slides';
import { ChartTable } from '../charts/chart-table';
import { useChartTheme } from '../charts/use-chart-theme';
import { DensityShape } from '../workbench/fields/quantity-sketch';
import styles from './presentation.module.css';

interface SlidePictureProps {
  readonly view: SlideView;
  readonly results: ScenarioResults;
  readonly update: RunUpdate;
}

/** The one picture of a slide. */
export function SlidePicture({ view, results, update }: SlidePictureProps) {
  switch (view.kind) {
    case 'headline':
      return <HeadlineSlide results={results} update={update} />;
    case 'risks':
      return <RisksSlide results={results} />;
    case 'gantt':
      return <ChartSlide make={(frame) => ganttChart(results, frame)} />;
    case 'lane':
      return (
        <ChartSlide
          make={(frame) => lane(view.lane, results, frame, view.segment ? { market: { segment: view.segment } } : {})}
        />
      );
    default:
      return view satisfies never;
  }
}

type Frame = Parameters<typeof lane>[2];

/** A chart as large as the room it has, with its table for readers of the screen. */
function ChartSlide({ make }: { readonly make: (frame: Frame) => ReturnType<typeof ganttChart> }) {
  const theme = useChartTheme();
  const prefix = useId();
  const ref = useRef<HTMLDivElement>(null);
  const [size, setSize] = useState({ width: 0, height: 0 });
  useEffect(() => {
    const element = ref.current;
    if (!element) return;
    const observer = new ResizeObserver(() =>
      setSize({ width: Math.floor(element.clientWidth), height: Math.floor(element.clientHeight) }),
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  const chart = size.width > 0 ? make({ ...size, theme, idPrefix: prefix }) : null;
  return (
    <div className={styles.chart} ref={ref}>
      {chart
        ? toReact(chart.scene, { role: 'img', 'aria-label': `${chart.reading.title}. ${chart.reading.sentence}` })
        : null}
      {chart ? (
        <details className={styles.table}>
          <summary>Table</summary>
          <ChartTable reading={chart.reading} />
        </details>
      ) : null}
    </div>
  );
}

function HeadlineSlide({ results, update }: { readonly results: ScenarioResults; readonly update: RunUpdate }) {
  return (
    <ul className={styles.figures}>
      {headlineNames(results.document).map((name) => {
        const figure = headlineFigure(results.document, update, null, name);
        if (!figure) return null;
        return (
          <li key={name}>
            <span className={styles.figureTitle}>{figure.title}</span>
            <span className={styles.figureValue}>{figure.value}</span>
            <span className={styles.figureBand}>
              {figure.density && !figure.fixed ? `8 in 10 futures: ${figure.band}` : figure.band}
              {figure.never ? `; ${figure.never}` : ''}
            </span>
            {figure.density ? (
              <svg viewBox="0 0 200 40" preserveAspectRatio="none" aria-hidden="true" focusable="false">
                <DensityShape density={figure.density} width={200} height={40} />
              </svg>
            ) : null}
          </li>
        );
      })}
    </ul>
  );
}

const mostRisks = 10;

function RisksSlide({ results }: { readonly results: ScenarioResults }) {
  const { document } = results;
  const risks = (document.risks ?? [])
    .map((risk) => ({ risk, probability: anchors(risk.probability).middle }))
    .sort((a, b) => b.probability - a.probability)
    .slice(0, mostRisks);
  return (
    <table className={styles.risks}>
      <thead>
        <tr>
          <th scope="col">Risk</th>
          <th scope="col">Probability</th>
          <th scope="col">Acts on</th>
          <th scope="col">Response</th>
        </tr>
      </thead>
      <tbody>
        {risks.map(({ risk, probability }) => (
          <tr key={risk.id}>
            <th scope="row">{risk.name}</th>
            <td>
              <span className={styles.bar} aria-hidden="true">
                <span style={{ width: `${Math.min(1, probability) * 100}%` }} />
              </span>
              {formatProbability(probability)}
            </td>
            <td>
              {[...new Set(risk.impacts.map(({ effect }) => effectVariable(effect)?.label ?? effect))].join(', ')}
            </td>
            <td>{risk.response ? (risk.response.active ? 'taken' : 'planned') : 'none'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
