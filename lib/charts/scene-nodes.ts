import type { ChartTheme, SceneNode, SceneTag } from './scene';
import type { FontWeight } from './text/text-width';

export type Attributes = Readonly<Record<string, string | number | undefined>>;
export type Children = readonly (SceneNode | string | null | undefined | false)[];

/** One node; undefined attributes and empty children are left out. */
export function node(tag: SceneTag, attributes: Attributes, children: Children = [], key?: string): SceneNode {
  const kept: Record<string, string | number> = {};
  for (const [name, value] of Object.entries(attributes)) if (value !== undefined) kept[name] = value;
  return { tag, key, attributes: kept, children: children.filter((child) => child || child === '') as SceneNode[] };
}

export const group = (attributes: Attributes, children: Children, key?: string) => node('g', attributes, children, key);

export interface TextStyle {
  readonly size?: number;
  readonly weight?: FontWeight;
  readonly fill: string;
  readonly anchor?: 'start' | 'middle' | 'end';
  /** Colour of an outline that keeps the text readable over lines. */
  readonly halo?: string;
}

/** One line of text with its baseline at y. */
export function textNode(text: string, x: number, y: number, style: TextStyle): SceneNode {
  return node(
    'text',
    {
      x: round(x),
      y: round(y),
      'font-size': style.size ?? 12,
      'font-weight': style.weight === 600 ? 600 : undefined,
      fill: style.fill,
      'text-anchor': style.anchor === 'start' ? undefined : style.anchor,
      ...(style.halo
        ? { stroke: style.halo, 'stroke-width': 3, 'stroke-linejoin': 'round', 'paint-order': 'stroke' }
        : {}),
    },
    [text],
  );
}

export function lineNode(x1: number, y1: number, x2: number, y2: number, stroke: string, attributes: Attributes = {}) {
  return node('line', { x1: round(x1), y1: round(y1), x2: round(x2), y2: round(y2), stroke, ...attributes });
}

export function rectNode(x: number, y: number, width: number, height: number, fill: string, more: Attributes = {}) {
  const w = Math.max(0, width);
  return node('rect', { x: round(x), y: round(y), width: round(w), height: round(Math.max(0, height)), fill, ...more });
}

/** Two decimals: finer than any screen, and files stay small. */
export function round(value: number): number {
  return Math.round(value * 100) / 100;
}

/** The root of a picture, with the fonts that its texts use. */
export function sceneRoot(width: number, height: number, theme: ChartTheme, children: Children): SceneNode {
  return node(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      width: round(width),
      height: round(height),
      viewBox: `0 0 ${round(width)} ${round(height)}`,
      'font-family': theme.fontFamily,
      'font-size': 12,
    },
    children,
  );
}

/** Letters, digits, `-` and `_` of a prefix and a name, so that several pictures can share a page. */
export function localId(prefix: string | undefined, name: string): string {
  return `${prefix ?? 'c'}-${name}`.replace(/[^A-Za-z0-9_-]/g, (letter) => `_${letter.codePointAt(0)?.toString(16)}`);
}
