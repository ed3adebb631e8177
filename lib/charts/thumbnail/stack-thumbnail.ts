import type { ChartTheme, SceneNode } from '../scene';
import { node, round, sceneRoot } from '../scene-nodes';

export interface StackThumbnail {
  readonly technologies: readonly string[];
  /** Mean share by technology at each point, in the order of `technologies`. */
  readonly shares: readonly (readonly number[])[];
}

/** The share stack in small, from real numbers, own at the bottom in the accent. */
export function stackThumbnail(
  stack: StackThumbnail,
  size: { width: number; height: number; theme: ChartTheme },
): SceneNode {
  const { width, height, theme } = size;
  const { shares } = stack;
  const at = (index: number) => (shares.length < 2 ? 0 : (index / (shares.length - 1)) * width);
  const sums = shares.map(() => 0);
  const others = theme.palette.slice(1);
  let next = 0;
  const areas = stack.technologies.map((id, part) => {
    const lower = [...sums];
    for (const [index, point] of shares.entries())
      sums[index] = Math.min(1, (sums[index] ?? 0) + Math.max(0, point[part] ?? 0));
    const edge = (values: readonly number[]) =>
      values.map((value, index) => `${round(at(index))},${round(height * (1 - value))}`);
    const fill = id === 'own' ? theme.accent : (others[next++ % others.length] ?? theme.muted);
    if (shares.length < 2) return null;
    return node('path', { d: `M${edge(sums).join('L')}L${edge(lower).reverse().join('L')}Z`, fill, 'data-series': id });
  });
  return sceneRoot(width, height, theme, areas);
}
