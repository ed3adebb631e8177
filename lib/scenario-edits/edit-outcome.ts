import type { ScenarioDocument, Task } from '../scenario/document';

/** What an edit gave: the new document with what was done, said in a sentence; or why not. */
export type EditOutcome =
  | { readonly ok: true; readonly document: ScenarioDocument; readonly said: string }
  | { readonly ok: false; readonly message: string };

export const done = (document: ScenarioDocument, said: string): EditOutcome => ({ ok: true, document, said });
export const refuse = (message: string): EditOutcome => ({ ok: false, message });

export function findTask(document: ScenarioDocument, id: string): Task | undefined {
  return document.tasks?.find((task) => task.id === id);
}

export function hasChildren(document: ScenarioDocument, id: string): boolean {
  return (document.tasks ?? []).some((task) => task.parent === id);
}

/** The document with one task replaced. */
export function withTask(document: ScenarioDocument, task: Task): ScenarioDocument {
  return { ...document, tasks: (document.tasks ?? []).map((one) => (one.id === task.id ? task : one)) };
}

/** The name in quotes, shortened where it is long: sentences stay readable. */
export function named(task: Task | undefined, id = ''): string {
  const name = task?.name ?? id;
  return `“${name.length > 60 ? `${name.slice(0, 59).trimEnd()}…` : name}”`;
}
