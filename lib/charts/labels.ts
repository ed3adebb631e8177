import type { SeriesKey } from './frame';
import type { ChartTheme, SceneNode } from './scene';
import { group, lineNode, rectNode, textNode } from './scene-nodes';
import { fitText, textWidth } from './text/text-width';

export interface EndLabel {
  readonly id: string;
  readonly text: string;
  readonly colour: string;
  /** px; where the series ends. */
  readonly y: number;
  readonly weight?: 400 | 600;
}

const LINE_PX = 14;

/** Places for labels of equal height so that none overlaps the next, each as near its wish as the order allows. */
export function dodge(wishes: readonly number[], gap: number, top: number, bottom: number): readonly number[] {
  const order = wishes.map((wish, index) => ({ wish, index })).sort((a, b) => a.wish - b.wish || a.index - b.index);
  const blocks: { sum: number; count: number; start: number }[] = [];
  for (const { wish } of order) {
    let block = { sum: wish, count: 1, start: 0 };
    const settle = (b: typeof block) => {
      const height = (b.count - 1) * gap;
      const centre = Math.min(
        Math.max(b.sum / b.count, top + height / 2),
        Math.max(bottom - height / 2, top + height / 2),
      );
      return { ...b, start: centre - height / 2 };
    };
    block = settle(block);
    for (let last = blocks.at(-1); last && last.start + last.count * gap > block.start; last = blocks.at(-1)) {
      blocks.pop();
      block = settle({ sum: last.sum + block.sum, count: last.count + block.count, start: 0 });
    }
    blocks.push(block);
  }
  const places = blocks.flatMap((block) => Array.from({ length: block.count }, (_, at) => block.start + at * gap));
  const result = new Array<number>(wishes.length);
  for (const [rank, { index }] of order.entries()) result[index] = places[rank] ?? 0;
  return result;
}

/** Labels to the right of the plot, moved apart; as many as there is height for, those nearest the top dropped last. */
export function endLabels(
  labels: readonly EndLabel[],
  box: { readonly x: number; readonly width: number; readonly top: number; readonly bottom: number },
): SceneNode {
  const room = Math.max(0, Math.floor((box.bottom - box.top) / LINE_PX) + 1);
  const kept = labels.slice(0, room);
  const places = dodge(
    kept.map((label) => label.y),
    LINE_PX,
    box.top,
    box.bottom,
  );
  const nodes: SceneNode[] = [];
  for (const [index, label] of kept.entries()) {
    const text = fitText(label.text, box.width - 6, 12, label.weight);
    if (!text) continue;
    const y = places[index] ?? label.y;
    if (Math.abs(y - label.y) > LINE_PX)
      nodes.push(lineNode(box.x, label.y, box.x + 5, y, label.colour, { opacity: 0.6 }));
    nodes.push(textNode(text, box.x + 6, y + 4, { fill: label.colour, weight: label.weight }));
  }
  return group({ 'data-series': 'end-labels' }, nodes);
}

/** Width that labels at the ends need, at most `limit`. */
export function endLabelWidth(
  labels: readonly { readonly text: string; readonly weight?: 400 | 600 }[],
  limit: number,
) {
  const widest = Math.max(0, ...labels.map((label) => textWidth(label.text, 12, label.weight)));
  return labels.length === 0 ? 0 : Math.min(limit, Math.ceil(widest) + 8);
}

/** Where a label of the given width fits into an area; null where it fits nowhere. All in px. */
export function placeInArea(
  area: { readonly x: readonly number[]; readonly lower: readonly number[]; readonly upper: readonly number[] },
  label: { readonly width: number; readonly height: number },
  view: { readonly left: number; readonly right: number },
): { readonly x: number; readonly y: number } | null {
  let best: { x: number; y: number; score: number } | null = null;
  const middle = (view.left + view.right) / 2;
  const { x, lower, upper } = area;
  const half = label.width / 2 + 3;
  for (let centre = 0; centre < x.length; centre++) {
    const at = x[centre] as number;
    if (at - half < view.left || at + half > view.right) continue;
    let low = lower[centre] as number;
    let high = upper[centre] as number;
    for (let i = centre; i >= 0; i--) {
      low = Math.min(low, lower[i] as number);
      high = Math.max(high, upper[i] as number);
      if ((x[i] as number) <= at - half || low - high < label.height) break;
    }
    for (let i = centre; i < x.length; i++) {
      low = Math.min(low, lower[i] as number);
      high = Math.max(high, upper[i] as number);
      if ((x[i] as number) >= at + half || low - high < label.height) break;
    }
    const room = low - high;
    // Beyond three lines of height more room is no better than a place near the middle of the view.
    const score = Math.min(room, 3 * label.height) - Math.abs(at - middle) / 20;
    if (room >= label.height && (best === null || score > best.score)) best = { x: at, y: (low + high) / 2, score };
  }
  return best;
}

/** A key in rows of swatches and names; its height comes with it. */
export function keyRows(
  key: readonly SeriesKey[],
  box: { readonly left: number; readonly top: number; readonly width: number },
  theme: ChartTheme,
): { readonly nodes: SceneNode; readonly height: number } {
  const nodes: SceneNode[] = [];
  let x = box.left;
  let y = box.top;
  for (const entry of key) {
    const text = fitText(entry.label, Math.min(200, box.width - 18), 12);
    const width = 16 + textWidth(text, 12) + 12;
    if (x > box.left && x + width - 12 > box.left + box.width) {
      x = box.left;
      y += 16;
    }
    if (entry.mark === 'line' || entry.mark === 'dashed') {
      const dash = entry.mark === 'dashed' ? '4 3' : undefined;
      nodes.push(lineNode(x, y + 7, x + 12, y + 7, entry.colour, { 'stroke-width': 2, 'stroke-dasharray': dash }));
    } else nodes.push(rectNode(x, y + 2, 11, 10, entry.colour, { rx: 1 }));
    nodes.push(textNode(text, x + 16, y + 11, { fill: theme.text }));
    x += width;
  }
  return { nodes: group({ 'data-series': 'key' }, nodes), height: key.length === 0 ? 0 : y - box.top + 20 };
}
