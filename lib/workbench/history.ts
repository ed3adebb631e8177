import type { ScenarioDocument } from '../scenario/document';

/** One step back: the document before an edit, and what the edit was called. */
export interface HistoryStep {
  readonly document: ScenarioDocument;
  readonly label: string;
}

/** Everything that can be undone and redone. Documents share what did not change, so steps are cheap. */
export interface History {
  readonly past: readonly HistoryStep[];
  readonly present: ScenarioDocument;
  readonly future: readonly HistoryStep[];
  /** The gesture the last step belongs to; edits of the same gesture become one step. */
  readonly gesture: string | null;
  readonly gestureAt: number;
}

export interface EditNote {
  /** What the edit is called in "Undo …". */
  readonly label: string;
  /** Edits with the same gesture, less than `gestureMs` apart, are one step: a slider drag, typing in one field. */
  readonly gesture?: string;
  /** Milliseconds; any monotonic clock. */
  readonly at: number;
}

const maxSteps = 300;
const gestureMs = 1200;

export function startHistory(document: ScenarioDocument): History {
  return { past: [], present: document, future: [], gesture: null, gestureAt: 0 };
}

/** Takes an edited document in. An edit that changed nothing leaves the history as it was. */
export function recordEdit(history: History, next: ScenarioDocument, note: EditNote): History {
  if (next === history.present) return history;
  const continues =
    note.gesture !== undefined &&
    note.gesture === history.gesture &&
    history.past.length > 0 &&
    note.at - history.gestureAt < gestureMs;
  const past = continues
    ? history.past
    : [...history.past, { document: history.present, label: note.label }].slice(-maxSteps);
  return { past, present: next, future: [], gesture: note.gesture ?? null, gestureAt: note.at };
}

/** Ends a gesture, so that the next edit is a step of its own. */
export function endGesture(history: History): History {
  return history.gesture === null ? history : { ...history, gesture: null };
}

export function undo(history: History): History {
  const step = history.past[history.past.length - 1];
  if (!step) return history;
  return {
    past: history.past.slice(0, -1),
    present: step.document,
    future: [{ document: history.present, label: step.label }, ...history.future],
    gesture: null,
    gestureAt: 0,
  };
}

export function redo(history: History): History {
  const step = history.future[0];
  if (!step) return history;
  return {
    past: [...history.past, { document: history.present, label: step.label }],
    present: step.document,
    future: history.future.slice(1),
    gesture: null,
    gestureAt: 0,
  };
}

export const undoLabel = (history: History): string | null => history.past[history.past.length - 1]?.label ?? null;
export const redoLabel = (history: History): string | null => history.future[0]?.label ?? null;
