import type { ScenarioDocument } from '@/lib/scenario/document';
import { newEntry } from '@/lib/workbench/new-entry';
import { appendTo } from '@/lib/workbench/place';
import type { ObjectKind } from '@/lib/workbench/sections';
import type { WorkbenchActions } from '@/lib/workbench/workbench-types';

/** Adds a thing with sensible beginnings to its list and selects it; a refusal is said where the button is. */
export function addEntry(actions: WorkbenchActions, document: ScenarioDocument, kind: ObjectKind, within?: string) {
  const made = newEntry(document, kind, within);
  if ('needs' in made) {
    actions.reject(`add/${kind}`, '', made.needs);
    return;
  }
  const result = actions.edit({
    label: `Add ${made.name}`,
    field: `add/${kind}`,
    change: (before) => appendTo(before, made.list, made.entry),
  });
  if (result.ok) actions.select({ kind, id: made.id });
}
