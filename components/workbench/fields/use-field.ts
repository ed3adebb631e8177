'use client';

import { useId } from 'react';
import { readPlace, writePlace } from '@/lib/workbench/place';
import type { EditResult, Rejection } from '@/lib/workbench/workbench-types';
import { useActions, useWorkbench } from '../workbench-context';

export interface Field {
  readonly id: string;
  readonly errorId: string;
  readonly value: unknown;
  readonly rejection: Rejection | undefined;
  /** Writes a value to the place; `text` stays in the field where that is refused. */
  write(value: unknown, text: string): EditResult;
  reject(text: string, message: string): void;
  clear(): void;
}

/** One place of the document as a form field. */
export function useField(place: string, label: string): Field {
  const id = useId();
  const actions = useActions();
  const value = useWorkbench((state) => readPlace(state.history.present, place));
  const rejection = useWorkbench((state) => state.rejected[place]);
  return {
    id,
    errorId: `${id}-error`,
    value,
    rejection,
    write: (next, text) =>
      actions.edit({
        label,
        field: place,
        text,
        gesture: place,
        change: (document) => writePlace(document, place, next),
      }),
    reject: (text, message) => actions.reject(place, text, message),
    clear: () => actions.clearRejection(place),
  };
}
