import type { ScenarioDocument } from '../scenario/document';
import { type DocumentChange, documentChanges, withChanges } from './document-changes';

/** A document on its way to another thread: whole, or as what has changed since the one that was sent before it. */
export type SentDocument =
  | { readonly revision: number; readonly document: ScenarioDocument }
  | { readonly revision: number; readonly since: number; readonly changes: readonly DocumentChange[] };

/** A document with a number that it shares with no other of the same sender. */
export interface NumberedDocument {
  readonly document: ScenarioDocument;
  readonly revision: number;
}

/**
 * Sends documents to one receiver, the first one whole and then what changes. They are never changed in place: the same
 * object says the same.
 */
export function createDocumentSender(): (document: ScenarioDocument) => SentDocument {
  let last: NumberedDocument | null = null;
  return (document) => {
    const before = last;
    last = { document, revision: (before?.revision ?? 0) + (before?.document === document ? 0 : 1) };
    const { revision } = last;
    if (before === null) return { revision, document };
    return { revision, since: before.revision, changes: documentChanges(before.document, document) };
  };
}

/**
 * Takes what one sender sends, in its order. Documents that follow each other share all that has not changed.
 *
 * @throws RangeError where a document that was sent has not come here
 */
export function createDocumentReceiver(): (sent: SentDocument) => NumberedDocument {
  let last: NumberedDocument | null = null;
  return (sent) => {
    if ('document' in sent) last = { document: sent.document, revision: sent.revision };
    else if (last?.revision !== sent.since) {
      throw new RangeError(`Changes since document ${sent.since} came after ${last?.revision ?? 'none'}.`);
    } else last = { document: withChanges(last.document, sent.changes), revision: sent.revision };
    return last;
  };
}
