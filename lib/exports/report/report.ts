/**
 * The one report of a scenario: everything that any file says, in words and numbers already written out.
 * Formats (PDF today) are functions of it and compute nothing.
 */
export interface ReportFigure {
  /** File name stem, unique in the report. */
  readonly id: string;
  /** SVG text from the charts' writer, light theme. */
  readonly svg: string;
  /** Width in per cent of the text column; two of at most 49 stand side by side. */
  readonly width: number;
  readonly caption: string;
  /** What the picture shows, for those who do not see it. */
  readonly alt: string;
}

export interface ReportTable {
  readonly id: string;
  readonly caption: string;
  /** `share`: of the width left over, by proportion; null: as wide as its text. */
  readonly columns: readonly {
    readonly label: string;
    readonly align: 'left' | 'right';
    readonly share: number | null;
  }[];
  readonly rows: readonly (readonly string[])[];
}

export type ReportBlock =
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'figures'; readonly figures: readonly ReportFigure[] }
  | { readonly kind: 'table'; readonly table: ReportTable };

export interface ReportSection {
  readonly id: string;
  readonly heading: string;
  readonly blocks: readonly ReportBlock[];
}

export interface HeadlineFigure {
  readonly label: string;
  readonly value: string;
  readonly range: string;
}

export interface ReportSource {
  readonly number: number;
  readonly text: string;
  readonly url: string | null;
}

export interface Report {
  readonly title: string;
  readonly subtitle: string;
  /** Author of the version, or of the draft. */
  readonly author: string;
  /** `YYYY-MM-DD`: the date of the version, never the clock. */
  readonly date: string;
  readonly dateShown: string;
  readonly language: 'en' | 'zh';
  readonly runId: string;
  readonly runIdShort: string;
  readonly headline: readonly HeadlineFigure[];
  readonly summary: readonly string[];
  readonly sections: readonly ReportSection[];
  readonly sources: readonly ReportSource[];
  readonly method: readonly string[];
}
