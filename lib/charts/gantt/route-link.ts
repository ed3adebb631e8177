/** Where a row's bar lies, in px. */
export interface RouteBar {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Rows of both tasks, and at which side of each bar the link stands. */
export interface LinkEnds {
  readonly from: number;
  readonly to: number;
  readonly fromRight: boolean;
  readonly toRight: boolean;
}

export type Point = readonly [number, number];

const STUB_PX = 6;
const CLEAR_PX = 3;

/** The place nearest to the wishes at which a vertical line passes all rows strictly between two without meeting a bar. */
function channel(bars: readonly (RouteBar | null)[], above: number, below: number, wishes: readonly [number, number]) {
  const blocked: { left: number; right: number }[] = [];
  for (let row = above + 1; row < below; row++) {
    const bar = bars[row];
    if (bar) blocked.push({ left: bar.left - CLEAR_PX, right: bar.right + CLEAR_PX });
  }
  blocked.sort((a, b) => a.left - b.left);
  const walls: { left: number; right: number }[] = [];
  for (const wall of blocked) {
    const last = walls[walls.length - 1];
    if (last && wall.left <= last.right) last.right = Math.max(last.right, wall.right);
    else walls.push({ ...wall });
  }
  const candidates = [...wishes, ...walls.flatMap((wall) => [wall.left, wall.right])];
  const cost = (x: number) => Math.abs(x - wishes[0]) + Math.abs(x - wishes[1]);
  let best: number | null = null;
  for (const x of candidates) {
    if (walls.some((wall) => x > wall.left && x < wall.right)) continue;
    if (best === null || cost(x) < cost(best) - 1e-9) best = x;
  }
  return best ?? wishes[1];
}

function simplified(points: readonly Point[]): readonly Point[] {
  const kept: Point[] = [];
  for (const point of points) {
    const last = kept[kept.length - 1];
    if (last && Math.abs(last[0] - point[0]) < 0.01 && Math.abs(last[1] - point[1]) < 0.01) continue;
    const before = kept[kept.length - 2];
    const straight =
      last &&
      before &&
      ((before[0] === last[0] && last[0] === point[0]) || (before[1] === last[1] && last[1] === point[1]));
    // Only onward: a turn back along the same line keeps its corner.
    if (straight && before && last) {
      const onward = (last[0] - before[0]) * (point[0] - last[0]) + (last[1] - before[1]) * (point[1] - last[1]) >= 0;
      if (onward) kept.pop();
    }
    kept.push(point);
  }
  return kept;
}

/**
 * Corners of a link in horizontal and vertical pieces. It leaves the predecessor's bar sideways, runs in the gaps
 * between rows, passes the rows between at a place where none of them has a bar, and enters the successor's bar
 * sideways. Null where one of the bars is not there.
 */
export function routeLink(
  ends: LinkEnds,
  bars: readonly (RouteBar | null)[],
  rowHeight: number,
): readonly Point[] | null {
  const from = bars[ends.from];
  const to = bars[ends.to];
  if (!from || !to || ends.from === ends.to) return null;
  const down = ends.to > ends.from;
  const middle = (bar: RouteBar) => (bar.top + bar.bottom) / 2;
  const fromX = ends.fromRight ? from.right : from.left;
  const toX = ends.toRight ? to.right : to.left;
  const outX = fromX + (ends.fromRight ? STUB_PX : -STUB_PX);
  const inX = toX + (ends.toRight ? STUB_PX : -STUB_PX);
  const gapAfter = (down ? ends.from + 1 : ends.from) * rowHeight;
  const gapBefore = (down ? ends.to : ends.to + 1) * rowHeight;
  const x = channel(bars, Math.min(ends.from, ends.to), Math.max(ends.from, ends.to), [outX, inX]);
  return simplified([
    [fromX, middle(from)],
    [outX, middle(from)],
    [outX, gapAfter],
    [x, gapAfter],
    [x, gapBefore],
    [inX, gapBefore],
    [inX, middle(to)],
    [toX, middle(to)],
  ]);
}
