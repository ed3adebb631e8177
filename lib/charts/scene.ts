/**
 * A picture as plain data: tags, attributes with every number and colour resolved, children. The layouts in this
 * folder make scenes; `to-svg.ts` writes one as text for files and PDF, `to-react.tsx` as elements for the page.
 */
export type SceneTag =
  | 'svg'
  | 'g'
  | 'path'
  | 'rect'
  | 'line'
  | 'circle'
  | 'text'
  | 'tspan'
  | 'title'
  | 'desc'
  | 'defs'
  | 'pattern'
  | 'clipPath';

export interface SceneNode {
  readonly tag: SceneTag;
  readonly key?: string;
  readonly attributes: Readonly<Record<string, string | number>>;
  readonly children: readonly (SceneNode | string)[];
}

/** Colours and sizes of one theme, resolved; charts take it as a parameter, so that files are light and pages either. */
export interface ChartTheme {
  readonly name: 'light' | 'dark';
  readonly background: string;
  readonly surface: string;
  readonly text: string;
  readonly muted: string;
  readonly grid: string;
  readonly axis: string;
  readonly shade: string;
  readonly accent: string;
  readonly positive: string;
  readonly warning: string;
  readonly negative: string;
  /** Ten colours, even in lightness; the first is the accent, for the own technology. */
  readonly palette: readonly string[];
  readonly fontFamily: string;
}

/** What a chart says besides its picture. */
export interface ChartReading {
  readonly title: string;
  /** One sentence made from the numbers. */
  readonly sentence: string;
  readonly table: { readonly columns: readonly string[]; readonly rows: readonly (readonly (string | number)[])[] };
}

export interface Chart {
  readonly scene: SceneNode;
  readonly reading: ChartReading;
}
