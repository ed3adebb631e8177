'use client';

import { type KeyboardEvent, type PointerEvent, useId, useState } from 'react';
import type { ChartFrame, ScenarioResults, TimeChart } from '@/lib/charts/frame';
import { runNote } from '@/lib/charts/frame';
import type { Chart } from '@/lib/charts/scene';
import { horizonWindow, monthIndexAt, monthSpans } from '@/lib/charts/time/months';
import { timeScale } from '@/lib/charts/time/time-scale';
import { toReact } from '@/lib/charts/to-react';
import { monthName } from '@/lib/charts/words';
import type { MisreadChart } from '@/lib/method/misreadings';
import { lightTheme } from '@/lib/theme/palette';
import { ChartMenu } from './chart-menu';
import { ChartTable } from './chart-table';
import styles from './charts.module.css';
import { MisreadingLine } from './misreading-line';
import { monthKeyDown } from './month-slider';
import { useChartTheme } from './use-chart-theme';
import { SHORTEST_DAYS } from './use-time-gestures';
import { useWidth } from './use-width';

export interface ChartFigureProps {
  /** The layout, called with the size that is there: `(frame) => lane('share', results, frame)`. */
  readonly make: (frame: ChartFrame) => Chart | TimeChart;
  readonly height?: number;
  /** The run it is from, for the note under it. */
  readonly results?: ScenarioResults;
  /** How it is usually misread, below the picture. */
  readonly misread?: MisreadChart;
  readonly hideTitle?: boolean;
  readonly headingLevel?: 2 | 3 | 4;
}

const isTimeChart = (chart: Chart | TimeChart): chart is TimeChart => 'plot' in chart && 'figuresAt' in chart;

interface CrosshairProps {
  readonly chart: TimeChart;
  readonly results: ScenarioResults;
  readonly width: number;
}

/** A crosshair over one time chart: by pointer, touch and keyboard. */
function Crosshair({ chart, results, width }: CrosshairProps) {
  const [index, setIndex] = useState(-1);
  const window = horizonWindow(results.document.horizon);
  const spans = monthSpans(results.trials.months);
  const { left, right } = chart.plot;
  const scale = timeScale(window, 0, right - left);
  const span = spans[index];
  const figures = chart.figuresAt(index);
  const move = (event: PointerEvent) => {
    const box = event.currentTarget.getBoundingClientRect();
    setIndex(monthIndexAt(spans, scale.day(event.clientX - box.left)));
  };
  const said = span
    ? `${monthName(span.start)}. ${figures.map(({ label, text }) => `${label} ${text}`).join(', ')}`
    : 'No month chosen';
  const x = span ? scale.x(span.middle) : 0;
  const side = left + x > width / 2 ? { right: right - left - x + 8 } : { left: x + 8 };
  return (
    <div
      className={styles.surface}
      style={{ left, width: right - left }}
      role="slider"
      tabIndex={0}
      aria-label={`Month in: ${chart.reading.title}`}
      aria-valuemin={0}
      aria-valuemax={Math.max(0, spans.length - 1)}
      aria-valuenow={Math.max(0, index)}
      aria-valuetext={said}
      onPointerMove={move}
      onPointerDown={move}
      onPointerLeave={(event) => event.pointerType !== 'touch' && setIndex(-1)}
      onBlur={() => setIndex(-1)}
      onKeyDown={(event: KeyboardEvent) =>
        monthKeyDown(event, { spans, window, bounds: window, index, onIndex: setIndex, shortestDays: SHORTEST_DAYS })
      }
    >
      {span && (
        <>
          <div className={styles.cross} style={{ left: x }} />
          <div className={styles.readout} style={side}>
            <div className={styles.readoutTitle}>{monthName(span.start)}</div>
            <ul className={styles.figures}>
              {figures.map((figure) => (
                <li key={figure.id} className={styles.figureRow}>
                  <span className={styles.figureName}>{figure.label}</span>
                  <span className={styles.figureValue}>{figure.text}</span>
                </li>
              ))}
            </ul>
          </div>
        </>
      )}
    </div>
  );
}

/** A chart with its title, its sentence, its table and its export. */
export function ChartFigure({ make, height = 260, results, misread, hideTitle, headingLevel = 3 }: ChartFigureProps) {
  const theme = useChartTheme();
  const prefix = useId();
  const [ref, width] = useWidth<HTMLDivElement>();
  const [tableShown, setTableShown] = useState(false);
  const chart = width > 0 ? make({ width, height, theme, idPrefix: prefix }) : null;
  const Heading = `h${headingLevel}` as const;
  return (
    <figure className={styles.figure}>
      {chart && (
        <div className={styles.heading}>
          <Heading className={hideTitle ? styles.hidden : styles.title}>{chart.reading.title}</Heading>
          <ChartMenu
            name={chart.reading.title}
            tableShown={tableShown}
            onTable={() => setTableShown(!tableShown)}
            forFile={() => make({ width: 1200, height: 600, theme: lightTheme, heading: true })}
          />
        </div>
      )}
      {chart && <p className={styles.sentence}>{chart.reading.sentence}</p>}
      <div ref={ref} className={styles.picture} style={{ minHeight: height }}>
        {chart &&
          toReact(chart.scene, { role: 'img', 'aria-label': `${chart.reading.title}. ${chart.reading.sentence}` })}
        {chart && results && isTimeChart(chart) && <Crosshair chart={chart} results={results} width={width} />}
      </div>
      {misread && <MisreadingLine chart={misread} />}
      {results && <figcaption className={styles.note}>{runNote(results)}</figcaption>}
      {tableShown && chart && <ChartTable reading={chart.reading} />}
    </figure>
  );
}
