'use client';

import { useComputedColorScheme } from '@mantine/core';
import type { ChartTheme } from '@/lib/charts/scene';
import { chartTheme } from '@/lib/theme/palette';

/** The theme of pictures for the scheme that the page is in. */
export function useChartTheme(): ChartTheme {
  return chartTheme(useComputedColorScheme('light'));
}
