'use client';

import { useActions, useDocument } from '../workbench-context';
import { FormGroup } from './form-group';
import styles from './forms.module.css';

/** Risks that act on a thing. */
export function RisksOn({ target }: { readonly target: string }) {
  const actions = useActions();
  const document = useDocument();
  const risks = (document.risks ?? []).filter(({ impacts }) => impacts.some((impact) => impact.target === target));
  if (risks.length === 0) return null;
  return (
    <FormGroup title="Risks on it">
      <ul className={styles.list}>
        {risks.map(({ id, name }) => (
          <li key={id} className={styles.listRow}>
            <button type="button" className={styles.pick} onClick={() => actions.select({ kind: 'risk', id })}>
              {name}
            </button>
          </li>
        ))}
      </ul>
    </FormGroup>
  );
}
