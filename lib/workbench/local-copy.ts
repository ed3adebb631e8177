import type { ScenarioDocument } from '../scenario/document';

/** What is kept in the browser of a draft that the server does not have yet. */
export interface KeptDraft {
  readonly document: ScenarioDocument;
  /** The server's version that it began from. */
  readonly version: number;
  readonly at: number;
}

export interface LocalCopy {
  keep(document: ScenarioDocument, version: number): void;
  /** Writes what is waiting to be written, before the page goes. */
  flush(): void;
  forget(): void;
  read(): KeptDraft | null;
}

type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

const writeMs = 250;

function parseKept(text: string | null): KeptDraft | null {
  if (text === null) return null;
  try {
    const kept = JSON.parse(text) as Partial<KeptDraft> | null;
    if (!kept || typeof kept.version !== 'number' || typeof kept.at !== 'number') return null;
    if (typeof kept.document !== 'object' || kept.document === null) return null;
    return kept as KeptDraft;
  } catch {
    return null;
  }
}

/**
 * Keeps a draft in local storage: synchronous, so that it survives a tab closed in the middle of a keystroke. Writes are
 * gathered for a quarter of a second; a full or forbidden storage is not an error, the server still gets the draft.
 */
export function createLocalCopy(scenarioId: string, userName: string, store: Store | null): LocalCopy {
  const key = `rampline/draft/${userName}/${scenarioId}`;
  let pending: KeptDraft | null = null;
  let timer: ReturnType<typeof setTimeout> | null = null;

  function write() {
    timer = null;
    if (!pending || !store) return;
    try {
      store.setItem(key, JSON.stringify(pending));
    } catch {
      // Storage is full or switched off; nothing better can be done here.
    }
    pending = null;
  }
  function clear() {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    pending = null;
  }
  return {
    keep(document, version) {
      pending = { document, version, at: Date.now() };
      timer ??= setTimeout(write, writeMs);
    },
    flush() {
      if (timer !== null) clearTimeout(timer);
      write();
    },
    forget() {
      clear();
      try {
        store?.removeItem(key);
      } catch {
        // As above.
      }
    },
    read: () => {
      try {
        return parseKept(store?.getItem(key) ?? null);
      } catch {
        return null;
      }
    },
  };
}
