import type { SharedTime } from '@/components/charts/lane-stack';
import type { FutureResult, TaskResult, TrialsResult } from '@/lib/engine/results/result-types';
import type { ScenarioDocument } from '@/lib/scenario/document';

/** One edit, as the keeper of the document takes it. */
export interface GanttEdit {
  /** What it is called in "Undo …". */
  readonly label: string;
  readonly change: (document: ScenarioDocument) => ScenarioDocument;
  /** Edits of the same gesture are one step of undo. */
  readonly gesture?: string;
  /** The hand is still on it. */
  readonly inHand?: boolean;
}
export type GanttEditResult = { readonly ok: true } | { readonly ok: false; readonly message: string };

export interface GanttProps extends SharedTime {
  readonly document: ScenarioDocument;
  /** Null before the first run. */
  readonly plan: FutureResult | null;
  readonly trials: TrialsResult | null;
  /** Task dates of the baseline's plan, for ghosts. */
  readonly baseline?: Readonly<Record<string, TaskResult>>;
  /** Ids of selected tasks, the last one the one that was chosen last. */
  readonly selection: readonly string[];
  readonly onSelect: (taskIds: readonly string[]) => void;
  readonly selectedLink?: string | null;
  readonly onSelectLink?: (linkId: string | null) => void;
  /** Absent: to be read only. */
  readonly onEdit?: (edit: GanttEdit) => GanttEditResult;
  /** A gesture ended: what was in hand is to be kept. */
  readonly onGestureEnd?: () => void;
  /** Enter or double click on a task. */
  readonly onOpen?: (taskId: string) => void;
  /** Its name for readers of the screen. */
  readonly label?: string;
}
