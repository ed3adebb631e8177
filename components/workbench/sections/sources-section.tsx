'use client';

import { listInputs } from '@/lib/engine/inputs/list-inputs';
import type { Source } from '@/lib/scenario/document';
import { inputName } from '@/lib/workbench/input-name';
import { metaOf } from '@/lib/workbench/quantity-kinds';
import { selectionOfPath } from '@/lib/workbench/selection-of-path';
import { SectionHeading } from '../../ui/section-heading';
import { useActions, useDocument } from '../workbench-context';
import { ObjectTable, type TableRow } from './object-table';
import styles from './sections.module.css';

type SourceRow = TableRow & { readonly source: Source; readonly cited: number };

export function SourcesSection() {
  const actions = useActions();
  const document = useDocument();
  const inputs = listInputs(document).flatMap((input) =>
    input.kind === 'event'
      ? []
      : [{ path: input.path, meta: metaOf(input.kind === 'quantity' ? input.quantity : input.trajectory) }],
  );
  const rows: SourceRow[] = (document.sources ?? []).map((source) => {
    const records = new Set((source.meta?.records ?? []).map(({ id }) => id));
    const cited = inputs.filter(
      ({ meta }) => meta?.sources?.includes(source.id) || meta?.evidence?.some((id) => records.has(id)),
    ).length;
    return { id: source.id, name: source.title, source, cited };
  });
  const bare = inputs.filter(({ meta }) => !meta?.assumption && !meta?.sources?.length && !meta?.evidence?.length);
  return (
    <>
      <ObjectTable
        kind="source"
        title="Sources"
        list="sources"
        rows={rows}
        empty="Where the numbers come from: papers, filings, announcements, each with its figures as published, so that the brief can be checked years later. Add the first source."
        columns={[
          {
            label: 'Publisher',
            width: 140,
            cell: ({ source }) => <div className={styles.text}>{source.publisher}</div>,
          },
          { label: 'Date', width: 90, cell: ({ source }) => source.date ?? '' },
          { label: 'Records', width: 64, cell: ({ source }) => source.meta?.records?.length ?? 0 },
          { label: 'Inputs that cite it', width: 110, cell: ({ cited }) => cited },
        ]}
      />
      <section aria-label="Inputs without a source">
        <SectionHeading title="Inputs without a source or a reason" aside={bare.length} />
        {bare.length === 0 ? (
          <p className={styles.empty}>Every input names a source or says why it is assumed.</p>
        ) : (
          <ul className={styles.plain}>
            {bare.slice(0, 200).map(({ path }) => (
              <li key={path}>
                <button
                  type="button"
                  className={styles.name}
                  onClick={() => {
                    const selection = selectionOfPath(path);
                    if (selection) actions.select(selection, path);
                  }}
                >
                  {inputName(document, path)}
                </button>
              </li>
            ))}
          </ul>
        )}
      </section>
    </>
  );
}
