import type { Chart, SceneNode } from '../charts/scene';

/** A dot of a scatter and the trial that it stands for, in px of the picture. */
export interface Dot {
  readonly trial: number;
  readonly x: number;
  readonly y: number;
}

function groupNamed(scene: SceneNode, name: string): SceneNode | null {
  if (scene.attributes['data-series'] === name) return scene;
  for (const child of scene.children) {
    const found = typeof child === 'string' ? null : groupNamed(child, name);
    if (found) return found;
  }
  return null;
}

/** The dots of a scatter; its table lists the same trials in the same order. */
export function dotsOf(chart: Chart): readonly Dot[] {
  const dots = groupNamed(chart.scene, 'dots')?.children ?? [];
  return dots.flatMap((dot, index) => {
    const trial = chart.reading.table.rows[index]?.[0];
    if (typeof dot === 'string' || typeof trial !== 'number') return [];
    return [{ trial, x: Number(dot.attributes.cx), y: Number(dot.attributes.cy) }];
  });
}

/** The dot nearest to a place, within so many px; null where there is none. */
export function nearestDot(dots: readonly Dot[], x: number, y: number, reachPx: number): Dot | null {
  let nearest: Dot | null = null;
  let least = reachPx;
  for (const dot of dots) {
    const distance = Math.hypot(dot.x - x, dot.y - y);
    if (distance > least) continue;
    least = distance;
    nearest = dot;
  }
  return nearest;
}
