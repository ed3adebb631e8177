import { textOn } from './colour-maths';
import type { PatternName } from './frame';
import type { SceneNode } from './scene';
import { localId, node } from './scene-nodes';

const marks: Readonly<Record<PatternName, string>> = {
  hatch: 'M-2,2 L2,-2 M0,8 L8,0 M6,10 L10,6',
  'back-hatch': 'M-2,6 L2,10 M0,0 L8,8 M6,-2 L10,2',
  dots: 'M1.2,2 h1.6 v1.6 h-1.6 z M5.2,6 h1.6 v1.6 h-1.6 z',
  bars: 'M0,2 H8 M0,6 H8',
  columns: 'M2,0 V8 M6,0 V8',
  grid: 'M0,2 H8 M2,0 V8',
  zigzag: 'M0,3 L2,1 L6,5 L8,3',
  checks: 'M0,0 h4 v4 h-4 z M4,4 h4 v4 h-4 z',
};

export interface Fill {
  readonly fill: string;
  /** A second fill over the first: only the pattern's ink, for viewers that draw seams between tiles. */
  readonly overlay?: string;
  /** The definition that the overlay needs. */
  readonly definition?: SceneNode;
}

/** A plain colour, and a pattern over it in white or black at a third, so that the colour keeps its place. */
export function patternFill(prefix: string | undefined, id: string, colour: string, pattern?: PatternName): Fill {
  if (!pattern) return { fill: colour };
  const name = localId(prefix, `pattern-${id}`);
  const ink = textOn(colour);
  const filled = pattern === 'dots' || pattern === 'checks';
  return {
    fill: colour,
    overlay: `url(#${name})`,
    definition: node('pattern', { id: name, width: 8, height: 8, patternUnits: 'userSpaceOnUse' }, [
      node('path', {
        d: marks[pattern],
        fill: filled ? ink : 'none',
        stroke: filled ? undefined : ink,
        'stroke-width': filled ? undefined : 1.2,
        opacity: 0.38,
      }),
    ]),
  };
}
