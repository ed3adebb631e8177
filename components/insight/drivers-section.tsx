'use client';

import { NativeSelect } from '@mantine/core';
import { useState } from 'react';
import type { ScenarioResults } from '@/lib/charts/frame';
import { tornadoChart } from '@/lib/charts/tornado/tornado-chart';
import type { SensitivityRow } from '@/lib/engine/results/result-types';
import { formatCount, formatDecimals } from '@/lib/format/number';
import { inputLabel, isOfRisk } from '@/lib/insight-view/input-label';
import { driverOutputs, valueText } from '@/lib/insight-view/output-choices';
import { noiseOf, strongestByRisk, tellingRows } from '@/lib/insight-view/telling-rows';
import { outputStatistics, parseOutput } from '@/lib/workbench/outputs';
import { ChartFigure } from '../charts/chart-figure';
import styles from './insight.module.css';
import { InsightSection } from './insight-section';

const MOST_ROWS = 14;

interface TornadoProps {
  readonly results: ScenarioResults;
  readonly output: string;
  readonly rows: readonly SensitivityRow[];
  readonly empty: string;
}

function Tornado({ results, output, rows, empty }: TornadoProps) {
  const { document, trials } = results;
  if (rows.length === 0) return <p className={styles.empty}>{empty}</p>;
  const parsed = parseOutput(output);
  const mean = parsed ? outputStatistics(trials, parsed)?.mean : undefined;
  const outputName = driverOutputs(document).find(({ value }) => value === output)?.label ?? output;
  return (
    <ChartFigure
      height={36 + Math.min(MOST_ROWS, rows.length) * 24}
      headingLevel={4}
      misread="tornado"
      make={(frame) =>
        tornadoChart(
          {
            outputName,
            rows,
            centre: typeof mean === 'number' ? mean : null,
            labelOf: (path) => inputLabel(document, path),
            word: (value) => valueText(output, value, { document, dates: 'month' }),
            ...(frame.heading ? {} : { limit: MOST_ROWS }),
          },
          frame,
        )
      }
    />
  );
}

/** What moves an output most: by input, and by risk. */
export function DriversSection({ results }: { readonly results: ScenarioResults }) {
  const choices = driverOutputs(results.document);
  const [output, setOutput] = useState('sop');
  const { trials } = results.trials;
  const rows = tellingRows(results.trials.sensitivity[output] ?? [], trials);
  return (
    <InsightSection
      id="drivers"
      title="Drivers"
      lead="Which inputs and which risks move a result most: where it lies in the futures in which the input is in its lowest tenth, and in its highest."
    >
      <div className={styles.controls}>
        <NativeSelect
          size="xs"
          label="Result"
          value={output}
          data={[...choices]}
          onChange={(event) => setOutput(event.currentTarget.value)}
        />
      </div>
      <h3 className={styles.sub}>By input</h3>
      <Tornado
        results={results}
        output={output}
        rows={rows.filter(({ path }) => !isOfRisk(path))}
        empty="No input moves this result: every input that it depends on is a single number, or it is never reached, or too few futures tell it from chance. Give an input a range to see what it does."
      />
      <h3 className={styles.sub}>By risk, each by what matters most in it</h3>
      <Tornado results={results} output={output} rows={strongestByRisk(rows)} empty="No risk moves this result." />
      <p className={styles.caution}>
        Left out: inputs whose rank correlation lies below {formatDecimals(noiseOf(trials), 2)}, which chance alone
        reaches over {formatCount(trials)} futures.
      </p>
    </InsightSection>
  );
}
