'use client';

import { useWorkbench } from '../workbench-context';
import fieldStyles from './fields.module.css';

/** Why something was refused, where no field of its own says it. */
export function Rejected({ field }: { readonly field: string }) {
  const rejection = useWorkbench((state) => state.rejected[field]);
  return rejection ? <p className={fieldStyles.error}>{rejection.message}</p> : null;
}
