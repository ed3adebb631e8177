import type { ScenarioRow } from '@/lib/server/scenarios/contract';
import type { FigureColumn } from './figures';

export type SortColumn = 'name' | 'edited' | FigureColumn;
export interface Sort {
  readonly column: SortColumn;
  readonly descending: boolean;
}

/** What a row is sorted by; null goes last in both directions. */
function key({ headline, ...row }: ScenarioRow, column: SortColumn): number | string | null {
  switch (column) {
    case 'name':
      return row.name;
    case 'edited':
      return row.editedAt;
    case 'sop':
      return headline ? (headline.sop.p50 === 'never' ? Number.POSITIVE_INFINITY : headline.sop.p50) : null;
    case 'chance':
      return headline?.chance?.probability ?? null;
    case 'output':
      return headline?.output2030?.p50 ?? null;
    case 'share':
      return headline?.share2030?.p50 ?? null;
    case 'funding':
      return headline?.peakFunding.p50 ?? null;
    case 'bottleneck':
      return headline?.bottleneck ?? null;
    default:
      return column satisfies never;
  }
}

const words = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

/** The rows in order; equal ones stay as they were. */
export function sortRows(rows: readonly ScenarioRow[], { column, descending }: Sort): readonly ScenarioRow[] {
  const sign = descending ? -1 : 1;
  return [...rows].sort((a, b) => {
    const left = key(a, column);
    const right = key(b, column);
    if (left === null || right === null) return left === right ? 0 : left === null ? 1 : -1;
    if (typeof left === 'string' || typeof right === 'string') return sign * words.compare(String(left), String(right));
    return left === right ? 0 : sign * (left < right ? -1 : 1);
  });
}

/** The rows in which every word of a search stands, in name, description, editor or what holds it back. */
export function searchRows(rows: readonly ScenarioRow[], search: string): readonly ScenarioRow[] {
  const wanted = search.toLocaleLowerCase('en').split(/\s+/).filter(Boolean);
  return rows.filter((row) => {
    const text = [row.name, row.description, row.editedBy, row.headline?.bottleneck ?? '']
      .join(' ')
      .toLocaleLowerCase('en');
    return wanted.every((word) => text.includes(word));
  });
}
