import type { DocumentError, ScenarioDocument } from '../scenario/document';
import type { SaveDraftResult } from '../server/scenarios/contract';
import type { LocalCopy } from './local-copy';

export type Theirs = Extract<SaveDraftResult, { kind: 'stale' }>['theirs'];

/** What the header says about the draft. */
export type SyncState =
  | { readonly kind: 'saved'; readonly at: number }
  | { readonly kind: 'unsaved' }
  | { readonly kind: 'saving' }
  /** No answer from the server: kept in this browser, tried again. */
  | { readonly kind: 'offline'; readonly message: string }
  /** Somebody else saved meanwhile; nothing is sent until a person decides. */
  | { readonly kind: 'stale'; readonly theirs: Theirs }
  | { readonly kind: 'refused'; readonly errors: readonly DocumentError[] }
  /** A viewer's what-if: never sent. */
  | { readonly kind: 'not-kept' };

export interface DraftSyncOptions {
  /** Sends a document that began from `version`. A rejected promise means the network is down. */
  readonly save: (version: number, document: ScenarioDocument) => Promise<SaveDraftResult>;
  readonly local: LocalCopy;
  readonly version: number;
  readonly savedAt: number;
  readonly mayEdit: boolean;
  readonly onState: (state: SyncState) => void;
  readonly now?: () => number;
  readonly setTimer?: (action: () => void, ms: number) => unknown;
  readonly clearTimer?: (timer: unknown) => void;
}

export interface DraftSync {
  /** Tells of a new document; it is kept here at once and sent a little later. */
  changed(document: ScenarioDocument): void;
  /** Sends now what is waiting; resolves when nothing is left to send or it cannot be sent. */
  flush(): Promise<SyncState>;
  /** The version the next save begins from. */
  version(): number;
  /** Knowingly saves over what somebody else saved, or goes on from theirs. */
  resolve(theirs: Theirs, choice: 'overwrite' | 'theirs'): void;
  /** A revision was named: the server's version moved on. */
  adopt(version: number, at: number): void;
  /** A stale answer to another action (naming a revision). */
  meetStale(theirs: Theirs): void;
  /** The network came back: try now. */
  retry(): void;
  stop(): void;
}

const quietMs = 800;
const firstRetryMs = 2000;
const longestRetryMs = 30_000;

/** Saves a draft by itself: debounced, one at a time, retried, never over somebody else's work. */
export function createDraftSync(options: DraftSyncOptions): DraftSync {
  const now = options.now ?? Date.now;
  const setTimer = options.setTimer ?? ((action, ms) => setTimeout(action, ms));
  const clearTimer = options.clearTimer ?? ((timer) => clearTimeout(timer as ReturnType<typeof setTimeout>));
  let version = options.version;
  let waiting: ScenarioDocument | null = null;
  let inFlight: Promise<void> | null = null;
  let timer: unknown = null;
  let retryMs = firstRetryMs;
  let stopped = false;
  let state: SyncState = options.mayEdit ? { kind: 'saved', at: options.savedAt } : { kind: 'not-kept' };

  function enter(next: SyncState) {
    state = next;
    if (!stopped) options.onState(next);
  }
  function schedule(ms: number) {
    if (timer !== null) clearTimer(timer);
    timer = setTimer(() => {
      timer = null;
      void send();
    }, ms);
  }
  function settle(result: SaveDraftResult, sent: ScenarioDocument) {
    retryMs = firstRetryMs;
    if (result.kind === 'saved') {
      version = result.version;
      if (waiting) {
        options.local.keep(waiting, version);
        enter({ kind: 'unsaved' });
        schedule(quietMs);
        return;
      }
      options.local.forget();
      enter({ kind: 'saved', at: now() });
      return;
    }
    waiting ??= sent;
    if (result.kind === 'stale') enter({ kind: 'stale', theirs: result.theirs });
    else if (result.kind === 'refused') enter({ kind: 'refused', errors: result.errors });
    else goOffline(result.message);
  }
  function goOffline(message: string) {
    enter({ kind: 'offline', message });
    schedule(retryMs);
    retryMs = Math.min(longestRetryMs, retryMs * 2);
  }
  function send(): Promise<void> {
    if (inFlight) return inFlight;
    const sent = waiting;
    if (!sent || !options.mayEdit || stopped || state.kind === 'stale') return Promise.resolve();
    waiting = null;
    enter({ kind: 'saving' });
    inFlight = options
      .save(version, sent)
      .then(
        (result) => {
          inFlight = null;
          settle(result, sent);
        },
        () => {
          inFlight = null;
          waiting ??= sent;
          goOffline('The server does not answer.');
        },
      )
      .then(() => undefined);
    return inFlight;
  }

  return {
    changed(document) {
      if (!options.mayEdit) return;
      waiting = document;
      options.local.keep(document, version);
      if (state.kind === 'stale') return;
      if (!inFlight) {
        enter({ kind: 'unsaved' });
        schedule(quietMs);
      }
    },
    async flush() {
      if (timer !== null) clearTimer(timer);
      timer = null;
      for (let round = 0; round < 3 && (inFlight || waiting); round += 1) {
        await send();
        if (state.kind !== 'unsaved' && state.kind !== 'saving') break;
      }
      return state;
    },
    version: () => version,
    resolve(theirs, choice) {
      version = theirs.version;
      if (choice === 'theirs') {
        waiting = null;
        options.local.forget();
        enter({ kind: 'saved', at: now() });
        return;
      }
      enter({ kind: 'unsaved' });
      if (waiting) options.local.keep(waiting, version);
      schedule(0);
    },
    adopt(next, at) {
      version = next;
      if (waiting || inFlight) return;
      options.local.forget();
      enter({ kind: 'saved', at });
    },
    meetStale(theirs) {
      enter({ kind: 'stale', theirs });
    },
    retry() {
      if (state.kind === 'offline') {
        retryMs = firstRetryMs;
        schedule(0);
      }
    },
    stop() {
      stopped = true;
      if (timer !== null) clearTimer(timer);
      timer = null;
    },
  };
}
