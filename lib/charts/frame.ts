import type { FutureResult, TrialsResult } from '../engine/results/result-types';
import type { ScenarioDocument } from '../scenario/document';
import type { Chart, ChartTheme } from './scene';
import type { TimeWindow } from './time/months';
import type { TimeMarks } from './time/time-axis';

/** A scenario with its plan and its trials: what every chart of results is made from. */
export interface ScenarioResults {
  readonly document: ScenarioDocument;
  readonly plan: FutureResult;
  readonly trials: TrialsResult;
}

/** Size, colours and what surrounds the plot. Lengths in px. */
export interface ChartFrame {
  readonly width: number;
  readonly height: number;
  readonly theme: ChartTheme;
  /** The stretch of time in view; default the document's horizon. */
  readonly window?: TimeWindow;
  /** Room at the left for the labels of the value axis; default 48. */
  readonly plotLeft?: number;
  /** Room at the right; default what the labels at the ends of series need. */
  readonly plotRight?: number;
  /** `bottom` (default): the chart draws its own time axis; `none`: a common one stands elsewhere. */
  readonly axis?: 'bottom' | 'none';
  /**
   * `auto` (default): labels in areas and at ends, or a key above where the picture is narrow; `inside`: in areas only,
   * the key stands elsewhere; `none`.
   */
  readonly labels?: 'auto' | 'inside' | 'none';
  /** Title and run note inside the picture, for files that leave the page. */
  readonly heading?: boolean;
  /** Distinguishes the local ids of several pictures in one page. */
  readonly idPrefix?: string;
  readonly marks?: TimeMarks;
}

export interface SeriesKey {
  readonly id: string;
  readonly label: string;
  readonly colour: string;
  readonly mark: 'area' | 'line' | 'dashed' | 'band' | PatternName;
}
export type PatternName = 'hatch' | 'back-hatch' | 'dots' | 'bars' | 'columns' | 'grid' | 'zigzag' | 'checks';

/** One figure of one month, as shown beside the crosshair. */
export interface MonthFigure {
  readonly id: string;
  readonly label: string;
  readonly text: string;
  readonly colour?: string;
}

export interface PlotBox {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** A chart on the common time axis. */
export interface TimeChart extends Chart {
  readonly id: string;
  readonly unit: string;
  readonly plot: PlotBox;
  readonly key: readonly SeriesKey[];
  /** Position in `months` of the results; out of range gives an empty list. */
  figuresAt(monthIndex: number): readonly MonthFigure[];
}

/** The run a chart is from, as a note under it. */
export function runNote(results: ScenarioResults): string {
  const { trials } = results;
  const count = trials.trials.toLocaleString('en-GB');
  return `${count} trials, seed ${trials.seed}, engine ${trials.engineVersion}, run ${trials.documentHash.slice(0, 8)} · ${results.document.name}`;
}
