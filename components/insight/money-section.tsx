'use client';

import { NativeSelect, NumberInput, TextInput } from '@mantine/core';
import { type MouseEvent, useRef, useState } from 'react';
import type { ChartFrame, ScenarioResults } from '@/lib/charts/frame';
import { jclChart } from '@/lib/charts/jcl/jcl-chart';
import { dateDay } from '@/lib/charts/time/months';
import type { Chance } from '@/lib/engine/insight/joint-chance';
import type { Statistics } from '@/lib/engine/results/result-types';
import { formatIsoDate } from '@/lib/format/dates';
import { formatProbability } from '@/lib/format/share';
import { dotsOf, nearestDot } from '@/lib/insight-view/dots';
import { kindOfOutput, studyOutputs } from '@/lib/insight-view/output-choices';
import { quadrantsOf } from '@/lib/insight-view/quadrants';
import { ChartFigure } from '../charts/chart-figure';
import { useChartTheme } from '../charts/use-chart-theme';
import styles from './insight.module.css';
import { InsightSection } from './insight-section';
import { PlainTable } from './plain-table';
import { TogetherTable } from './together-table';

const HEIGHT_PX = 320;
const REACH_PX = 16;

interface MoneySectionProps {
  readonly results: ScenarioResults;
  readonly onTrial: (trial: number) => void;
}

const chance = ({ probability, se }: Chance) => formatProbability(probability, se);

/** The date and the amount that the document's own targets ask for, or the middle of the futures. */
function ownLimits({ document, trials }: ScenarioResults, dateOutput: string) {
  const target = (metric: string) =>
    document.targets?.find((one) => one.metric === metric && one.op === '<=')?.value ?? null;
  const asked = target(dateOutput);
  const middle = (trials as unknown as Record<string, Statistics>)[dateOutput]?.P50;
  const fallback = typeof middle === 'number' ? formatIsoDate(middle, 'finish') : '';
  const money = target('peakFunding');
  const peak = trials.peakFunding.P50;
  return {
    by: typeof asked === 'string' ? asked.slice(0, 10) : fallback,
    limit: typeof money === 'number' ? money : typeof peak === 'number' ? Number(peak.toPrecision(3)) : 0,
  };
}

/** Date and money together: how often both are kept. */
export function MoneySection({ results, onTrial }: MoneySectionProps) {
  const { document, trials } = results;
  const theme = useChartTheme();
  const picture = useRef<HTMLDivElement>(null);
  const dates = studyOutputs(document).filter(({ value }) => kindOfOutput(value) === 'date');
  const [date, setDate] = useState('sop');
  const own = ownLimits(results, date);
  const [by, setBy] = useState<string | null>(null);
  const [limit, setLimit] = useState<number | null>(null);
  const chosenBy = by ?? own.by;
  const chosenLimit = limit ?? own.limit;
  const day = dateDay(chosenBy, 'finish');
  const days = trials.samples?.[date] ?? new Float64Array();
  const amounts = trials.samples?.peakFunding ?? new Float64Array();
  const comes = days.some((one) => Number.isFinite(one));
  const make = (frame: ChartFrame) =>
    jclChart(
      {
        dates: days,
        money: amounts,
        dateName: dates.find(({ value }) => value === date)?.label ?? date,
        moneyName: 'Peak funding',
        currency: document.currency,
        ...(Number.isFinite(day) ? { day } : {}),
        limit: chosenLimit,
      },
      frame,
      results,
    );
  const openAt = (event: MouseEvent) => {
    const svg = picture.current?.querySelector('svg[role="img"]');
    if (!svg) return;
    const box = svg.getBoundingClientRect();
    const chart = make({ width: Number(svg.getAttribute('width')), height: HEIGHT_PX, theme });
    const dot = nearestDot(dotsOf(chart), event.clientX - box.left, event.clientY - box.top, REACH_PX);
    if (dot) onTrial(dot.trial);
  };
  const quadrants = quadrantsOf(days, amounts, { day: Number.isFinite(day) ? day : -1, limit: chosenLimit });
  return (
    <InsightSection
      id="money"
      title="Money and date"
      lead="How often a date and a sum of money are kept together. Click a dot to open that future; by keyboard, choose one in the next section."
    >
      <div className={styles.controls}>
        <NativeSelect
          size="xs"
          label="Date"
          value={date}
          data={dates}
          onChange={(event) => {
            setDate(event.currentTarget.value);
            setBy(null);
          }}
        />
        <TextInput
          size="xs"
          label="On or before"
          type="date"
          value={chosenBy}
          onChange={(event) => setBy(event.currentTarget.value)}
        />
        <NumberInput
          size="xs"
          label={`Peak funding at most (${document.currency})`}
          value={chosenLimit}
          min={0}
          thousandSeparator=","
          onChange={(value) => setLimit(typeof value === 'number' ? value : 0)}
        />
      </div>
      {comes ? null : (
        <p className={styles.empty}>
          This date comes in no future within the horizon, so there is nothing to hold the money against.
        </p>
      )}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: a short cut for the hand; the next section does the same by keyboard */}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: see above */}
      <div ref={picture} className={styles.pointable} onClick={openAt}>
        {comes ? <ChartFigure height={HEIGHT_PX} misread="jcl" make={make} /> : null}
      </div>
      <h3 className={styles.sub}>The four quarters</h3>
      <PlainTable
        whole
        caption="Chances of keeping the date and the money"
        columns={[
          { key: 'what', head: 'In how many futures' },
          { key: 'chance', head: 'Chance', numbers: true },
        ]}
        rows={[
          { key: 'both', cells: ['Both the date and the money are kept', chance(quadrants.both)] },
          { key: 'date', cells: ['The date alone', chance(quadrants.dateOnly)] },
          { key: 'money', cells: ['The money alone', chance(quadrants.moneyOnly)] },
          { key: 'neither', cells: ['Neither', chance(quadrants.neither)] },
        ]}
      />
      <TogetherTable results={results} />
    </InsightSection>
  );
}
