import type { EvidenceRecord, Source } from '../document';
import published from './evidence.json';

/** One figure as it was published, with where it stands. Grades (A to C) are in the notes. */
export interface PublishedRecord {
  readonly id: string;
  readonly section: string;
  readonly quantity: string;
  readonly unit: string;
  readonly low: number | null;
  readonly mode: number | null;
  readonly high: number | null;
  readonly value: number | string | null;
  readonly year: number | null;
  readonly region: string | null;
  readonly sourceTitle: string;
  readonly publisher: string;
  readonly date: string;
  readonly url: string;
  readonly note: string;
  readonly derived: boolean;
}

export const publishedRecords: readonly PublishedRecord[] = published as readonly PublishedRecord[];

const recordById = new Map(publishedRecords.map((record) => [record.id, record]));
const sourceKeyOf = (record: PublishedRecord) => [record.sourceTitle, record.publisher, record.url].join('\n');
const idOfSourceKey = new Map<string, string>();
for (const record of publishedRecords) {
  const key = sourceKeyOf(record);
  if (!idOfSourceKey.has(key)) idOfSourceKey.set(key, `src-${record.id.toLowerCase()}`);
}

/** The record of an id. Throws RangeError for an id that was never published: a slip of the pen in a scenario. */
export function recordOf(id: string): PublishedRecord {
  const record = recordById.get(id);
  if (!record) throw new RangeError(`no evidence record is called ${id}`);
  return record;
}

/** The source of a record: `src-` and the id of the first record that this source gave. */
export function sourceIdOf(recordId: string): string {
  return idOfSourceKey.get(sourceKeyOf(recordOf(recordId))) as string;
}

/** The span a record speaks for: its low..high, widened to its mode and value; none where it gives no number. */
export function spanOf(record: PublishedRecord): { low: number; high: number } | undefined {
  const numbers = [record.low, record.mode, record.high, record.value].filter(
    (x): x is number => typeof x === 'number',
  );
  if (numbers.length === 0) return undefined;
  return { low: Math.min(...numbers), high: Math.max(...numbers) };
}

function asEvidence(record: PublishedRecord): EvidenceRecord {
  return {
    id: record.id,
    quantity: record.quantity,
    unit: record.unit,
    ...(record.low === null ? {} : { low: record.low }),
    ...(record.mode === null ? {} : { mode: record.mode }),
    ...(record.high === null ? {} : { high: record.high }),
    ...(record.value === null ? {} : { value: record.value }),
    ...(record.year === null ? {} : { year: record.year }),
    ...(record.region ? { region: record.region } : {}),
    ...(record.note ? { note: record.note } : {}),
  };
}

/** The sources that gave the cited records, each with all that it published, in the order of the evidence. */
export function sourcesOf(citedRecordIds: Iterable<string>): Source[] {
  const wanted = new Set([...citedRecordIds].map(sourceIdOf));
  const sources = new Map<string, Source>();
  for (const record of publishedRecords) {
    const id = sourceIdOf(record.id);
    if (!wanted.has(id)) continue;
    const before = sources.get(id);
    sources.set(id, {
      id,
      title: record.sourceTitle,
      publisher: record.publisher,
      ...(record.date ? { date: record.date } : {}),
      ...(record.url ? { url: record.url } : {}),
      meta: { records: [...(before?.meta?.records ?? []), asEvidence(record)] },
    });
  }
  return [...sources.values()];
}
