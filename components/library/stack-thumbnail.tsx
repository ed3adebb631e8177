import { area, curveMonotoneX } from 'd3';
import type { CSSProperties } from 'react';
import type { Headline } from '@/lib/server/scenarios/contract';
import { darkTheme, lightTheme } from '@/lib/theme/palette';
import styles from './stack-thumbnail.module.css';

interface StackThumbnailProps {
  readonly stack: Headline['stack'];
  readonly width?: number;
  readonly height?: number;
}

/** The others of the palette go round in the document's order, as in every chart; own has the accent. */
function colourOf(index: number, given: string | null, palette: readonly string[]): string {
  if (given && /^#[0-9a-f]{6}$/i.test(given)) return given;
  if (index === 0) return palette[0] ?? '';
  return palette[1 + ((index - 1) % (palette.length - 1))] ?? '';
}

/** The market's mean shares over the years, as a picture the size of a word; own share lies at the bottom. */
export function StackThumbnail({ stack, width = 96, height = 28 }: StackThumbnailProps) {
  const count = stack.shares[0]?.length ?? 0;
  if (count < 2) return null;
  const base = Array.from({ length: count }, () => 0);
  const layers = stack.shares.map((shares) => {
    const from = [...base];
    shares.forEach((share, i) => {
      base[i] = (base[i] ?? 0) + share;
    });
    return from.map((low, i) => [low, base[i] ?? low] as const);
  });
  const path = area<readonly [number, number]>()
    .x((_, i) => (i / (count - 1)) * width)
    .y0(([low]) => height * (1 - low))
    .y1(([, high]) => height * (1 - high))
    .curve(curveMonotoneX);
  return (
    <svg className={styles.stack} viewBox={`0 0 ${width} ${height}`} width={width} height={height} aria-hidden="true">
      {layers.map((layer, index) => {
        const given = stack.colours[index] ?? null;
        const colours = {
          '--light': colourOf(index, given, lightTheme.palette),
          '--dark': colourOf(index, given, darkTheme.palette),
        } as CSSProperties;
        const id = stack.technologies[index] ?? String(index);
        return <path key={id} className={styles.layer} style={colours} d={path(layer) ?? ''} />;
      })}
    </svg>
  );
}
