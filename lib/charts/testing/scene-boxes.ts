import type { SceneNode } from '../scene';
import { textWidth } from '../text/text-width';

/** A text of a scene with the box that it covers, in px of the whole picture. */
export interface TextBox {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export function* walk(scene: SceneNode, dx = 0, dy = 0): Generator<{ node: SceneNode; dx: number; dy: number }> {
  const moved = /translate\(([-\d.]+),([-\d.]+)\)/.exec(String(scene.attributes.transform ?? ''));
  const [x, y] = moved ? [dx + Number(moved[1]), dy + Number(moved[2])] : [dx, dy];
  yield { node: scene, dx: x, dy: y };
  for (const child of scene.children) if (typeof child !== 'string') yield* walk(child, x, y);
}

/** All nodes of one series, by the mark that layouts leave. */
export function seriesNodes(scene: SceneNode, name: string): SceneNode[] {
  return [...walk(scene)].filter(({ node }) => node.attributes['data-series'] === name).map(({ node }) => node);
}

export function textBoxes(scene: SceneNode): TextBox[] {
  const boxes: TextBox[] = [];
  for (const { node, dx, dy } of walk(scene)) {
    if (node.tag !== 'text') continue;
    const text = node.children.filter((child) => typeof child === 'string').join('');
    const size = Number(node.attributes['font-size'] ?? 12);
    const width = textWidth(text, size, node.attributes['font-weight'] === 600 ? 600 : 400);
    const anchor = node.attributes['text-anchor'];
    const x = Number(node.attributes.x) + dx - (anchor === 'middle' ? width / 2 : anchor === 'end' ? width : 0);
    const y = Number(node.attributes.y) + dy;
    // The ink of a line: ascender and descender of the capitals and digits, not the whole line height.
    boxes.push({ text, left: x, right: x + width, top: y - size * 0.7, bottom: y + size * 0.15 });
  }
  return boxes;
}

/** Pairs of texts that cover each other. */
export function overlaps(boxes: readonly TextBox[]): string[] {
  const found: string[] = [];
  for (const [index, a] of boxes.entries()) {
    for (const b of boxes.slice(index + 1)) {
      const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left);
      const high = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
      if (wide > 0.5 && high > 0.5) found.push(`"${a.text}" over "${b.text}"`);
    }
  }
  return found;
}

/** Numbers of a path, in order. */
export function pathNumbers(d: string | number | undefined): number[] {
  return [...String(d ?? '').matchAll(/-?\d+(?:\.\d+)?/g)].map(([text]) => Number(text));
}
