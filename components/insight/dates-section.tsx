'use client';

import type { ScenarioResults } from '@/lib/charts/frame';
import { ganttChart } from '@/lib/charts/gantt/gantt-chart';
import { lane } from '@/lib/charts/lanes/lane-catalogue';
import { ChartFigure } from '../charts/chart-figure';
import { MisreadingLine } from '../charts/misreading-line';
import { IndicesTable, IndicesTerms } from './indices-table';
import styles from './insight.module.css';
import { InsightSection } from './insight-section';

/** When production starts, and which tasks decide it. */
export function DatesSection({ results }: { readonly results: ScenarioResults }) {
  const hasTasks = (results.document.tasks ?? []).length > 0;
  return (
    <InsightSection
      id="dates"
      title="Dates"
      lead="How sure each date is, how the targets stand, and which tasks decide the date over all futures."
    >
      <ChartFigure height={260} results={results} misread="date-curve" make={(frame) => lane('sop', results, frame)} />
      {hasTasks ? (
        <>
          <h3 className={styles.sub}>Criticality on the timeline</h3>
          <ChartFigure
            height={200}
            headingLevel={4}
            misread="gantt"
            make={(frame) => ganttChart(results, frame, { collapsed: new Set() })}
          />
          <h3 className={styles.sub}>Tasks by what they decide</h3>
          <IndicesTable document={results.document} trials={results.trials} />
          <IndicesTerms />
          <MisreadingLine chart="criticality" />
        </>
      ) : (
        <p className={styles.empty}>The scenario has no task yet, so no date can be told apart.</p>
      )}
    </InsightSection>
  );
}
