import type { Model } from '../compile/model';
import type { BlockLayout } from './block-layout';
import { columnOf } from './measures';

/**
 * Column of anything that is kept of every trial: a scalar, a target, a further output, or a series of a month
 * (`cash@2030-06`, `share/lfp@2030-06`) or of a year (`fcf@2030`); -1 for a name that is none.
 */
export function keptColumn(
  model: Model,
  layout: BlockLayout,
  further: readonly { readonly name: string }[],
  name: string,
): number {
  const column = columnOf(model, further, name);
  if (column >= 0) return column;
  const at = name.lastIndexOf('@');
  if (at < 0) return -1;
  const series = name.slice(0, at);
  const time = name.slice(at + 1);
  const month = model.months.months.indexOf(time);
  if (month >= 0) {
    const place = layout.series.findIndex((entry) => entry.name === series);
    return place < 0 ? -1 : layout.months + place * model.months.count + month;
  }
  const year = model.years.findIndex((entry) => String(entry.year) === time);
  const place = layout.yearSeries.indexOf(series);
  return year < 0 || place < 0 ? -1 : layout.years + year * layout.yearSeries.length + place;
}
