import type { SeriesKey } from '@/lib/charts/frame';
import { patternFill } from '@/lib/charts/patterns';
import { localId } from '@/lib/charts/scene-nodes';
import { toReact } from '@/lib/charts/to-react';
import styles from './charts.module.css';

/** A small sign of a series: its colour, and its pattern or dash beside it. */
export function SeriesSwatch({ entry, prefix }: { readonly entry: SeriesKey; readonly prefix: string }) {
  const { mark, colour } = entry;
  if (mark === 'line' || mark === 'dashed') {
    const dash = mark === 'dashed' ? '3 2' : undefined;
    return (
      <svg className={styles.swatch} width={10} height={10} aria-hidden>
        <line x1={0} y1={5} x2={10} y2={5} stroke={colour} strokeWidth={2} strokeDasharray={dash} />
      </svg>
    );
  }
  const pattern = mark === 'area' || mark === 'band' ? undefined : mark;
  const { fill, overlay, definition } = patternFill(localId(prefix, 'swatch'), entry.id, colour, pattern);
  return (
    <svg className={styles.swatch} width={10} height={10} aria-hidden>
      {definition && <defs>{toReact(definition)}</defs>}
      <rect width={10} height={10} rx={1} fill={fill} />
      {overlay && <rect width={10} height={10} fill={overlay} />}
    </svg>
  );
}
