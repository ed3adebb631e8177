import { createStore, type StoreApi } from 'zustand/vanilla';
import { horizonWindow } from '../charts/time/months';
import { FULL_TRIALS, PREVIEW_TRIALS } from '../engine/types';
import type { DocumentError, ScenarioDocument } from '../scenario/document';
import { createDraftSync, type Theirs } from './draft-sync';
import { endGesture, type History, recordEdit, redo, startHistory, undo } from './history';
import { type Sight, seriesInSight, tellsSight } from './in-sight';
import { headlineNames } from './outputs';
import { createRunControl } from './run-control';
import { zoomAround } from './time-window';

import type { BaseRun, RunState, ShownResults, Workbench, WorkbenchActions, WorkbenchOptions } from './workbench-types';

const clock = () => (typeof performance === 'undefined' ? Date.now() : performance.now());

/** Sentences of a refused edit: the first, and how many more there are. */
export function refusalMessage(errors: readonly DocumentError[]): string {
  const first = errors[0]?.message ?? 'This is not possible.';
  return errors.length > 1 ? `${first} (and ${errors.length - 1} more)` : first;
}

interface Opening {
  readonly document: ScenarioDocument;
  readonly version: number;
  readonly stale: Theirs | null;
  readonly restored: boolean;
}

/** The server's draft, or what this browser kept of it where the server never got it. */
function openDraft({ opened, local, validate }: WorkbenchOptions): Opening {
  const { draft } = opened;
  const server: Opening = { document: draft.document, version: draft.version, stale: null, restored: false };
  const kept = opened.mayEdit ? local.read() : null;
  if (!kept) return server;
  const checked = validate(kept.document);
  if (!checked.ok || sameText(checked.value, draft.document)) {
    local.forget();
    return server;
  }
  const { document, version, savedBy, savedAt } = draft;
  const stale = kept.version === version ? null : { document, version, savedBy, savedAt };
  return { document: checked.value, version: kept.version, stale, restored: true };
}

const sameText = (a: ScenarioDocument, b: ScenarioDocument) => JSON.stringify(a) === JSON.stringify(b);

/** A full run is what is shown, and what is known in full. */
const shownFrom = (results: ShownResults) =>
  results.update.stage === 'full' ? { shown: results, whole: results } : { shown: results };

/** What changes are measured against at the start: the last revision, else the draft as it was opened. */
function openBase({ opened, lastRevision }: WorkbenchOptions): BaseRun {
  const draft = opened.draft.document;
  if (!lastRevision) return { name: 'the draft as opened', document: draft, update: null };
  const { number, document } = lastRevision;
  // Equal documents become the same one, so that a draft without changes needs no second run.
  return { name: `revision ${number}`, document: sameText(document, draft) ? draft : document, update: null };
}

/** The state of one open scenario: its draft with undo, its saves, its runs, what is selected and in view. */
export function createWorkbench(options: WorkbenchOptions): StoreApi<Workbench> {
  const { opened } = options;
  const opening = openDraft(options);
  const now = options.now ?? clock;

  return createStore<Workbench>()((set, get) => {
    const current = () => get().history.present;
    const patchRun = (run: Partial<RunState>) => set((state) => ({ run: { ...state.run, ...run } }));

    /** A slider is in the hand: its edits are neither saved nor run in full yet. */
    let unsent = false;
    const control = createRunControl({
      runner: options.runner,
      previewTrials: PREVIEW_TRIALS,
      fullTrials: (document) => document.run?.trials ?? FULL_TRIALS,
      kept: headlineNames,
      inSight: (document) => seriesInSight(get(), document),
      onUpdate: (document, update) => {
        set(({ run, base }) => ({
          run: { ...run, ...shownFrom({ document, update }), message: null },
          ...(unsent ? { drawn: document } : {}),
          base: document === base.document && update.stage === 'full' ? { ...base, update } : base,
        }));
      },
      onProgress: (progress) => patchRun({ progress }),
      onErrors: (errors) => patchRun({ status: 'refused', message: refusalMessage(errors) }),
      onFailure: (message) => patchRun({ status: 'failed', message }),
      onIdle: (how) => {
        const { status } = get().run;
        if (status === 'running') patchRun({ status: how === 'finished' ? 'done' : 'cancelled', progress: null });
        if (how === 'finished') void runBase();
      },
    });
    const sync = createDraftSync({
      save: async (version, document) => {
        const result = await options.saveDraft(version, document);
        if (result.kind === 'saved') set({ saved: document });
        return result;
      },
      local: options.local,
      version: opening.version,
      savedAt: Date.parse(opened.draft.savedAt),
      mayEdit: opened.mayEdit,
      onState: (state) => set({ sync: state }),
    });

    let baseBusy = false;
    async function runBase() {
      const { base } = get();
      if (base.update || baseBusy || current() === base.document) return;
      baseBusy = true;
      const runner = options.baseRunner();
      try {
        // The present document's figures, so that each has its pair.
        const { trials = FULL_TRIALS, seed, sampling } = base.document.run ?? {};
        const outcome = await runner.run(base.document, { trials, seed, sampling, samples: headlineNames(current()) });
        if (outcome.ok && get().base.document === base.document) set({ base: { ...base, update: outcome.value } });
      } catch {
        // Without it the strip shows no changes; everything else goes on.
      } finally {
        runner.dispose();
        baseBusy = false;
      }
    }
    function startRun(document: ScenarioDocument, inHand: boolean) {
      patchRun({ status: 'running', message: null, ...(inHand ? { progress: null } : {}) });
      control.request(document, inHand);
    }
    /** Looks at something else: what a preview has not told of it is computed, where nothing is on its way. */
    function look(sight: Partial<Sight>) {
      set(sight);
      const { run } = get();
      if (run.shown && run.status !== 'running' && !tellsSight(run.shown, get())) startRun(current(), true);
    }
    function take(history: History, inHand: boolean) {
      const document = history.present;
      if (document === current()) {
        set({ history });
        return;
      }
      unsent = inHand;
      set(inHand ? { history } : { history, drawn: document });
      startRun(document, inHand);
      if (!inHand) sync.changed(document);
    }
    function step(move: (history: History) => History, word: string) {
      const before = get().history;
      const after = move(before);
      if (after === before) return;
      const label = (word === 'Undone' ? before.past[before.past.length - 1] : before.future[0])?.label ?? '';
      set({ announcement: `${word}: ${label}`, rejected: {} });
      take(after, false);
    }

    const actions: WorkbenchActions = {
      edit({ label, change, field, text, gesture, inHand = false }) {
        const before = current();
        const after = change(before);
        const outcome = after === before ? null : options.validate(after);
        if (outcome && !outcome.ok) {
          const message = refusalMessage(outcome.errors);
          if (field) actions.reject(field, text ?? '', message);
          else set({ announcement: message });
          return { ok: false, message };
        }
        if (field) actions.clearRejection(field);
        take(recordEdit(get().history, after, { label, gesture, at: now() }), inHand);
        return { ok: true };
      },
      endGesture() {
        set(({ history }) => ({ history: endGesture(history) }));
        if (!unsent) return;
        unsent = false;
        set({ drawn: current() });
        startRun(current(), false);
        sync.changed(current());
      },
      reject: (field, text, message) =>
        set(({ rejected }) => ({ rejected: { ...rejected, [field]: { text, message } }, announcement: message })),
      clearRejection: (field) =>
        set(({ rejected }) => {
          if (!(field in rejected)) return {};
          const { [field]: _gone, ...rest } = rejected;
          return { rejected: rest };
        }),
      undo: () => step(undo, 'Undone'),
      redo: () => step(redo, 'Redone'),
      setSection: (section) => look({ section }),
      setShareOf: (shareOf) => look({ shareOf }),
      select: (selection, field) => set({ selection, openField: field ?? null }),
      fieldOpened: () => set({ openField: null }),
      setWindow: (window) => set({ window }),
      zoom: (factor) =>
        set(({ window, history }) => ({
          window: zoomAround(window, (window.start + window.end) / 2, factor, horizonWindow(history.present.horizon)),
        })),
      showAll: () => set(({ history }) => ({ window: horizonWindow(history.present.horizon) })),
      setHover: (day) => set({ hoverDay: day }),
      openMonth: (openMonth) => look({ openMonth }),
      cancelRun: () => control.cancel(),
      runAgain: () => startRun(current(), false),
      backToBase: () => {
        set({ rejected: {} });
        take(recordEdit(get().history, get().base.document, { label: 'Back to the start', at: now() }), false);
      },
      resolveStale(theirs, choice) {
        if (choice === 'theirs') {
          // Their state is one step of undo, so that mine is not lost either.
          const note = { label: `Take the state of ${theirs.savedBy}`, at: now() };
          const history = recordEdit(get().history, theirs.document, note);
          set({ history, drawn: theirs.document, rejected: {}, saved: theirs.document });
          startRun(theirs.document, false);
        } else {
          sync.changed(current());
        }
        sync.resolve(theirs, choice);
      },
      async nameRevision(message) {
        await sync.flush();
        const document = current();
        const result = await options.nameRevision(sync.version(), document, message);
        if (result.kind === 'stale') sync.meetStale(result.theirs);
        if (result.kind === 'named') {
          const shown = get().run.shown;
          const update = shown?.document === document && shown.update.stage === 'full' ? shown.update : null;
          const base: BaseRun = { name: `revision ${result.revision.number}`, document, update };
          set(({ revisions }) => ({ revisions: [result.revision, ...revisions], base }));
        }
        return result;
      },
      async takeRevision({ id, number }) {
        const read = await options.readRevision(id);
        if (read.kind === 'refused') return read.message;
        const checked = options.validate(read.value.document);
        if (!checked.ok) return refusalMessage(checked.errors);
        if (sameText(checked.value, current())) {
          set({ announcement: `The draft already says what revision ${number} says.` });
          return null;
        }
        const note = { label: `Take revision ${number}`, at: now() };
        set({
          rejected: {},
          announcement: `The draft is as revision ${number} was. Undo brings back what it was before.`,
        });
        take(recordEdit(get().history, checked.value, note), false);
        return null;
      },
      flush: () => sync.flush(),
      retrySave: () => sync.retry(),
      keepNow: () => options.local.flush(),
      announce: (announcement) => set({ announcement }),
      dispose() {
        options.local.flush();
        sync.stop();
        control.dispose();
      },
    };

    queueMicrotask(() => {
      if (opening.stale) sync.meetStale(opening.stale);
      else if (opening.restored) sync.changed(opening.document);
      startRun(opening.document, false);
    });

    const { id, workspaceId, role, mayEdit, userName } = opened;
    return {
      scenario: { id, workspaceId, role, mayEdit, userName },
      history: startHistory(opening.document),
      drawn: opening.document,
      section: 'timeline',
      shareOf: '',
      selection: null,
      rejected: {},
      sync: mayEdit ? { kind: 'saved', at: Date.parse(opened.draft.savedAt) } : { kind: 'not-kept' },
      run: { shown: null, whole: null, status: 'running', progress: null, message: null },
      base: openBase(options),
      saved: opened.draft.document,
      revisions: opened.revisions,
      window: horizonWindow(opening.document.horizon),
      hoverDay: null,
      openMonth: null,
      openField: null,
      announcement: opening.restored ? 'Changes kept in this browser were brought back.' : '',
      actions,
    };
  });
}
