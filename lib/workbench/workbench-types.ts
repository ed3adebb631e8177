import type { TimeWindow } from '../charts/time/months';
import type { Outcome } from '../engine/types';
import type { RunProgress, RunUpdate, ScenarioRunner } from '../runner/types';
import type { ScenarioDocument } from '../scenario/document';
import type { ActionResult } from '../server/access/action-result';
import type { NameRevisionResult, OpenScenario, RevisionRow, SaveDraftResult } from '../server/scenarios/contract';
import type { SyncState, Theirs } from './draft-sync';
import type { History } from './history';
import type { LocalCopy } from './local-copy';
import type { SectionId, Selection } from './sections';

/** What was typed and could not be taken, beside its field, with the sentence that says why. */
export interface Rejection {
  readonly text: string;
  readonly message: string;
}

export interface EditRequest {
  /** What it is called in "Undo …". */
  readonly label: string;
  readonly change: (document: ScenarioDocument) => ScenarioDocument;
  /** The field it was made in; a refusal is kept there. */
  readonly field?: string;
  /** What stands in the field, kept where the edit is refused. */
  readonly text?: string;
  /** Edits of the same gesture become one step of undo. */
  readonly gesture?: string;
  /** A slider is being dragged: only previews are run, nothing is saved until it is let go. */
  readonly inHand?: boolean;
}

export type EditResult = { readonly ok: true } | { readonly ok: false; readonly message: string };

/** Results with the document that they belong to. */
export interface ShownResults {
  readonly document: ScenarioDocument;
  readonly update: RunUpdate;
}

export interface RunState {
  /** What the figures on the screen belong to. */
  readonly shown: ShownResults | null;
  /** The last full results: they tell also what was not in sight. */
  readonly whole: ShownResults | null;
  readonly status: 'running' | 'done' | 'cancelled' | 'refused' | 'failed';
  readonly progress: RunProgress | null;
  readonly message: string | null;
}

/** What changes are measured against: the last named revision of this session, or the draft as it was opened. */
export interface BaseRun {
  readonly name: string;
  readonly document: ScenarioDocument;
  readonly update: RunUpdate | null;
}

export interface WorkbenchState {
  readonly scenario: Pick<OpenScenario, 'id' | 'workspaceId' | 'role' | 'mayEdit' | 'userName'>;
  readonly history: History;
  /**
   * What the pictures show: the present document, but while a slider is in the hand that of the figures beside them. Each
   * move is then drawn once, with its figures, and the processor is theirs until they are there.
   */
  readonly drawn: ScenarioDocument;
  readonly section: SectionId;
  /** Segment whose share the lanes show, '' for all of them. */
  readonly shareOf: string;
  readonly selection: Selection | null;
  readonly rejected: Readonly<Record<string, Rejection>>;
  readonly sync: SyncState;
  readonly run: RunState;
  readonly base: BaseRun;
  /** What the server last had of this session: what a stale save is compared with. */
  readonly saved: ScenarioDocument;
  readonly revisions: readonly RevisionRow[];
  readonly window: TimeWindow;
  readonly hoverDay: number | null;
  readonly openMonth: string | null;
  /** The field that the inspector opens and goes to. */
  readonly openField: string | null;
  /** Said to readers of the screen. */
  readonly announcement: string;
}

export interface WorkbenchActions {
  edit(request: EditRequest): EditResult;
  endGesture(): void;
  clearRejection(field: string): void;
  reject(field: string, text: string, message: string): void;
  undo(): void;
  redo(): void;
  setSection(section: SectionId): void;
  setShareOf(segment: string): void;
  /** Shows a thing in the inspector, and one of its fields open where that is given. */
  select(selection: Selection | null, field?: string): void;
  fieldOpened(): void;
  setWindow(window: TimeWindow): void;
  zoom(factor: number): void;
  showAll(): void;
  setHover(day: number | null): void;
  openMonth(month: string | null): void;
  cancelRun(): void;
  runAgain(): void;
  backToBase(): void;
  resolveStale(theirs: Theirs, choice: 'overwrite' | 'theirs'): void;
  nameRevision(message: string): Promise<NameRevisionResult>;
  /** Makes the draft what a revision kept, in one step that can be undone; a sentence where that cannot be. */
  takeRevision(revision: Pick<RevisionRow, 'id' | 'number'>): Promise<string | null>;
  flush(): Promise<SyncState>;
  retrySave(): void;
  keepNow(): void;
  announce(text: string): void;
  dispose(): void;
}

export type Workbench = WorkbenchState & { readonly actions: WorkbenchActions };

export interface WorkbenchOptions {
  readonly opened: OpenScenario;
  /** The last named revision, where there is one. */
  readonly lastRevision?: { readonly number: number; readonly document: ScenarioDocument };
  readonly runner: ScenarioRunner;
  /** A second worker for what changes are measured against, made when needed. */
  readonly baseRunner: () => ScenarioRunner;
  readonly validate: (document: unknown) => Outcome<ScenarioDocument>;
  readonly saveDraft: (version: number, document: ScenarioDocument) => Promise<SaveDraftResult>;
  readonly nameRevision: (version: number, document: ScenarioDocument, message: string) => Promise<NameRevisionResult>;
  readonly readRevision: (revisionId: string) => Promise<ActionResult<{ readonly document: ScenarioDocument }>>;
  readonly local: LocalCopy;
  readonly now?: () => number;
}
