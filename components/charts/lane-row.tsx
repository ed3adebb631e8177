'use client';

import { useIntersection } from '@mantine/hooks';
import { useDeferredValue, useState } from 'react';
import type { ScenarioResults, TimeChart } from '@/lib/charts/frame';
import { type LaneId, type LaneOptions, lane, laneName } from '@/lib/charts/lanes/lane-catalogue';
import type { ChartTheme } from '@/lib/charts/scene';
import type { TimeColumns } from '@/lib/charts/time/columns';
import type { TimeWindow } from '@/lib/charts/time/months';
import { toReact } from '@/lib/charts/to-react';
import { misreadLane } from '@/lib/method/misread-lanes';
import { lightTheme } from '@/lib/theme/palette';
import { ChartMenu } from './chart-menu';
import { ChartTable } from './chart-table';
import styles from './charts.module.css';
import { MisreadingNote } from './misreading-note';
import { SeriesSwatch } from './series-swatch';

interface LaneRowProps {
  readonly id: LaneId;
  readonly results: ScenarioResults;
  readonly window: TimeWindow;
  readonly width: number;
  readonly columns: TimeColumns;
  readonly height: number;
  readonly theme: ChartTheme;
  readonly today?: number;
  readonly options?: LaneOptions;
  readonly prefix: string;
  /** Position of the month under the crosshair, -1 where there is none. */
  readonly monthIndex: number;
}

function LaneKey({ chart, monthIndex, prefix }: { chart: TimeChart; monthIndex: number; prefix: string }) {
  const figures = new Map(chart.figuresAt(monthIndex).map((figure) => [figure.id, figure.text]));
  const shown = monthIndex >= 0 ? chart.key.filter((entry) => figures.has(entry.id)) : chart.key;
  return (
    <ul className={`${styles.figures} ${styles.laneKey}`}>
      {shown.map((entry) => (
        <li key={entry.id} className={styles.figureRow} title={`${entry.label} ${figures.get(entry.id) ?? ''}`}>
          <SeriesSwatch entry={entry} prefix={prefix} />
          <span className={styles.figureName}>{entry.label}</span>
          <span className={styles.figureValue}>{figures.get(entry.id)}</span>
        </li>
      ))}
    </ul>
  );
}

/** One lane: its name and figures at the left, its picture on the common axis. */
export function LaneRow(props: LaneRowProps) {
  const { id, window, width, columns, height, theme, options, prefix } = props;
  const [tableShown, setTableShown] = useState(false);
  const { ref, entry } = useIntersection();
  // Under a hand on a slider what is in sight is drawn first, the lanes below the edge once that is on the screen.
  const later = useDeferredValue(props.results);
  const results = entry?.isIntersecting === false ? later : props.results;
  const chart = lane(
    id,
    results,
    {
      width: width - columns.label + columns.gutter,
      height,
      theme,
      window,
      plotLeft: columns.gutter,
      plotRight: columns.right,
      axis: 'none',
      labels: 'inside',
      idPrefix: prefix,
      marks: { today: props.today },
    },
    options,
  );
  // Too narrow for names beside the picture: they stand above it.
  const narrow = columns.label < 160;
  const name = laneName(id, results.document);
  const forFile = () =>
    lane(
      id,
      results,
      { width: 1200, height: 600, theme: lightTheme, window, heading: true, marks: { today: props.today } },
      options,
    );
  return (
    <section ref={ref} className={styles.lane} aria-label={chart.reading.title}>
      <div className={narrow ? styles.laneColumn : styles.laneRow}>
        <div
          className={`${styles.laneLabel} ${narrow ? styles.laneLabelAbove : ''}`}
          style={narrow ? undefined : { width: columns.label - columns.gutter, height }}
        >
          <div className={styles.laneTitle}>
            <h3 className={styles.laneName}>
              {name} <span className={styles.unit}>{chart.unit}</span>
            </h3>
            <span className={styles.laneTools}>
              <MisreadingNote name={name} charts={misreadLane(id)} />
              <ChartMenu
                name={name}
                tableShown={tableShown}
                onTable={() => setTableShown(!tableShown)}
                forFile={forFile}
              />
            </span>
          </div>
          <LaneKey chart={chart} monthIndex={props.monthIndex} prefix={prefix} />
        </div>
        <div className={styles.plot} style={narrow ? { marginLeft: columns.label - columns.gutter } : undefined}>
          {toReact(chart.scene, { role: 'img', 'aria-label': `${chart.reading.title}. ${chart.reading.sentence}` })}
        </div>
      </div>
      {tableShown && <ChartTable reading={chart.reading} />}
    </section>
  );
}
